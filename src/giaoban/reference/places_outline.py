"""The outline of a place as GeoJSON: what is wrong with it, and how large it is.

A Polygon or MultiPolygon in degrees (WGS 84), longitude first, as RFC 7946 has it.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from math import isfinite, radians, sin
from typing import Any

EARTH_RADIUS_KM = 6371.0088
MOST_POINTS = 200_000
Point = tuple[float, float]
Ring = list[Point]
Segment = tuple[Point, Point]


class BadOutline(ValueError):
    """What is wrong: not-polygon, not-points, too-many, too-few, not-closed, not-on-earth or crosses."""


def rings(geometry: Any) -> list[Ring]:
    """Every ring of the outline, outer rings before their holes; raises `BadOutline` where it is no outline."""
    polygons = _polygons(geometry)
    try:
        found = [[(float(point[0]), float(point[1])) for point in ring] for polygon in polygons for ring in polygon]
    except (TypeError, ValueError, IndexError, KeyError) as error:
        raise BadOutline("not-points") from error
    if sum(map(len, found)) > MOST_POINTS:
        raise BadOutline("too-many")
    if not found:
        raise BadOutline("too-few")
    for ring in found:
        _check(ring)
    return found


def area(geometry: Any) -> Decimal:
    """Square kilometres on a sphere, to two decimals, holes taken off.

    >>> square = [[106, 21], [106.1, 21], [106.1, 21.1], [106, 21.1], [106, 21]]
    >>> area({"type": "Polygon", "coordinates": [square]})
    Decimal('115.39')
    """
    rings(geometry)
    total = 0.0
    for polygon in _polygons(geometry):
        outer, *holes = (abs(_ring_area([(float(x), float(y)) for x, y, *_height in ring])) for ring in polygon)
        total += outer - sum(holes)
    return Decimal(total).quantize(Decimal("0.01"))


def _polygons(geometry: Any) -> Sequence[Any]:
    coordinates = geometry.get("coordinates") if isinstance(geometry, Mapping) else None
    if isinstance(coordinates, list) and isinstance(geometry, Mapping):
        if geometry.get("type") == "Polygon":
            return [coordinates]
        if geometry.get("type") == "MultiPolygon":
            return coordinates
    raise BadOutline("not-polygon")


def _check(ring: Ring) -> None:
    if not all(isfinite(x) and isfinite(y) and abs(x) <= 180 and abs(y) <= 90 for x, y in ring):
        raise BadOutline("not-on-earth")
    if len(ring) < 4:
        raise BadOutline("too-few")
    if ring[0] != ring[-1]:
        raise BadOutline("not-closed")
    if any(_crossings(ring)):
        raise BadOutline("crosses")


def _crossings(ring: Ring) -> Iterator[bool]:
    """True for each pair of segments that cross: only those are compared whose longitudes overlap."""
    segments = sorted((min(a, b), max(a, b)) for a, b in pairwise(ring) if a != b)
    open_ones: list[Segment] = []
    for segment in segments:
        open_ones = [each for each in open_ones if each[1][0] >= segment[0][0]]
        for other in open_ones:
            if _cross(segment, other):
                yield True
        open_ones.append(segment)


def _cross(one: Segment, other: Segment) -> bool:
    """Whether two segments cross at a point inside both."""
    (a, b), (c, d) = one, other
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _ring_area(ring: Ring) -> float:
    steps = (radians(b[0] - a[0]) * (2 + sin(radians(a[1])) + sin(radians(b[1]))) for a, b in pairwise(ring))
    return sum(steps) * EARTH_RADIUS_KM**2 / 2
