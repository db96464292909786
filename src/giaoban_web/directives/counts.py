"""Tasks counted by the database, in one query, as `giaoban.directives.counting` counts them one by one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count as CountOf
from django.db.models import Q, QuerySet

from giaoban.directives.counting import BUCKETS, Count, Kind
from giaoban_web.directives.models import Directive
from giaoban_web.directives.queries import of_kind


@dataclass(frozen=True, slots=True)
class Counted:
    """The tasks of a list on a day.

    rows     all of them, also drafts and what was withdrawn or merged
    count    those that a report counts, by kind
    buckets  the overdue ones: to 30 days, to 120, over
    """

    rows: int
    count: Count
    buckets: tuple[int, ...]

    @property
    def uncounted(self) -> int:
        return self.rows - self.count.all


@dataclass(frozen=True, slots=True)
class OfLead:
    """The tasks of one lead on a day; `lead` is None for those that nobody leads yet."""

    lead: int | None
    name: str
    count: Count


def bucket(number: int, on: date) -> Q:
    """Tasks overdue to 30 days (0), to 120 (1), or over (2)."""
    ends = (0, *BUCKETS)
    within = Q(deadline_on__lt=on - timedelta(days=ends[number]))
    if number < len(BUCKETS):
        within &= Q(deadline_on__gte=on - timedelta(days=BUCKETS[number]))
    return of_kind(Kind.OVERDUE, on) & within


def counted(found: QuerySet[Directive], on: date) -> Counted:
    """Of exactly those found."""
    wanted = {"rows": CountOf("*"), **_kinds(on)}
    wanted |= {f"bucket_{number}": CountOf("pk", filter=bucket(number, on)) for number in range(len(BUCKETS) + 1)}
    told = found.order_by().aggregate(**wanted)
    return Counted(told["rows"], _count(told, on), tuple(told[f"bucket_{number}"] for number in range(len(BUCKETS) + 1)))


def by_lead(found: QuerySet[Directive], on: date) -> Sequence[OfLead]:
    """Of each lead, who has most first; leads of which nothing is counted are left out."""
    rows = found.order_by().values("lead_id", "lead__name").annotate(**_kinds(on))
    made = [OfLead(row["lead_id"], row["lead__name"] or "", _count(row, on)) for row in rows]
    return sorted((each for each in made if each.count.all), key=lambda each: (-each.count.all, each.name))


def total(rows: Sequence[OfLead], on: date) -> Count:
    """All of them together: each task has one lead."""
    return Count(on, {kind: sum(row.count.of(kind) for row in rows) for kind in Kind})


def _kinds(on: date) -> dict[str, CountOf]:
    return {kind.value: CountOf("pk", filter=of_kind(kind, on)) for kind in Kind}


def _count(told: Mapping[str, Any], on: date) -> Count:
    return Count(on, {kind: told[kind.value] for kind in Kind})
