"""Laws of what a person may enter: whatever the units, periods and numbers, the checks give findings or nothing, and never fail."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from importlib import import_module
from inspect import isfunction
from pkgutil import iter_modules

from hypothesis import given, settings
from hypothesis import strategies as st

from giaoban.ledger import ByPerson, Cell, Entry, Facts, InDocument, InSheet, Status, check, checks
from giaoban.ledger.apart import mark, of_unit
from giaoban.ledger.checks import CHECKS, EXPLAINED_BY
from giaoban.ledger.conversion import unit_for
from giaoban.ledger.derivation import derivations
from giaoban.ledger.discrepancies import Discrepancy
from giaoban.ledger.entries import ROLES
from giaoban.model import Bound, Measure, Period, Quantity, Span
from giaoban.reference.axes import AXES
from giaoban.reference.dimensions import table
from giaoban.reference.indicators import Aggregation, Formula, Indicator, Nature, catalogue

OWN = Indicator(
    "own-odd", "Thu của xã trên đầu người", "test", ("tỷ đồng/người", "USD", "con"),
    aggregation=Aggregation.WEIGHTED_MEAN, formula=Formula("thu_nsnn", "USD", "dan_so", "ha", 1000), parts=("grdp_pc", "ho_ngheo"),
    complete=True, at_most="grdp", breakdowns=("sex",), whole=True, share_of="commune", low=0, high=10, adds_to=100, nature=Nature.FLOW,
)  # fmt: skip
KNOWN = {**catalogue(), OWN.id: OWN}
FAMILY = ("grdp", "grdp_pc", "grdp_growth", "dan_so", "thu_nsnn", "thu_noi_dia", "thu_xnk", "co_cau", "ho_ngheo", "nhat_the_hoa",
          "tai_nan_gt", "nuoc_sach", "nuoc_hvs", OWN.id)  # fmt: skip
UNITS = (*sorted(table()), *sorted({unit for each in KNOWN.values() for unit in each.units}), "", "con", "tý đồng", "a=b;c", "tỷ đồng/năm")
PERIODS = ("2019", "2019-12", "2019-Q4", "2019-M9", "2019-M3", "2019-H1", "2018", "2017", "2016", "2015", "2014", "2013", "2018-H1",
           "2016/2020", "2019-03-12", "2019-03-12/2019-04-11", "0001", "0001-01-01", "9999", "9999-12-31", "9998/9999")  # fmt: skip
BASES = ("same_period", "previous_year", "previous_period", "plan", "baseline_year:2015", "baseline_year:0000", "")
PARTS = ("", *(f"{name}={part}" for name, axis in AXES.items() for part in axis.parts), "sex=female;unit=USD/person", "unit=USD/person")
DIGITS = st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9)
NUMBERS = st.one_of(DIGITS, st.sampled_from([Decimal(text) for text in ("0", "-100", "100", "1E+3", "1E-12", "1E+17", "0.00", "12")]))


@st.composite
def entries(draw) -> Entry:
    measure = draw(st.sampled_from((Measure.LEVEL, Measure.LEVEL, Measure.LEVEL, *Measure)))
    base = "" if measure is Measure.LEVEL else draw(st.sampled_from(BASES))
    period = Period.parse(draw(st.sampled_from(PERIODS))) if draw(st.integers(0, 9)) else None
    indicator = draw(st.sampled_from((*FAMILY, *KNOWN, "?lạ")))
    usual = KNOWN[indicator].units if indicator in KNOWN else UNITS
    unit = draw(st.sampled_from((*usual, *usual, "%") if draw(st.booleans()) else UNITS))
    cell = Cell(indicator, draw(st.sampled_from("ppqr")), period, measure, base, draw(st.sampled_from(PARTS)))
    value = draw(NUMBERS)
    upper = value + abs(draw(NUMBERS)) if draw(st.integers(0, 9)) == 0 else None
    quantity = Quantity(value, unit, draw(st.sampled_from(list(Bound))), upper)
    at = draw(st.integers(0, 90))
    source = draw(
        st.sampled_from([ByPerson("x"), InDocument("a", Span(at, at + 5)), InDocument("b", Span(at, at + 5)), InSheet("c", "s", "A1")])
    )
    reported = date(2020, draw(st.integers(1, 12)), 1)
    return Entry(cell, quantity, source, reported, draw(st.sampled_from(ROLES)), draw(st.sampled_from(list(Status))), at)


@settings(max_examples=400, deadline=None)
@given(st.lists(entries(), max_size=24), st.booleans())
def test_no_entries_whatever_make_a_check_fail_or_say_nothing(several, members):
    facts = Facts(several, KNOWN, members={"p": ("q", "r")} if members else {}, counts={("p", "commune"): 21}, on=date(2021, 1, 1))
    for each in check(facts):
        assert each.say("vi") and each.say("en")
    assert all(each.quantity.value.is_finite() for each in derivations(facts))


@settings(max_examples=150, deadline=None)
@given(st.lists(entries(), min_size=2, max_size=24))
def test_figures_that_do_not_convert_never_stand_in_one_cell(several):
    facts = Facts(several, KNOWN)
    for (cell, _role), reports in facts.reports.items():
        known = KNOWN.get(cell.indicator)
        told = {mark(each.quantity.unit, known) for each in reports if known and each.quantity.unit and cell.measure is Measure.LEVEL}
        assert len(told) < 2


@given(entries())
def test_telling_the_cell_of_a_unit_twice_changes_nothing(each):
    once = of_unit(each.cell, each.quantity.unit, KNOWN)
    assert of_unit(once, each.quantity.unit, KNOWN) == once
    assert replace(once, breakdown="") == replace(each.cell, breakdown="")


@given(st.sampled_from(sorted(KNOWN)), st.sampled_from(UNITS))
def test_a_unit_of_an_indicator_is_told_apart_only_where_it_does_not_convert_to_the_first(key, unit):
    known = KNOWN[key]
    if unit and unit_for(unit, known) == known.unit:
        assert mark(unit, known) == ""


def test_every_check_of_the_ledger_is_run_by_check():
    modules = [import_module(f"{checks.__name__}.{each.name}") for each in iter_modules(checks.__path__)]
    finding = {each for module in modules for name, each in vars(module).items() if name[0] != "_" and _finds(each, module)}
    assert finding == {*CHECKS, *EXPLAINED_BY}


def _finds(thing, module):
    """Whether it is a function of this module that gives discrepancies."""
    return isfunction(thing) and thing.__module__ == module.__name__ and thing.__annotations__["return"] == Iterator[Discrepancy]
