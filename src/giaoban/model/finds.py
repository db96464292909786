"""What a reader finds in the record of a meeting. Definitions: docs/reading.md."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from giaoban.model.quantity import Bound, Quantity


class Measure(StrEnum):
    """What a figure measures: how much there is, by how much it changed, or which share of a plan was reached."""

    LEVEL = "level"
    CHANGE = "change"
    ATTAINMENT = "attainment"


class Role(StrEnum):
    """What a figure stands for: what was, what is expected to have been, what shall be, what others start from."""

    ACTUAL = "actual"
    ESTIMATE = "estimate"
    TARGET = "target"
    BASELINE = "baseline"


class Mode(StrEnum):
    """How a meeting is held."""

    ONLINE = "online"
    IN_PERSON = "in_person"
    HYBRID = "hybrid"


class Polarity(StrEnum):
    """Whether a finding praises or blames."""

    STRENGTH = "strength"
    SHORTCOMING = "shortcoming"


class Force(StrEnum):
    """How firmly something is asked: told to do it, asked to do it, or meant to be done by whoever speaks."""

    ORDER = "order"
    REQUEST = "request"
    PLAN = "plan"


class Topic(StrEnum):
    """The field of government that a find is about, one of seventeen."""

    PARTY = "party"
    GROWTH = "growth"
    BUDGET = "budget"
    INDUSTRY = "industry"
    AGRICULTURE = "agriculture"
    RURAL = "rural"
    INFRASTRUCTURE = "infrastructure"
    LAND = "land"
    ENVIRONMENT = "environment"
    SERVICES = "services"
    CULTURE = "culture"
    EDUCATION = "education"
    HEALTH = "health"
    WELFARE = "welfare"
    ADMINISTRATION = "administration"
    SECURITY = "security"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A growth rate (`change`, a decrease is negative) or share of plan (`attainment`) of an observation.

    base  same_period, previous_year, previous_period, plan, baseline_year:YYYY, or None
    """

    kind: Measure
    value: Decimal
    unit: str
    bound: Bound = Bound.EXACT
    base: str | None = None


@dataclass(frozen=True, slots=True)
class Observation:
    """How much of something there was, is, or shall be.

    indicator  name of what is counted, as written
    period     exchange form of `Period`, or None
    place      the place or body, as written; may be carried over from an earlier sentence
    """

    indicator: str
    quantity: Quantity
    measure: Measure = Measure.LEVEL
    role: Role = Role.ACTUAL
    period: str | None = None
    place: str | None = None
    comparisons: tuple[Comparison, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A judgement on how things stand."""

    polarity: Polarity
    topic: Topic = Topic.OTHER


@dataclass(frozen=True, slots=True)
class Directive:
    """What somebody asks somebody to do from now on; `deadline` is an exchange form of `Period`."""

    issuer: str | None
    force: Force
    assignee: str | None = None
    deadline: str | None = None
    topic: Topic = Topic.OTHER


@dataclass(frozen=True, slots=True)
class Chair:
    """Who presides or concludes: the name without titles, the offices as written."""

    name: str
    offices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting that the text reports.

    reviewed  the body or place under review
    day       month and day (--03-12) where the text names the day and nothing tells its year, so that `held_on` is not known
    """

    held_on: date | None = None
    mode: Mode | None = None
    convener: str | None = None
    reviewed: str | None = None
    chair: Chair | None = None
    day: str | None = None
