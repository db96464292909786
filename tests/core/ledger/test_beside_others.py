"""A figure far from the other years of its series, or from what other places had: what it would usually be, and when nothing is said."""

from decimal import Decimal

import pytest

from giaoban.ledger import Facts, check
from giaoban.ledger.checks.digit_slip import changed, swapped
from giaoban.model import Bound
from tests.core.ledger.made import entry


def years(*values: str, first: int = 2011, key: str = "thu_nsnn", unit: str = "tỷ đồng", place: str = "p", bounds=None):
    return [
        entry(key, value, unit, str(first + at), place=place, bound=(bounds or {}).get(at, Bound.EXACT)) for at, value in enumerate(values)
    ]


def found(entries, name: str):
    return [each for each in check(Facts(entries)) if each.check == name]


DOUBLED = ("1000", "2000", "4000", "8000", "16000", "32000", "64000")


@pytest.mark.parametrize(("at", "told"), [(3, "30000"), (3, "2000"), (0, "4000"), (6, "16000")])
def test_what_is_beside_the_trend_is_told_with_what_lies_on_it_and_half_as_much_again_around(at, told):
    several = years(*DOUBLED[:at], told, *DOUBLED[at + 1 :])
    (wild,) = found(several, "outlier")
    usual = Decimal(DOUBLED[at])
    assert (wild.code, wild.inputs[0], str(wild.found.value)) == ("outlier-history", several[at], told)
    assert wild.inputs[1:] == tuple(each for each in several if each is not several[at])
    assert abs(wild.expected.value / usual - 1) < Decimal("0.001")
    assert [round(wild.expected.open.low / usual, 3), round(wild.expected.open.high / usual, 3)] == [Decimal("0.667"), Decimal("1.500")]
    assert wild.values["count"] == 6


@pytest.mark.parametrize(
    "fine",
    [
        years("1000", "2000", "4000", "30000", "16000"),
        years("1000", "2000", "4000", "11000", "16000", "32000", "64000"),
        years("1000", "2000", "4000", "30000", "16000", "32000", "64000", bounds={3: Bound.OVER}),
        years("0", "2000", "4000", "30000", "16000", "32000", "64000"),
        years("-1", "2000", "4000", "30000", "16000", "32000", "64000"),
        years("3", "6", "3", "9", "3", "6", "3", key="dn_moi", unit="doanh nghiệp"),
    ],
    ids=[
        "four others",
        "less than half as much again",
        "over: so it may be less",
        "a nought has no logarithm",
        "below nought",
        "small counts",
    ],
)
def test_of_few_years_near_the_trend_or_of_what_has_no_trend_nothing_is_said(fine):
    assert found(fine, "outlier") == []


def test_figures_that_are_about_so_are_looked_at_too():
    assert [each.code for each in found(years(*DOUBLED[:3], "30000", *DOUBLED[4:], bounds={3: Bound.ABOUT}), "outlier")] == [
        "outlier-history"
    ]


def moves(*after: str, before: str = "1000", **more):
    return [each for place, value in zip("abcdefgh", after, strict=False) for each in years(before, value, place=place, **more)]


def test_what_moved_otherwise_than_six_others_is_told_with_what_it_would_have_been_like_them():
    (wild,) = found(moves("1100", "1100", "1100", "1100", "1100", "1100", "3300"), "outlier")
    assert (wild.code, [str(each.quantity.value) for each in wild.inputs]) == ("outlier-peers", ["3300", "1000"])
    assert abs(wild.expected.value - 1100) < 2
    assert wild.values["count"] == 6
    (fallen,) = found(moves("1100", "1100", "1100", "1100", "1100", "1100", "366"), "outlier")
    assert abs(fallen.expected.value - 1100) < 5


def test_five_places_at_once_are_too_few_and_a_small_count_has_room_for_chance():
    assert found(moves("1100", "1100", "1100", "1100", "3300"), "outlier") == []
    jumped = ("11", "11", "11", "11", "11", "11", "25")
    assert found(moves(*jumped, before="10", key="dn_moi", unit="doanh nghiệp"), "outlier") == []
    assert [each.code for each in found(moves(*jumped, before="10"), "outlier")] == ["outlier-peers"]
    assert found(moves("0", "1100", "1100", "1100", "1100", "1100"), "outlier") == []


@pytest.mark.parametrize(
    ("values", "at", "meant", "times"),
    [
        (("2140", "2300", "2.4"), 2, "2400", 1000),
        (("2140", "2300", "2400000"), 2, "2400", 1000),
        (("2140", "2300", "24000"), 2, "2400", 10),
        (("2.1", "2300", "2400"), 0, "2100", 1000),
        (("1000", "2000", "4000", "8", "16000", "32000"), 3, "8000", 1000),
        (("1000", "2000", "4000", "8000", "16000", "320"), 5, "32000", 100),
        (("1", "2000", "4000", "8000", "16000", "32000"), 0, "1000", 1000),
    ],
)
def test_a_power_of_ten_beside_the_other_years_is_told_with_what_was_meant(values, at, meant, times):
    several = years(*values)
    (slip,) = found(several, "unit_slip")
    assert slip.inputs[0] is several[at]
    assert slip.inputs[1:] == tuple(each for each in several if each is not several[at])
    assert (slip.expected.value, slip.values["meant"].value, slip.values["times"]) == (Decimal(meant), Decimal(meant), times)
    assert slip.expected.open.low < Decimal(meant) < slip.expected.open.high
    assert slip.code == f"unit-slip-history-{'small' if Decimal(values[at]) < Decimal(meant) else 'large'}"


@pytest.mark.parametrize(
    "fine",
    [
        years("2300", "2.4"),
        years("0", "2300", "2.4"),
        years("-2", "2300", "2.4"),
        years("2140", "2300", "7100"),
        years("2140", "2300", "5500"),
        years("1000", "2000", "4000", "8000", "16000", "32000"),
        years("1.0", "2.0", "9.9", "99"),
        years("2140", "9800", "2.4"),
    ],
    ids=["one other", "a nought", "below nought", "thrice", "twice", "a trend", "small figures", "the others do not agree"],
)
def test_no_power_of_ten_is_told_of_what_is_no_such_slip(fine):
    assert found(fine, "unit_slip") == []


@pytest.mark.parametrize(
    ("ways", "digits", "wanted"),
    [
        (swapped, "120", ["210", "102"]),
        (swapped, "112", ["121"]),
        (swapped, "102", ["120"]),
        (swapped, "7", []),
        (changed, "1", list("23456789")),
        (changed, "10", [*(f"{first}0" for first in "23456789"), *(f"1{last}" for last in "123456789")]),
    ],
)
def test_digits_change_places_or_one_is_another_and_no_number_begins_with_nought(ways, digits, wanted):
    assert ["".join(map(str, each)) for each in ways(tuple(map(int, digits)))] == wanted
