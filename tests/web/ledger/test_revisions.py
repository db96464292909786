"""Two reports that give one figure differently are told until a person says which stands."""

import re
from datetime import date
from decimal import Decimal

import pytest

from giaoban.ledger import Cell, Status
from giaoban.model import Period, Quantity, Role
from giaoban_web.ledger import actions
from giaoban_web.ledger.discrepancies import shown
from giaoban_web.ledger.entering import enter
from giaoban_web.ledger.models import Entry, Source
from giaoban_web.ledger.portrait import portrait

ON = date(2020, 12, 31)


@pytest.fixture
def report(town, clerk):
    """report(value, day, status): the production of 2019 as it was reported on that day of 2020."""

    def enter_one(value, month, status=Status.FINAL):
        source = Source.objects.create(place=town, kind="person", reported_on=date(2020, month, 1), by=clerk)
        cell = Cell("gtsx", "", Period.parse("2019"))
        enter(cell=cell, place=town, quantity=Quantity(Decimal(value), "tỷ đồng"), role=Role.ACTUAL, status=status, source=source)

    return enter_one


def doubted(town):
    return {each.found.code for each in shown(portrait(town, ON)) if each.open}


def test_a_later_report_that_differs_is_doubted_on_the_page_of_the_place(report, town, sign_in, clerk):
    report("148.6", 1)
    report("1486", 2)
    assert "revision-differs" in doubted(town)
    page = sign_in(clerk).get(f"/ledger/places/{town.code}/?on=2020-12-31").content.decode()
    assert "ngày 01/01/2020 ghi 148,6 tỷ đồng, ngày 01/02/2020 ghi 1.486 tỷ đồng" in page
    choosing = re.search(r'href="([^"]+)#choose">Chọn số được dùng', page)
    assert 'id="choose"' in sign_in(clerk).get(choosing[1]).content.decode()
    ((_group, (row,)),) = portrait(town, ON).groups
    assert row.newest.entry.value == Decimal("1486")


def test_the_doubt_ends_when_a_person_chooses_which_stands(report, town, clerk):
    report("148.6", 1)
    report("1486", 2)
    first = Entry.objects.earliest("number")
    actions.choose(place=town, line=first.line_id, period=first.period_id, number=first.number, reason="gõ thừa một số", by=clerk)
    assert not doubted(town)
    ((_group, (row,)),) = portrait(town, ON).groups
    assert row.newest.entry.value == Decimal("148.6")


def test_reports_that_agree_are_not_doubted(report, town):
    report("148.6", 1)
    report("149", 2)
    assert not doubted(town)


def test_an_estimate_that_gave_way_is_told_and_not_doubted(report, town):
    report("140", 1, Status.ESTIMATE)
    report("148.6", 2)
    assert not doubted(town)
    assert "revision-settled" in {each.code for each in portrait(town, ON).discrepancies}
