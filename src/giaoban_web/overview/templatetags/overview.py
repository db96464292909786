"""Words that the overview's pages say of facts."""

from datetime import date
from typing import Any

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from giaoban.model import Measure, Role
from giaoban_web.overview.found import figure_in
from giaoban_web.overview.one_sentence import parts
from giaoban_web.overview.queries import Fact
from giaoban_web.overview.words import SUBJECTS
from giaoban_web.records.words import FORCES, MEASURES, ROLES, word
from giaoban_web.search.queries import Hit

register = template.Library()
register.filter(figure_in)
register.filter(parts)


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


@register.filter
def noted(fact: Fact) -> str:
    """Of which meeting it is, and who decided on it when: "cuộc họp ngày 12/03/2020 · đã xác nhận ngày 05/04/2020, Phạm Thị Hà"."""
    of = [_("meeting of %(on)s") % {"on": _day(fact.on)}] if fact.on else []
    return " · ".join([*of, decided(fact)])


@register.filter
def decided(fact: Fact) -> str:
    """Who decided on it when: "đã xác nhận ngày 05/04/2020, Phạm Thị Hà"."""
    decision = fact.decision
    said = {"verdict": decision.get_verdict_display(), "on": _day(timezone.localtime(decision.at)), "by": decision.by}
    return _("%(verdict)s %(on)s, %(by)s") % said


def _day(day: date) -> str:
    return date_format(day, "SHORT_DATE_FORMAT")
