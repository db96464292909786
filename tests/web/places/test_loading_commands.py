"""`giaoban load` as it is typed."""

import json

import pytest

from giaoban_web import cli
from giaoban_web.places.models import Boundary
from tests.web.conftest import make_place

pytestmark = pytest.mark.django_db
SQUARE = [[106, 21], [106.1, 21], [106.1, 21.1], [106, 21.1], [106, 21]]


@pytest.fixture(autouse=True)
def _prepared(monkeypatch):
    monkeypatch.setattr("giaoban_web.serve.prepare", lambda: None)


@pytest.fixture
def drawn(tmp_path, town):
    """drawn(code …) writes a file with a square for each code."""
    make_place("07069", "phường", "Mạo Khê", town)

    def write(*codes):
        features = [{"properties": {"code": code}, "geometry": {"type": "Polygon", "coordinates": [SQUARE]}} for code in codes]
        path = tmp_path / "ranh-gioi.geojson"
        path.write_text(json.dumps({"features": features}), "utf-8")
        return str(path)

    return write


def test_boundaries_are_loaded_with_the_name_of_their_file_as_source(drawn, capsys):
    assert cli.main(["load", "boundaries", drawn("07069")]) == 0
    assert "1 ranh giới, 0 như cũ" in capsys.readouterr().out
    assert Boundary.objects.get().source == "ranh-gioi.geojson"


def test_what_cannot_be_used_is_said_in_both_languages_and_gives_status_1(drawn, capsys):
    assert cli.main(["load", "boundaries", drawn("07069", "99999"), "--source", "thử"]) == 1
    told = capsys.readouterr().err
    assert "Không địa bàn nào có mã 99999" in told
    assert "No place has the code 99999" in told
    assert Boundary.objects.count() == 1


@pytest.mark.parametrize("arguments", [["boundaries"], ["places", "x.geojson"], ["boundaries", "khong-co.geojson"]])
def test_a_file_too_few_too_many_or_absent_is_refused(arguments, capsys, db):
    assert cli.main(["load", *arguments]) == 1
    assert capsys.readouterr().err


def test_what_was_loaded_and_where_sources_disagree_is_said(monkeypatch, capsys, db):
    monkeypatch.setattr("giaoban_web.places.national.national", lambda known: known)
    assert cli.main(["load", "places"]) == 0
    told = capsys.readouterr()
    assert "40 địa bàn mới, 0 địa bàn sửa, 17 thay đổi mới hoặc sửa" in told.out
    assert "36/2026/QH16" in told.out
    assert "địa bàn · places: 1" in told.err
