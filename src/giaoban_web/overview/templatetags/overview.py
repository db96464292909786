"""Words that the overview's pages say of facts."""

from typing import Any

from django import template

from giaoban.model import Force, Measure, Role
from giaoban_web.overview.words import FORCES, MEASURES, ROLES, SUBJECTS
from giaoban_web.search.queries import Hit

register = template.Library()


@register.filter
def force(value: str | None) -> Any:
    """How firmly a directive is given: "yêu cầu", "đề nghị"."""
    return FORCES[Force(value)] if value else ""


@register.filter
def role(value: str | None) -> Any:
    """What kind of number it is, "" for a plain one."""
    return ROLES[Role(value)] if value else ""


@register.filter
def measure(value: str | None) -> Any:
    """What of the indicator is measured, "" for its level."""
    return MEASURES[Measure(value)] if value else ""


@register.filter
def kind_of(hit: Hit) -> Any:
    """What kind of thing a search has found."""
    return SUBJECTS.get(hit.kind, "")
