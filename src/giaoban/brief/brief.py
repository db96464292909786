"""The brief for the next meeting: what a leader reads before it, line by line with its sources; frozen with what it was composed from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from giaoban.brief.given import Compared, Given, GivenDiscrepancy, GivenFigure, GivenTask, Level, Remembered
from giaoban.brief.lines import Sentence, Source
from giaoban.directives.counting import Count, Kind
from giaoban.directives.states import State
from giaoban.model import Topic


class Course(StrEnum):
    """Which way a figure went, by what is good for its indicator; unknown where nothing comparable is known."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure with what it is against.

    before  what the last brief said of the indicator
    age     days from the end of its period, or from its report where it has none, to the day of the brief
    behind  points of percent by which the share of the target is less than the share of the year that is over; 0 where it is not
    """

    figure: GivenFigure
    course: Course
    before: Level | None
    age: int
    behind: int = 0


@dataclass(frozen=True, slots=True)
class AskedLine:
    """An earlier task that asked the same, with what came of it."""

    key: str
    given_on: date
    wording: str
    state: State
    deadline: date | None
    result: str
    source: Source


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task where it stands on the day; `overdue` in days, `asked` the earlier ones that asked the same, the first one first."""

    task: GivenTask
    kind: Kind
    overdue: int = 0
    soon: bool = False
    asked: tuple[AskedLine, ...] = ()

    @property
    def times(self) -> int:
        """How often it was asked, now included."""
        return len(self.asked) + 1

    @property
    def open(self) -> bool:
        return self.kind not in {Kind.ON_TIME, Kind.LATE}


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A shortcoming in its latest wording, with the days on which it was named."""

    wording: str
    topic: Topic
    said_on: tuple[date, ...]
    sources: tuple[Source, ...]


class Effect(StrEnum):
    """What became of the indicator that a task should have moved, since it was given."""

    WITH = "with"
    AGAINST = "against"
    UNMOVED = "unmoved"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class EffectLine:
    """A task and its indicator: what it was when the task was given, what it is since; `sure` where a person linked them.

    change  of the later figure against the same period, where that decides the effect
    """

    task: GivenTask
    indicator: str
    name: str
    effect: Effect
    before: Level | None
    after: Level | None
    sure: bool
    change: Compared | None = None


@dataclass(frozen=True, slots=True)
class Silent:
    """A lead that has said nothing of its open tasks for `days`; `heard_on` is None where it never has."""

    lead: str
    open: int
    days: int
    heard_on: date | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Something worth asking: by which rule of `questions.tsv`, what, and why.

    about  what it is about (the key of a task, the id of an indicator, a wording): one question each
    """

    rule: str
    about: str
    ask: Sentence
    because: Sentence
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief in its parts; `questions` the weightiest first, `tasks` repeated and overdue ones first."""

    given: Given
    figures: tuple[FigureLine, ...]
    count: Count
    tasks: tuple[TaskLine, ...]
    unanswered: tuple[Unanswered, ...]
    effects: tuple[EffectLine, ...]
    discrepancies: tuple[GivenDiscrepancy, ...]
    questions: tuple[Question, ...]
    silent: tuple[Silent, ...]

    @property
    def several_lead(self) -> bool:
        """Whether the open tasks have more than one lead, so that each is to be named."""
        return len({line.task.lead for line in self.tasks if line.open and line.task.lead}) > 1

    def remembered(self) -> Remembered:
        """The part of this brief that the next one compares with."""
        return Remembered(self.given.on, tuple((each.figure.indicator, each.figure.latest) for each in self.figures))
