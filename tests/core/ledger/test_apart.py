"""Figures in units that do not convert into each other: their cells, and that no check lays them beside each other."""

import pytest

from giaoban.ledger import Facts, check
from giaoban.ledger.apart import of_unit, said, told_in, units_of
from giaoban.ledger.derivation import derivations
from giaoban.model import Role
from giaoban.reference.indicators import catalogue
from tests.core.ledger.made import attained, entry, growth, text

KNOWN = catalogue()
HEAD, USD = "triệu đồng/người", "USD/người"


@pytest.mark.parametrize(
    ("indicator", "unit", "before", "after"),
    [
        ("grdp_pc", HEAD, "", ""),
        ("grdp_pc", "đồng", "", ""),
        ("grdp_pc", USD, "", "unit=USD/person"),
        ("grdp_pc", "nghìn USD/người", "", "unit=USD/person"),
        ("grdp_pc", "USD", "", "unit=USD/person"),
        ("grdp_pc", HEAD, "unit=USD/person", ""),
        ("grdp_pc", USD, "area=rural", "area=rural;unit=USD/person"),
        ("grdp_pc", "euro/người", "", "unit=EUR/person"),
        ("thu_nsnn", "triệu đồng", "", ""),
        ("thu_nsnn", "thùng=hộp", "", "unit=thùng hộp"),
        ("nha_tam", "nhà", "", ""),
        ("noxh", "căn hộ", "", ""),
        ("dang_vien", "đồng chí", "", ""),
        ("tai_nan_gt", "người", "", "unit=person"),
        ("tai_nan_gt", "người", "outcome=killed", "outcome=killed"),
        ("tai_nan_gt", "vụ", "outcome=killed", "outcome=killed;unit=case"),
        ("tai_nan_gt", "hộ", "outcome=killed", "outcome=killed;unit=household"),
        ("thu_nsnn", "tỷ đồng", "outcome=killed", "outcome=killed"),
        ("grdp_pc", USD, "sex=female;area=rural", "area=rural;sex=female;unit=USD/person"),
        ("grdp_pc", USD, "lô=đầu", "lô=đầu;unit=USD/person"),
        ("thu_nsnn", "Thùng;Hộp ", "", "unit=thùng hộp"),
    ],
)
def test_the_cell_of_a_figure_says_what_it_measures_where_it_does_not_convert_to_the_usual_unit(indicator, unit, before, after):
    assert told_in(unit, before, KNOWN[indicator]) == after


@pytest.mark.parametrize(
    ("breakdown", "words"),
    [
        ("", ""),
        ("sector=services", "dịch vụ"),
        ("area=rural;unit=USD/person", "nông thôn, tính bằng USD/người"),
        ("unit=EUR/person", "tính bằng EUR/person"),
        ("lô=đầu", "đầu"),
        ("area=moon", "moon"),
    ],
)
def test_a_part_is_said_in_words(breakdown, words):
    assert said(breakdown, KNOWN["grdp_pc"]) == words


def test_a_unit_that_the_indicator_is_not_told_in_is_said_as_it_is_where_the_indicator_is_not_known():
    assert said("sex=female;unit=EUR/person", None) == "nữ, tính bằng EUR/person"


def test_a_figure_of_an_unknown_indicator_or_without_a_unit_stays_in_its_cell():
    for cell, unit in ((entry("?bến cóc", "3").cell, USD), (entry("grdp_pc", "3", breakdown="unit=USD/person").cell, "")):
        assert of_unit(cell, unit, KNOWN) == cell


def test_the_unit_of_a_level_decides_and_that_of_a_change_only_where_its_cell_says_none():
    level, moved = entry("grdp_pc", "9", breakdown="unit=USD/person").cell, growth("grdp_pc", "9", breakdown="unit=USD/person").cell
    assert (of_unit(level, HEAD, KNOWN).breakdown, of_unit(moved, HEAD, KNOWN).breakdown) == ("", "unit=USD/person")
    assert of_unit(growth("grdp_pc", "3", "bến").cell, "bến", KNOWN).breakdown == ""


def test_a_growth_in_percent_stays_with_the_level_it_was_told_of():
    of_dollars = growth("grdp_pc", "8", breakdown="unit=USD/person").cell
    assert of_unit(of_dollars, "%", KNOWN) == of_dollars
    assert of_unit(growth("grdp_pc", "8").cell, "%", KNOWN).breakdown == ""


def test_a_growth_in_dollars_belongs_to_the_dollars():
    assert of_unit(growth("grdp_pc", "300", USD).cell, USD, KNOWN).breakdown == "unit=USD/person"


def test_the_units_of_a_line_are_those_that_convert_into_each_other():
    assert units_of("", KNOWN["grdp_pc"]) == (HEAD,)
    assert units_of("USD/person", KNOWN["grdp_pc"]) == (USD,)


def test_output_a_head_in_dong_and_in_dollars_both_stand():
    facts = Facts([entry("grdp_pc", "110", HEAD), entry("grdp_pc", "4700", USD, number=1)], KNOWN)
    assert sorted(figure.quantity.unit for figure in facts.levels()) == [USD, HEAD]
    assert check(facts) == ()


def test_a_target_in_dong_is_no_target_of_dollars():
    told = [entry("grdp_pc", "4700", USD), attained("grdp_pc", "94", breakdown="unit=USD/person")]
    target = entry("grdp_pc", "120", HEAD, role=Role.TARGET)
    assert [each.code for each in check(Facts([*told, target], KNOWN))] == ["attainment-implies"]


def test_growth_of_dollars_is_compared_with_the_dollars_of_the_year_before():
    before = [entry("grdp_pc", "100", HEAD, "2018"), entry("grdp_pc", "4000", USD, "2018", number=1)]
    now = [entry("grdp_pc", "4700", USD, source=text()), growth("grdp_pc", "5", breakdown="unit=USD/person", source=text())]
    found = check(Facts([*before, *now], KNOWN))
    assert [(each.code, each.inputs[2].quantity.unit) for each in found if each.check == "growth"] == [("growth-contradicts-ledger", USD)]


def test_years_in_dong_and_in_dollars_are_two_series():
    told = [entry("grdp_pc", value, unit, year) for year, value, unit in [
        ("2016", "90", HEAD), ("2017", "95", HEAD), ("2018", "4200", USD), ("2019", "4700", USD),
    ]]  # fmt: skip
    assert [len(series.figures) for series in Facts(told, KNOWN).series] == [2, 2]


def test_dollars_a_head_are_not_laid_beside_output_by_people_in_dong():
    told = [entry("grdp", "20000", "tỷ đồng"), entry("dan_so", "180", "nghìn người"), entry("grdp_pc", "4700", USD)]
    facts = Facts(told, KNOWN)
    assert [each for each in check(facts) if each.check == "ratio"] == []
    assert [each.quantity.unit for each in derivations(facts)] == [HEAD]


def test_a_part_told_in_another_unit_is_no_part_of_the_sum():
    told = [
        entry("viec_lam", "100", "người"),
        entry("viec_lam", "90", "người", breakdown="sex=male"),
        entry("viec_lam", "30", "hộ", breakdown="sex=female"),
    ]
    assert [each.code for each in check(Facts(told, KNOWN))] == []
