"""Making every read model anew from the entries."""

from collections.abc import Callable, Iterator
from itertools import groupby, islice
from typing import Any, NamedTuple

from django.db import connection, transaction

from giaoban_web.ledger import packed, rollups
from giaoban_web.ledger.models import Cut, Entry, Line, PackedSeries, Stale, Withdrawal

LINES_AND_PERIODS = "SELECT DISTINCT line_id, period_id FROM ledger_entry ORDER BY line_id, period_id"
NUMBER = 4
"""Where a row of `_entries` has its number within the cell."""
FETCHED, AT_ONCE = 20_000, 500
Progress = Callable[[str, int], None]


class Rebuilt(NamedTuple):
    """How many series and cuts were made anew."""

    series: int
    cuts: int


@transaction.atomic
def rebuild(progress: Progress = lambda _what, _count: None) -> Rebuilt:
    """Make all of them anew; entries may be read meanwhile, and written on PostgreSQL."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE ledger_cut, ledger_packedseries IN EXCLUSIVE MODE")
    marks = list(Stale.objects.values_list("pk", flat=True))
    PackedSeries.objects.all().delete()
    Cut.objects.all().delete()
    series, cuts = _all_series(progress), _all_cuts(progress)
    for start in range(0, len(marks), AT_ONCE):
        Stale.objects.filter(pk__in=marks[start : start + AT_ONCE]).delete()
    return Rebuilt(series, cuts)


def _all_series(progress: Progress) -> int:
    withdrawn: dict[tuple[int, int], set[int]] = {}
    for place, line, period in Withdrawal.objects.values_list("place", "line", "period"):
        withdrawn.setdefault((place, line), set()).add(period)
    count = 0
    made = _series(withdrawn)
    while several := list(islice(made, AT_ONCE)):
        PackedSeries.objects.bulk_create(several)
        count += len(several)
        progress("series", count)
    return count


def _series(withdrawn: dict[tuple[int, int], set[int]]) -> Iterator[PackedSeries]:
    for (place, line), rows in groupby(_entries(), key=lambda row: row[:2]):
        several = list(rows)
        contested = {row[2] for row in several if row[NUMBER]} | withdrawn.get((place, line), set())
        key = {"place_id": place, "line_id": line}
        yield PackedSeries(**key, figures=packed.standing([row[2:] for row in several], contested, "period_id", key))


def _entries() -> Iterator[Any]:
    """Every entry in the order of its key, as a plain row."""
    names = ("place_id", "line_id", "period_id", "role", "number", "amount", "amount_to", "digits", "unit_id", "bound", "status")
    yield from Entry.objects.order_by("place_id", "line_id", "period_id", "number").values_list(*names).iterator(FETCHED)


def _all_cuts(progress: Progress) -> int:
    with connection.cursor() as cursor:
        cursor.execute(LINES_AND_PERIODS)
        pairs = cursor.fetchall()
    lines = Line.objects.select_related("indicator").in_bulk()
    for count, (line, period) in enumerate(pairs, 1):
        packed.keep(Stale.Kind.CUT, [(line, period, packed.reckon(Stale.Kind.CUT, line, period))])
        progress("cuts", count)
    for line in sorted({line for line, _period in pairs}):
        rollups.roll_ups(lines[line])
        progress("roll-ups", line)
    return len(pairs)
