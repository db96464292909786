"""The outlines of places as a drawing: paths of an SVG, north up, as wide as they are at their latitude."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians

from giaoban.reference.places_outline import rings
from giaoban_web.places.models import Boundary, Place

WIDTH = 1000


@dataclass(frozen=True, slots=True)
class Drawing:
    """`box` is the viewBox; `shapes` are the places with the data of their paths."""

    box: str
    shapes: list[tuple[Place, str]]


def drawing(places: Iterable[Place]) -> Drawing | None:
    """Those of `places` whose boundaries are known, in one drawing; None where none is."""
    outlines = [(each.place, rings(each.geometry)) for each in Boundary.objects.filter(place__in=places).select_related("place")]
    points = [point for _place, found in outlines for ring in found for point in ring]
    if not points:
        return None
    west, east = min(x for x, _y in points), max(x for x, _y in points)
    south, north = min(y for _x, y in points), max(y for _x, y in points)
    narrow = cos(radians((south + north) / 2))
    scale = WIDTH / max((east - west) * narrow, north - south, 1e-9)

    def path(ring: list[tuple[float, float]]) -> str:
        # Points that fall on one another at this size are one.
        steps = dict.fromkeys(f"{(x - west) * narrow * scale:.0f} {(north - y) * scale:.0f}" for x, y in ring)
        return f"M{'L'.join(steps)}Z"

    shapes = [(place, "".join(path(ring) for ring in found)) for place, found in outlines]
    return Drawing(f"-4 -4 {(east - west) * narrow * scale + 8:.0f} {(north - south) * scale + 8:.0f}", shapes)
