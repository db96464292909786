"""Words that the overview's pages say of facts."""

from typing import Any

from django import template

from giaoban.model import Measure, Role
from giaoban_web.overview.found import figure_in
from giaoban_web.overview.words import SUBJECTS
from giaoban_web.records.words import FORCES, MEASURES, ROLES, word
from giaoban_web.search.queries import Hit

register = template.Library()
register.filter(figure_in)


@register.filter
def force(value: str | None) -> str:
    """How firmly a directive is given: "yêu cầu", "đề nghị"."""
    return word(FORCES, value)


@register.filter
def role(value: str | None) -> str:
    """What kind of number it is, "" for an actual one."""
    return "" if value == Role.ACTUAL else word(ROLES, value)


@register.filter
def measure(value: str | None) -> str:
    """What of the indicator is measured, "" for its level."""
    return "" if value == Measure.LEVEL else word(MEASURES, value)


@register.filter
def kind_of(hit: Hit) -> Any:
    """What kind of thing a search has found."""
    return SUBJECTS.get(hit.kind, "")
