"""Periods as stretches of months: the same stretch under other names, the one before, and a period made out of others.

Sáu tháng, chín tháng and the year are cumulative; the single quarter lies between two of them. Any wanted stretch is a way along months:
forwards through a known period adds it, backwards takes it away; the shortest way is taken.

    quý III = 9 tháng − 6 tháng        năm = quý I + quý II + quý III + quý IV

Only figures of what came together in a period (flows) can be reckoned so; stocks and ratios are refused.
"""

from calendar import monthrange
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from giaoban.ledger.computing import computed
from giaoban.ledger.conversion import convert
from giaoban.ledger.entries import Entry
from giaoban.ledger.totals import total
from giaoban.model import Measure, Period, Refused
from giaoban.reference.indicators import Indicator, Nature

RULE = "periods@1"
Months = tuple[int, int]
"""First month and the month after the last, counted from year 0: (12 × 2020, 12 × 2020 + 3) is the first quarter of 2020."""
FIRST = 12
"""The first month of the calendar: January of the year 1."""
NAMES: dict[Months, str] = {
    (0, 12): "{year}",
    (0, 6): "{year}-H1",
    (6, 12): "{year}-H2",
    **{(3 * quarter, 3 * quarter + 3): f"{{year}}-Q{quarter + 1}" for quarter in range(4)},
    **{(0, months): f"{{year}}-M{months}" for months in range(2, 12) if months not in {3, 6}},
    **{(month, month + 1): f"{{year}}-{month + 1:02}" for month in range(12)},
}


@lru_cache(maxsize=65536)
def months(period: Period) -> Months | None:
    """The whole months of `period`; None where it begins or ends within one."""
    start, end = period.start_on, period.end_on
    if start.day != 1 or end.day != monthrange(end.year, end.month)[1]:
        return None
    return 12 * start.year + start.month - 1, 12 * end.year + end.month


@lru_cache(maxsize=65536)
def canonical(period: Period) -> Period:
    """The period under its usual name: 2020-M3 is 2020-Q1, 2020-01/2020-06 is 2020-H1.

    >>> str(canonical(Period.parse("2020-M12")))
    '2020'
    """
    stretch = months(period)
    return period if stretch is None else named(stretch)


def named(stretch: Months) -> Period:
    """The period of these months."""
    year, first = divmod(stretch[0], 12)
    if name := NAMES.get((first, stretch[1] - 12 * year)):
        return Period.parse(name.format(year=f"{year:04}"))
    last_year, last = divmod(stretch[1] - 1, 12)
    if first == 0 and last == 11:
        return Period.parse(f"{year:04}/{last_year:04}")
    return Period.parse(f"{year:04}-{first + 1:02}/{last_year:04}-{last + 1:02}")


def years_before(period: Period, years: int = 1) -> Period | None:
    """The same months so many years earlier; None for a period that is not of whole months, and before the year 1."""
    stretch = months(period)
    return None if stretch is None else _earlier((stretch[0] - 12 * years, stretch[1] - 12 * years))


def before(period: Period) -> Period | None:
    """The period of the same length that ends where this one begins; None as for `years_before`."""
    stretch = months(period)
    return None if stretch is None else _earlier((2 * stretch[0] - stretch[1], stretch[0]))


def _earlier(stretch: Months) -> Period | None:
    return named(stretch) if stretch[0] >= FIRST else None


def derived(wanted: Period, entries: Iterable[Entry], indicator: Indicator) -> Entry:
    """The entry of `wanted`, made of standing entries of one series (one cell but for the period), one for each period.

    Its status is the least settled of its inputs, its vintage the latest. Refused for what is no flow (`period-not-additive`), where no sum
    of the periods at hand makes it (`period-not-derivable`), and where the bounds do not allow it (`bounds-do-not-add`).
    """
    if indicator.nature is not Nature.FLOW:
        raise Refused("period-not-additive", indicator=indicator.name)
    edges = list(_edges(entries))
    stretch = months(wanted)
    way = _way(stretch, edges) if stretch else None
    if not way:
        raise Refused("period-not-derivable", indicator=indicator.name, period=wanted)
    used = [entry for _sign, entry in way]
    unit = used[0].quantity.unit
    quantity = total((sign, convert(entry.quantity, unit)) for sign, entry in way)
    return computed(RULE, used, replace(used[0].cell, period=wanted), quantity)


def _edges(entries: Iterable[Entry]) -> Iterator[tuple[int, int, int, Entry]]:
    """(from month, to month, sign, entry): each known period forwards and backwards."""
    for entry in entries:
        if entry.cell.measure is not Measure.LEVEL:
            raise ValueError("levels are wanted")
        if entry.cell.period and (stretch := months(entry.cell.period)):
            yield *stretch, 1, entry
            yield stretch[1], stretch[0], -1, entry


def _way(stretch: Months, edges: Sequence[tuple[int, int, int, Entry]]) -> list[tuple[int, Entry]] | None:
    """The fewest signed entries that lead from the first month to the last; of equally few, those that come first."""
    start, goal = stretch
    ways: dict[int, list[tuple[int, Entry]]] = {start: []}
    queue = deque([start])
    while queue and goal not in ways:
        here = queue.popleft()
        for origin, target, sign, entry in edges:
            if origin == here and target not in ways:
                ways[target] = [*ways[here], (sign, entry)]
                queue.append(target)
    return ways.get(goal)
