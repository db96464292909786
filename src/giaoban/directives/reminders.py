"""Which reminders a directive calls for on a day. Nothing is sent here, and nothing is remembered: the keys do that.

On each day the newest rung that was reached holds, for each recipient and clock. Whoever sends keeps the keys of what was sent and leaves
out what has one already. So a second run sends nothing, a run after days without one sends the newest rung only, and a new deadline
begins anew.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from giaoban.directives.escalation import Clock, Recipient, Rung, ladder
from giaoban.directives.followed import Followed


@dataclass(frozen=True, slots=True)
class Reminder:
    """Something to tell somebody about one directive.

    directive  its key
    to         in which capacity somebody is told
    since      the day from which the rung is counted: the deadline in force, the day of issue, of the report, or of the asking
    days       from `since` to the day of the reminder; negative before it
    """

    directive: str
    rung: Rung
    to: Recipient
    since: date
    days: int

    @property
    def key(self) -> str:
        """The same on every day on which this rung holds: what was sent under it is not sent again."""
        return f"{self.directive}/{self.rung.name}/{self.since.isoformat()}/{self.to.value}"


def due(task: Followed, on: date, rungs: Sequence[Rung] | None = None) -> tuple[Reminder, ...]:
    """The reminders that hold for a directive on a day, at most one for each recipient and clock.

    Nothing for what is a draft, accepted, withdrawn or merged; what was reported reminds only those who owe an answer.
    A rung before the deadline whose day was over when that deadline was given is left out: its lead has just been told.

    rungs  the ladder, by default that of Giaoban
    """
    newest: dict[tuple[Clock, Recipient], tuple[Rung, date]] = {}
    begun = _begun(task)
    for rung in sorted(ladder() if rungs is None else rungs, key=lambda rung: rung.days):
        since = begun[rung.clock]
        if since and task.now.state in rung.states and _reached(task, rung, since, on):
            for to in rung.to:
                newest[rung.clock, to] = (rung, since)
    found = ((to, *newest[clock, to]) for clock, to in sorted(newest))
    return tuple(Reminder(task.key, rung, to, since, (on - since).days) for to, rung, since in found)


def _begun(task: Followed) -> dict[Clock, date | None]:
    """From which day each clock counts; None where it has not begun."""
    return {
        Clock.DEADLINE: task.now.deadline,
        Clock.ISSUED: task.issued_on,
        Clock.REPORTED: task.now.reported_on,
        Clock.ASKED: task.asked_on,
    }


def _reached(task: Followed, rung: Rung, since: date, on: date) -> bool:
    day = since + timedelta(days=rung.days)
    given_later = rung.clock is Clock.DEADLINE and rung.days <= 0 and task.dated_on is not None and day <= task.dated_on
    return day <= on and not given_later
