"""Directives handed down: one above, its parts below, each with a lead and a deadline of its own.

What happens below never moves the one above: its lead reports it when nothing below is left open, and its acceptor accepts it, as always.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from giaoban.directives.counting import Count, Kind, Rate, count, kind
from giaoban.directives.states import Standing, State
from giaoban.model import Refused


@dataclass(frozen=True, slots=True)
class RollUp:
    """What was handed down from one directive, on a day; drafts, and what was withdrawn or merged, are not in it.

    count           by kind, as everywhere
    unacknowledged  issued, and not taken on by its lead
    reported        waits to be accepted
    """

    count: Count
    unacknowledged: int
    reported: int

    @property
    def given(self) -> int:
        return self.count.all

    @property
    def done(self) -> Rate:
        """The share accepted of everything that was handed down."""
        return Rate(self.count.done, self.count.all)

    @property
    def overdue(self) -> int:
        return self.count.of(Kind.OVERDUE)


def roll_up(below: Iterable[Standing], on: date) -> RollUp:
    """The directives right below one, as they stand on a day; what is further below is in the roll-up of theirs."""
    counted = [task for task in below if kind(task, on)]
    by_state = [task.state for task in counted]
    return RollUp(count(counted, on), by_state.count(State.ISSUED), by_state.count(State.REPORTED))


def why_not_report(rolled: RollUp) -> Refused | None:
    """Why the directive above cannot be reported yet (`cascade-open-below`); None where it can: all below are accepted, or none is."""
    left = rolled.count.left
    return Refused("cascade-open-below", left=left, given=rolled.given) if left else None
