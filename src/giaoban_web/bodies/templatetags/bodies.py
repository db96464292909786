"""Whom to ask about bodies, by name."""

from typing import Any

from django import template

from giaoban_web.bodies.keepers import keepers
from giaoban_web.places.models import Place

register = template.Library()


@register.inclusion_tag("bodies/_keepers.html")
def who_keeps(place: Place) -> dict[str, Any]:
    """A sentence: who keeps the bodies of a place, or that nobody does and who can give that role."""
    return {"place": place, "names": keepers(place)}
