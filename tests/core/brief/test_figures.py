"""The numbers that a brief works out: changes, shares of a target, points behind, ages; and where it must not work one out."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from giaoban.brief.figures import given_discrepancies, given_figures, lines
from giaoban.brief.given import Remembered
from giaoban.brief.lines import Source
from giaoban.ledger import Facts, Severity, check
from giaoban.model import Bound, Role
from tests.core.ledger.made import attained, entry, growth, text

REPORTED = date(2020, 12, 1)


def source(each):
    return Source(f"{each.cell.indicator} {each.cell.period} {each.role}")


def given(*entries, places=("p",)):
    return given_figures(Facts(entries), source, places)


def only(*entries):
    (found,) = given(*entries)
    return found


def said(compared):
    return f"{compared.quantity.value}{'' if compared.computed else ' told'}" if compared else "none"


def ranged(each, to):
    return replace(each, quantity=replace(each.quantity, value_to=Decimal(to)))


@pytest.mark.parametrize(
    ("figures", "change"),
    [
        ((entry("thu_nsnn", "110", period="2019"), entry("thu_nsnn", "100", period="2018")), "10.0"),
        ((entry("thu_nsnn", "95", period="2019"), entry("thu_nsnn", "100", period="2018")), "-5.0"),
        ((entry("thu_nsnn", "110", period="2019"), entry("thu_nsnn", "100", period="2017")), "none"),
        ((entry("thu_nsnn", "110", period="2019"), entry("thu_nsnn", "100000", "triệu đồng", "2018")), "10.0"),
        ((entry("thu_nsnn", "110", period="2020-Q1"), entry("thu_nsnn", "100", period="2019-Q1")), "10.0"),
        ((entry("thu_nsnn", "110"), growth("thu_nsnn", "7.5"), entry("thu_nsnn", "100", period="2018")), "7.5 told"),
        ((entry("thu_nsnn", "110", bound=Bound.OVER), entry("thu_nsnn", "100", period="2018")), "none"),
        ((entry("thu_nsnn", "110"), entry("thu_nsnn", "100", period="2018", bound=Bound.ABOUT)), "none"),
        ((ranged(entry("thu_nsnn", "110"), 120), entry("thu_nsnn", "100", period="2018")), "none"),
        ((entry("thu_nsnn", "110"), ranged(entry("thu_nsnn", "100", period="2018"), 105)), "none"),
        ((entry("thu_nsnn", "110"), entry("thu_nsnn", "0", period="2018")), "none"),
        ((entry("thu_nsnn", "110"), entry("thu_nsnn", "-10", period="2018")), "none"),
        ((entry("ho_ngheo", "2", "%"), entry("ho_ngheo", "4", "%", "2018")), "none"),
        ((entry("gtsx", "110"), entry("gtsx", "100", period="2018")), "none"),
        ((entry("?lạ", "110"), entry("?lạ", "100", period="2018")), "none"),
    ],
)  # fmt: skip
def test_a_change_is_worked_out_only_of_two_exact_figures_a_year_apart(figures, change):
    assert said(only(*figures).change) == change


def target(key, value, unit="tỷ đồng", period="2019", **more):
    return entry(key, value, unit, period, role=Role.TARGET, **more)


@pytest.mark.parametrize(
    ("figures", "share"),
    [
        ((entry("thu_nsnn", "90"), target("thu_nsnn", "120")), "75.0"),
        ((entry("thu_nsnn", "90", period="2019-M9"), target("thu_nsnn", "120")), "75.0"),
        ((entry("thu_nsnn", "90", period="2019-M9"), target("thu_nsnn", "100", period="2019-M9"), target("thu_nsnn", "120")), "90.0"),
        ((entry("thu_nsnn", "90"), target("thu_nsnn", "120", period="2020")), "none"),
        ((entry("thu_nsnn", "90"), attained("thu_nsnn", "76.2"), target("thu_nsnn", "120")), "76.2 told"),
        ((entry("thu_nsnn", "90"), target("thu_nsnn", "120", bound=Bound.OVER)), "none"),
        ((entry("thu_nsnn", "90", bound=Bound.OVER), target("thu_nsnn", "120")), "none"),
        ((entry("thu_nsnn", "90"), ranged(target("thu_nsnn", "120"), 130)), "none"),
        ((ranged(entry("thu_nsnn", "90"), 95), target("thu_nsnn", "120")), "none"),
        ((entry("thu_nsnn", "90"), target("thu_nsnn", "0")), "none"),
        ((entry("thu_nsnn", "90"), target("thu_nsnn", "120000", "triệu đồng")), "none"),
        ((entry("ho_ngheo", "12", "%"), target("ho_ngheo", "15", "%")), "none"),
        ((entry("so_ho_ngheo", "12", "hộ"), target("so_ho_ngheo", "15", "hộ")), "none"),
        ((entry("?lạ", "90"), target("?lạ", "120")), "none"),
        ((entry("giai_ngan", "64.5", "%"),), "64.5 told"),
        ((entry("giai_ngan", "64.5"),), "none"),
    ],
)  # fmt: skip
def test_a_share_of_the_target_is_worked_out_only_where_more_is_better_and_both_are_exact(figures, share):
    found = only(*figures)
    told = said(found.attained)
    assert told == share


@pytest.mark.parametrize(
    ("figures", "behind"),
    [
        ((entry("thu_nsnn", "60", period="2019-M9"), target("thu_nsnn", "100")), 15),
        ((entry("thu_nsnn", "70", period="2019-M9"), target("thu_nsnn", "100")), 5),
        ((entry("thu_nsnn", "70.1", period="2019-M9"), target("thu_nsnn", "100")), 0),
        ((entry("thu_nsnn", "80", period="2019"), target("thu_nsnn", "100")), 20),
        ((entry("thu_nsnn", "10", period="2019-Q2"), target("thu_nsnn", "100")), 0),
        ((entry("thu_nsnn", "60", period="2018/2019"), target("thu_nsnn", "100", period="2018/2019")), 0),
        ((entry("dan_so", "60", "người", "2019"), target("dan_so", "100", "người")), 0),
        ((entry("thu_nsnn", "60", period=""), attained("thu_nsnn", "10", period="")), 0),
    ],
)  # fmt: skip
def test_a_figure_is_behind_from_five_points_short_of_the_share_of_the_year_that_is_over(figures, behind):
    (line,) = lines([only(*figures)], None, REPORTED)
    assert line.behind == behind


@pytest.mark.parametrize(
    ("figure", "on", "days"),
    [
        (entry("thu_nsnn", "1", period="2019"), date(2020, 1, 1), 1),
        (entry("thu_nsnn", "1", period="2019"), date(2019, 12, 31), 0),
        (entry("thu_nsnn", "1", period="2020", on=date(2020, 6, 30)), date(2020, 7, 10), 10),
        (entry("thu_nsnn", "1", period="", on=date(2020, 6, 30)), date(2020, 7, 10), 10),
        (entry("thu_nsnn", "1", period="", on=date(2020, 6, 30)), date(2020, 6, 1), 0),
    ],
)  # fmt: skip
def test_a_figure_is_as_old_as_its_period_is_over_or_since_it_was_reported(figure, on, days):
    (line,) = lines([only(figure)], None, on)
    assert line.age == days


def test_what_the_last_brief_said_stands_beside_the_same_indicator():
    first = only(entry("thu_nsnn", "100", period="2018"))
    last = Remembered(date(2020, 1, 1), ((first.indicator, first.latest), ("dan_so", replace(first.latest, reported_on=REPORTED))))
    (line,) = lines([only(entry("thu_nsnn", "110"))], last, REPORTED)
    assert line.before == first.latest


def test_figures_stand_in_the_order_of_the_catalogue_then_by_name_and_only_those_of_the_place():
    keys = ["?lạ", "ho_ngheo", "?kia", "thu_nsnn", "gtsx"]
    units = {"ho_ngheo": "%"}
    figures = [entry(key, "5", units.get(key, "tỷ đồng")) for key in keys]
    order = [key for key in Facts([]).indicators if key in keys]
    assert [each.indicator for each in given(*figures, entry("dan_so", "5", "người", place="q"))] == [*order, "?kia", "?lạ"]


def test_the_latest_figure_is_the_one_whose_time_ends_last_and_then_the_longer_one():
    months, year, quarter = (
        entry("thu_nsnn", value, period=period) for value, period in (("9", "2019-M9"), ("12", "2019"), ("4", "2019-Q4"))
    )
    undated = entry("thu_nsnn", "99", period="")
    found = only(year, months, undated, quarter)
    assert [str(each.quantity.value) for each in (*found.earlier, found.latest)] == ["99", "9", "4", "12"]


def test_a_part_of_a_figure_is_named_with_it():
    women = only(entry("viec_lam", "16", "người", breakdown="sex=female"))
    assert women.indicator == "viec_lam;sex=female"
    assert women.name.endswith("(nữ)")


def test_contradictions_come_first_and_what_follows_from_figures_is_left_out():
    shares = [entry("nhat_the_hoa", "85.7", "%", source=text(0)), entry("bi_thu_ngoai", "76.2", "%", source=text(20))]
    figures = [entry("thu_nsnn", "104"), growth("thu_nsnn", "4"), entry("thu_nsnn", "900", period="2018"), entry("ho_ngheo", "112", "%")]
    found = check(Facts([*figures, *shares], on=date(2030, 1, 1)))
    severities = [each.severity for each in given_discrepancies(reversed(found), source)]
    assert {each.severity for each in found} == set(Severity)
    assert severities == sorted(severities, key=[Severity.CONTRADICTION, Severity.DOUBT].index)
    assert len(set(severities)) == 2
