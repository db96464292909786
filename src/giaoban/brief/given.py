"""What a brief is composed from, as plain values: the brief keeps it, so that it can be composed again and comes out the same."""

from dataclasses import dataclass
from datetime import date

from giaoban.brief.lines import Sentence, Source
from giaoban.directives.states import Standing
from giaoban.ledger.discrepancies import Severity
from giaoban.ledger.entries import Status
from giaoban.model import Period, Polarity, Quantity, Topic
from giaoban.reference.indicators import Direction


@dataclass(frozen=True, slots=True)
class Level:
    """What an indicator was in a period, as printed, and since when that is known."""

    period: Period | None
    quantity: Quantity
    reported_on: date
    source: Source


@dataclass(frozen=True, slots=True)
class Compared:
    """A change, a share of the target or a target; `computed` where it was worked out from its sources instead of told by them."""

    quantity: Quantity
    sources: tuple[Source, ...]
    computed: bool = False


@dataclass(frozen=True, slots=True)
class GivenFigure:
    """The latest figure of one indicator.

    latest    as it stands
    change    against the same period of the year before, percent, a fall is negative
    attained  share of the target, percent
    months    of a figure that comes together over a year: how many of them it holds; 0 for any other
    earlier   its other levels, in the order of their periods
    """

    indicator: str
    name: str
    direction: Direction
    latest: Level
    status: Status = Status.PROVISIONAL
    change: Compared | None = None
    target: Compared | None = None
    attained: Compared | None = None
    months: int = 0
    earlier: tuple[Level, ...] = ()

    @property
    def against(self) -> Level | None:
        """The level before, where no change was told and the figure does not come together over a year.

        Of periods that end on one day, as October and the first ten months, neither is before the other.
        """
        if self.months or self.change:
            return None
        return next((each for each in reversed(self.earlier) if _ended_before(each, self.latest)), None)


def _ended_before(one: Level, other: Level) -> bool:
    if one.period is None or other.period is None:
        return True
    return one.period.end_on < other.period.end_on


@dataclass(frozen=True, slots=True)
class Expected:
    """The indicator that a task should move; `sure` where a person linked it, else its name stands in the words."""

    indicator: str
    direction: Direction
    sure: bool = False


@dataclass(frozen=True, slots=True)
class GivenTask:
    """One task that was given to the place or body.

    key       names it among the tasks
    given_on  the day of the meeting that gave it
    heard_on  the last day on which its lead reported or told of progress; None where it never did
    result    what came of it, in words, where somebody said so
    repeats   keys of earlier tasks that asked the same
    told_on   the day on which its lead was told of it, where that is known
    """

    key: str
    wording: str
    lead: str
    given_on: date
    standing: Standing
    source: Source
    topic: Topic = Topic.OTHER
    heard_on: date | None = None
    progress: int | None = None
    result: str = ""
    repeats: tuple[str, ...] = ()
    expected: Expected | None = None
    told_on: date | None = None


@dataclass(frozen=True, slots=True)
class GivenFinding:
    """A judgement of an earlier meeting; `answered` where a directive is linked to it."""

    wording: str
    polarity: Polarity
    said_on: date
    source: Source
    topic: Topic = Topic.OTHER
    answered: bool = False


@dataclass(frozen=True, slots=True)
class GivenDiscrepancy:
    """What a check found and nobody has resolved."""

    severity: Severity
    sentence: Sentence
    sources: tuple[Source, ...]
    ways: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the last brief on the same place said, as far as the next one needs it: its day, and the figures by indicator."""

    on: date
    figures: tuple[tuple[str, Level], ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """Everything a brief is composed from.

    place     the place or body that the next meeting is with
    meeting   what the next meeting is, in words; `meeting_on` its day
    met_on    days of the earlier meetings
    followed  whether is known what became of the tasks; records alone do not say it
    confirmed  whether persons confirmed what was read
    left_out  findings of the records that were read too unsurely to be used
    """

    place: str
    on: date
    meeting: str = ""
    meeting_on: date | None = None
    met_on: tuple[date, ...] = ()
    followed: bool = True
    confirmed: bool = True
    left_out: int = 0
    figures: tuple[GivenFigure, ...] = ()
    tasks: tuple[GivenTask, ...] = ()
    findings: tuple[GivenFinding, ...] = ()
    discrepancies: tuple[GivenDiscrepancy, ...] = ()
    last: Remembered | None = None
