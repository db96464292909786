"""A find as a card beside the text: what it says, what made it, who decided."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from giaoban_web.records import words
from giaoban_web.records.models import Decision, Find, Kind
from giaoban_web.records.standing import Standing, standing
from giaoban_web.ui import printed


@dataclass(frozen=True, slots=True)
class Card:
    """Everything a card shows. `lines` are (name, value) pairs; `value` is the large figure of an observation."""

    find: Find
    now: Standing
    quote: str
    style: str
    title: str
    value: str
    lines: list[tuple[str, str]]
    topic: str
    decision: Decision | None
    page: int | None

    @property
    def id(self) -> int:
        return self.find.pk


def card(find: Find, text: str, page: int | None = None) -> Card:
    """The card of `find`, as it stands."""
    now = standing(find)
    quote = text[now.start : now.end]
    title, value, lines = _SAY[Kind(now.kind)](now.fields, quote)
    shown = [(name, said) for name, said in lines if said]
    topic = words.word(words.TOPICS, now.fields.get("topic"))
    return Card(find, now, quote, words.MARKS[Kind(now.kind)], title, value, shown, topic, find.standing, page)


def _observation(fields: dict[str, Any], quote: str) -> tuple[str, str, list[tuple[str, str]]]:
    measure = fields.get("measure")
    lines = [
        (_("Measure"), "" if measure == "level" else words.word(words.MEASURES, measure)),
        (_("Comparison"), "; ".join(printed.comparison(each) for each in fields.get("comparisons") or ())),
        (_("Period"), printed.period(fields.get("period"))),
        (_("Place"), fields.get("place") or ""),
        (_("Role"), "" if fields.get("role") == "actual" else words.word(words.ROLES, fields.get("role"))),
    ]
    return fields.get("indicator") or "", printed.quantity(fields), lines


def _finding(fields: dict[str, Any], quote: str) -> tuple[str, str, list[tuple[str, str]]]:
    return quote, "", []


def _directive(fields: dict[str, Any], quote: str) -> tuple[str, str, list[tuple[str, str]]]:
    lines = [
        (_("Issuer"), fields.get("issuer") or _("not said")),
        (_("Assignee"), fields.get("assignee") or _("not said")),
        (_("Force"), words.word(words.FORCES, fields.get("force"))),
        (_("Deadline"), printed.period(fields.get("deadline")) or _("no deadline")),
    ]
    return quote, "", lines


def _meeting(fields: dict[str, Any], quote: str) -> tuple[str, str, list[tuple[str, str]]]:
    chair = fields.get("chair") or {}
    lines = [
        (_("Held on"), printed.period(fields.get("date"))),
        (_("Mode"), words.word(words.MODES, fields.get("mode"))),
        (_("Convener"), fields.get("convener") or ""),
        (_("Under review"), fields.get("reviewed") or ""),
        (_("Chair"), ", ".join(filter(None, [chair.get("name"), *(chair.get("offices") or ())]))),
    ]
    return _("Meeting"), "", lines


_SAY = {
    Kind.OBSERVATION: _observation,
    Kind.STRENGTH: _finding,
    Kind.SHORTCOMING: _finding,
    Kind.DIRECTIVE: _directive,
    Kind.MEETING: _meeting,
}
