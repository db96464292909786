"""What the checks are given: which figure stands in which cell, in which unit, how open its printing leaves it, beside what it is laid."""

from dataclasses import replace
from datetime import date

import pytest

from giaoban.ledger import Facts, Status
from giaoban.ledger.facts import stretch
from giaoban.model import Measure, Role
from tests.core.ledger.made import attained, entry, growth, text

LATER = date(2020, 6, 1)


def pairs(*entries, measure=Measure.CHANGE, roles=(Role.ACTUAL,)):
    """(level, change) as printed, of all that is laid beside each other."""
    return [(str(level.entry.quantity.value), str(told.entry.quantity.value)) for level, told in Facts(entries).compared(measure, roles)]


@pytest.mark.parametrize(
    ("indicator", "value", "unit", "compared", "low", "high"),
    [
        ("thu_nsnn", "2572", "tỷ đồng", "2572 tỷ đồng", "2571.5", "2572.5"),
        ("thu_nsnn", "2.572", "nghìn tỷ đồng", "2572 tỷ đồng", "2571.5", "2572.5"),
        ("thu_nsnn", "2.5", "nghìn tỷ đồng", "2500 tỷ đồng", "2450", "2550"),
        ("thu_nsnn", "310", "triệu đồng", "0.310 tỷ đồng", "0.3095", "0.3105"),
        ("thu_nsnn", "0", "tỷ đồng", "0 tỷ đồng", "-0.5", "0.5"),
        ("thu_nsnn", "0", "triệu đồng", "0.000 tỷ đồng", "-0.0005", "0.0005"),
        ("thu_nsnn", "0.0", "nghìn tỷ đồng", "0 tỷ đồng", "-50", "50"),
        ("thu_nsnn", "15", "xã", "15 xã", "15", "15"),
        ("?tu_dat", "15", "nghìn hộ", "15 nghìn hộ", "14.5", "15.5"),
    ],
)
def test_a_figure_is_compared_in_the_unit_of_its_indicator_and_left_open_as_it_was_printed(indicator, value, unit, compared, low, high):
    (figure,) = Facts([entry(indicator, value, unit)]).figures.values()
    assert f"{figure.value:f} {figure.quantity.unit}" == compared
    assert [f"{figure.open.low:f}", f"{figure.open.high:f}"] == [low, high]


def test_what_changed_is_compared_in_the_unit_it_was_told_in():
    (figure,) = Facts([growth("thu_nsnn", "1500", "triệu đồng")]).figures.values()
    assert (str(figure.value), figure.quantity.unit, figure.tens) == ("1500", "triệu đồng", 0)


@pytest.mark.parametrize(
    ("one", "other"), [("2020-M3", "2020-Q1"), ("2020-01/2020-06", "2020-H1"), ("2020-M12", "2020"), ("2020-Q2", "2020-Q2")]
)
def test_the_same_months_under_two_names_are_one_cell_in_which_the_later_report_stands(one, other):
    first, second = entry("thu_nsnn", "500", period=one), entry("thu_nsnn", "520", period=other, on=LATER, number=1)
    for several in ((first, second), (second, first)):
        facts = Facts(several)
        assert [each.entry for each in facts.figures.values()] == [second]
        assert [facts.find(each.cell).entry for each in several] == [second, second]


def test_the_same_place_at_another_time_or_in_another_part_is_another_cell():
    several = [
        entry("thu_nsnn", "1"),
        entry("thu_nsnn", "2", period="2018"),
        entry("thu_nsnn", "3", place="q"),
        entry("thu_nsnn", "4", period=""),
    ]
    facts = Facts(several)
    assert [facts.find(each.cell).entry for each in several] == several
    assert facts.find(several[0].cell, place="r") is None
    assert facts.find(several[0].cell, Role.TARGET) is None


def test_an_indicator_is_named_as_the_catalogue_does_else_as_it_was_written_else_by_its_key():
    known, unknown = entry("thu_nsnn", "1"), entry("?bến cóc", "1")
    names = [Facts([]).name(each) for each in (known, replace(unknown, wording="Số bến cóc"), unknown)]
    assert names == ["Thu ngân sách nhà nước trên địa bàn", "Số bến cóc", "bến cóc"]


def test_a_change_goes_with_the_level_of_its_own_text_else_with_the_one_that_stands():
    levels = entry("thu_nsnn", "100", source=text(0)), entry("thu_nsnn", "300", source=text(50), on=LATER, number=1)
    assert pairs(*levels, growth("thu_nsnn", "25", source=text(0))) == [("100", "25")]
    assert pairs(*levels, growth("thu_nsnn", "25", source=text(50))) == [("300", "25")]
    assert pairs(*levels, growth("thu_nsnn", "25", source=text(90))) == [("300", "25")]


def test_a_change_that_no_longer_stands_is_laid_only_beside_a_level_of_its_own_text():
    level, old = entry("thu_nsnn", "100", source=text(0)), growth("thu_nsnn", "20", source=text(50))
    new = growth("thu_nsnn", "25", source=text(90), on=LATER, number=1)
    assert pairs(level, old, new) == [("100", "25")]
    assert pairs(level, entry("thu_nsnn", "900", source=text(50), number=2), old, new) == [("900", "20"), ("900", "25")]


def test_a_change_is_laid_beside_a_level_of_the_same_role_and_only_of_the_roles_asked_for():
    done = entry("thu_nsnn", "100"), growth("thu_nsnn", "5")
    planned = entry("thu_nsnn", "120", role=Role.TARGET), growth("thu_nsnn", "12", role=Role.TARGET)
    assert pairs(*done, *planned) == [("100", "5")]
    assert pairs(*done, *planned, roles=(Role.TARGET,)) == [("120", "12")]
    assert pairs(done[0], planned[1], roles=tuple(Role)) == []


def test_only_the_level_of_an_indicator_that_tells_growth_is_growth_of_another():
    level, rate, faster = entry("grdp", "110"), entry("grdp_growth", "10", "%"), growth("grdp_growth", "2", "điểm %")
    assert pairs(level, rate) == [("110", "10")]
    assert pairs(level, faster) == []
    assert pairs(level, rate, measure=Measure.ATTAINMENT) == []
    assert pairs(attained("grdp", "90"), attained("grdp_growth", "95")) == []
    assert pairs(entry("grdp", "110"), entry("thu_nsnn", "10", "%")) == []


def test_a_series_has_the_same_months_of_each_year_the_earliest_first():
    told = {"2019": "3", "2017": "1", "2018": "2", "2018-Q1": "0.5", "2019-Q1": "0.7", "2019-H1": "1.5", "2019-01-05/2019-03-09": "9"}
    entries = [entry("thu_nsnn", value, period=period) for period, value in told.items()]
    series = Facts(entries).series
    assert [[str(each.cell.period) for each in one.figures] for one in series] == [
        ["2017", "2018", "2019"],
        ["2018-Q1", "2019-Q1"],
        ["2019-H1"],
    ]


def test_places_parts_and_roles_are_series_of_their_own():
    several = [
        entry("viec_lam", "1", "người"),
        entry("viec_lam", "2", "người", place="q"),
        entry("viec_lam", "3", "người", breakdown="sex=male"),
    ]
    target = entry("viec_lam", "4", "người", "2018", role=Role.TARGET)
    assert [len(one.figures) for one in Facts([*several, target]).series] == [1, 1, 1]


def test_a_figure_without_whole_months_has_no_stretch():
    for period in ("", "2019-01-05/2019-03-09"):
        (figure,) = Facts([entry("thu_nsnn", "1", period=period)]).figures.values()
        with pytest.raises(ValueError, match="whole months"):
            stretch(figure)


def test_a_final_figure_stands_before_a_later_estimate():
    final, estimate = entry("thu_nsnn", "1", status=Status.FINAL), entry("thu_nsnn", "2", status=Status.ESTIMATE, on=LATER, number=1)
    assert [each.entry for each in Facts([estimate, final]).figures.values()] == [final]


def test_only_levels_are_levels():
    told = growth("thu_nsnn", "2"), entry("thu_nsnn", "1"), attained("thu_nsnn", "3"), entry("thu_nsnn", "4", role=Role.TARGET)
    assert [[each.entry for each in Facts(told).levels(role)] for role in (Role.ACTUAL, Role.TARGET)] == [[told[1]], [told[3]]]
