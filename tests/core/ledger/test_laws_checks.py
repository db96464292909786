"""Laws of the checks: consistent figures are left alone, planted errors are found, and ten thousand cells take about a second."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from giaoban.ledger import Facts, Severity, check
from giaoban.model import Measure, Role
from tests.core.ledger.consistent import DISTRICT, World, world
from tests.core.ledger.made import entry

SEEDS = st.integers(0, 10**9)
ALARMS_AT_MOST = 0.01
FOUND_AT_LEAST = 0.9


def alarms(made: World):
    facts = Facts(made.entries, members=made.members, counts=made.counts)
    return [each for each in check(facts) if each.severity is not Severity.IMPLICATION]


@settings(max_examples=8, deadline=None)
@given(SEEDS)
def test_consistent_figures_are_never_said_to_contradict_each_other(seed):
    wrong = [each.say("en") for each in alarms(world(seed)) if each.check not in {"outlier", "unit_slip"}]
    assert wrong == []


def test_false_alarms_on_consistent_figures_are_under_one_in_a_hundred():
    told, cells = 0, 0
    for seed in range(8):
        made = world(seed)
        cells += len(made.entries)
        told += len(alarms(made))
    assert cells > 8000
    assert told < ALARMS_AT_MOST * cells


def slipped(made: World, random: Random, tens: int) -> tuple[World, object]:
    """The world with one revenue of the district told a power of ten wrong."""
    levels = [each for each in made.entries if _is_revenue(each)]
    victim = random.choice(levels)
    wrong = replace(victim, quantity=replace(victim.quantity, value=victim.quantity.value.scaleb(tens)))
    return replace(made, entries=tuple(wrong if each is victim else each for each in made.entries)), wrong


def _is_revenue(entry) -> bool:
    cell = entry.cell
    own = cell.indicator == "thu_nsnn" and cell.place == DISTRICT and cell.measure is Measure.LEVEL
    return own and entry.role is Role.ACTUAL and entry.number == 0


@pytest.mark.parametrize("tens", [3, -3, 1, -1])
def test_a_planted_unit_slip_is_found_and_named(tens):
    found = 0
    for seed in range(10):
        made, wrong = slipped(world(seed), Random(seed), tens)
        named = [each for each in alarms(made) if each.check == "unit_slip" and each.inputs[0].cell == wrong.cell]
        found += bool(named)
    assert found >= FOUND_AT_LEAST * 10


@settings(max_examples=40)
@example(250, 520, 0)
@given(st.integers(100, 9999), st.integers(100, 9999), st.integers(0, 2))
def test_swapped_digits_in_a_part_are_found_and_told_among_the_ways_it_may_have_been(women, men, at):
    digits = list(str(women))
    assume(at + 1 < len(digits) and digits[at] != digits[at + 1] and (at or digits[1] != "0"))
    digits[at], digits[at + 1] = digits[at + 1], digits[at]
    told = [entry("viec_lam", str(women + men), "người"), entry("viec_lam", str(men), "người", breakdown="sex=male")]
    found = check(Facts([*told, entry("viec_lam", "".join(digits), "người", breakdown="sex=female")]))
    assert found[0].code == "sum-differs"
    swapped = (each for each in found if each.code == "digit-swapped" and str(each.found.value) == "".join(digits))
    slips = [each for each in swapped if each.inputs[0].cell.breakdown == "sex=female"]
    assert [int(each.expected.value) for each in slips] == [women]
