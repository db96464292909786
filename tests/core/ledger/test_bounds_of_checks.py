"""Where the checks of limits, ratios and late reports begin to speak: a figure on either side of each bound."""

from datetime import date
from decimal import Decimal

import pytest

from giaoban.ledger import Facts, check
from giaoban.ledger.checks.limits import DIGITS, limits_of
from giaoban.model import Measure, Role
from giaoban.reference.indicators import catalogue
from tests.core.ledger.made import entry, growth


def told(*entries, name, **around):
    return [each for each in check(Facts(entries, **around)) if each.check == name]


@pytest.mark.parametrize(
    ("figure", "codes"),
    [
        (entry("ho_ngheo", "100", "%"), ""),
        (entry("ho_ngheo", "100.1", "%"), "limit-too-high"),
        (entry("ho_ngheo", "0", "%"), ""),
        (entry("ho_ngheo", "112", "%", role=Role.TARGET), "limit-too-high"),
        (growth("thu_nsnn", "-100"), ""),
        (growth("thu_nsnn", "-100.1"), "limit-nothing-left"),
        (growth("thu_nsnn", "-120", "tỷ đồng"), ""),
        (growth("?lạ", "-120"), "limit-nothing-left"),
        (growth("dn_moi", "140.5", "doanh nghiệp"), ""),
        (entry("dn_moi", "140.0", "doanh nghiệp"), ""),
        (entry("dan_so", "1.5", "triệu người"), ""),
        (entry("dan_so", "1.2345678", "triệu người"), ""),
        (entry("?lạ", "140.5", "doanh nghiệp"), ""),
    ],
)
def test_a_limit_is_broken_only_beyond_it(figure, codes):
    assert " ".join(each.code for each in told(figure, name="limits")) == codes


def test_a_limit_that_is_broken_is_told_with_its_number_where_it_has_one():
    (above,) = told(entry("ho_ngheo", "112", "%"), name="limits")
    (below,) = told(entry("ho_ngheo", "-1", "%"), name="limits")
    (nothing,) = told(growth("thu_nsnn", "-120"), name="limits")
    assert (above.values["high"], below.values["low"], {"high", "low"} & set(nothing.values)) == (100, 0, set())


@pytest.mark.parametrize("figure", [growth("xa_ntm", "12", "xã"), entry("dn_moi", "12", "doanh nghiệp")])
def test_only_levels_that_count_the_units_of_a_place_are_weighed_against_them(figure):
    assert told(figure, name="limits", counts={("p", "commune"): 11, ("p", ""): 1}) == []


KNOWN = catalogue()
UNITS = sorted({known.unit for known in KNOWN.values()} | {"triệu người", "nghìn người", "triệu đồng", "trăm ha", "%"})
NUMBERS = [
    Decimal(each)
    for each in [
        "-100.01",
        "-100",
        "-1",
        "-0.5",
        "0",
        "0.5",
        "1",
        "1.5",
        "19",
        "19.5",
        "99.999",
        "100",
        "100.0001",
        "112",
        "140.5",
        "1000",
        "1234567",
        "1.2345678",
    ]
]


def test_what_millions_of_rows_are_sifted_by_lets_no_broken_limit_pass():
    wrong, within = [], 0
    for key, known in KNOWN.items():
        for measure in Measure:
            for unit in UNITS:
                limits = limits_of(known, measure, unit)
                sure = limits.sure() if limits else ()
                for number in NUMBERS if limits else ():
                    low, high = sure[max(0, -number.as_tuple().exponent)]
                    whole = int(number.scaleb(max(0, -number.as_tuple().exponent)))
                    within += low <= whole <= high
                    if low <= whole <= high and any(limits.broken(number)):
                        wrong.append((key, measure, unit, number))
    assert wrong == []
    assert within > 1000, "else nothing is sifted"


def test_a_number_has_bounds_for_so_many_digits_behind_its_comma():
    sure = limits_of(KNOWN["ho_ngheo"], Measure.LEVEL, "%").sure()
    assert len(sure) == DIGITS + 1
    assert sure[:3] == ((0, 100), (0, 1000), (0, 10000))
    assert all(isinstance(end, int) for ends in sure for end in ends)


OUTPUT, PEOPLE = entry("grdp", "19217"), entry("dan_so", "178.5", "nghìn người")
EACH = "triệu đồng/người"


@pytest.mark.parametrize(
    ("figures", "implied"),
    [
        ((OUTPUT, PEOPLE, entry("grdp_pc", "90", EACH)), "107.7"),
        ((entry("grdp", "19217000", "triệu đồng"), entry("dan_so", "178500", "người"), entry("grdp_pc", "90", EACH)), "107.7"),
        ((OUTPUT, PEOPLE, entry("grdp_pc", "107.7", EACH)), ""),
        ((OUTPUT, PEOPLE, entry("grdp_pc", "0.09", "tỷ đồng/người")), "107.7"),
        ((OUTPUT, PEOPLE, entry("grdp_pc", "4100", "USD/người")), ""),
        ((OUTPUT, entry("grdp_pc", "90", EACH)), ""),
        ((PEOPLE, entry("grdp_pc", "90", EACH)), ""),
        ((OUTPUT, entry("dan_so", "0", "người"), entry("grdp_pc", "90", EACH)), ""),
        ((OUTPUT, entry("dan_so", "0.2", "người"), entry("grdp_pc", "90", EACH)), "96085000"),
        ((OUTPUT, entry("dan_so", "51", "nghìn hộ"), entry("grdp_pc", "90", EACH)), ""),
        ((entry("grdp", "815", "triệu USD"), PEOPLE, entry("grdp_pc", "90", EACH)), ""),
        ((OUTPUT, entry("dan_so", "178.5", "nghìn người", "2018"), entry("grdp_pc", "90", EACH)), ""),
    ],
)
def test_a_ratio_is_worked_out_where_both_its_figures_are_there_in_its_units(figures, implied):
    assert " ".join(f"{each.expected.value:.1f}".removesuffix(".0") for each in told(*figures, name="ratio")) == implied


@pytest.mark.parametrize(
    ("key", "period", "in_time", "late"),
    [
        ("thu_nsnn", "2020-03", date(2020, 5, 21), date(2020, 5, 22)),
        ("grdp", "2020-Q1", date(2020, 7, 31), date(2020, 8, 1)),
        ("dan_so", "2019", date(2021, 3, 31), date(2021, 4, 1)),
    ],
)
def test_a_report_is_late_on_the_day_after_the_last_one_allowed(key, period, in_time, late):
    figure = entry(key, "10", KNOWN[key].unit, period)
    assert told(figure, name="stale", on=in_time) == []
    assert [each.values["days"] for each in told(figure, name="stale", on=late)] == [1]


@pytest.mark.parametrize("order", [1, -1])
def test_the_newest_period_of_each_indicator_and_place_says_how_late_it_is(order):
    figures = [
        entry("thu_nsnn", "10", period=period, place=place) for period, place in (("2020-01", "p"), ("2020-03", "p"), ("2020-02", "q"))
    ]
    undated = entry("thu_nsnn", "10", period="", place="p")
    for several in ([*figures, undated], [undated, *figures]):
        found = told(*several[::order], name="stale", on=date(2020, 6, 1))
        assert sorted((each.cell.place, str(each.cell.period)) for each in found) == [("p", "2020-03"), ("q", "2020-02")]


def test_nothing_is_late_of_which_no_period_or_no_frequency_is_known():
    for figure in (entry("thu_nsnn", "10", period=""), entry("?lạ", "10", period="2001")):
        assert told(figure, name="stale", on=date(2020, 6, 1)) == []
