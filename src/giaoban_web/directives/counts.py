"""Tasks counted by the database, in one query, as `giaoban.directives.counting` counts them one by one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count as CountOf
from django.db.models import Q, QuerySet
from django.utils import timezone

from giaoban.directives.counting import BUCKETS, Count, Kind
from giaoban.directives.states import State
from giaoban.reference.folding import fold
from giaoban_web.directives.models import Directive, Stands
from giaoban_web.directives.queries import of_kind

REPORTED = Q(state=State.REPORTED)


@dataclass(frozen=True, slots=True)
class Counted:
    """The tasks of a list on a day.

    rows     all of them, also drafts and what was withdrawn or merged
    count    those that a report counts, by kind
    buckets  the overdue ones: to 30 days, to 120, over
    late     of the overdue ones those that were reported, late, and wait to be accepted
    """

    rows: int
    count: Count
    buckets: tuple[int, ...]
    late: int = 0

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
    return of_kind(Kind.OVERDUE, on) & _within(number, on)


def counted(found: QuerySet[Directive], on: date) -> Counted:
    """Counts exactly the tasks that were found."""
    return _counted_now(found, on) if on >= timezone.localdate() else _counted_then(found, on)


def _counted_now(found: QuerySet[Directive], on: date) -> Counted:
    """By `stands`, group by group as its index has them; the day parts only the open ones."""
    ends = [on - timedelta(days=days) for days in (0, *BUCKETS)]
    wanted = {f"after_{number}": CountOf("pk", filter=Q(stands=Stands.OPEN, deadline_on__lt=end)) for number, end in enumerate(ends)}
    wanted |= {
        "rows": CountOf("pk"),
        "reported": CountOf("pk", filter=REPORTED & Q(reported_on__isnull=False)),
        "late": CountOf("pk", filter=_late(on)),
    }
    groups = {row["stands"]: row for row in found.order_by().values("stands").annotate(**wanted)}
    rows = {stands: groups.get(stands) or dict.fromkeys(wanted, 0) for stands in Stands}
    number = {stands: rows[stands]["rows"] for stands in Stands}
    undated, still = rows[Stands.UNDATED], rows[Stands.OPEN]
    after = [still[f"after_{number}"] for number in range(len(ends))]
    kinds = {
        Kind.ON_TIME: number[Stands.ON_TIME],
        Kind.LATE: number[Stands.LATE],
        Kind.IN_TIME: number[Stands.OPEN] - after[0],
        Kind.WAITING: number[Stands.WAITING] + undated["reported"],
        Kind.OVERDUE: after[0],
        Kind.UNDATED: undated["rows"] - undated["reported"],
    }
    buckets = tuple(earlier - later for earlier, later in zip(after, [*after[1:], 0], strict=True))
    return Counted(sum(number.values()), Count(on, kinds), buckets, still["late"])


def _counted_then(found: QuerySet[Directive], on: date) -> Counted:
    wanted = {"rows": CountOf("pk"), "late_reports": CountOf("pk", filter=of_kind(Kind.OVERDUE, on) & _late(on)), **_kinds(on)}
    wanted |= {f"bucket_{number}": CountOf("pk", filter=bucket(number, on)) for number in range(len(BUCKETS) + 1)}
    told = found.order_by().aggregate(**wanted)
    buckets = tuple(told[f"bucket_{number}"] for number in range(len(BUCKETS) + 1))
    return Counted(told["rows"], _count(told, on), buckets, told["late_reports"])


def _late(on: date) -> Q:
    """Of what is overdue on a day, what was reported by then."""
    return REPORTED & Q(deadline_on__lt=on, reported_on__lte=on)


def by_lead(found: QuerySet[Directive], on: date) -> Sequence[OfLead]:
    """Of each lead, who has most first; leads of which nothing is counted are left out."""
    rows = found.order_by().values("lead_id", "lead__name").annotate(**_kinds(on))
    made = [OfLead(row["lead_id"], row["lead__name"] or "", _count(row, on)) for row in rows]
    return sorted((each for each in made if each.count.all), key=lambda each: (-each.count.all, fold(each.name), each.name))


def total(rows: Sequence[OfLead], on: date) -> Count:
    """All of them together: each task has one lead."""
    return Count(on, {kind: sum(row.count.of(kind) for row in rows) for kind in Kind})


def _within(number: int, on: date) -> Q:
    ends = (0, *BUCKETS)
    days = Q(deadline_on__lt=on - timedelta(days=ends[number]))
    return days & Q(deadline_on__gte=on - timedelta(days=BUCKETS[number])) if number < len(BUCKETS) else days


def _kinds(on: date) -> dict[str, CountOf]:
    return {kind.value: CountOf("pk", filter=of_kind(kind, on)) for kind in Kind}


def _count(told: Mapping[str, Any], on: date) -> Count:
    return Count(on, {kind: told[kind.value] for kind in Kind})
