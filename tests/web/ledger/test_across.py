"""One indicator across places: ranked in one unit, drawn, compared over time, taken away; only what one may see."""

import io
import re
from copy import deepcopy
from dataclasses import dataclass
from datetime import date

import pytest
from django.db import transaction
from django.utils.html import escape
from openpyxl import load_workbook

from giaoban_web.accounts.models import User
from giaoban_web.ledger import across, comparison
from giaoban_web.ledger.models import Line, ReportingPeriod
from giaoban_web.places.models import Boundary, Place
from tests.web.conftest import make_person, make_place
from tests.web.facts import FIGURE, found, put_down
from tests.web.ledger.conftest import decided


@pytest.fixture
def browser(sign_in, clerk):
    return sign_in(clerk)


@dataclass
class Filled:
    """`wards` of a town: every one has output in 2018 and 2019; one is told in million dong."""

    town: Place
    clerk: User
    wards: list[Place]


@pytest.fixture(scope="module")
def made_once(django_db_setup, django_db_blocker):
    """What is compared, made once for all tests of the module; it is gone after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        town = make_place("205", "thị xã", "Đông Triều", make_place("22", "tỉnh", "Quảng Ninh"))
        made = Filled(
            town, make_person("clerk", town), [make_place(f"0706{number}", "phường", f"Số {number}", town) for number in range(9)]
        )
        for number, ward in enumerate(made.wards):
            _fill(ward, number, made.clerk)
        yield made
        transaction.set_rollback(True)


def _fill(ward, number, clerk):
    record = put_down(clerk, ward, name=f"{ward.code}.txt")
    for period, value in (("2018", 100 + number), ("2019", 120 + 10 * number)):
        unit = {"value": value, "unit": "tỷ đồng"} if number else {"value": value * 1000, "unit": "triệu đồng"}
        words = "Tổng giá trị sản xuất" if period == "2018" else "giá trị sản xuất"
        fields = FIGURE | unit | {"period": period, "place": None, "comparisons": [], "bound": "exact"}
        decided(clerk, found(clerk, record, "observation", words, fields, verdict=None))


@pytest.fixture
def filled(made_once, db):
    """What is compared, as it was made: what a test does to it is undone."""
    return deepcopy(made_once)


@pytest.fixture
def town(filled):
    return filled.town


@pytest.fixture
def province(town):
    return town.parent


@pytest.fixture
def clerk(filled):
    return filled.clerk


@pytest.fixture
def wards(filled):
    return filled.wards


@pytest.fixture
def line(filled):
    return Line.objects.get(indicator__key="gtsx", measure="level")


def test_places_are_ranked_in_one_unit_however_each_was_printed(clerk, line):
    rows = across.ranked(across.seen_by(clerk), line, ReportingPeriod.objects.get(text="2019"))
    assert [row.rank for row in rows] == list(range(1, 10))
    assert [row.quantity.value for row in rows] == [200 - 10 * number for number in range(9)]
    assert across.median(rows) == 160


def test_periods_are_offered_with_how_many_places_have_them(clerk, line):
    assert [(each.text, each.places) for each in across.periods_of(across.seen_by(clerk), line)] == [("2019", 9), ("2018", 9)]


def test_who_has_no_role_there_sees_no_figure(person, other_town, line):
    stranger = person("clerk", other_town)
    assert list(across.ranked(across.seen_by(stranger), line, ReportingPeriod.objects.get(text="2019"))) == []
    assert list(across.periods_of(across.seen_by(stranger), line)) == []


def test_the_page_shows_the_ranking_and_where_its_charts_are_drawn(browser, line):
    answer = browser.get("/ledger/indicators/gtsx/?period=2018")
    page = answer.content.decode()
    assert "Phường Số 8" in page
    assert re.search(r"trung vị: \d+ tỷ đồng<", page)
    assert "style=" not in page
    charts = [browser.get(address) for _title, address in answer.context["charts"]]
    assert [page.count(f'"{escape(address)}"') for _title, address in answer.context["charts"]] == [2, 2]
    assert all(chart["Content-Type"] == "image/svg+xml" and chart.content.startswith(b"<svg") for chart in charts)
    assert "108" in charts[0].content.decode()


def test_a_chart_is_drawn_of_what_one_may_see_and_of_nothing_else(sign_in, person, other_town, line):
    address = "/ledger/indicators/gtsx/charts/bars/?period=2019"
    assert sign_in(person("leader", other_town.parent)).get(address).status_code == 200
    answer = sign_in(person("clerk", other_town)).get(address)
    assert (answer.status_code, answer.content) == (204, b"")


def test_outlines_that_are_known_make_a_map(clerk, line, wards):
    for number, ward in enumerate(wards[:3]):
        ring = [[106 + number, 21], [107 + number, 21], [107 + number, 22], [106 + number, 21]]
        Boundary.objects.create(place=ward, geometry={"type": "Polygon", "coordinates": [ring]})
    rows = across.ranked(across.seen_by(clerk), line, ReportingPeriod.objects.get(text="2019"))
    assert across.map_of(line, rows).startswith("<svg")
    Boundary.objects.all().delete()
    assert across.map_of(line, rows) == ""


def test_the_page_says_why_there_is_no_map_or_of_how_many_places_it_is(browser, line, wards):
    page = browser.get("/ledger/indicators/gtsx/").content.decode()
    assert "Không có bản đồ vì chưa biết ranh giới" in page
    ring = {"type": "Polygon", "coordinates": [[[106, 21], [107, 21], [107, 22], [106, 21]]]}
    Boundary.objects.bulk_create(Boundary(place=ward, geometry=ring) for ward in wards[:4])
    assert "Đã biết ranh giới của 4/9 địa bàn" in browser.get("/ledger/indicators/gtsx/").content.decode()
    Boundary.objects.bulk_create(Boundary(place=ward, geometry=ring) for ward in wards[4:])
    assert "ranh giới" not in browser.get("/ledger/indicators/gtsx/").content.decode()


def test_the_ranking_is_taken_away_with_real_numbers_and_what_was_printed(browser, line):
    answer = browser.get("/ledger/indicators/gtsx/?period=2018&export=xlsx")
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert [cell.value for cell in sheet[2]][:6] == [1, "07068", "Phường Số 8", 108, "tỷ đồng", "108 tỷ đồng"]


def test_places_are_compared_over_time(browser, clerk, line, wards):
    compared = comparison.compare(clerk, line, wards[1:3])
    assert [(period.text, [str(entry.value) for entry in cells]) for period, cells in compared.periods] == [
        ("2018", ["101", "102"]),
        ("2019", ["130", "140"]),
    ]
    page = browser.get(f"/ledger/indicators/gtsx/compare/?place={wards[1].code}&place={wards[2].code}").content.decode()
    assert "<svg" in page
    assert "130 tỷ đồng" in page


def test_the_chart_marks_the_period_in_which_a_place_became_another(clerk, line, wards, fact, make_record, confirm):
    ward = wards[1]
    ward.valid_to = date(2019, 11, 1)
    ward.save()
    later = make_place("07999", "phường", "Số 1 mới", ward.parent, date(2019, 11, 1))
    later.path = ward.path
    later.save()
    record = make_record(later, None, name="sau.txt")
    fields = FIGURE | {"value": 150, "period": "2020", "place": None, "comparisons": [], "bound": "exact"}
    confirm(fact(record, "observation", "Tổng giá trị sản xuất", fields, verdict=None))
    compared = comparison.compare(clerk, line, [later])
    assert [period.text for period, _cells in compared.periods] == ["2018", "2019", "2020"]
    assert compared.changed == ("2019",)


def test_a_place_of_two_names_is_headed_by_the_names_it_bore_in_the_periods_of_its_figures(
    browser, line, wards, fact, make_record, confirm
):
    ward = wards[1]
    ward.valid_to = date(2022, 1, 1)
    ward.save()
    later = make_place(ward.code, "phường", "Mới Đặt", ward.parent, date(2022, 1, 1))
    Place.objects.filter(pk=later.pk).update(path=ward.path)
    address = f"/ledger/indicators/gtsx/compare/?place={ward.code}&place={wards[2].code}"
    page = browser.get(address).content.decode()
    assert "Phường Số 1" in page
    assert "Mới Đặt" not in page
    sheet = load_workbook(io.BytesIO(browser.get(f"{address}&export=xlsx").content)).active
    assert sheet.cell(1, 2).value == "Phường Số 1 (tỷ đồng)"
    fields = FIGURE | {"value": 150, "period": "2022", "place": None, "comparisons": [], "bound": "exact"}
    later.refresh_from_db()
    confirm(fact(make_record(later, None, name="sau.txt"), "observation", "Tổng giá trị sản xuất", fields, verdict=None))
    assert "Phường Số 1 → Phường Mới Đặt" in browser.get(address).content.decode()


def test_no_more_than_six_places_are_compared(browser, line, wards):
    query = "&".join(f"place={ward.code}" for ward in wards)
    answer = browser.get(f"/ledger/indicators/gtsx/compare/?{query}")
    assert len(answer.context["places"]) == 6


def test_a_quarter_is_not_joined_to_a_year(clerk, line, wards, fact, make_record, confirm):
    record = make_record(wards[1], None, name="quy.txt")
    fields = FIGURE | {"value": 40, "period": "2020-Q1", "place": None, "comparisons": [], "bound": "exact"}
    joined = comparison.chart(line, comparison.compare(clerk, line, wards[1:2]))[0].count('roledescription="line mark"')
    confirm(fact(record, "observation", "Tổng giá trị sản xuất", fields, verdict=None))
    assert comparison.chart(line, comparison.compare(clerk, line, wards[1:2]))[0].count('roledescription="line mark"') == joined + 1


def test_a_place_whose_code_went_over_to_another_is_compared_as_it_was_ranked(browser, line, wards):
    ward = wards[1]
    ward.valid_to = date(2022, 1, 1)
    ward.save()
    other = make_place(ward.code, "phường", "Nơi Khác", ward.parent, date(2022, 1, 1))
    Place.objects.filter(pk=other.pk).update(path=f"{other.path}x/")
    ranked = browser.get("/ledger/indicators/gtsx/?period=2018").content.decode()
    (chosen,) = re.findall(rf'name="place" value="({ward.code}[^"]*)"', ranked)
    page = browser.get("/ledger/indicators/gtsx/compare/", {"place": chosen}).content.decode()
    assert "Phường Số 1" in page and "130 tỷ đồng" in page
    assert f'name="place" value="{chosen}"' in page
    for strange in (ward.code, f"{ward.code}@", f"{ward.code}@2022-01-01", f"{ward.code}@hôm qua"):
        assert "Phường Nơi Khác" in browser.get("/ledger/indicators/gtsx/compare/", {"place": strange}).content.decode()
