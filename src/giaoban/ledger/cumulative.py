"""Periods within a period: the quarters of a year, six months of nine."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from giaoban.ledger.cells import Cell
from giaoban.ledger.facts import Facts, Figure, stretch
from giaoban.ledger.periods import Months, months
from giaoban.model import Measure, Role
from giaoban.reference.indicators import Nature

SeriesKey = tuple[str, str, str, str, str, Role]


def series_of(cell: Cell, role: Role) -> SeriesKey:
    """The key of the series that a cell belongs to: everything but its period."""
    return cell.indicator, cell.place, cell.measure, cell.base, cell.breakdown, role


def over_periods(facts: Facts) -> dict[SeriesKey, list[Figure]]:
    """Levels of what comes together over time and has a period of whole months, by their series."""
    found: dict[SeriesKey, list[Figure]] = defaultdict(list)
    for (cell, role), figure in facts.figures.items():
        known = facts.indicator(cell)
        timed = cell.measure is Measure.LEVEL and cell.period is not None and months(cell.period) is not None
        if timed and known and known.nature is Nature.FLOW:
            found[series_of(cell, role)].append(figure)
    return found


def within(whole: Figure, several: Sequence[Figure]) -> Iterator[tuple[list[Figure], bool]]:
    """Parts of `whole` among figures of one series, and whether they fill it.

    The fewest that lie end to end from its first month to its last; where there are none, each that begins with it (6 months of 9).
    Nothing where `whole` has no period of whole months, or one of a single month.
    """
    spanned = months(whole.cell.period) if whole.cell.period else None
    if len(several) < 2 or spanned is None or spanned[1] - spanned[0] == 1:
        return
    first, last = spanned
    inner = [each for each in several if first <= (its := stretch(each))[0] and its[1] <= last and its != (first, last)]
    if parts := _filling((first, last), inner):
        yield parts, True
    else:
        yield from (([each], False) for each in inner if stretch(each)[0] == first)


def _filling(wanted: Months, inner: Sequence[Figure]) -> list[Figure] | None:
    ways: dict[int, list[Figure]] = {wanted[0]: []}
    for each in sorted(inner, key=stretch):
        start, after = stretch(each)
        if start in ways and (after not in ways or len(ways[start]) + 1 < len(ways[after])):
            ways[after] = [*ways[start], each]
    return ways.get(wanted[1])
