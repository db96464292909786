"""Cells and entries: what names a cell, and which of several entries stands."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.ledger import ByPerson, Cell, Choice, Computed, InSheet, Status, standing
from giaoban.model import Bound, Measure, Period, Role
from tests.core.ledger.made import entry, text

YEAR = Period.parse("2019")


@pytest.mark.parametrize("base", ["last_week", "baseline_year:19", "plan;"])
def test_a_cell_refuses_a_base_that_there_is_not(base):
    with pytest.raises(ValueError, match="base"):
        Cell("grdp", "p", YEAR, Measure.CHANGE, base)


def test_a_level_has_no_base():
    with pytest.raises(ValueError, match="base"):
        Cell("grdp", "p", YEAR, Measure.LEVEL, "plan")


@pytest.mark.parametrize("breakdown", ["sex", "sex=", "sex=female;", "=female", "sex==female"])
def test_a_cell_refuses_a_breakdown_that_names_no_part(breakdown):
    with pytest.raises(ValueError, match="breakdown"):
        Cell("viec_lam", "p", YEAR, breakdown=breakdown)


def test_only_a_cell_with_indicator_place_and_period_is_one_of_the_ledger():
    assert Cell("grdp", "p", YEAR).known
    assert not Cell("?san luong", "p", YEAR).known
    assert not Cell("grdp", "", YEAR).known
    assert not Cell("grdp", "p", None).known


def test_that_a_figure_is_an_estimate_is_its_status_not_its_role():
    with pytest.raises(ValueError, match="role"):
        entry("grdp", "1", role=Role.ESTIMATE)


def test_a_revised_figure_stands_before_a_final_one_and_that_before_a_later_estimate():
    several = [
        entry("grdp", str(place), status=status, on=date(2020, 6 - place, 1), number=place)
        for place, status in enumerate([Status.FORECAST, Status.ESTIMATE, Status.PROVISIONAL, Status.FINAL, Status.REVISED])
    ]
    order = []
    while several:
        order.append(standing(several))
        several.remove(order[-1])
    assert [each.status for each in order] == [Status.REVISED, Status.FINAL, Status.PROVISIONAL, Status.ESTIMATE, Status.FORECAST]


def test_of_one_status_the_later_report_stands_and_of_one_day_the_firmer_bound():
    early, late = entry("grdp", "1", on=date(2020, 1, 1)), entry("grdp", "2", on=date(2020, 2, 1), bound=Bound.ABOUT)
    assert standing([early, late]) is late
    over, exact = entry("grdp", "100", bound=Bound.OVER, number=1), entry("grdp", "104")
    assert standing([over, exact]) is exact


def test_a_single_figure_stands_before_a_range():
    ranged = entry("grdp", "19000", number=1)
    ranged = replace(ranged, quantity=replace(ranged.quantity, value_to=Decimal("19500.5")))
    single = entry("grdp", "19.2", "nghìn tỷ đồng")
    assert standing([ranged, single]) is single


def test_of_equally_firm_figures_the_one_with_more_digits_stands_then_the_nearest_source():
    coarse, fine = entry("grdp", "19.2", "nghìn tỷ đồng", number=1), entry("grdp", "19217")
    assert standing([coarse, fine]) is fine
    read, typed = entry("grdp", "19217", source=text(), number=2), entry("grdp", "19218", source=ByPerson("x"), number=1)
    sheet = entry("grdp", "19219", source=InSheet("a", "Sheet1", "C4"), number=3)
    worked_out = entry("grdp", "19220", source=Computed("r@1", ()), number=4)
    assert standing([worked_out, read, sheet, typed]) is typed


def test_a_person_can_choose_another_with_a_reason_and_a_choice_withdrawn_is_passed_over():
    first, second = entry("grdp", "1", number=0), entry("grdp", "2", number=1)
    assert standing([first, second], Choice(0, "sổ của Chi cục Thống kê")) is first
    assert standing([second], Choice(0, "sổ của Chi cục Thống kê")) is second
    assert standing([second, first], Choice(0, "sổ của Chi cục Thống kê")) is first
    with pytest.raises(ValueError, match="reason"):
        Choice(0, " ")


def test_entries_of_two_cells_or_roles_have_no_common_standing_one():
    for other in (entry("gtsx", "1"), entry("grdp", "1", role=Role.TARGET)):
        with pytest.raises(ValueError, match="one cell and one role"):
            standing([entry("grdp", "1"), other])
    with pytest.raises(ValueError, match="one cell and one role"):
        standing([])


@given(
    st.lists(st.tuples(st.sampled_from(list(Status)), st.integers(0, 3), st.sampled_from(list(Bound))), min_size=1, max_size=6),
    st.randoms(),
)
def test_which_entry_stands_does_not_depend_on_the_order_they_are_given_in(kinds, random):
    several = [
        entry("grdp", "10", status=status, on=date(2020, 1, 1 + day), bound=bound, number=place)
        for place, (status, day, bound) in enumerate(kinds)
    ]
    stands = standing(several)
    random.shuffle(several)
    assert standing(several) == stands
