"""What follows from the figures of a place stands on its page: worked out, marked so, with what it is made of."""

from datetime import date
from decimal import Decimal

import pytest

from giaoban.ledger import Cell, Status
from giaoban.model import Period, Quantity, Role
from giaoban_web.ledger import catalogue
from giaoban_web.ledger.entering import enter
from giaoban_web.ledger.models import Source


@pytest.fixture
def told(town, clerk):
    """told(indicator, period, value, unit) enters a figure of the town."""
    catalogue.bring_in()
    source = Source.objects.create(kind="form", name="Biểu nhập", place=town, reported_on=date(2020, 1, 5), by=clerk)

    def enter_one(indicator, period, value, unit):
        quantity, cell = Quantity(Decimal(value), unit), Cell(indicator, "", Period.parse(period))
        enter(cell=cell, place=town, quantity=quantity, role=Role.ACTUAL, status=Status.FINAL, source=source)

    return enter_one


@pytest.fixture
def page(sign_in, clerk):
    def shown():
        return sign_in(clerk).get("/ledger/places/205/?on=2020-12-31").content.decode()

    return shown


def test_an_indicator_made_of_two_others_is_shown_with_both(told, page):
    told("grdp", "2019", "19217", "tỷ đồng")
    told("dan_so", "2019", "178.5", "nghìn người")
    shown = page().partition('id="following"')[2].partition("</section>")[0]
    assert "107,66 triệu đồng/người" in shown and "19.217 tỷ đồng" in shown and "178,5 nghìn người" in shown


def test_the_second_quarter_is_shown_from_the_half_year_and_the_first(told, page):
    told("thu_nsnn", "2020-Q1", "500", "tỷ đồng")
    told("thu_nsnn", "2020-H1", "1215", "tỷ đồng")
    shown = page().partition('id="following"')[2].partition("</section>")[0]
    assert "quý II/2020" in shown and "715 tỷ đồng" in shown


def test_nothing_is_shown_where_all_of_it_was_reported(told, page):
    told("thu_nsnn", "2020-Q1", "500", "tỷ đồng")
    assert 'id="following"' not in page()
