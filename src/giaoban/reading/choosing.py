"""Choosing one of several candidates by what speaks for each: weights of traits, added up; the heaviest wins.

    issuer of a directive: "Bí thư Tỉnh ủy"   told in this sentence, gives an order, presides
                           "các đại biểu"     told two sentences before
                           nobody

One table for every choice (`weights/choices.tsv`): the choice, a trait, its weight in 256ths of a logarithm of odds, trained from
annotated records by `giaoban.reading.learning.choices`. Traits come in groups, one for each way that leads to a candidate; all of them
count, and what a group weighs is remembered.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import combinations
from math import exp
from typing import Generic, TypeVar

from giaoban.reading.weights import SHIPPED, Weights

Value = TypeVar("Value")
Group = tuple[str, ...]
ONE = 256
"""A weight of one."""
SURE = 1024
"""What the chance of the heaviest counts, in whole numbers; one a thousandth as likely counts nothing."""
FAINT = -1951
"""The lightest difference from the heaviest whose chance still rounds to a whole number."""
NEARLY = 0.8
"""Share of the best chance that is near enough to it."""
BARELY = 32
"""What a fuller name may be lighter than the heaviest that means the same."""
REMEMBERED = 50_000
"""Groups remembered before the memory is emptied, so that no text fills it."""


class Scales(dict[Group, int]):
    """What each group weighs by the weights of one choice's traits, worked out when first asked for."""

    def __init__(self, weights: Mapping[str, int]) -> None:
        self.weights = dict(weights)

    def __missing__(self, group: Group) -> int:
        if len(self) > REMEMBERED:
            self.clear()
        weight = self[group] = sum(self.weights.get(trait, 0) for trait in group)
        return weight


class Candidates(Generic[Value]):
    """What may be chosen, each with its groups of traits, in the order in which it was first put forward."""

    def __init__(self) -> None:
        self.found: defaultdict[Value, list[Group]] = defaultdict(list)

    def add(self, value: Value, group: Group) -> None:
        self.found[value].append(group)

    def __iter__(self) -> Iterator[tuple[Value, list[str]]]:
        """Each candidate with all its traits."""
        for value, groups in self.found.items():
            yield value, [trait for group in groups for trait in group]

    def best(self, scales: Scales) -> Value:
        """The heaviest, of equals the one put forward first."""
        totals = self._totals(scales)
        return list(self.found)[totals.index(max(totals))]

    def likeliest(self, scales: Scales, alike: Callable[[Value, Value], bool]) -> Value:
        """The heaviest of those that are right in nearly most of what may be so: ways of naming one and the same speak for each other.

        Of ways as good as the heaviest the longest, which says most.

        alike  whether one would do for the other, which then would do for the one
        """
        totals = self._totals(scales)
        top = max(totals)
        near = [(value, total, _chance(total - top)) for value, total in zip(self.found, totals, strict=True) if total - top >= FAINT]
        if len(near) == 1 or NEARLY * sum([chance for _, _, chance in near]) <= SURE:
            return next(value for value, total, _ in near if total == top)  # right in nearly most: no name need be compared
        right = [chance for _, _, chance in near]
        for (at, (one, _, chance)), (place, (other, _, others)) in combinations(enumerate(near), 2):
            if alike(one, other):
                right[at] += others
                right[place] += chance
        enough = NEARLY * max(right)
        fit = [each for each, share in zip(near, right, strict=True) if share >= enough]
        best, most, _ = max(fit, key=lambda each: each[1])
        return max((value for value, total, _ in fit if most - total <= BARELY and alike(value, best)), key=lambda value: len(str(value)))

    def _totals(self, scales: Scales) -> list[int]:
        weigh = scales.__getitem__
        return [sum(map(weigh, groups)) for groups in self.found.values()]


@cache
def _chance(lighter: int) -> int:
    """What a candidate counts that is so much lighter than the heaviest."""
    return round(SURE * exp(lighter / ONE))


@cache
def scales(choice: str, learned: Weights = SHIPPED) -> Scales:
    """The weights of one choice, as trained."""
    return Scales(weighing(choice, learned))


@cache
def weighing(choice: str, learned: Weights = SHIPPED, table: str = "choices.tsv") -> dict[str, int]:
    """The weights of one choice's traits, from one of the tables of choices."""
    return _parsed(learned, table).get(choice, {})


@cache
def _parsed(learned: Weights, table: str) -> dict[str, dict[str, int]]:
    return parse(learned.text(table))


def parse(table: str) -> dict[str, dict[str, int]]:
    """Weights by choice and trait. Lines that start with # are remarks."""
    weights: dict[str, dict[str, int]] = {}
    for line in table.splitlines():
        if line and not line.startswith("#"):
            choice, trait, weight = line.split("\t")
            weights.setdefault(choice, {})[trait] = int(weight)
    return weights
