"""Whether this installation sends letters."""

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def letters_go_out() -> bool:
    """Whether a mail server is named; without one nothing is sent to anybody."""
    return bool(settings.EMAIL_HOST)
