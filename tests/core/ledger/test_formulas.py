"""Indicators made of two others."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.ledger import Computed, Facts, Severity, Status, check
from giaoban.ledger.formulas import worked_out
from giaoban.model import Bound, Refused
from giaoban.reference.indicators import catalogue
from tests.core.ledger.made import entry

EACH = catalogue()["grdp_pc"]


def output(value: str = "19217", **more):
    return entry("grdp", value, **more)


def people(value: str = "178.5", **more):
    return entry("dan_so", value, "nghìn người", **more)


def test_output_for_each_person_is_output_by_people_in_the_unit_of_the_indicator():
    made = worked_out(EACH, output(status=Status.FINAL), people(status=Status.ESTIMATE))
    assert (str(made.quantity.value), made.quantity.unit) == ("107.66", "triệu đồng/người")
    assert made.cell.indicator == "grdp_pc"
    assert made.status is Status.ESTIMATE
    assert isinstance(made.source, Computed)
    assert [each.cell.indicator for each in made.source.inputs] == ["grdp", "dan_so"]


@pytest.mark.parametrize(
    ("above", "below", "made"),
    [
        (Bound.OVER, Bound.EXACT, Bound.OVER),
        (Bound.EXACT, Bound.OVER, Bound.UNDER),
        (Bound.AT_MOST, Bound.AT_LEAST, Bound.AT_MOST),
        (Bound.ABOUT, Bound.EXACT, Bound.ABOUT),
        (Bound.OVER, Bound.OVER, None),
        (Bound.UNDER, Bound.ABOUT, None),
    ],
)
def test_the_bound_of_a_ratio_is_true(above, below, made):
    try:
        bound = worked_out(EACH, output(bound=above), people(bound=below)).quantity.bound
    except Refused as refused:
        assert refused.code == "bounds-do-not-add"
        bound = None
    assert bound is made


def test_a_ratio_by_nobody_or_of_a_range_is_refused():
    for numerator, denominator in ((output(), people("0")), (output("-1"), people())):
        with pytest.raises(Refused, match="formula-needs-figures"):
            worked_out(EACH, numerator, denominator)
    range_ = replace(output(), quantity=replace(output().quantity, value_to=Decimal(20000)))
    with pytest.raises(Refused, match="formula-needs-figures"):
        worked_out(EACH, range_, people())


def test_a_formula_may_say_how_many_times_its_ratio_is_meant_and_nought_is_a_ratio():
    hundred = replace(EACH, formula=replace(EACH.formula, scale=100))
    assert str(worked_out(hundred, output(), people()).quantity.value) == "10766"
    assert worked_out(EACH, output("0"), people()).quantity.value == 0
    several = replace(people(), quantity=replace(people().quantity, value_to=Decimal(190)))
    with pytest.raises(Refused, match="formula-needs-figures"):
        worked_out(EACH, output(), several)


def test_figures_that_are_not_those_of_the_formula_are_no_ratio():
    for numerator, denominator in ((output(), people(place="q")), (output(), people(period="2018")), (people(), output())):
        with pytest.raises(ValueError, match=r"not made of|one place"):
            worked_out(EACH, numerator, denominator)
    with pytest.raises(ValueError, match="one place"):
        worked_out(catalogue()["grdp"], output(), people())


@given(st.decimals(1, 10**6, places=2), st.decimals(1, 5000, places=1))
def test_what_is_worked_out_agrees_with_what_it_was_worked_out_from(above, below):
    several = [output(str(above)), people(str(below))]
    found = check(Facts([*several, worked_out(EACH, *several)]))
    assert [each for each in found if each.severity is not Severity.IMPLICATION] == []
