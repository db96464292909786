"""What follows from standing figures: shown where nobody reported it, and never instead of what was reported."""

import pytest

from giaoban.ledger import Computed, Facts
from giaoban.ledger.derivation import derivations
from giaoban.model import Bound
from tests.core.ledger.made import entry


def made(*entries):
    return [(each.cell.indicator, str(each.cell.period), str(each.quantity.value.normalize())) for each in derivations(Facts(entries))]


GRDP, PEOPLE = entry("grdp", "19217", period="2020"), entry("dan_so", "178.5", "nghìn người", period="2020")


def test_a_formula_indicator_is_made_of_the_newest_year_that_has_both_figures():
    later = entry("grdp", "21000", period="2021")
    assert made(GRDP, PEOPLE, later) == [("grdp_pc", "2020", "107.66")]


def test_the_newest_is_the_one_that_ends_last_in_whatever_order_the_figures_come():
    later = entry("grdp", "21000", period="2021"), entry("dan_so", "180", "nghìn người", period="2021")
    for several in ((GRDP, PEOPLE, *later), (*later, PEOPLE, GRDP)):
        assert made(*several) == [("grdp_pc", "2021", "116.7")]


def test_of_two_that_end_together_the_longer_is_the_newest():
    of_quarter = entry("grdp", "5000", period="2020-Q4"), entry("dan_so", "178.5", "nghìn người", period="2020-Q4")
    for several in ((GRDP, PEOPLE, *of_quarter), (*of_quarter, GRDP, PEOPLE)):
        assert [period for key, period, _value in made(*several) if key == "grdp_pc"] == ["2020"]


def test_places_and_parts_are_made_by_themselves():
    there = entry("grdp", "105", period="2020", place="q"), entry("dan_so", "5.0", "nghìn người", period="2020", place="q")
    assert made(GRDP, there[1]) == []
    assert made(GRDP, PEOPLE, *there) == [("grdp_pc", "2020", "107.66"), ("grdp_pc", "2020", "21")]


def test_without_a_period_or_under_the_mark_of_another_unit_nothing_is_made():
    assert made(entry("grdp", "19217", period=""), entry("dan_so", "178.5", "nghìn người", period="")) == []
    marked = entry("grdp", "19217", period="2020", breakdown="unit=USD")
    assert made(marked, PEOPLE) == []


def test_no_quarter_is_made_of_what_does_not_add_up_over_months_or_is_not_known():
    for key, unit in (("dan_so", "nghìn người"), ("?bến cóc", "bến")):
        assert made(entry(key, "100", unit, period="2020-Q1"), entry(key, "120", unit, period="2020-H1")) == []


def test_what_is_reported_is_not_made_again():
    assert made(GRDP, PEOPLE, entry("grdp_pc", "105", "triệu đồng/người", period="2020")) == []


@pytest.mark.parametrize(
    ("periods", "quarter"),
    [
        ({"2020-Q1": "500", "2020-H1": "1215"}, ("2020-Q2", "715")),
        ({"2020-H1": "1215", "2020-M9": "1900"}, ("2020-Q3", "685")),
        ({"2019": "2140", "2020-H1": "1215"}, None),
        ({"2020-Q1": "500", "2020-Q2": "715", "2020-H1": "1215"}, None),
        ({"2020-Q1": "500"}, None),
        ({"2020-M9": "1900", "2020-H1": "1215"}, ("2020-Q3", "685")),
        ({"2020-H2": "1500", "2020-Q3": "685"}, ("2020-Q4", "815")),
        ({"2020-M2": "400", "2020-M5": "900"}, None),
        ({"2020-01": "100", "2020-02": "150", "2020-03": "250"}, None),
        ({"2020-01-05/2020-05-09": "800", "2020-Q1": "500", "2020-H1": "1215"}, ("2020-Q2", "715")),
    ],
)
def test_the_last_quarter_of_a_cumulative_period_is_made_where_the_rest_is_known(periods, quarter):
    entries = [entry("thu_nsnn", value, period=period) for period, value in periods.items()]
    assert made(*entries) == ([("thu_nsnn", *quarter)] if quarter else [])


def test_a_bound_that_leaves_nothing_to_say_makes_nothing():
    entries = [entry("thu_nsnn", "500", period="2020-Q1", bound=Bound.OVER), entry("thu_nsnn", "1215", period="2020-H1", bound=Bound.OVER)]
    assert made(*entries) == []


def test_it_says_of_which_figures_it_is_made():
    (each,) = derivations(Facts([GRDP, PEOPLE]))
    assert isinstance(each.source, Computed) and each.source.inputs == (GRDP, PEOPLE)
