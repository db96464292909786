"""What communes make together stands on the page of the place above them: marked, with how many of them, beside its own figure."""

from datetime import date
from decimal import Decimal

import pytest

from giaoban.ledger import Cell, Status
from giaoban.model import Bound, Period, Quantity, Role
from giaoban_web.ledger.entering import enter
from giaoban_web.ledger.models import Source, Stale
from giaoban_web.ledger.portrait import portrait
from giaoban_web.ledger.read_models_rebuild import rebuild
from giaoban_web.ledger.templatetags.ledger import printed_quantity
from giaoban_web.ledger.together import together
from tests.web.conftest import make_place

ON = date(2020, 6, 1)


@pytest.fixture
def wards(town):
    return [make_place(f"0706{number}", "phường", f"Số {number}", town) for number in range(3)]


@pytest.fixture
def told(town, clerk):
    """told(place, value, indicator=…, period=…) enters a figure of it."""
    source = Source.objects.create(kind="form", name="Biểu nhập", place=town, reported_on=date(2020, 1, 5), by=clerk)

    def enter_one(place, value, indicator="thu_nsnn", period="2019", unit="tỷ đồng", bound=Bound.EXACT):
        cell = Cell(indicator, "", Period.parse(period))
        quantity = Quantity(Decimal(str(value)), unit, bound)
        enter(cell=cell, place=place, quantity=quantity, role=Role.ACTUAL, status=Status.FINAL, source=source)

    return enter_one


def rows(place, on=ON, period=None):
    return together(place, on, portrait(place, on), period)


def test_communes_that_reported_are_added_and_counted(told, town, wards):
    told(wards[0], 10)
    told(wards[1], 15000, unit="triệu đồng")
    (row,) = rows(town)
    assert (row.line.indicator.key, row.period.text, row.own, row.apart) == ("thu_nsnn", "2019", None, None)
    assert (row.rolled.quantity, row.rolled.reported, row.rolled.of) == (Quantity(Decimal(25), "tỷ đồng"), 2, 3)


def test_the_provinces_row_is_made_of_communes_too(told, province, town, wards):
    told(wards[0], 10)
    assert [row.rolled.quantity.value for row in rows(province)] == [10]
    assert rows(wards[0]) == []


def test_a_figure_of_the_place_itself_stands_beside_and_says_how_far_apart_they_are(told, town, wards):
    for ward, value in zip(wards, (10, 20, 30), strict=True):
        told(ward, value)
    told(town, 65)
    (row,) = rows(town)
    assert (row.own.value, row.apart) == (65, Quantity(Decimal(5), "tỷ đồng"))
    assert str(rows(town)[0].rolled.quantity.value) == "60"


@pytest.mark.parametrize("missing", ["a commune", "exactness"])
def test_nothing_is_said_to_be_apart_where_that_is_not_sure(told, town, wards, missing):
    for ward in wards[: 2 if missing == "a commune" else 3]:
        told(ward, 10, bound=Bound.EXACT if missing == "a commune" else Bound.OVER)
    told(town, 99)
    assert rows(town)[0].apart is None


def test_the_latest_period_is_shown_or_the_one_asked_for(told, town, wards):
    told(wards[0], 10, period="2018")
    told(wards[1], 12)
    assert [row.period.text for row in rows(town)] == ["2019"]
    assert [row.period.text for row in rows(town, date(2018, 12, 1))] == ["2018"]
    assert [row.rolled.quantity.value for row in rows(town, period=Period.parse("2018"))] == [10]
    assert rows(town, period=Period.parse("2017")) == []


def test_a_mean_without_weights_says_why_there_is_none(told, town, wards, sign_in, clerk):
    told(wards[0], 3, indicator="ho_ngheo", unit="%")
    assert [(row.rolled.quantity, row.rolled.why) for row in rows(town)] == [(None, "aggregation-needs-weights")]
    assert "thiếu quyền số" in sign_in(clerk).get(f"/ledger/places/{town.code}/?on=2020-06-01").content.decode()


def test_what_is_read_is_what_a_rebuilding_makes(told, town, wards):
    told(wards[0], 10)
    before = rows(town)
    told(wards[1], 5)
    assert Stale.objects.exists()
    changed = rows(town)
    rebuild()
    assert [row.rolled.quantity.value for row in before + changed + rows(town)] == [10, 15, 15]


@pytest.mark.parametrize("address", ["/ledger/places/205/", "/places/205/"])
def test_both_pages_of_a_place_show_it_with_the_way_to_its_parts(told, town, wards, sign_in, clerk, address):
    told(wards[0], 10)
    told(wards[1], 20)
    browser = sign_in(clerk)
    page = browser.get(f"{address}?on=2020-06-01").content.decode()
    assert "Tổng hợp từ cấp dưới" in page
    assert "2/3 xã, phường" in page
    row = rows(town)[0]
    way = f"/ledger/indicators/thu_nsnn/?line={row.line.pk}&amp;period=2019&amp;below=205"
    assert way in page
    assert len(browser.get(way.replace("&amp;", "&")).context["rows"]) == 2


def test_it_is_taken_away_as_a_sheet(told, town, wards, sign_in, clerk):
    told(wards[0], 10)
    told(town, 65)
    browser = sign_in(clerk)
    page = browser.get(f"/ledger/places/{town.code}/?on=2020-06-01")
    answer = browser.get(f"/ledger/places/{town.code}/{page.context['exports_below']['csv']}").content.decode("utf-8-sig")
    assert "Thu ngân sách nhà nước trên địa bàn,năm 2019,10,tỷ đồng,10 tỷ đồng,1,3,65 tỷ đồng" in answer


def test_an_old_state_of_the_ledger_shows_none(told, town, wards, sign_in, clerk):
    told(wards[0], 10)
    assert "Tổng hợp từ cấp dưới" not in sign_in(clerk).get(f"/ledger/places/{town.code}/?known_on=2030-01-01").content.decode()


def test_reading_it_takes_few_queries_however_many_places_and_periods_there_are(told, town, wards, django_assert_max_num_queries):
    for ward in wards:
        for period in ("2016", "2017", "2018", "2019"):
            told(ward, 10, period=period)
    drawn = portrait(town, ON)
    together(town, ON, drawn)
    with django_assert_max_num_queries(9):
        together(town, ON, drawn)


def test_both_ends_of_a_worked_out_quantity_are_as_short_as_they_can_be():
    made = Quantity(Decimal("10.50"), "%", Bound.EXACT, Decimal("12.3450"))
    assert printed_quantity(made).replace("\u00a0", " ") == "10,5–12,34%"
