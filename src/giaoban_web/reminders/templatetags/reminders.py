"""Messages in templates."""

from typing import Any

from django import template

from giaoban_web.reminders import queries, words
from giaoban_web.reminders.models import Message

register = template.Library()


@register.simple_tag
def unread(user: Any) -> str:
    """How many messages wait to be read: "" for none, "100+" where there are more than are counted."""
    count = queries.unread(user)
    return f"{count}+" if count == queries.COUNTED else str(count or "")


@register.filter
def told(message: Message) -> str:
    """A message in the words of the page."""
    return words.told(message)
