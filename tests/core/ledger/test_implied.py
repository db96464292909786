"""How firmly a sentence says a figure that was worked out: about, over or under, by what is left open."""

from decimal import Decimal

import pytest

from giaoban.ledger.crosswalk import shares
from giaoban.ledger.cumulative import within
from giaoban.ledger.discrepancies import Implied
from giaoban.ledger.facts import Facts
from giaoban.ledger.intervals import INFINITE, Interval
from giaoban.model import Bound
from tests.core.ledger.made import entry, quantity

OPEN = [
    (Decimal(90), Decimal(110), Bound.ABOUT),
    (Decimal(90), INFINITE, Bound.OVER),
    (-INFINITE, INFINITE, Bound.ABOUT),
    (-INFINITE, Decimal(110), Bound.UNDER),
    (Decimal(0), Decimal(110), Bound.UNDER),
    (Decimal(1), Decimal(110), Bound.ABOUT),
]


@pytest.mark.parametrize(("low", "high", "bound"), OPEN)
def test_what_follows_is_said_as_open_as_it_is(low, high, bound):
    assert Implied(Decimal(100), Interval(low, high), "tỷ đồng").rough("tỷ đồng").quantity == quantity("100", "tỷ đồng", bound)


def test_what_may_be_nothing_is_not_under_nothing():
    assert Implied(Decimal(0), Interval(Decimal(-1), Decimal(1)), "%").rough("%").quantity.bound is Bound.ABOUT


def test_what_follows_is_said_in_the_unit_beside_it_where_it_converts():
    implied = Implied(Decimal(100), Interval(Decimal(90), Decimal(110)), "tỷ đồng")
    assert implied.rough("triệu đồng").quantity == quantity("1.00E+5", "triệu đồng", Bound.ABOUT)
    assert implied.rough("ha").quantity == quantity("100", "tỷ đồng", Bound.ABOUT)


def figures(*periods):
    return [Facts([entry("thu_nsnn", "1", period=each)]).figures.popitem()[1] for each in periods]


@pytest.mark.parametrize(
    ("whole", "several", "parts"),
    [
        ("2019", ["2019-Q1", "2019-Q2", "2019-H1", "2019-H2"], [(["2019-H1", "2019-H2"], True)]),
        ("2019", ["2019-H1", "2019-Q3", "2019-Q4", "2019-Q1", "2019-Q2"], [(["2019-H1", "2019-Q3", "2019-Q4"], True)]),
        ("2019-M9", ["2019-H1", "2019-Q1", "2019-Q2"], [(["2019-H1"], False), (["2019-Q1"], False)]),
        ("2019-M9", ["2019-H1", "2019-Q3", "2019-Q4"], [(["2019-H1", "2019-Q3"], True)]),
        ("2019-Q1", ["2019-01", "2019-02", "2019-03"], [(["2019-01", "2019-02", "2019-03"], True)]),
        ("2019-Q1", ["2018-Q4", "2019-Q2"], []),
        ("2019-01", ["2019-01", "2019-02"], []),
    ],
)
def test_the_fewest_parts_that_fill_a_period_are_found(whole, several, parts):
    (asked,) = figures(whole)
    told = [([each.cell.period.text for each in found], filled) for found, filled in within(asked, [*figures(*several), asked])]
    assert [(sorted(names), filled) for names, filled in told] == [(sorted(names), filled) for names, filled in parts]


@pytest.mark.parametrize("weights", [(), (0,), (-1,), (3, -1), (0, 0)])
def test_shares_by_weights_that_are_none_are_refused(weights):
    with pytest.raises(ValueError, match="positive"):
        shares(list(map(Decimal, weights)))


def test_what_rounding_leaves_of_shares_goes_to_the_largest():
    found = shares([Decimal(1), Decimal(4), Decimal(2)])
    assert sum(found) == 1
    assert [str(each) for each in found] == ["0.142857142857", "0.571428571429", "0.285714285714"]
    assert shares([Decimal(0), Decimal(5)]) == [0, 1]
