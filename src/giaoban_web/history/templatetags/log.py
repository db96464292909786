"""Entries of the log in words."""

from django import template
from django.utils.translation import gettext

from giaoban_web.history import printed

register = template.Library()
register.filter("subject", printed.subject)
register.filter("details", printed.details)
register.filter("act", gettext)
