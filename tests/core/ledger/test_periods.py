"""Periods made of other periods."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.ledger import Computed, Status
from giaoban.ledger.periods import before, canonical, derived, months, named, years_before
from giaoban.model import Bound, Period, Refused
from giaoban.reference.indicators import catalogue
from tests.core.ledger.made import entry, growth
from tests.tables import table

FLOW = catalogue()["thu_nsnn"]


def known(written: str):
    period, _equals, rest = written.partition("=")
    value, _colon, bound = rest.partition(":")
    return entry("thu_nsnn", value, period=period, bound=Bound(bound or "exact"))


@pytest.mark.parametrize("case", table("derived_periods.tsv"), ids=lambda case: f"{case['wanted']} from {case['known']}")
def test_a_period_is_made_of_others_as_the_corpus_says(case):
    try:
        made = derived(Period.parse(case["wanted"]), [known(each) for each in case["known"].split()], FLOW).quantity
        result, bound, refused = str(made.value), made.bound.value, ""
    except Refused as error:
        result, bound, refused = "", "", error.code
    assert (result, bound, refused) == (case["result"], case["bound"], case["refused"])


@pytest.mark.parametrize("key", ["ho_ngheo", "htx", "grdp_growth"])
def test_what_is_no_flow_is_not_added_over_time(key):
    with pytest.raises(Refused, match="period-not-additive"):
        derived(Period.parse("2020"), [entry(key, "1", period="2020-H1")], catalogue()[key])


def test_a_derived_figure_names_its_inputs_and_is_as_unsettled_as_the_least_of_them():
    first, second = (
        entry("thu_nsnn", "10", period="2020-Q1", status=Status.FINAL),
        entry("thu_nsnn", "1", period="2020-Q2", status=Status.ESTIMATE),
    )
    made = derived(Period.parse("2020-H1"), [first, second], FLOW)
    assert isinstance(made.source, Computed)
    assert made.source.inputs == (first, second)
    assert made.status is Status.ESTIMATE


@given(st.lists(st.decimals(0, 10**6, places=2), min_size=12, max_size=12), st.integers(0, 11), st.data())
def test_every_stretch_of_a_year_is_the_sum_of_its_months_whether_told_singly_or_cumulated(values, first, data):
    last = data.draw(st.integers(first + 1, 12))
    cumulated = [entry("thu_nsnn", str(sum(values[: month + 1])), period=str(named((24240, 24241 + month)))) for month in range(12)]
    single = [entry("thu_nsnn", str(value), period=f"2020-{month + 1:02}") for month, value in enumerate(values)]
    wanted = named((24240 + first, 24240 + last))
    for entries in (cumulated, single):
        assert derived(wanted, entries, FLOW).quantity.value == sum(values[first:last], Decimal(0))


@given(st.integers(24000, 24300), st.integers(1, 60))
def test_the_usual_name_of_a_stretch_of_months_is_that_of_its_days(start, length):
    period = named((start, start + length))
    assert months(period) == (start, start + length)
    assert canonical(period) == period
    assert years_before(years_before(period, -1)) == period
    assert months(before(period))[1] == start


#: What is read, its usual name, the year before, the period before ("" where there is none).
NAMED = [
    ("2020", "2020", "2019", "2019"),
    ("2020-M12", "2020", "2019", "2019"),
    ("2020-M3", "2020-Q1", "2019-Q1", "2019-Q4"),
    ("2020-01/2020-06", "2020-H1", "2019-H1", "2019-H2"),
    ("2020-07/2020-12", "2020-H2", "2019-H2", "2020-H1"),
    ("2020-10/2020-12", "2020-Q4", "2019-Q4", "2020-Q3"),
    ("2020-01/2020-09", "2020-M9", "2019-M9", "2019-04/2019-12"),
    ("2020-01", "2020-01", "2019-01", "2019-12"),
    ("2020-12/2021-02", "2020-12/2021-02", "2019-12/2020-02", "2020-09/2020-11"),
    ("2016/2020", "2016/2020", "2015/2019", "2011/2015"),
    ("2016-01/2020-12", "2016/2020", "2015/2019", "2011/2015"),
    ("2016-02/2020-12", "2016-02/2020-12", "2015-02/2019-12", "2011-03/2016-01"),
    ("2016-01/2020-11", "2016-01/2020-11", "2015-01/2019-11", "2011-02/2015-12"),
    ("0002-01", "0002-01", "0001-01", "0001-12"),
    ("0001-02", "0001-02", "", "0001-01"),
    ("0001", "0001", "", ""),
    ("2020-03-01", "2020-03-01", "", ""),
    ("2020-03-31", "2020-03-31", "", ""),
]


@pytest.mark.parametrize(("read", "usual", "year_before", "just_before"), NAMED)
def test_a_period_has_one_name_a_year_before_it_and_a_period_before_it(read, usual, year_before, just_before):
    period = Period.parse(read)
    assert str(canonical(period)) == usual
    assert (str(years_before(period) or ""), str(before(period) or "")) == (year_before, just_before)


def test_a_period_some_years_earlier_or_later():
    assert [str(years_before(Period.parse("2020-Q1"), years)) for years in (0, 3, -2)] == ["2020-Q1", "2017-Q1", "2022-Q1"]


def test_only_levels_of_periods_make_a_period():
    quarters = [entry("thu_nsnn", "1", period=f"2020-Q{quarter}") for quarter in (1, 2)]
    with pytest.raises(ValueError, match="levels"):
        derived(Period.parse("2020-H1"), [*quarters, growth("thu_nsnn", "5", period="2020")], FLOW)
    assert derived(Period.parse("2020-H1"), [entry("thu_nsnn", "9", period=""), *quarters], FLOW).quantity.value == 2


def test_a_day_has_no_period_before_it():
    assert before(Period.parse("2020-03-12")) is None
    assert years_before(Period.parse("2020-03-12")) is None
