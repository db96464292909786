"""Which way a figure went is said only where the two printed figures decide it."""

from datetime import date
from decimal import Decimal

import pytest

from giaoban.brief.given import Level
from giaoban.brief.movement import alike, sign, went
from giaoban.model import Bound, Period, Quantity
from tests.core.brief.made import source


def billion(value: str, bound: Bound = Bound.EXACT) -> Quantity:
    return Quantity(Decimal(value), "tỷ đồng", bound)


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        (billion("16681"), billion("19200", Bound.OVER), 1),
        (billion("19000", Bound.OVER), billion("19200", Bound.OVER), None),
        (billion("100", Bound.UNDER), billion("100", Bound.OVER), None),
        (billion("100", Bound.OVER), billion("100", Bound.UNDER), None),
        (billion("100"), billion("100"), 0),
        (billion("100", Bound.OVER), billion("100", Bound.OVER), None),
        (billion("100"), Quantity(Decimal(200), "triệu đồng"), None),
    ],
)
def test_a_figure_went_where_no_pair_of_true_values_says_otherwise(before, after, moved):
    assert went(before, after) == moved


@pytest.mark.parametrize(
    ("value", "bound", "moved"),
    [
        ("0", Bound.EXACT, 0),
        ("0", Bound.OVER, None),
        ("15.1", Bound.OVER, 1),
        ("-3", Bound.EXACT, -1),
        ("-20", Bound.OVER, -1),
        ("-20", Bound.AT_LEAST, -1),
        ("-20", Bound.UNDER, None),
    ],
)
def test_a_change_says_its_way_but_not_one_of_more_than_nothing(value, bound, moved):
    assert sign(Quantity(Decimal(value), "%", bound)) == moved


def test_a_range_of_falls_is_a_fall():
    assert sign(Quantity(Decimal(-5), "%", value_to=Decimal(-10))) == -1


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [("2019", "2020", True), ("2019", "2020-H1", False), ("2020-03-12", "2020-03-13", False), (None, None, False)],
)
def test_figures_are_alike_that_hold_equally_many_whole_months(one, two, expected):
    first, second = (Level(Period.parse(text) if text else None, billion("1"), date(2020, 7, 1), source("a")) for text in (one, two))
    assert alike(first, second) is expected
