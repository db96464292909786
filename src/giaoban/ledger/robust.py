"""Middle, spread and trend that a few wrong values do not move."""

from collections.abc import Sequence
from itertools import combinations
from statistics import median

NORMAL = 1.4826
"""What makes the median distance the standard deviation of a normal spread."""


def spread(values: Sequence[float]) -> float:
    """The spread of `values` around their median, from the median distance."""
    middle = median(values)
    return NORMAL * median(abs(value - middle) for value in values)


def beside_trend(points: Sequence[tuple[float, float]]) -> list[float]:
    """How far each (place, value) lies above the straight line of the median slope (Theil and Sen); places differ.

    >>> beside_trend([(1, 1.0), (2, 2.0), (3, 3.0), (4, 9.0), (5, 5.0)])
    [0.0, 0.0, 0.0, 5.0, 0.0]
    """
    slope, origin = trend(points)
    return [value - slope * place - origin for place, value in points]


def trend(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Slope and value at nought of the straight line of the median slope; at least two points at different places."""
    slope = median((two[1] - one[1]) / (two[0] - one[0]) for one, two in combinations(points, 2))
    return slope, median(value - slope * place for place, value in points)
