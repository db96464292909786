"""How a task ends on the scoreboard: the day that counts as its deadline there, and how it stands to that (docs/decisions/0013).

A task that was given no deadline is due a fixed term after its issue. A deadline given after the one before it had passed changes nothing.
"""

from datetime import date, timedelta
from enum import StrEnum

from giaoban.directives.followed import Followed
from giaoban.directives.states import Standing, State

TERM = 30
"""Days after its issue on which a task without a deadline is due: a month, from one monthly meeting to the next. Our choice, not a rule."""


class Outcome(StrEnum):
    """How a share stands on a day, from the best to the worst.

    waiting  reported in time, and nobody has accepted or returned it
    in_time  not due yet
    """

    ON_TIME = "on_time"
    WAITING = "waiting"
    IN_TIME = "in_time"
    LATE = "late"
    OVERDUE = "overdue"


WORSE = {outcome: number for number, outcome in enumerate(Outcome)}
DUE = frozenset({Outcome.ON_TIME, Outcome.LATE, Outcome.OVERDUE})


def counted_due(task: Followed, term: int = TERM) -> date | None:
    """The day by which a task must be done to be on time here; None while it is a draft.

    The last deadline it was given while the one before had not passed; one brought forward to a day that was over is that of the giving.
    What was given none is due `term` days after its issue.
    """
    due = first_due(task, term)
    for each in task.later:
        if due and each.on <= due:
            due = max(each.deadline, each.on)
    return due


def first_due(task: Followed, term: int = TERM) -> date | None:
    """When it was due by the deadline it was issued with, whatever extensions came later."""
    if task.issued_on is None:
        return None
    return task.first or task.issued_on + timedelta(days=term)


def outcome(now: Standing, due: date, on: date) -> Outcome | None:
    """How an issued task stands on a day, were it due on that one; None where it was withdrawn."""
    if now.state is State.WITHDRAWN:
        return None
    if now.done_on and now.done_on <= on:
        return Outcome.ON_TIME if now.done_on <= due else Outcome.LATE
    if now.state is State.REPORTED and now.reported_on and now.reported_on <= min(due, on):
        return Outcome.WAITING
    return Outcome.OVERDUE if due < on else Outcome.IN_TIME
