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
