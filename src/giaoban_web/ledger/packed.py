"""What stands in the ledger, packed: the series of a place and the cuts of a line, made anew where a write left a mark."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import numpy as np
from django.db import OperationalError, connection, transaction

from giaoban.ledger.packing import Packed, Row, pack, unpack
from giaoban_web.ledger import catalogue
from giaoban_web.ledger.models import Cut, Entry, Line, PackedSeries, Stale, Withdrawal
from giaoban_web.ledger.queries import standing_in

KIND = Stale.Kind
ENTRIES = {
    KIND.SERIES: """SELECT period_id, role, number, amount, amount_to, digits, unit_id, bound, status
                    FROM ledger_entry WHERE place_id = %s AND line_id = %s""",
    KIND.CUT: """SELECT place_id, role, number, amount, amount_to, digits, unit_id, bound, status
                 FROM ledger_entry WHERE line_id = %s AND period_id = %s""",
}
READ = {
    KIND.SERIES: """SELECT line_id, figures FROM ledger_packedseries WHERE place_id = %s
                    UNION ALL SELECT at, NULL FROM ledger_stale WHERE kind = %s AND of = %s""",
    KIND.CUT: """SELECT period_id, figures FROM ledger_cut WHERE line_id = %s
                 UNION ALL SELECT at, NULL FROM ledger_stale WHERE kind = %s AND of = %s""",
}
PLACES = """SELECT period_id, places FROM ledger_cut WHERE line_id = %s
            UNION ALL SELECT at, NULL FROM ledger_stale WHERE kind = %s AND of = %s"""
ONE_CUT = """SELECT period_id, figures FROM ledger_cut WHERE line_id = %s AND period_id = %s
             UNION ALL SELECT at, NULL FROM ledger_stale WHERE kind = %s AND of = %s"""
"""What is packed, and with nothing beside it what of it is stale: one statement, so that both are of the same moment."""
SHORT = 0.2
"""Seconds for which a reader waits to store what it made: somebody may be importing for a minute."""
LOCKS = 1 << 50
NUMBER = 2
"""Where a row of `ENTRIES` has its number within the cell."""


def series(place: int) -> dict[int, Packed]:
    """The series of a place, by the id of the line; all roles."""
    return {line: unpack(figures) for line, figures in _read(READ[KIND.SERIES], KIND.SERIES, place).items()}


def cut(line: int, period: int) -> Packed:
    """The figures of a line in a period, by place; all roles."""
    return unpack(_read(ONE_CUT, KIND.CUT, line, period).get(period) or pack([]))


def cuts(line: int) -> dict[int, Packed]:
    """The figures of a line by the id of the period, each by place; all roles."""
    return {period: unpack(figures) for period, figures in _read(READ[KIND.CUT], KIND.CUT, line).items()}


def places(line: int) -> dict[int, Any]:
    """Ids of the places with an actual figure of a line, by the id of the period: arrays."""
    found = _read(PLACES, KIND.CUT, line, of_figures=_actual)
    return {period: np.frombuffer(ids, "<u4") for period, ids in found.items()}


def reckon(kind: int, of: int, at: int) -> bytes:
    """What stands by the ledger itself, packed: of a place one line, of a line one period."""
    with connection.cursor() as cursor:
        cursor.execute(ENTRIES[KIND(kind)], [of, at])
        rows = cursor.fetchall()
    names = ("place_id", "line_id", "period_id") if kind == KIND.SERIES else ("line_id", "period_id", "place_id")
    key = dict(zip(names[:2], (of, at), strict=True))
    contested = {row[0] for row in rows if row[NUMBER]} | set(Withdrawal.objects.filter(**key).values_list(names[2], flat=True))
    return standing(rows, contested, names[2], key)


def standing(rows: Iterable[Any], contested: set[int], name: str, key: Mapping[str, int]) -> bytes:
    """Rows of the ledger packed; of the contested ones those that the rule or a person has stand. `name` is the field of what varies."""
    plain = [each for each in rows if each[0] not in contested]
    if contested:
        found = standing_in(Entry.objects.filter(**key, **{f"{name}__in": contested}))
        plain += [row(getattr(each.entry, name), each.entry) for each in found]
    return pack(plain)


@contextmanager
def alone(*of: tuple[int, int]) -> Iterator[None]:
    """A transaction in which nobody else makes these: (kind, of what)."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                for kind, what in sorted(of):
                    cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCKS + 2 * what + kind])
        yield


@contextmanager
def briefly() -> Iterator[None]:
    """Give up soon where another connection writes to SQLite; there `OperationalError` is raised."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.patience(SHORT):
        yield


def keep(kind: int, rows: Iterable[tuple[int, int, bytes]]) -> None:
    """Store what was made: (of what, at what, its bytes). A cut forgets what was rolled up of it."""
    if kind == KIND.SERIES:
        several = [PackedSeries(place_id=of, line_id=at, figures=figures) for of, at, figures in rows]
        PackedSeries.objects.bulk_create(several, 500, update_conflicts=True, unique_fields=["place", "line"], update_fields=["figures"])
        return
    cuts = [Cut(line_id=of, period_id=at, places=_actual(figures), figures=figures, rolled=b"") for of, at, figures in rows]
    changed = ["places", "figures", "rolled", "tree"]
    Cut.objects.bulk_create(cuts, 50, update_conflicts=True, unique_fields=["line", "period"], update_fields=changed)
    for each in cuts:
        Cut.objects.filter(period=each.period_id, line__in=weighed_by(each.line_id)).update(tree="")


def weighed_by(line: int) -> list[int]:
    """Lines whose mean over places is weighed by the figures of this line."""
    weight = Line.objects.select_related("indicator").get(pk=line)
    if weight.measure != "level" or weight.breakdown:
        return []
    keys = [key for key, known in catalogue.catalogue().items() if known.weight == weight.indicator.key]
    return list(Line.objects.filter(indicator__key__in=keys).values_list("pk", flat=True)) if keys else []


def refreshed(kind: int, of: int) -> dict[int, Any]:
    """What was stale of it, made anew and stored; where another writes just now it is made and not stored."""
    if not (stale := _marks(kind, of)):
        return {}
    try:
        with briefly(), alone((kind, of)):
            stale = _marks(kind, of)
            new = {at: reckon(kind, of, at) for at in sorted(set(stale.values()))}
            keep(kind, [(of, at, figures) for at, figures in new.items()])
            Stale.objects.filter(pk__in=stale).delete()
    except OperationalError:
        new = {at: reckon(kind, of, at) for at in sorted(set(stale.values()))}
    return new


def _marks(kind: int, of: int) -> dict[int, int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, at FROM ledger_stale WHERE kind = %s AND of = %s", [int(kind), of])
        return dict(cursor.fetchall())


def _read(statement: str, kind: int, of: int, *more: int, of_figures: Callable[[bytes], bytes] = bytes) -> dict[int, Any]:
    """What the statement finds, what is stale of it made anew. `of_figures` makes of the figures what is read."""
    values = [of, *more, int(kind), of]
    rows = _rows(statement, values)
    whole = dict(rows)
    if len(whole) == len(rows) and None not in whole.values():
        return whole
    made = {at: of_figures(figures) for at, figures in refreshed(kind, of).items()}
    return {at: found for at, found in _rows(statement, values) if found is not None} | made


def _rows(statement: str, values: list[int]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


def _actual(figures: bytes) -> bytes:
    """Ids of what has an actual figure."""
    columns = unpack(figures)
    return columns.at[columns.role == 0].tobytes()


def row(at: int, entry: Entry) -> Row:
    """An entry as it is packed, at the place `at` of its series."""
    return Row(at, entry.role, entry.number, entry.amount, entry.amount_to, entry.digits, entry.unit_id, entry.bound, entry.status)
