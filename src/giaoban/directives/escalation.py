"""The ladder by which a directive is called to mind: on which day, in which states, and to whom (`escalation.tsv`).

Days are counted by one of four clocks: from the deadline in force (before it they are negative), from the issue while nobody acknowledges,
from the report while nobody accepts or returns it, and from the day on which an extension was asked while nobody answers. Whenever a
directive that is over goes to somebody above its lead, the lead is told as well.
The days and the recipients are this project's choice, not an official rule; an office may have a table of its own.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from giaoban.directives.states import State
from giaoban.reference.tables import parsed, table


class Recipient(StrEnum):
    """In what capacity somebody is reminded; the superior is that of the lead."""

    LEAD = "lead"
    WATCHER = "watcher"
    SUPERIOR = "superior"
    ACCEPTOR = "acceptor"
    ISSUER = "issuer"
    HEAD = "head"


class Clock(StrEnum):
    """By what the days of a rung are counted."""

    DEADLINE = "deadline"
    ISSUED = "issued"
    REPORTED = "reported"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Rung:
    """One step: when so many days have gone by its clock, and the directive is in one of the states, these are reminded."""

    clock: Clock
    days: int
    states: frozenset[State]
    to: frozenset[Recipient]

    @property
    def name(self) -> str:
        """A week before the deadline is `deadline-7`, a week after it `deadline+7`."""
        return f"{self.clock.value}{self.days:+d}"


@cache
def ladder() -> tuple[Rung, ...]:
    """The ladder that comes with Giaoban."""
    return table("giaoban.directives", "escalation.tsv", _rung)


def parse(text: str) -> tuple[Rung, ...]:
    """The ladder of a table: a heading, then clock, days, states and recipients, by tabs. ValueError for a word that there is not."""
    return tuple(parsed(text, "ladder", _rung))


def for_lead(rungs: tuple[Rung, ...], days: Collection[int]) -> tuple[Rung, ...]:
    """The ladder for a lead that wants to be reminded on other days around its deadlines (-7 a week before, 7 a week over).

    Who else is told, and when, stays; and so do the days on which the lead is told together with others.
    """
    own = frozenset({Recipient.LEAD})
    states = frozenset(state for rung in rungs if rung.clock is Clock.DEADLINE for state in rung.states)
    kept = tuple(rung for rung in rungs if rung.clock is not Clock.DEADLINE or rung.to != own)
    taken = {rung.days for rung in kept if rung.clock is Clock.DEADLINE}
    return kept + tuple(Rung(Clock.DEADLINE, each, states, own) for each in sorted(set(days) - taken))


def _rung(clock: str, days: str, states: str, to: str) -> Rung:
    return Rung(Clock(clock), int(days), frozenset(map(State, states.split())), frozenset(map(Recipient, to.split())))
