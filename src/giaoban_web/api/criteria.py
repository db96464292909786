"""The criteria sets: all of them, one with its criteria and thresholds."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.http import Http404, HttpRequest
from ninja import Field, Query, Router, Schema

from giaoban.reference.criteria.finding import in_force, of_set
from giaoban.reference.criteria.tables import Asks, CriteriaSet, Criterion, Known, Level, Sense, Tier, sets
from giaoban_web.api.errors import DECLARED

router = Router(tags=["criteria"])
ON = Query(None, description="Only those in force on that day.")


class SetOut(Schema):
    """A criteria set, in force from `valid_from` (included) to `valid_to` (excluded).

    criteria_count, contents_count   what the act has; the tables may hold less
    note                             what is not verified or not complete, in Vietnamese; note_en: the same in English
    """

    id: str
    name: str
    act: str
    title: str
    level: Level
    tier: Tier
    issued_on: date
    valid_from: date
    valid_to: date
    criteria_count: int | None
    contents_count: int | None
    amended_by: list[str]
    sources: list[str]
    note: str
    note_en: str


class ThresholdOut(Schema):
    """What must be reached in a region; `year` null: all the time."""

    where: str = Field(description="chung (the whole country), tdmnpb, dbsh, btb, dhntb, tn, dnb or dbscl.")
    year: int | None
    value: Decimal
    known: Known


class CriterionOut(Schema):
    """A criterion, or a content of the criterion `above`. Only what is verified may be a ground for a verdict.

    named       on what ground it is said to be called so; known: the same of what must be reached
    indicators  keys of indicators whose figures speak to it
    """

    number: str
    name: str
    above: str
    group: str
    named: Known
    asks: Asks | None
    sense: Sense | None
    unit: str
    known: Known | None
    thresholds: list[ThresholdOut]
    indicators: list[str]
    sources: list[str]
    note: str

    @staticmethod
    def resolve_sources(each: Criterion) -> list[str]:
        return each.source.split()


class SetDetail(SetOut):
    """A criteria set with all that it asks for."""

    criteria: list[CriterionOut]

    @staticmethod
    def resolve_criteria(each: CriteriaSet) -> list[Criterion]:
        return list(of_set(each.id))


@router.get("/", response={200: list[SetOut], **DECLARED}, operation_id="list_criteria_sets")
def list_criteria_sets(request: HttpRequest, on: date | None = ON) -> Any:
    """The national criteria sets for the new-style rural area, the oldest first."""
    return list(in_force(on) if on else sets().values())


@router.get("/{set_id}", response={200: SetDetail, **DECLARED}, operation_id="get_criteria_set")
def get_criteria_set(request: HttpRequest, set_id: str) -> Any:
    """One set with its criteria, their contents, and what must be reached as far as it is known."""
    if set_id not in sets():
        raise Http404
    return sets()[set_id]
