"""The history of a task in words: each event, and the deadlines that it has had."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext, gettext_lazy

from giaoban.directives import states
from giaoban.directives.states import Standing, State, Who
from giaoban_web.directives.aiming import WITHDRAWN
from giaoban_web.directives.models import Direction, Directive, Event, Evidence
from giaoban_web.directives.parts_after import WAYS as PARTS
from giaoban_web.directives.serving_changed import NONE
from giaoban_web.directives.words import CAPACITIES, DONE

LINES: Mapping[str, Any] = {
    "text": "",
    "reason": gettext_lazy("Reason"),
    "percent": gettext_lazy("Done, percent"),
    "until": gettext_lazy("Until"),
    "deadline": gettext_lazy("New deadline"),
    "below": gettext_lazy("Handed down to"),
    "into": gettext_lazy("Into task"),
    "beneath": gettext_lazy("Open parts handed down"),
    "lead": gettext_lazy("Lead"),
    "over": gettext_lazy("Lead of the whole"),
    "aim": gettext_lazy("Indicator"),
    "aim_before": gettext_lazy("Aim before"),
    "direction": gettext_lazy("Direction"),
    "value": gettext_lazy("Value"),
    "by_on": gettext_lazy("To be reached by"),
    "serves": gettext_lazy("Criterion it serves"),
    "served_before": gettext_lazy("Criterion it served before"),
}
DAYS = ("until", "deadline", "by_on")

WAYS = ("direction", "aim_before")
DIRECTIONS: Mapping[str, Any] = {**dict(Direction.choices), WITHDRAWN: gettext_lazy("it shall move it no more")}


ANSWERED_BY = {State.RETURNED.value: "return", State.REPORTED.value: "report"}
ANSWERS = frozenset({"refuse_extension", "grant_extension", "reopen", "withdraw"})
"""Moves whose words stand above what may be done: by the state in which they wait, and those that answer for as long as nothing follows."""


@dataclass(frozen=True, slots=True)
class EventTold:
    """One event: what was done, in which capacity, what was said (name and words), what came with it."""

    event: Event
    done: str
    who: Any
    lines: Sequence[tuple[Any, str]]
    evidence: Sequence[Evidence]


@dataclass(frozen=True, slots=True)
class DeadlineTold:
    """A deadline and from which day it held; `event` is what set it, None for the first."""

    day: date | None
    since: date | None
    event: EventTold | None = None


def history_of(events: Sequence[Event], evidence: Sequence[Evidence]) -> list[EventTold]:
    """The events in words, in the order they came; both are loaded already."""
    brought: dict[int, list[Evidence]] = {}
    for piece in evidence:
        brought.setdefault(piece.event_id, []).append(piece)
    asked, told = "", []
    for event in events:
        asked = event.said.get("until", asked)
        granted = {"deadline": asked} if event.move == "grant_extension" else {}
        told.append(_told(event, brought.get(event.pk, []), {**event.said, **granted}))
    return told


def last_words(directive: Directive, told: Sequence[EventTold]) -> list[EventTold]:
    """What somebody has to answer, or was answered: why it came back or was withdrawn, what was reported, why more time is asked."""
    wanted = {ANSWERED_BY.get(directive.state, ""), "ask_extension" if directive.asked_until else ""}
    newest = {each.event.move: each for each in told}
    found = [each for move, each in newest.items() if move in wanted or (each is told[-1] and move in ANSWERS)]
    return sorted((each for each in found if each.lines), key=lambda each: each.event.number)


def deadlines_of(directive: Directive, told: Sequence[EventTold]) -> list[DeadlineTold]:
    """The deadline that it began with, and each that came after it."""
    found = [DeadlineTold(directive.first_deadline_on, directive.given_on)]
    now = Standing(deadline=directive.first_deadline_on)
    for each in told:
        said = {name: str(value) for name, value in each.event.said.items()}
        now = states.after(now, states.Event(each.event.move, Who(each.event.who), each.event.on, said))
        if now.deadline != found[-1].day:
            found.append(DeadlineTold(now.deadline, each.event.on, each))
    return found


def _told(event: Event, evidence: Sequence[Evidence], said: Mapping[str, Any]) -> EventTold:
    lines = [(name, _words(key, said[key])) for key, name in LINES.items() if said.get(key)]
    return EventTold(event, gettext(DONE[event.move]), CAPACITIES[Who(event.who)], lines, evidence)


def _words(key: str, value: Any) -> str:
    if key in DAYS and (day := parse_date(str(value))):
        return date_format(day, "SHORT_DATE_FORMAT")
    if key == "beneath":
        way, _space, count = str(value).partition(" ")
        return f"{count}: {PARTS[way]}"
    if key in WAYS:
        way, _space, rest = str(value).partition(" ")
        return " ".join(filter(None, (str(DIRECTIONS.get(way, way)), rest)))
    if key == "serves" and value == NONE:
        return gettext("none any more")
    return f"{value}%" if key == "percent" else str(value)
