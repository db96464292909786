"""Figures of places put together: what adds up, what needs weights, what is refused, and how many reported."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.ledger import Computed, Status
from giaoban.ledger.aggregation import aggregate
from giaoban.model import Bound, Refused
from giaoban.reference.indicators import Aggregation, Indicator, Nature, catalogue
from tests.core.ledger.made import entry, growth

REVENUE, POOR = catalogue()["thu_nsnn"], catalogue()["ho_ngheo"]
NUMBERS = st.decimals(0, 10**6, places=2)


def by_place(key: str, unit: str, **values: str):
    return {place: entry(key, value, unit, place=place) for place, value in values.items()}


def test_revenue_is_summed_in_one_unit_and_says_who_is_missing():
    entries = by_place("thu_nsnn", "tỷ đồng", a="10", b="20.5") | by_place("thu_nsnn", "triệu đồng", c="1500")
    made = aggregate("p", "abcd", entries, REVENUE)
    assert (made.entry.quantity.value, made.entry.quantity.unit) == (Decimal("32.000"), "tỷ đồng")
    assert (made.reported, made.of, made.missing) == (3, 4, ("d",))
    assert made.entry.cell.place == "p"
    assert isinstance(made.entry.source, Computed)
    assert len(made.entry.source.inputs) == 3


def test_the_bound_of_the_whole_is_still_true():
    entries = by_place("thu_nsnn", "tỷ đồng", a="10") | {"b": entry("thu_nsnn", "20", place="b", bound=Bound.OVER)}
    assert aggregate("p", "ab", entries, REVENUE).entry.quantity.bound is Bound.OVER
    entries["a"] = entry("thu_nsnn", "10", place="a", bound=Bound.UNDER)
    with pytest.raises(Refused, match="bounds-do-not-add"):
        aggregate("p", "ab", entries, REVENUE)


def test_the_whole_is_as_unsettled_as_its_least_settled_part_and_as_new_as_its_newest():
    first = entry("thu_nsnn", "1", place="a", status=Status.FINAL)
    second = entry("thu_nsnn", "1", place="b", status=Status.ESTIMATE, on=date(2020, 6, 1))
    made = aggregate("p", "ab", {"a": first, "b": second}, REVENUE).entry
    assert (made.status, made.reported_on) == (Status.ESTIMATE, date(2020, 6, 1))


def test_a_rate_is_weighed_and_refused_without_the_weights():
    entries = by_place("ho_ngheo", "%", a="1.0", b="3.0")
    made = aggregate("p", "ab", entries, POOR, {"a": Decimal(3000), "b": Decimal(1000)})
    assert str(made.entry.quantity.value) == "1.50"
    for weights in (None, {"a": Decimal(1)}, {"a": Decimal(1), "b": Decimal(0)}):
        with pytest.raises(Refused, match="aggregation-needs-weights") as refused:
            aggregate("p", "ab", entries, POOR, weights)
        assert refused.value.values["weight"] == "so_ho"


def test_a_mean_keeps_a_range_and_has_a_digit_more_than_the_finest_of_its_figures():
    weights = {"a": Decimal(1), "b": Decimal(3)}
    range_ = entry("ho_ngheo", "1.0", "%", place="a")
    range_ = replace(range_, quantity=replace(range_.quantity, value_to=Decimal("2.0")))
    made = aggregate("p", "ab", {"a": range_, "b": entry("ho_ngheo", "3", "%", place="b")}, POOR, weights).entry.quantity
    assert (str(made.value), str(made.value_to), made.bound) == ("2.50", "2.75", Bound.EXACT)
    with pytest.raises(Refused, match="bounds-do-not-add"):
        aggregate("p", "ab", {"a": range_, "b": entry("ho_ngheo", "3", "%", place="b", bound=Bound.OVER)}, POOR, weights)
    over = by_place("ho_ngheo", "%", a="1") | {"b": entry("ho_ngheo", "3.25", "%", place="b", bound=Bound.OVER)}
    made = aggregate("p", "ab", over, POOR, weights).entry.quantity
    assert (str(made.value), made.value_to, made.bound) == ("2.688", None, Bound.OVER)


def test_levels_and_changes_are_not_put_together():
    entries = by_place("thu_nsnn", "tỷ đồng", a="10") | {"b": growth("thu_nsnn", "5", place="b")}
    with pytest.raises(Refused, match="aggregation-none"):
        aggregate("p", "ab", entries, REVENUE)


def test_what_only_the_whole_can_say_is_refused():
    with pytest.raises(Refused, match="aggregation-none"):
        aggregate("p", "a", by_place("pci", "điểm", a="65"), catalogue()["pci"])
    with pytest.raises(Refused, match="aggregation-none"):
        aggregate("p", "a", {"a": growth("thu_nsnn", "5", place="a")}, REVENUE)
    with pytest.raises(Refused, match="aggregation-nothing"):
        aggregate("p", "ab", {}, REVENUE)
    with pytest.raises(Refused, match="unit-not-of-indicator"):
        aggregate("p", "a", by_place("thu_nsnn", "ha", a="1"), REVENUE)


def test_the_last_of_the_figures_stands_where_the_indicator_says_so():
    level = Indicator("gia_vang", "Giá", "x", ("triệu đồng",), nature=Nature.STOCK, aggregation=Aggregation.LAST)
    entries = {"a": entry("gia_vang", "70", "triệu đồng", on=date(2020, 6, 1)), "b": entry("gia_vang", "60", "triệu đồng")}
    assert aggregate("p", "ab", entries, level).entry.quantity.value == 70


@given(st.dictionaries(st.sampled_from("abcdefgh"), NUMBERS, min_size=1))
def test_a_sum_is_exact_and_does_not_depend_on_the_order_of_the_members(values):
    entries = {place: entry("thu_nsnn", str(value), place=place) for place, value in values.items()}
    there, back = aggregate("p", "abcdefgh", entries, REVENUE), aggregate("p", "hgfedcba", entries, REVENUE)
    assert there.entry.quantity == back.entry.quantity
    assert there.entry.quantity.value == sum(values.values(), Decimal(0))


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.tuples(st.decimals(0, 100, places=1), st.integers(1, 10**6)), min_size=1))
def test_a_weighted_mean_lies_within_its_parts(values):
    entries = {place: entry("ho_ngheo", str(rate), "%", place=place) for place, (rate, _weight) in values.items()}
    weights = {place: Decimal(weight) for place, (_rate, weight) in values.items()}
    rates = [rate for rate, _weight in values.values()]
    assert min(rates) <= aggregate("p", "abcdefgh", entries, POOR, weights).entry.quantity.value <= max(rates)
