"""What the API takes: finds in the exchange form, checked word by word, and decisions about them."""

import datetime
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from giaoban.model import Bound, Force, Measure, Mode, Period, Polarity, Role, Topic
from giaoban.typed import YEARS
from giaoban_web.api.faults import fault
from giaoban_web.records.models import Kind, Verdict
from giaoban_web.ui.numbers import DIGITS


def _period(text: str) -> str:
    try:
        return Period.parse(text).text
    except ValueError:
        raise fault("no_period") from None


def _storable(text: str) -> str:
    if "\0" in text:
        raise fault("holds_nul")
    return text


def _meant(day: datetime.date) -> datetime.date:
    first, last = YEARS
    if not first <= day.year <= last:
        raise fault("year_outside", first=first, last=last)
    return day


Day = Annotated[datetime.date, AfterValidator(_meant)]
"""A day that somebody may mean, as in the forms of the pages."""
Text = Annotated[str, AfterValidator(_storable)]
Key = Annotated[int, Field(ge=0, lt=10**DIGITS)]
Number = Annotated[int | float, Field(allow_inf_nan=False)]
PeriodText = Annotated[str, AfterValidator(_period)]


class Taken(BaseModel):
    """Plain values only, and no name that is not known."""

    model_config = ConfigDict(extra="forbid")

    def plain(self) -> dict[str, Any]:
        return self.model_dump(mode="json")


class ComparisonIn(Taken):
    """A growth rate or share of plan of an observation."""

    kind: Literal["change", "attainment"]
    value: Number
    unit: Text
    bound: Bound = Bound.EXACT
    base: str | None = Field(None, pattern=r"^(same_period|previous_year|previous_period|plan|baseline_year:\d{4})$")


class ObservationIn(Taken):
    """A figure: the number as printed, with its unit and what it counts."""

    indicator: Text = Field(min_length=1)
    measure: Measure = Measure.LEVEL
    value: Number
    value_to: Number | None = None
    unit: Text
    bound: Bound = Bound.EXACT
    role: Role = Role.ACTUAL
    period: PeriodText | None = None
    place: Text | None = None
    comparisons: list[ComparisonIn] = []


class FindingIn(Taken):
    """A judgement: strength or shortcoming, and of which field."""

    polarity: Polarity
    topic: Topic = Topic.OTHER


class DirectiveIn(Taken):
    """What somebody asks somebody to do."""

    issuer: Text | None = None
    force: Force
    assignee: Text | None = None
    deadline: PeriodText | None = None
    topic: Topic = Topic.OTHER


class ChairIn(Taken):
    """Who presides over a meeting."""

    name: Text = Field(min_length=1)
    offices: list[Text] = []


class MeetingIn(Taken):
    """The meeting that a record tells of."""

    date: Day | None = None
    mode: Mode | None = None
    convener: Text | None = None
    reviewed: Text | None = None
    chair: ChairIn | None = None
    day: str | None = Field(None, pattern=r"^--\d\d-\d\d$", description="Month and day (--03-12) while the year is not known.")

    def plain(self) -> dict[str, Any]:
        told = super().plain()
        return told if self.day and not self.date else {name: value for name, value in told.items() if name != "day"}


FIELDS: dict[Kind, type[Taken]] = {
    Kind.MEETING: MeetingIn,
    Kind.OBSERVATION: ObservationIn,
    Kind.STRENGTH: FindingIn,
    Kind.SHORTCOMING: FindingIn,
    Kind.DIRECTIVE: DirectiveIn,
}


class ChangeIn(Taken):
    """A find as it should stand: its kind, its span in the record's text, and the fields of that kind in full."""

    kind: Kind
    start: int = Field(ge=0)
    end: int = Field(gt=0)
    fields: ObservationIn | DirectiveIn | FindingIn | MeetingIn

    @model_validator(mode="before")
    @classmethod
    def _of_its_kind(cls, values: Any) -> Any:
        """Read the fields as those of the kind named, so that what is wrong with them is told of that kind."""
        if isinstance(values, dict) and values.get("kind") in [*Kind] and isinstance(values.get("fields"), dict):
            return {**values, "fields": FIELDS[Kind(values["kind"])].model_validate(values["fields"])}
        return values

    @model_validator(mode="after")
    def _agrees(self) -> "ChangeIn":
        if not isinstance(self.fields, FIELDS[self.kind]):
            raise fault("fields_of_kind", of=self.kind.value)
        if isinstance(self.fields, FindingIn) and self.fields.polarity.value != self.kind.value:
            raise fault("fields_of_kind", of=self.kind.value)
        if self.start >= self.end:
            raise fault("start_behind_end")
        return self


class VerdictIn(StrEnum):
    """What a person decides about a find."""

    CONFIRMED = Verdict.CONFIRMED.value
    CORRECTED = Verdict.CORRECTED.value
    REJECTED = Verdict.REJECTED.value
    REOPENED = Verdict.REOPENED.value


class DecisionIn(Taken):
    """A decision about a find.

    seen    `number` of the find as you last saw it: if another decision came in between, the answer is 409 with the find as it now stands
    change  the find as corrected; needed for "corrected", forbidden otherwise
    """

    verdict: VerdictIn
    seen: Key
    change: ChangeIn | None = None
    reason: Text = ""

    @model_validator(mode="after")
    def _agrees(self) -> "DecisionIn":
        if (self.verdict is VerdictIn.CORRECTED) != (self.change is not None):
            raise fault("change_of_corrected")
        return self


class AddedIn(ChangeIn):
    """A find that the reader missed; it stands confirmed."""

    record: Key
