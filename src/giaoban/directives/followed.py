"""A directive with the days that matter once it is issued: what reminders and the scoreboard need of its events."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from giaoban.directives.states import Event, Standing, State, after


@dataclass(frozen=True, slots=True)
class NewDeadline:
    """A deadline given after the issue, by extension or correction: the day on which it was given, and the deadline."""

    on: date
    deadline: date


@dataclass(frozen=True, slots=True)
class Followed:
    """One directive on its way.

    key        its name in the system, the same for ever
    now        where it stands
    first      the deadline with which it was issued; None where none was named
    issued_on  None while it is a draft
    asked_on   the day on which the extension was asked that waits for an answer
    later      the deadlines it was given afterwards, in their order
    """

    key: str
    now: Standing
    first: date | None = None
    issued_on: date | None = None
    asked_on: date | None = None
    later: tuple[NewDeadline, ...] = ()

    @property
    def dated_on(self) -> date | None:
        """The day since which the deadline in force has been so."""
        return self.later[-1].on if self.later else self.issued_on


def followed(key: str, events: Iterable[Event], deadline: date | None = None) -> Followed:
    """The directive after its events, given the deadline it began with. Refused at the first event that was not allowed."""
    now, first = Standing(deadline=deadline), deadline
    issued_on: date | None = None
    asked_on: date | None = None
    later: list[NewDeadline] = []
    for event in events:
        before, now = now, after(now, event)
        if before.state is State.DRAFT:
            first, issued_on = now.deadline, event.on if now.state is State.ISSUED else None
        elif now.deadline and now.deadline != before.deadline:
            later.append(NewDeadline(event.on, now.deadline))
        if now.asked != before.asked:
            asked_on = event.on if now.asked else None
    return Followed(key, now, first, issued_on, asked_on, tuple(later))
