"""Small words that templates need everywhere."""

from typing import Any

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import get_language

from giaoban.messages import say as say_refused
from giaoban.model import Refused

register = template.Library()

STEPS = (
    ("overview:home", lambda: _("Desk")),
    ("records:list", lambda: _("Records")),
    ("overview:meetings", lambda: _("Meetings")),
    ("overview:places", lambda: _("Places")),
)


@register.simple_tag(takes_context=True)
def steps(context: dict[str, Any]) -> list[dict[str, Any]]:
    """The steps of the flow with their addresses, the current one marked."""
    path = context["request"].path
    found = [{"name": name(), "url": reverse(view)} for view, name in STEPS]
    for step in found:
        step["current"] = path == step["url"] or (step["url"] != "/" and path.startswith(step["url"]))
    return found


@register.simple_tag
def say(refused: Refused) -> str:
    """The sentence of a refusal in the reader's language."""
    return say_refused(refused, get_language() or "vi")
