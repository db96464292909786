"""Quantities in other units, what a printed one leaves open, and sums of them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.ledger.conversion import convert, told
from giaoban.ledger.intervals import INFINITE, Interval, as_digits, point, printed, rounded
from giaoban.ledger.totals import total
from giaoban.model import Bound, Quantity, Refused
from giaoban.reference.dimensions import dimension
from giaoban.reference.indicators import catalogue
from tests.core.ledger.made import quantity
from tests.tables import table

MONEY = ("đồng", "triệu đồng", "tỷ đồng", "nghìn tỷ đồng")
NUMBERS = st.decimals(min_value=Decimal("0.001"), max_value=Decimal("1E+9"), allow_nan=False, allow_infinity=False, places=3)


@pytest.mark.parametrize("case", table("conversions.tsv"), ids=lambda case: f"{case['value']} {case['unit']} in {case['wanted']}")
def test_a_quantity_is_converted_as_the_corpus_says(case):
    try:
        result, refused = str(convert(quantity(case["value"], case["unit"]), case["wanted"]).value), ""
    except Refused as error:
        result, refused = "", error.code
    assert (result, refused) == (case["result"], case["refused"])


@given(NUMBERS, st.sampled_from(MONEY), st.sampled_from(MONEY))
def test_forth_and_back_is_the_same_quantity_digit_for_digit(value, unit, other):
    there = convert(Quantity(value, unit, Bound.OVER), other)
    assert convert(there, unit) == Quantity(value, unit, Bound.OVER)
    assert there.value.as_tuple().digits == value.as_tuple().digits


def test_a_range_keeps_both_its_ends():
    assert convert(Quantity(Decimal(10), "tạ", value_to=Decimal(12)), "tấn") == Quantity(Decimal("1.0"), "tấn", value_to=Decimal("1.2"))


def test_what_a_figure_is_for_each_of_may_be_left_unsaid():
    income = catalogue()["tnbqdn"]
    assert told(quantity("71.5", "triệu đồng"), income) == quantity("71.5", "triệu đồng/người/năm")
    assert told(quantity("4", "triệu đồng/người/năm"), income) == quantity("4", "triệu đồng/người/năm")
    with pytest.raises(Refused, match="unit-not-of-indicator"):
        told(quantity("4", "triệu đồng/người/tháng"), income)


def test_a_unit_is_the_same_in_capitals_and_told_as_it_is_wanted():
    assert convert(quantity("2", "Thửa Đất"), "thửa đất") == quantity("2", "thửa đất")
    assert convert(quantity("2", "HA"), "ha") == quantity("2", "ha")


def test_a_unit_that_does_not_fit_the_indicator_is_refused_with_the_units_that_do():
    with pytest.raises(Refused) as refused:
        told(quantity("300", "hộ"), catalogue()["ho_ngheo"])
    assert refused.value.values["units"] == "%"


def test_things_are_counted_and_money_is_measured():
    assert dimension("doanh nghiệp").counted
    assert dimension("cuộc").counted
    assert not dimension("nghìn người").counted
    assert not dimension("tỷ đồng").counted
    assert dimension("bao nhiêu đó") is None


@pytest.mark.parametrize("case", table("intervals.tsv"), ids=lambda case: " ".join(case.values()))
def test_a_printed_figure_leaves_open_what_the_corpus_says(case):
    upper = Decimal(case["value_to"]) if case["value_to"] else None
    left = printed(Quantity(Decimal(case["value"]), case["unit"], Bound(case["bound"]), upper))
    assert left == Interval(Decimal(case["low"] or -INFINITE), Decimal(case["high"] or INFINITE))


BOUNDED = st.sampled_from([Bound.EXACT, Bound.OVER, Bound.UNDER, Bound.AT_LEAST, Bound.AT_MOST, Bound.ABOUT])
INTERVALS = st.tuples(NUMBERS, BOUNDED).map(lambda each: printed(Quantity(each[0], "tỷ đồng", each[1])))


@given(INTERVALS, INTERVALS, st.floats(0, 1), st.floats(0, 1))
def test_reckoning_with_intervals_holds_for_every_value_within_them(one, two, first, second):
    a, b = within(one, first), within(two, second)
    slack = Decimal("1E-9")
    for result, value in ((one + two, a + b), (one - two, a - b), (one * two, a * b), (one / two, a / b if b else None)):
        if value is not None:
            assert result.low - slack * abs(value) <= value <= result.high + slack * abs(value)


def within(interval: Interval, share: float) -> Decimal:
    low = interval.low if interval.low > -INFINITE else interval.high - 1000
    high = interval.high if interval.high < INFINITE else interval.low + 1000
    return low + (high - low) * Decimal(share)


@pytest.mark.parametrize("bound", Bound)
def test_the_digits_alone_leave_open_half_of_the_last_of_them_whatever_the_bound_says(bound):
    assert as_digits(quantity("12.5", "%", bound)) == Interval(Decimal("12.45"), Decimal("12.55"))


@pytest.mark.parametrize(
    ("value", "like", "said"),
    [
        ("1.23456789", "2.5", "1.235"),
        ("1.23456789", "2.50000", "1.23457"),
        ("123456.7", "12", "123457"),
        ("0.00123456", "3", "0.001235"),
        ("0.0000000001234567890123456789", f"1.{'0' * 40}", "1.2345678901234567890E-10"),
    ],
)
def test_what_is_worked_out_has_the_digits_of_what_it_was_worked_out_from_four_at_least_and_twenty_at_most(value, like, said):
    assert str(rounded(Decimal(value), quantity(like, "%"))) == said


def test_both_ends_lie_within_an_interval():
    assert [Decimal(value) in Interval(Decimal(1), Decimal(2)) for value in ("0.9", "1", "1.5", "2", "2.1")] == [
        False,
        True,
        True,
        True,
        False,
    ]


def test_nothing_of_what_is_open_is_nothing():
    nought, whole = point(0), Interval(-INFINITE, INFINITE)
    assert nought * whole == whole * nought == nought
    assert nought / Interval(Decimal(1), INFINITE) == nought
    assert point(-1) / Interval(Decimal(1), INFINITE) == Interval(Decimal(-1), Decimal(0))
    assert point(1) / Interval(-INFINITE, Decimal(-1)) == Interval(Decimal(-1), Decimal(0))


def test_dividing_by_what_may_be_nought_leaves_everything_open():
    for low, high in ((-1, 1), (0, 1), (-1, 0), (0, 0)):
        assert point(1) / Interval(Decimal(low), Decimal(high)) == Interval(-INFINITE, INFINITE)


@given(st.lists(NUMBERS, min_size=1, max_size=8))
def test_a_sum_of_exact_quantities_is_exact(values):
    assert total((1, Quantity(value, "ha")) for value in values) == Quantity(sum(values, Decimal(0)), "ha")


@given(st.lists(st.tuples(st.sampled_from([1, -1]), NUMBERS, BOUNDED), min_size=1, max_size=5))
def test_the_bound_of_a_sum_is_true_whatever_the_terms_were(terms):
    """Open ends of the terms stay within what the sum says is possible."""
    try:
        made = total((sign, Quantity(value, "tỷ đồng", bound)) for sign, value, bound in terms)
    except Refused:
        sides = {side(sign, bound) for sign, _value, bound in terms} - {0}
        assert len(sides) > 1
        return
    if Bound.ABOUT not in {bound for _sign, _value, bound in terms}:
        highest = any(side(sign, bound) > 0 for sign, _value, bound in terms)
        lowest = any(side(sign, bound) < 0 for sign, _value, bound in terms)
        assert (printed(made).high == INFINITE) == highest
        assert (printed(made).low == -INFINITE) == lowest


def side(sign: int, bound: Bound) -> int | str:
    if bound is Bound.ABOUT:
        return "about"
    return sign * {Bound.EXACT: 0, Bound.OVER: 1, Bound.AT_LEAST: 1, Bound.UNDER: -1, Bound.AT_MOST: -1}[bound]


@pytest.mark.parametrize("bound", [Bound.OVER, Bound.ABOUT, Bound.AT_MOST])
def test_a_range_and_a_figure_that_is_not_exact_have_no_sum(bound):
    ranged = Quantity(Decimal(10), "ha", value_to=Decimal(12))
    assert total([(1, ranged), (-1, Quantity(Decimal(3), "ha"))]) == Quantity(Decimal(7), "ha", value_to=Decimal(9))
    assert total([(-1, ranged), (1, Quantity(Decimal(30), "ha"))]) == Quantity(Decimal(18), "ha", value_to=Decimal(20))
    with pytest.raises(Refused, match="bounds-do-not-add"):
        total([(1, ranged), (1, Quantity(Decimal(3), "ha", bound))])


def test_quantities_of_two_units_have_no_sum():
    with pytest.raises(ValueError, match="one unit"):
        total([(1, quantity("1", "ha")), (1, quantity("1", "tấn"))])
