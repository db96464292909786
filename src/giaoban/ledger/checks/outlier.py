"""A figure far from its own history, or from what other places had at the time.

Positive figures are compared by their logarithms, beside the trend of the series; at least five others are needed. Far is more than eight
spreads and more than half as much again: fewer alarms, each worth a look. Numbers are floats here, because logarithms are.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from math import exp, log, sqrt
from statistics import median

from giaoban.ledger.discrepancies import Discrepancy, Implied, Severity, said
from giaoban.ledger.entries import Entry
from giaoban.ledger.facts import Facts, Figure, start, stretch, when
from giaoban.ledger.intervals import Interval, rounded, step
from giaoban.ledger.periods import Months
from giaoban.ledger.robust import beside_trend, spread
from giaoban.model import Bound
from giaoban.reference.dimensions import dimension

CHECK = "outlier"
OTHERS = 5
SPREADS = 8.0
LEAST = log(1.5)
CHANCE = 3.0
YEAR = 12
WAYS = ("way-correct-reading", "way-unit", "way-correct-entry", "way-explain")


def own_history(facts: Facts) -> Iterator[Discrepancy]:
    """Figures far beside the trend of their own series."""
    for series in facts.series:
        figures = series.figures
        if len(figures) <= OTHERS or any(figure.value <= 0 for figure in figures):
            continue
        rests = beside_trend([(start(figure), log(figure.value)) for figure in figures])
        for figure, rest in zip(figures, rests, strict=True):
            if _far(figure, rest, rests):
                others = tuple(other.entry for other in figures if other is not figure)
                yield _outlier(facts, figure, rest, rests, "outlier-history", others)


def peers(facts: Facts) -> Iterator[Discrepancy]:
    """Figures that moved quite otherwise within a year than those of other places."""
    groups: dict[tuple[str, str, Months], list[tuple[Figure, Figure]]] = defaultdict(list)
    for series in facts.series:
        for before, figure in pairwise(series.figures):
            apart = start(figure) - start(before)
            if before.value > 0 and figure.value > 0 and apart == YEAR:
                groups[series.indicator, series.breakdown, stretch(figure)].append((before, figure))
    for moves in groups.values():
        if len(moves) > OTHERS:
            yield from _apart(facts, moves)


def _apart(facts: Facts, moves: Sequence[tuple[Figure, Figure]]) -> Iterator[Discrepancy]:
    logs = [log(figure.value / before.value) for before, figure in moves]
    middle = median(logs)
    rests = [each - middle for each in logs]
    for (before, figure), rest in zip(moves, rests, strict=True):
        if _far(figure, rest, rests, _room(before)):
            yield _outlier(facts, figure, rest, rests, "outlier-peers", (before.entry,))


def _far(figure: Figure, rest: float, rests: Sequence[float], more_room: float = 0.0) -> bool:
    if figure.entry.quantity.bound not in {Bound.EXACT, Bound.ABOUT}:
        return False
    return abs(rest) - _room(figure) - more_room > max(LEAST, SPREADS * spread(rests))


def _room(figure: Figure) -> float:
    """What rounding leaves open of the logarithm, and what chance does to a count (three times its root)."""
    printed = figure.entry.quantity
    room = float(step(printed) / printed.value) / 2
    unit = dimension(figure.quantity.unit)
    return room + CHANCE / sqrt(figure.value) if unit and unit.counted else room


def _outlier(facts: Facts, figure: Figure, rest: float, rests: Sequence[float], code: str, others: tuple[Entry, ...]) -> Discrepancy:
    usual = figure.value / Decimal(exp(rest))
    width = Decimal(exp(max(LEAST, SPREADS * spread(rests))))
    implied = Implied(rounded(usual, figure.quantity), Interval(usual / width, usual * width), figure.quantity.unit)
    told = {
        "value": figure.entry.quantity,
        "period": when(figure.cell),
        "usual": implied.rough(figure.entry.quantity.unit),
        "count": len(rests) - 1,
    }
    values = said(indicator=facts.name(figure.entry), **told)
    inputs = (figure.entry, *others)
    return Discrepancy(CHECK, Severity.DOUBT, inputs, code, values, implied, figure.entry.quantity, figure.cell, ways=WAYS)
