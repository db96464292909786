"""Outlines of places: what is accepted, what is wrong with the rest."""

from decimal import Decimal

import pytest

from giaoban import messages
from giaoban.reference.places_outline import BadOutline, area, rings

SQUARE = [[106, 21], [106.1, 21], [106.1, 21.1], [106, 21.1], [106, 21]]
HOLE = [[106.04, 21.04], [106.06, 21.04], [106.06, 21.06], [106.04, 21.06], [106.04, 21.04]]
BAD = {
    "not-polygon": [None, [], {"type": "Point", "coordinates": [106, 21]}, {"type": "Polygon"}, {"type": "Polygon", "coordinates": {}}],
    "not-points": [
        {"type": "Polygon", "coordinates": [[["a", "b"]]]},
        {"type": "Polygon", "coordinates": [[[106]]]},
        {"type": "Polygon", "coordinates": [7]},
    ],
    "too-few": [{"type": "Polygon", "coordinates": []}, {"type": "Polygon", "coordinates": [SQUARE[:2]]}],
    "not-closed": [{"type": "Polygon", "coordinates": [SQUARE[:4]]}],
    "not-on-earth": [
        {"type": "Polygon", "coordinates": [[[500_000, 2_300_000]] * 4]},
        {"type": "Polygon", "coordinates": [[[float("nan"), 1]] * 4]},
    ],
    "crosses": [{"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}],
    "too-many": [{"type": "Polygon", "coordinates": [[[0, 0]] * 200_001]}],
}


def polygon(*outline):
    return {"type": "Polygon", "coordinates": list(outline)}


def test_an_outline_gives_its_rings_and_its_area_without_holes():
    assert rings(polygon(SQUARE)) == [[tuple(point) for point in SQUARE]]
    assert area(polygon(SQUARE)) == Decimal("115.39")
    assert area(polygon(SQUARE, HOLE)) == pytest.approx(Decimal("110.77"), abs=Decimal("0.02"))


def test_several_polygons_are_one_place():
    far = [[x + 1, y] for x, y in SQUARE]
    assert area({"type": "MultiPolygon", "coordinates": [[SQUARE], [far]]}) == 2 * area(polygon(SQUARE))


@pytest.mark.parametrize(("why", "geometry"), [(why, each) for why, geometries in BAD.items() for each in geometries])
def test_what_is_no_outline_says_why_in_a_message(why, geometry):
    with pytest.raises(BadOutline) as bad:
        rings(geometry)
    assert str(bad.value) == why
    assert f"boundary-{why}" in messages.table()
