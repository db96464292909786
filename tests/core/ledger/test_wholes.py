"""Which figures are parts of which, and whether they are all there."""

import pytest

from giaoban.ledger import Facts, check
from giaoban.ledger.wholes import wholes
from giaoban.model import Role
from tests.core.ledger.made import attained, entry, growth

MEMBERS = {"p": ("a", "b", "c")}


def told(*entries):
    """(whole, its parts, "all", "nearly" or "some", "sum" or "mean") of all that is found."""
    return [
        (
            str(each.whole.entry.quantity.value),
            " ".join(str(part.entry.quantity.value) for part in each.parts),
            "all" if each.complete else "nearly" if each.nearly else "some",
            "sum" if each.additive else "mean",
        )
        for each in wholes(Facts(entries, members=MEMBERS))
    ]


def places(make, key: str, *values: str, **more):
    return [make(key, value, place=place, **more) for place, value in zip("abc", values, strict=False)]


@pytest.mark.parametrize(
    ("key", "values", "wanted"),
    [
        ("thu_nsnn", ("10", "20", "30"), [("60", "10 20 30", "all", "sum")]),
        ("thu_nsnn", ("10", "20"), [("60", "10 20", "some", "sum")]),
        ("ho_ngheo", ("1", "2", "3"), [("60", "1 2 3", "all", "mean")]),
        ("ho_ngheo", ("1", "2"), []),
        ("dang_vien", ("10", "20", "30"), []),
    ],
)
def test_places_are_parts_of_the_whole_where_the_catalogue_says_that_it_adds_up_or_is_a_mean(key, values, wanted):
    unit = {"thu_nsnn": "tỷ đồng", "ho_ngheo": "%", "dang_vien": "đảng viên"}[key]
    assert told(entry(key, "60", unit), *places(entry, key, *values, unit=unit)) == wanted


def test_growth_in_percent_is_a_mean_of_growths_of_what_adds_up_and_shares_of_a_plan_are_none():
    assert told(growth("thu_nsnn", "9"), *places(growth, "thu_nsnn", "1", "2", "3")) == [("9", "1 2 3", "all", "mean")]
    assert told(growth("thu_nsnn", "9", base="plan"), *places(growth, "thu_nsnn", "1", "2", "3", base="plan")) == []
    assert told(growth("grdp_pc", "9"), *places(growth, "grdp_pc", "1", "2", "3")) == []
    assert told(attained("thu_nsnn", "90"), *places(attained, "thu_nsnn", "95", "96", "97")) == []


def test_a_part_told_in_another_unit_is_none_and_without_it_they_are_not_all_there():
    two, third = places(growth, "thu_nsnn", "1", "2"), growth("thu_nsnn", "300", "tỷ đồng", place="c")
    assert told(growth("thu_nsnn", "9"), *two, third) == [("9", "1 2", "some", "mean")]
    sectors = [
        growth("grdp", value, breakdown=f"sector={name}") for name, value in (("agriculture", "3"), ("industry", "9"), ("services", "6"))
    ]
    in_money = growth("grdp", "300", "tỷ đồng", breakdown="sector=product_taxes")
    assert told(growth("grdp", "12"), *sectors) == [("12", "3 9 6", "nearly", "mean")]
    assert told(growth("grdp", "12"), *sectors, in_money) == [("12", "3 9 6", "some", "mean")]
    assert told(growth("grdp", "12"), *sectors, growth("grdp", "5", breakdown="sector=product_taxes")) == [("12", "3 9 6 5", "all", "mean")]


def test_indicators_of_the_catalogue_are_some_parts_of_their_whole_and_their_shares_of_a_plan_none():
    assert told(entry("thu_nsnn", "100"), entry("thu_noi_dia", "60"), entry("thu_xnk", "30")) == [("100", "60 30", "some", "sum")]
    assert told(growth("thu_nsnn", "9"), growth("thu_noi_dia", "6"), growth("thu_xnk", "7")) == []
    assert told(attained("thu_nsnn", "90"), attained("thu_noi_dia", "95"), attained("thu_xnk", "96")) == []


def test_the_earlier_level_that_a_report_names_has_no_parts():
    for role, found in ((Role.BASELINE, 0), (Role.TARGET, 1)):
        assert len(told(entry("thu_nsnn", "60", role=role), *places(entry, "thu_nsnn", "10", "20", "30", role=role))) == found


def test_an_axis_that_nobody_knows_parts_nothing_and_stops_nothing():
    several = entry("viec_lam", "10", "người"), entry("viec_lam", "20", "người", breakdown="lot=first")
    assert told(*several) == []
    assert check(Facts(several)) == ()


def test_men_and_women_are_no_parts_of_a_figure_that_the_catalogue_does_not_add_up():
    members = [entry("dang_vien", value, "đảng viên", breakdown=f"sex={sex}") for sex, value in (("female", "1"), ("male", "2"))]
    growths = [growth("dang_vien", value, breakdown=f"sex={sex}") for sex, value in (("female", "1"), ("male", "2"))]
    assert told(entry("dang_vien", "9", "đảng viên"), *members) == []
    assert told(growth("dang_vien", "9"), *growths) == []
