"""Tasks counted by the database, in one query, as `giaoban.directives.counting` counts them one by one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case, F, Q, QuerySet, Value, When
from django.db.models import Count as CountOf

from giaoban.directives.counting import BUCKETS, Count, Kind
from giaoban.directives.states import State
from giaoban_web.directives.models import COUNTED, Directive
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
    rows = found.order_by().annotate(where=where_counted(on)).values_list("where").annotate(number=CountOf("pk"))
    numbers = dict(rows)
    overdue = tuple(numbers.get(f"{Kind.OVERDUE}{number}", 0) for number in range(len(BUCKETS) + 1))
    return Counted(sum(numbers.values()), _count(numbers, on), overdue)


def by_lead(found: QuerySet[Directive], on: date) -> Sequence[OfLead]:
    """Of each lead, who has most first; leads of which nothing is counted are left out."""
    rows = found.order_by().annotate(where=where_counted(on)).values_list("lead_id", "lead__name", "where").annotate(number=CountOf("pk"))
    of_lead: dict[tuple[int | None, str], dict[str, int]] = {}
    for key, name, where, number in rows:
        of_lead.setdefault((key, name or ""), {})[where] = number
    made = [OfLead(key, name, _count(numbers, on)) for (key, name), numbers in of_lead.items()]
    return sorted((each for each in made if each.count.all), key=lambda each: (-each.count.all, each.name))


def total(rows: Sequence[OfLead], on: date) -> Count:
    """All of them together: each task has one lead."""
    return Count(on, {kind: sum(row.count.of(kind) for row in rows) for kind in Kind})


def where_counted(on: date) -> Case:
    """For each task its kind, an overdue one with the number of its bucket, "" for what is not counted.

    `queries.of_kind` says the same as conditions. As one chain, in which each row stops at what it is, it counts five times as quickly.
    """
    done = {"done_on__lte": on}
    whens = [
        (~Q(state__in=COUNTED), ""),
        (Q(**done, deadline_on__lt=F("done_on")), Kind.LATE.value),
        (Q(**done), Kind.ON_TIME.value),
        (Q(deadline_on=None), Kind.UNDATED.value),
        (Q(deadline_on__gte=on) | Q(state=State.REPORTED, reported_on__lte=F("deadline_on")), Kind.IN_TIME.value),
        *((Q(deadline_on__gte=on - timedelta(days=days)), f"{Kind.OVERDUE}{number}") for number, days in enumerate(BUCKETS)),
    ]
    return Case(*(When(when, then=Value(name)) for when, name in whens), default=Value(f"{Kind.OVERDUE}{len(BUCKETS)}"))


def _count(numbers: Mapping[str, int], on: date) -> Count:
    names = {kind: (kind.value,) for kind in Kind} | {Kind.OVERDUE: tuple(f"{Kind.OVERDUE}{n}" for n in range(len(BUCKETS) + 1))}
    return Count(on, {kind: sum(numbers.get(name, 0) for name in names[kind]) for kind in Kind})
