"""Figures of communes put together for every place above them, as places were on the last day of each period."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from django.db import OperationalError, connection
from django.db.models import Count, Max, Q

from giaoban.ledger.conversion import told, unit_for
from giaoban.ledger.packing import Packed, unpack
from giaoban.ledger.rollup import Meaning, Members, Rolled, roll_up
from giaoban.ledger.rollup_packing import pack_rolled, unpack_rolled
from giaoban.ledger.rollup_packing import rolled as unpacked
from giaoban.model import Measure, Quantity
from giaoban.reference.indicators import Catalogue, Indicator
from giaoban_web.ledger import catalogue, packed
from giaoban_web.ledger.codes import BOUNDS
from giaoban_web.ledger.models import Cut, Line, ReportingPeriod, Stale, Unit
from giaoban_web.places.kinds import LEVELS, LOWEST_LEVEL, Kind
from giaoban_web.places.models import Event, Place
from giaoban_web.places.paths import above

LOOKED_THROUGH = 12
READ = "SELECT period_id, tree, rolled FROM ledger_cut WHERE line_id = %s"


class Spot(NamedTuple):
    """A place in the tree; `valid_to` is the day from which it is no longer so."""

    pk: int
    path: str
    level: int
    valid_from: date
    valid_to: date


def roll_ups(line: Line) -> dict[int, Any]:
    """What communes make for each place above them, by the id of the period: records as `rollup_packing` has them."""
    weight = _weight(line)
    if weight:
        packed.refreshed(Stale.Kind.CUT, weight.pk)
    packed.refreshed(Stale.Kind.CUT, line.pk)
    stamp = tree_stamp()
    with connection.cursor() as cursor:
        cursor.execute(READ, [line.pk])
        found = {period: (tree, rolled) for period, tree, rolled in cursor.fetchall()}
    stale = [period for period, (tree, _rolled) in found.items() if tree != stamp]
    made = _made(line, weight, stale, stamp) if stale else {}
    return {period: unpack_rolled(made.get(period, rolled)) for period, (_tree, rolled) in found.items()}


def latest(lines: Sequence[Line], places: Collection[int], periods: Sequence[int], known: Catalogue) -> Iterator[tuple[Line, int, Rolled]]:
    """For each line the roll-up of one of `places` in the first of `periods` that has one, and that period.

    lines    of indicators that are `known`
    places   ids of the forms of one place
    periods  ids, the latest first; of those in which a line has figures, twelve are looked through
    """
    order = {period: at for at, period in enumerate(periods)}
    _refresh(lines)
    having = _having(lines, order)
    stamp = tree_stamp() if having else ""
    for line, its in having.items():
        first = sorted(its, key=order.__getitem__)[:LOOKED_THROUGH]
        found = {period: (tree, rolled) for period, tree, rolled in _some(line, first)}
        stale = [period for period, (tree, _rolled) in found.items() if tree != stamp]
        made = _made(line, _weight(line), stale, stamp) if stale else {}
        for period in first:
            records = unpack_rolled(made.get(period, found[period][1]))
            if len(here := records[np.isin(records["place"], list(places))]):
                yield line, period, next(unpacked(here, known[line.indicator.key].units, BOUNDS))
                break


def reckoned(line: Line, weight: Line | None, period: ReportingPeriod, figures: Packed, weighing: Packed | None) -> bytes:
    """The roll-up of one cut, packed."""
    known, units = _known(line), _units()
    weights = _weights(weight, weighing, units) if weight and weighing is not None else {}
    meaning = Meaning(known, units, BOUNDS, weights)
    actual = figures.where(figures.role == 0)
    rows = [row for members in tree(tree_stamp()).on(period.end_on) for row in roll_up(actual, members, meaning)]
    return pack_rolled(rows, known.units if known else (), BOUNDS)


def tree_stamp() -> str:
    """Other for another tree of places: of how many places, how many of them ended or withdrawn, by how many events."""
    counts = Place.every.aggregate(Count("pk"), Max("pk"), Count("valid_to"), gone=Count("pk", filter=Q(withdrawn=True)))
    return "-".join(str(each or 0) for each in (*counts.values(), Event.objects.aggregate(last=Max("pk"))["last"]))


class Tree:
    """All places with what lies above them."""

    def __init__(self, spots: list[Spot]) -> None:
        self._spots = spots
        self._days = sorted({day for spot in spots for day in (spot.valid_from, spot.valid_to)})
        self._known: dict[int, list[Members]] = {}

    def on(self, day: date) -> list[Members]:
        """The communes of that day below provinces, and below what was a district."""
        stretch = bisect_right(self._days, day)
        if stretch not in self._known:
            there = [spot for spot in self._spots if spot.valid_from <= day < spot.valid_to]
            self._known[stretch] = [self._members(there, level) for level in range(1, LOWEST_LEVEL)]
        return self._known[stretch]

    @staticmethod
    def _members(there: list[Spot], level: int) -> Members:
        wholes = {spot.path: spot.pk for spot in there if spot.level == level}
        pairs = sorted(
            (spot.pk, wholes[path]) for spot in there if spot.level == LOWEST_LEVEL for path in above(spot.path) if path in wholes
        )
        member, whole = np.array(pairs, np.int64).reshape(-1, 2).T
        return Members(member, whole, Counter(whole.tolist()))


@lru_cache(maxsize=2)
def tree(_stamp: str) -> Tree:
    """The tree of places that has this stamp."""
    return Tree(list(_spots()))


def _spots() -> Iterator[Spot]:
    rows = Place.objects.values_list("pk", "path", "kind", "valid_from", "valid_to")
    for pk, path, kind, valid_from, valid_to in rows:
        level = 1 if path.count("/") == 1 else max(2, LEVELS.get(Kind(kind), LOWEST_LEVEL))
        yield Spot(pk, path, level, valid_from, valid_to or date.max)


def _refresh(lines: Sequence[Line]) -> None:
    """Make the cuts anew that writes made stale, of these lines and of what weighs them."""
    stale = set(Stale.objects.filter(kind=Stale.Kind.CUT).values_list("of", flat=True).distinct())
    for line in lines if stale else ():
        for each in (_weight(line), line):
            if each and each.pk in stale:
                packed.refreshed(Stale.Kind.CUT, each.pk)


def _having(lines: Sequence[Line], periods: Collection[int]) -> dict[Line, list[int]]:
    """For each line in which of these periods it has figures."""
    by_key: dict[int, Line] = {line.pk: line for line in lines}
    found: dict[Line, list[int]] = {}
    for line, period in Cut.objects.filter(line__in=by_key).values_list("line_id", "period_id"):
        if period in periods:
            found.setdefault(by_key[line], []).append(period)
    return found


def _some(line: Line, periods: Sequence[int]) -> list[tuple[int, str, bytes]]:
    with connection.cursor() as cursor:
        cursor.execute(f"{READ} AND period_id IN ({', '.join(['%s'] * len(periods))})", [line.pk, *periods])
        return list(cursor.fetchall())


def _made(line: Line, weight: Line | None, periods: list[int], stamp: str) -> dict[int, bytes]:
    """Made for these periods and stored; where another writes just now it is made and not stored."""
    lines = [line] if weight is None else [line, weight]
    try:
        with packed.briefly(), packed.alone(*((Stale.Kind.CUT, each.pk) for each in lines)):
            made = _reckoned(line, weight, periods)
            for period, rolled in made.items():
                Cut.objects.filter(line=line, period=period).update(rolled=rolled, tree=stamp)
    except OperationalError:
        made = _reckoned(line, weight, periods)
    return made


def _reckoned(line: Line, weight: Line | None, periods: list[int]) -> dict[int, bytes]:
    spans = ReportingPeriod.objects.in_bulk(periods)
    figures = {period: unpack(blob) for period, blob in Cut.objects.filter(line=line).values_list("period", "figures") if period in spans}
    weighing = dict(Cut.objects.filter(line=weight).values_list("period", "figures")) if weight else {}
    return {
        period: reckoned(line, weight, spans[period], cut, unpack(weighing[period]) if period in weighing else None)
        for period, cut in figures.items()
    }


def _known(line: Line) -> Indicator | None:
    return catalogue.catalogue().get(line.indicator.key) if line.measure == Measure.LEVEL else None


def _weight(line: Line) -> Line | None:
    known = _known(line)
    if known is None or not known.weight:
        return None
    whole = {"measure": Measure.LEVEL.value, "base": "", "breakdown": ""}
    return Line.objects.select_related("indicator").filter(indicator__key=known.weight, **whole).first()


def _weights(weight: Line, figures: Packed, units: dict[int, str]) -> dict[int, Decimal]:
    """The weight of each place, in the unit of its indicator; of none that is told in a unit of something else."""
    known = _known(weight)
    rows = [row for row in figures.where(figures.role == 0).rows() if known and unit_for(units[row.unit], known) == known.units[0]]
    return {row.at: told(Quantity(row.value, units[row.unit]), known).value for row in rows if known}


def _units() -> dict[int, str]:
    return dict(Unit.objects.values_list("pk", "name"))
