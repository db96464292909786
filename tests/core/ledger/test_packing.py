"""Packed figures are the figures: what is packed comes back the same, and what is rolled up is what is added one by one."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.ledger.aggregation import aggregate
from giaoban.ledger.packing import Row, pack, unpack
from giaoban.ledger.rollup import Meaning, Members, Rolled, roll_up
from giaoban.ledger.rollup_packing import MOST, TOO_LARGE, pack_rolled, rolled, unpack_rolled
from giaoban.ledger.totals import total
from giaoban.model import Bound, Quantity, Refused
from giaoban.reference.indicators import catalogue
from tests.core.ledger.made import entry

REVENUE = catalogue()["thu_nsnn"]
BOUNDS = (Bound.EXACT, Bound.OVER)
UNITS = {1: "tỷ đồng", 2: "triệu đồng"}
some_rows = st.lists(
    st.builds(
        Row,
        at=st.integers(0, 2**32 - 1), role=st.integers(0, 2), number=st.integers(0, 9), amount=st.integers(-(2**63), 2**63 - 1),
        amount_to=st.none() | st.integers(-(2**63), 2**63 - 1), digits=st.integers(0, 9), unit=st.integers(0, 99),
        bound=st.integers(0, 5), status=st.integers(0, 4),
    ),
    unique_by=lambda row: (row.at, row.role),
)  # fmt: skip


@given(some_rows)
def test_what_is_packed_comes_back_the_same_in_order(rows):
    assert list(unpack(pack(rows)).rows()) == sorted(rows, key=lambda row: (row.at, row.role))


@given(some_rows)
def test_rows_that_are_left_out_leave_the_others_as_they_were(rows):
    figures = unpack(pack(rows))
    kept = figures.where(figures.role == 1)
    assert list(kept.rows()) == [row for row in figures.rows() if row.role == 1]


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(1, 10**9), st.integers(0, 3), st.integers(1, 2), st.integers(0, 1)), max_size=9))
def test_a_roll_up_is_the_sum_of_the_members_one_by_one(told):
    rows = {at: Row(at, 0, 0, amount, None, digits, unit, bound, 0) for at, amount, digits, unit, bound in told}
    members = Members(np.arange(6), np.array([100, 101, 100, 101, 100, 101]), Counter({100: 3, 101: 3}))
    found = {each.place: each for each in roll_up(unpack(pack(rows.values())), members, Meaning(REVENUE, UNITS, BOUNDS))}
    for place in (100, 101):
        own = [row for row in rows.values() if row.at < 6 and row.at % 2 == place - 100]
        assert (place in found) == bool(own)
        if own:
            parts = [Quantity(row.value.scaleb(-3 * (row.unit - 1)), "tỷ đồng", BOUNDS[row.bound]) for row in own]
            assert found[place] == Rolled(place, len(own), 3, total((1, each) for each in parts))


some_figures = st.dictionaries(
    st.integers(0, 5),
    st.tuples(
        st.integers(-(10**6), 10**6), st.none() | st.integers(0, 10**6), st.integers(0, 3), st.integers(1, 3), st.sampled_from([0, 0, 0, 1])
    ),
    min_size=1,
)
KINDS = {"thu_nsnn": ("tỷ đồng", "triệu đồng", "ha"), "ho_ngheo": ("%", "%", "ha"), "dang_vien": ("đảng viên", "đồng chí", "người")}


@given(st.sampled_from(sorted(KINDS)), some_figures, st.dictionaries(st.integers(0, 5), st.integers(0, 9), min_size=4))
def test_a_roll_up_is_what_the_figures_make_put_together_one_by_one_or_refused_for_the_same(key, told, weights):
    """Sums, means by weights and what is not put together; ranges, bounds, units that fit and units that do not."""
    known, units = catalogue()[key], dict(enumerate(KINDS[key], 1))
    rows = [
        Row(at, 0, 0, amount, None if more is None else amount + more, digits, unit, bound * (more is None), 0)
        for at, (amount, more, digits, unit, bound) in told.items()
    ]
    weighed = {at: Decimal(weight) for at, weight in weights.items()}
    (made,) = roll_up(unpack(pack(rows)), Members(np.arange(6), np.full(6, 100), {100: 6}), Meaning(known, units, BOUNDS, weighed))
    upper = {row.at: None if row.amount_to is None else Decimal(row.amount_to).scaleb(-row.digits) for row in rows}
    single = {
        str(row.at): replace(entry(key, "1"), quantity=Quantity(row.value, units[row.unit], BOUNDS[row.bound], upper[row.at]))
        for row in rows
    }
    try:
        quantity, why = aggregate("p", "012345", single, known, {str(at): weight for at, weight in weighed.items()}).entry.quantity, ""
    except Refused as refused:
        quantity, why = None, refused.code
    assert made == Rolled(100, len(rows), 6, quantity, why)


def test_nothing_is_made_of_places_that_lie_nowhere_above_or_of_lines_that_cannot_be_put_together():
    one = unpack(pack([Row(3, 0, 0, 5, None, 0, 1, 0, 0)]))
    nobody = Members(np.array([], int), np.array([], int), {})
    others = Members(np.array([1, 9]), np.array([100, 100]), {100: 2})
    here = Members(np.array([1, 3]), np.array([100, 101]), {100: 1, 101: 1})
    meaning = Meaning(REVENUE, UNITS, BOUNDS)
    assert roll_up(one, nobody, meaning) == roll_up(one, others, meaning) == roll_up(unpack(pack([])), here, meaning) == []
    assert roll_up(one, here, Meaning(None, UNITS, BOUNDS)) == [Rolled(101, 1, 1, None, "aggregation-none")]


def test_values_for_charts_are_those_that_are_packed():
    whole, parted = (unpack(pack([Row(at, 0, 0, 1234, None, digits * at, 1, 0, 0) for at in range(3)])) for digits in (0, 1))
    assert (whole.values.tolist(), parted.values.tolist()) == ([1234.0, 1234.0, 1234.0], [1234.0, 123.4, 12.34])
    assert unpack(pack([])).values.tolist() == []
    ranged = unpack(pack([Row(0, 0, 0, 10, 25, 1, 1, 0, 0), Row(1, 0, 0, 7, None, 0, 1, 0, 0)]))
    assert ranged.high.tolist() == [25, 7]


def test_sums_past_what_63_bits_hold_are_added_all_the_same():
    rows = [Row(at, 0, 0, 2**62, None, 0, 1, 0, 0) for at in (0, 2)]
    members = Members(np.array([0, 2]), np.array([100, 100]), {100: 2})
    (made,) = roll_up(unpack(pack(rows)), members, Meaning(REVENUE, UNITS, BOUNDS))
    assert made.quantity == Quantity(Decimal(2**63), "tỷ đồng")


def test_a_roll_up_comes_back_from_its_bytes_with_its_range_its_bound_and_its_refusal():
    rows = [
        Rolled(1, 19, 21, Quantity(Decimal("85.70"), "tỷ đồng", Bound.OVER)),
        Rolled(2, 2, 3, Quantity(Decimal(10), "triệu đồng", Bound.EXACT, Decimal("12.5"))),
        Rolled(3, 1, 3, None, "bounds-do-not-add"),
        Rolled(4, 1, 3, Quantity(Decimal("-5.5"), "tỷ đồng", Bound.EXACT, Decimal(0))),
    ]
    units = tuple(UNITS.values())
    assert list(rolled(unpack_rolled(pack_rolled(rows, units, BOUNDS)), units, BOUNDS)) == rows


@pytest.mark.parametrize(
    ("value", "upper"), [(MOST + 1, None), (1, MOST + 1), (-MOST - 1, 1), (-MOST - 1, None), (MOST, None), (-MOST, MOST)]
)
def test_a_sum_too_large_to_be_kept_says_so(value, upper):
    row = Rolled(1, 2, 3, Quantity(Decimal(value), "tỷ đồng", Bound.EXACT, None if upper is None else Decimal(upper)))
    (kept,) = rolled(unpack_rolled(pack_rolled([row], ("tỷ đồng",), BOUNDS)), ("tỷ đồng",), BOUNDS)
    assert kept == (row if max(abs(value), abs(upper or 0)) <= MOST else Rolled(1, 2, 3, None, TOO_LARGE))
