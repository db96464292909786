"""Whether a number is a figure, by what an installation has decided about numbers like it (weights/figures.tsv, "figure").

The package has no such weights: there the rules decide alone (`figures` beside this). Learned ones hear the rules as one trait among many,
so they overrule them only where people have done so again and again. A number that they doubt stays a figure, shown as doubted: nothing
that the rules read is lost, and whoever confirms still sees it. One that the rules leave and they admit is read like any other.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from math import exp

from giaoban.reading.choosing import ONE, weighing
from giaoban.reading.rules.figures.counting.counted import reasons
from giaoban.reading.rules.figures.counting.figures import why_observed
from giaoban.reading.rules.figures.drafts import Line, Spot
from giaoban.reading.rules.figures.names.phrasing import TABLE
from giaoban.reading.weights import Weights
from giaoban.reference.units import Kind

Judge = Callable[[Line, Spot], str]
"""Gives the reason to take a number as a figure; empty where there is none."""
CHOICE = "figure"
DOUBTED, ADMITTED = "doubted", "admitted"
"""The reasons of figures that the rules take and the weights do not, and the reverse."""
STAMPS = {DOUBTED: "doubted_figures@1", ADMITTED: "admitted_figures@1"}
SIZES = (1, 2, 5, 10, 20, 50, 100, 1_000, 10_000, 1_000_000)
"""Sizes that are told apart begin with these."""
NAMED = 8
"""Items of a name that are heard."""


def doubted(stamp: str) -> bool:
    """Whether a find is a doubted figure, by its rule."""
    return stamp == STAMPS[DOUBTED]


@cache
def judge(learned: Weights) -> Judge:
    """Who decides by these weights: the rules alone, where they hold nothing about figures."""
    weights = weighing(CHOICE, learned, TABLE)
    if not weights:
        return why_observed

    def judged(line: Line, spot: Spot) -> str:
        why = why_observed(line, spot)
        spot.chance = chance(weights, traits(line, spot, why))
        if spot.chance < 0.5:
            return DOUBTED if why else ""
        return why or ADMITTED

    return judged


def chance(weights: Mapping[str, int], said: list[str]) -> float:
    """The chance of a number with these traits to be a figure."""
    return 1 / (1 + exp(-sum(weights.get(trait, 0) for trait in said) / ONE))


def traits(line: Line, spot: Spot, why: str) -> list[str]:
    """What speaks for and against a number being a figure. `why`: the reason of the rules to take it, empty where they leave it."""
    return [*_counted(spot, "taken" if why else "left"), f"why {why or 'none'}", *_around(line, spot)]


def _counted(spot: Spot, taken: str) -> Iterator[str]:
    """What is counted, and how much of it."""
    amount, unit = spot.amount, spot.amount.unit
    kind = unit.kind.value if unit.kind else "none" if unit.text else "bare"
    noun = " ".join(unit.text[len(unit.power) :].lower().split())
    size = sum(amount.value >= least for least in SIZES)
    yield from (taken, f"{taken} k {kind}", f"{taken} s {size}", f"{taken} k {kind} s {size}", f"n {noun}", f"n {noun} {taken}")
    yield from (f"b {amount.bound.value}", f"of {amount.whole is not None}", f"own {bool(spot.before)}")
    yield f"h {spot.head.value if spot.head else ''}"


def _around(line: Line, spot: Spot) -> Iterator[str]:
    """The rules' own reasons for a thing counted, the words beside the number, and those of its name."""
    row, amount, name = line.row, spot.amount, spot.before
    if amount.unit.kind is Kind.THING:
        yield from (f"r {reason}" for reason, (_, holds) in reasons(row, spot).items() if holds)
    before, after = row[max(0, amount.first - 2) : amount.first], row[amount.last + 1 : amount.last + 3]
    yield from (f"b{far} {item.text}" for far, item in enumerate(reversed(before), start=1))
    yield from (f"a{far} {item.text}" for far, item in enumerate(after, start=1))
    if name:
        yield f"i1 {row[name.first].text}"
        yield from {f"i {item.text}": None for item in row[name.first : name.last + 1][:NAMED] if not item.is_numeral}
