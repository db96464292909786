"""What a task lacks of the clarities, why, and how it may be completed: rows for a screen. A person takes a suggestion or leaves it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from giaoban.directives.clarity import Clarity, Degree, Verdict
from giaoban.directives.suggesting import Suggestion, suggestions
from giaoban.directives.task import Task
from giaoban.messages import phrase
from giaoban_web.bodies.fields import said as said_of
from giaoban_web.bodies.queries import by_topic, leading, match
from giaoban_web.directives.clarities import verdicts
from giaoban_web.directives.words import CLARITIES, DEGREES
from giaoban_web.places.models import Place

FIELDS: Mapping[Clarity, str] = {
    Clarity.PERSON: "lead",
    Clarity.WORK: "work",
    Clarity.TIME: "deadline_on",
    Clarity.RESPONSIBILITY: "supporting_0",
    Clarity.PRODUCT: "product",
    Clarity.AUTHORITY: "authority",
}
"""Where of the form each is put right."""


@dataclass(frozen=True, slots=True)
class ClarityRow:
    """One clarity of a task.

    why         in a sentence; "" where it is clear
    said        the words of the task that make it vague
    suggestion  a sentence; `value` what goes into `field` when it is taken, "" where nothing can be taken
    """

    clarity: Clarity
    degree: Degree
    why: str = ""
    said: tuple[str, ...] = ()
    suggestion: str = ""
    value: str = ""

    @property
    def name(self) -> Any:
        return CLARITIES[self.clarity]

    @property
    def word(self) -> Any:
        return DEGREES[self.degree]

    @property
    def clear(self) -> bool:
        return self.degree is Degree.CLEAR

    @property
    def field(self) -> str:
        return FIELDS[self.clarity]


def clarity_rows(task: Task, place: Place | None, *, on: date, issuer: str = "") -> list[ClarityRow]:
    """A row for each clarity that the office asks, in its order.

    place  where the task is filed: its bodies that lead fields are suggested; on: the day on which it is written
    """
    found = verdicts(task)
    leads = by_topic(place) if place else {}
    told = {each.clarity: each for each in suggestions(task, found, on=on, issuer=issuer or None, leads=leads)}
    return [_row(each, told.get(each.clarity), task, place) for each in found]


def taken(rows: Sequence[ClarityRow], asked: str | None) -> dict[str, str]:
    """The field and value of the suggestion for the clarity `asked`, as a form takes it; nothing where there is none."""
    return {each.field: each.value for each in rows if each.value and each.clarity.value == asked}


def _row(verdict: Verdict, suggestion: Suggestion | None, task: Task, place: Place | None) -> ClarityRow:
    language = get_language() or "vi"
    if verdict.degree is Degree.CLEAR:
        return ClarityRow(verdict.clarity, verdict.degree)
    why = phrase(verdict.code, language)
    if suggestion is None:
        return ClarityRow(verdict.clarity, verdict.degree, why, verdict.words)
    sentence = phrase(suggestion.code, language, **suggestion.values)
    return ClarityRow(verdict.clarity, verdict.degree, why, verdict.words, sentence, _value(suggestion, task, place))


def _value(suggestion: Suggestion, task: Task, place: Place | None) -> str:
    """What goes into the field. A body that this office does not know cannot be taken."""
    values = suggestion.values
    if suggestion.clarity is Clarity.PERSON:
        body = (leading(task.topic, place) if place else None) or match(values["body"], place)
        return said_of(body) if body else ""
    if suggestion.clarity is Clarity.PRODUCT:
        return _("Figure of “%(indicator)s” (%(unit)s)") % values if values["unit"] else values["indicator"]
    return next(iter(values.values()))
