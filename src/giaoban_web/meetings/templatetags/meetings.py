"""The way to a meeting, from pages that also those see who may not see the meeting."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from giaoban_web.accounts.queries import may
from giaoban_web.meetings.models import Meeting

register = template.Library()


@register.simple_tag(takes_context=True)
def meeting_link(context: Mapping[str, Any], meeting: Meeting, words: str) -> SafeString:
    """The words as a link to the meeting; the words alone for whoever would only be told that there is nothing."""
    seen = may(context["request"].user, "records.view", meeting.place)
    return format_html('<a href="{}">{}</a>', meeting.get_absolute_url(), words) if seen else format_html("{}", words)
