"""A message in the words of whoever reads it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import get_language

from giaoban.messages import phrase
from giaoban_web.reminders.models import Message

DAYS = frozenset({"deadline", "since", "until", "issued"})
"""Values that are days."""


def told(message: Message, language: str | None = None) -> str:
    """The sentence, in the language of the page unless another is named; words that were cut short end it without a full stop."""
    sentence = phrase(message.code, language or get_language() or "vi", **said(message.values))
    return str(capfirst(sentence.replace("….", "…")))


def said(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values as sentences take them."""
    return {name: date.fromisoformat(value) if name in DAYS and value else value for name, value in values.items()}
