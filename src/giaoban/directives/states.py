"""What may happen to a directive, by whom, and where it stands after all that happened (`moves.tsv`).

Its history is a list of events, and everything else is worked out from them: the state, the deadline in force, an extension that waits for
an answer. Nothing is changed afterwards; a correction is an event too. Who accepts the evidence is never who did the work, and who answers
a request for an extension never who leads.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from giaoban.model import Refused
from giaoban.reference.tables import table


class State(StrEnum):
    """Where a task stands after all that happened to it."""

    DRAFT = "draft"
    ISSUED = "issued"
    ACKNOWLEDGED = "acknowledged"
    IN_PROGRESS = "in_progress"
    REPORTED = "reported"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"


class Who(StrEnum):
    """In what capacity somebody acts on a directive; one person may have several."""

    LEAD = "lead"
    SUPPORT = "support"
    WATCHER = "watcher"
    ACCEPTOR = "acceptor"
    ISSUER = "issuer"
    HEAD = "head"


INNER = frozenset({"hand_down", "pass_on", "fall_away"})
"""Moves of a part that come of one of its whole, and that nobody makes by itself."""
ENDED = frozenset({State.ACCEPTED, State.WITHDRAWN, State.MERGED})
EXTENSION = frozenset({"grant_extension", "refuse_extension"})


@dataclass(frozen=True, slots=True)
class Move:
    """One row of the table: `to` is None where the state stays; `needs` names what must be said with it."""

    name: str
    start: frozenset[State]
    to: State | None
    who: frozenset[Who]
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Something happened: the move, in which capacity, on which day, and what was said with it."""

    move: str
    who: Who
    on: date
    said: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a directive stands.

    deadline   the day in force; None where nothing dates it
    asked      the day to which the lead asks to extend it, while nobody has answered
    extended   how often it was
    done_on    the day of the report that was accepted
    """

    state: State = State.DRAFT
    deadline: date | None = None
    asked: date | None = None
    extended: int = 0
    reported_on: date | None = None
    done_on: date | None = None


@cache
def moves() -> Mapping[str, Move]:
    """Every move by its name."""
    return MappingProxyType({move.name: move for move in table("giaoban.directives", "moves.tsv", _move)})


def standing(events: Iterable[Event], deadline: date | None = None) -> Standing:
    """Where a directive stands after `events`, given the deadline it began with. Refused at the first one that was not allowed."""
    now = Standing(deadline=deadline)
    for event in events:
        now = after(now, event)
    return now


def allowed(now: Standing, who: Iterable[Who]) -> tuple[Move, ...]:
    """The moves that somebody in these capacities may make from here."""
    capacities = frozenset(who)
    return tuple(move for move in moves().values() if _why_not(now, move, capacities) is None and not answers_own(move, capacities))


def answers_own(move: Move, who: Iterable[Who]) -> bool:
    """Whether somebody who acts in all of these capacities would answer her own request."""
    return move.name in EXTENSION and Who.LEAD in frozenset(who)


def after(now: Standing, event: Event) -> Standing:
    """The standing of a task after one more event.

    Refused with the reason: `move-unknown`, `move-not-from-here`, `move-not-yours`, `move-needs`, `extension-into-past`,
    `extension-not-later`.
    """
    move = moves().get(event.move)
    if move is None:
        raise Refused("move-unknown", move=event.move)
    why_not = _why_not(now, move, frozenset({event.who}))
    if why_not:
        raise why_not
    missing = [name for name in move.needs if not event.said.get(name)]
    if missing:
        raise Refused("move-needs", move=event.move, needs=", ".join(missing))
    return _moved(now, move, event)


def _why_not(now: Standing, move: Move, who: frozenset[Who]) -> Refused | None:
    if now.state not in move.start or (move.name in EXTENSION and now.asked is None):
        return Refused("move-not-from-here", move=move.name, state=now.state.value)
    if not who & move.who:
        return Refused("move-not-yours", move=move.name, who=", ".join(sorted(move.who)))
    if move.name == "ask_extension" and now.asked is not None:
        return Refused("move-not-from-here", move=move.name, state=now.state.value)
    return None


def _moved(now: Standing, move: Move, event: Event) -> Standing:
    moved = replace(now, state=move.to or now.state)
    effect = EFFECTS.get(move.name)
    return effect(moved, event) if effect else moved


EFFECTS: Mapping[str, Callable[[Standing, Event], Standing]] = MappingProxyType(
    {
        "report": lambda now, event: replace(now, reported_on=event.on),
        "accept": lambda now, event: replace(now, done_on=now.reported_on),
        "reopen": lambda now, event: replace(now, done_on=None),
        "ask_extension": lambda now, event: replace(now, asked=_later(now, event)),
        "grant_extension": lambda now, event: replace(now, deadline=now.asked, asked=None, extended=now.extended + 1),
        "refuse_extension": lambda now, event: replace(now, asked=None),
        "reassign": lambda now, event: replace(now, asked=None),
        "correct": lambda now, event: replace(now, deadline=_day(event.said["deadline"])) if "deadline" in event.said else now,
    }
)
"""What a move changes besides the state."""


def _later(now: Standing, event: Event) -> date:
    """The day asked for. Refused where it is over on the day of asking, or no later than the deadline in force."""
    until = _day(event.said["until"])
    if until <= event.on:
        raise Refused("extension-into-past", until=until, on=event.on)
    if now.deadline is not None and until <= now.deadline:
        raise Refused("extension-not-later", until=until, deadline=now.deadline)
    return until


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused("not-a-day", text=text) from None


def _move(name: str, start: str, to: str, who: str, needs: str) -> Move:
    return Move(
        name, frozenset(map(State, start.split())), State(to) if to else None, frozenset(map(Who, who.split())), tuple(needs.split())
    )
