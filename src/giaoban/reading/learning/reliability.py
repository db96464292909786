"""Whether finds are right as often as their confidence says.

    reliability([(0.93, True), (0.91, False), (0.2, False)])

A find shown at 0.9 should be right nine times in ten. `make score` prints the table for each kind of find.
"""

from collections.abc import Iterable
from typing import NamedTuple

BINS = 10


class Row(NamedTuple):
    """Finds whose confidence lies between `low` and `high` : how many, their mean confidence, the share right."""

    low: float
    high: float
    finds: int
    shown: float
    right: float


def reliability(pairs: Iterable[tuple[float, bool]]) -> tuple[list[Row], float]:
    """The table by bins of equal width, empty ones left out, and the expected calibration error.

    pairs    confidence and whether the find is right
    returns  rows from the least confident up; the error is the mean distance of confidence and share right, each bin by its count (0 to 1)
    """
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, right in pairs:
        bins[min(BINS - 1, int(confidence * BINS))].append((confidence, right))
    rows = [_row(place, each) for place, each in enumerate(bins) if each]
    total = sum(row.finds for row in rows)
    return rows, sum(row.finds * abs(row.shown - row.right) for row in rows) / total if total else 0.0


def _row(place: int, pairs: list[tuple[float, bool]]) -> Row:
    count = len(pairs)
    shown = sum(confidence for confidence, _ in pairs) / count
    return Row(place / BINS, (place + 1) / BINS, count, shown, sum(right for _, right in pairs) / count)
