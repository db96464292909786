"""Figures as DHIS2 has them come back with their bound and status; what DHIS2 has no period for is left out and counted."""

import re

from hypothesis import given
from hypothesis import strategies as st

from giaoban.exchange import dhis2
from giaoban.exchange.figures import lines, row
from giaoban.exchange.times import dhis2 as period_of
from giaoban.model import Refused
from tests.core.exchange.figures import figures

LEFT_BEHIND = ("place_from", "place_name", "indicator_name", "reported_on", "source")


@given(st.lists(figures(), max_size=4))
def test_data_values_come_back_but_for_periods_that_dhis2_does_not_know(sent):
    values, left_out = dhis2.data_values(sent)
    elements = dhis2.known((each["code"] for each in dhis2.data_elements(sent)), "element")
    places = dhis2.known((each["code"] for each in dhis2.organisation_units(sent)), "place")
    back = [line.told for line in _read({"dataValues": values}, elements, places)]
    known = [figure for figure in sent if period_of(figure.cell.period)]
    assert len(known) == len(sent) - left_out
    assert [_kept(figure) for figure in back] == [_kept(figure) for figure in known]


def _read(payload, elements, places):
    return lines(dhis2.rows(payload, elements, places))


def _kept(figure):
    return {name: text for name, text in row(figure).items() if name not in LEFT_BEHIND}


def test_an_identifier_is_eleven_signs_and_always_the_same():
    assert dhis2.uid("place", "205") == dhis2.uid("place", "205") != dhis2.uid("element", "205")
    assert re.fullmatch("[A-Za-z][A-Za-z0-9]{10}", dhis2.uid("place", "205"))


def test_a_value_of_an_unknown_place_is_refused_for_its_line_only():
    payload = {
        "period": "202003",
        "dataValues": [{"dataElement": "gtsx", "orgUnit": "x", "value": "5"}, {"dataElement": "gtsx", "orgUnit": "205", "value": "6"}],
    }
    bad, good = _read(payload, {"gtsx": "gtsx"}, {"205": "205"})
    assert isinstance(bad.told, Refused)
    assert good.told.period == "2020-03"
