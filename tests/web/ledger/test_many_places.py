"""The page of an indicator with thousands of places: paged, drawn of the first ones, as many queries as with a few."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from giaoban.model import Period
from giaoban_web.ledger import across, catalogue
from giaoban_web.ledger.models import Entry, Indicator, Line, Source
from giaoban_web.ledger.read_models_rebuild import rebuild
from giaoban_web.places.models import Boundary, Place

ADDRESS = "/ledger/indicators/gtsx/"


@pytest.fixture
def browser(sign_in, clerk):
    return sign_in(clerk)


@pytest.fixture
def grow(town, clerk):
    """grow(places, years) gives each of so many new communes a figure of so many years."""
    line, _made = Line.objects.get_or_create(indicator=Indicator.objects.get(key="gtsx"))
    unit = catalogue.unit("tỷ đồng")

    def make(count, years, since=2000):
        first = Place.objects.count()
        rows = [
            Place(
                code=f"{number:05}",
                kind="xã",
                name=f"Số {number}",
                parent=town,
                path=f"{town.path}{number:05}/",
                valid_from=date(2000, 1, 1),
            )
            for number in range(first, first + count)
        ]
        places = Place.objects.bulk_create(rows)
        source = Source.objects.create(kind="form", name="x", place=town, reported_on=date(2020, 1, 1), by=clerk)
        periods = [catalogue.reporting_period(Period.parse(str(since + year))) for year in range(years)]
        Entry.objects.bulk_create(
            Entry(place=place, line=line, period=period, number=0, amount=100 + number, unit=unit, source=source)
            for number, place in enumerate(places)
            for period in periods
        )
        rebuild()
        return line, periods

    return make


def queries(browser, address=ADDRESS):
    with CaptureQueriesContext(connection) as made:
        assert browser.get(address).status_code == 200
    return len(made)


def test_the_queries_of_the_page_do_not_grow_with_places_nor_with_periods(browser, grow):
    grow(30, 2)
    browser.get(ADDRESS)
    few = queries(browser)
    grow(300, 6)
    assert queries(browser) == few


def test_the_list_is_paged_and_the_chart_shows_the_first(browser, grow, clerk):
    line, periods = grow(300, 1)
    page = browser.get(f"{ADDRESS}?page=3")
    assert len(page.context["page"].object_list) == 25
    assert [row.rank for row in page.context["page"].object_list][:2] == [51, 52]
    rows = across.ranked(across.seen_by(clerk), line, periods[0])
    chart = across.bar_chart(line, rows)
    assert rows[24].place.name in chart
    assert f"{rows[25].place.name}<" not in chart


def test_no_map_is_drawn_of_more_outlines_than_one_can_tell_apart(grow, clerk):
    line, periods = grow(across.OUTLINES + 1, 1)
    ring = {"type": "Polygon", "coordinates": [[[106, 21], [107, 21], [107, 22], [106, 21]]]}
    places = list(Place.objects.filter(kind="xã"))
    Boundary.objects.bulk_create(Boundary(place=place, geometry=ring) for place in places[:3])
    rows = across.ranked(across.seen_by(clerk), line, periods[0])
    assert across.map_of(line, rows).startswith("<svg")
    Boundary.objects.bulk_create(Boundary(place=place, geometry=ring) for place in places[3:])
    assert across.map_of(line, rows) == ""


def test_equal_values_have_one_rank(grow, clerk):
    line, periods = grow(3, 1)
    grow(3, 1)
    assert [row.rank for row in across.ranked(across.seen_by(clerk), line, periods[0])] == [1, 1, 3, 3, 5, 5]
