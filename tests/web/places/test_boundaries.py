"""Boundaries from GeoJSON: what can be used is kept, the rest is reported, twice is once."""

import json
from datetime import date
from decimal import Decimal

import pytest

from giaoban.model import Refused
from giaoban_web.history.models import Entry
from giaoban_web.places.actions import load_boundaries
from giaoban_web.places.models import Boundary
from giaoban_web.places.outline import drawing
from tests.web.conftest import make_place

pytestmark = pytest.mark.django_db
SQUARE = [[106, 21], [106.1, 21], [106.1, 21.1], [106, 21.1], [106, 21]]


@pytest.fixture
def ward(town):
    return make_place("07069", "phường", "Mạo Khê", town)


def feature(code, ring=SQUARE):
    return {"type": "Feature", "properties": {"code": code}, "geometry": {"type": "Polygon", "coordinates": [ring]}}


def given(*features):
    return json.dumps({"type": "FeatureCollection", "features": list(features)}).encode()


def test_an_outline_is_kept_with_its_source_and_stands_in_the_log(ward):
    done = load_boundaries(given(feature("07069")), source="thử")
    assert (done.written, done.same, done.problems) == (1, 0, [])
    assert (ward.boundary.geometry["coordinates"], ward.boundary.source) == ([SQUARE], "thử")
    told = Entry.objects.get(act="boundaries loaded").details
    assert (told["source"], told["boundaries_written"]) == ("thử", 1)


def test_the_same_file_twice_changes_nothing(ward):
    load_boundaries(given(feature("07069")), source="thử")
    assert (load_boundaries(given(feature("07069")), source="thử").same, Entry.objects.count()) == (1, 1)


def test_a_better_outline_takes_the_place_of_the_first(ward):
    load_boundaries(given(feature("07069")), source="thử")
    better = [[106, 21], [106.2, 21], [106.2, 21.1], [106, 21.1], [106, 21]]
    assert load_boundaries(given(feature("07069", better)), source="thử").written == 1
    assert Boundary.objects.get().geometry["coordinates"] == [better]


def test_what_cannot_be_used_is_reported_and_the_rest_is_kept(ward, town):
    broken = [
        feature("99999"), {"properties": {}}, {"properties": None}, feature("205", SQUARE[:4]), {"properties": {"code": "205"}},
        feature("07069"), feature("07069"),
    ]  # fmt: skip
    done = load_boundaries(given(*broken), source="thử")
    assert [problem.code for problem in done.problems] == [
        "boundary-unknown-code", "boundary-without-code", "boundary-without-code", "boundary-not-closed", "boundary-not-polygon",
        "boundary-twice",
    ]  # fmt: skip
    assert done.written == 1


def test_a_code_is_the_place_that_had_it_on_that_day(ward):
    done = load_boundaries(given(feature("07069")), source="thử", on=date(2001, 1, 1))
    assert [problem.code for problem in done.problems] == ["boundary-unknown-code"]


@pytest.mark.parametrize(("known", "doubted"), [("115.4", False), ("120.5", False), ("46.55", True)])
def test_an_outline_much_larger_than_the_register_says_is_kept_and_told(ward, known, doubted):
    ward.area = Decimal(known)
    ward.save()
    done = load_boundaries(given(feature("07069")), source="thử")
    assert (done.written, [problem.code for problem in done.problems]) == (1, ["boundary-area-differs"] if doubted else [])


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"[]", b"7", b'{"features": 7}', b'{"features": [7]}', b"[" * 100_000, b'{"features"'])
def test_what_is_no_geojson_is_refused(data, db):
    with pytest.raises(Refused) as refused:
        load_boundaries(data, source="thử")
    assert refused.value.code == "boundaries-unreadable"


def test_a_drawing_has_each_outline_north_up(ward, town):
    assert drawing([ward]) is None
    load_boundaries(given(feature("07069")), source="thử")
    (shape,) = drawing([ward, town]).shapes
    assert shape == (ward, "M0 1000L933 1000L933 0L0 0Z")
