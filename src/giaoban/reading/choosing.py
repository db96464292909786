"""Choosing one of several candidates by what speaks for each: weights of traits, added up; the heaviest wins.

    issuer of a directive: "Bí thư Tỉnh ủy"   told in this sentence, gives an order, presides
                           "các đại biểu"     told two sentences before
                           nobody

One table for every choice (`weights/choices.tsv`): the choice, a trait, its weight in 256ths of a logarithm of odds, trained from
annotated records by `giaoban.reading.learning.choices`. Several traits may lead to the same candidate; all of them count.
"""

from collections.abc import Iterator
from functools import cache
from typing import Generic, TypeVar

from giaoban.reading.weights import SHIPPED, Weights

Value = TypeVar("Value")
Traits = dict[str, None]
"""Names of traits, each once, in the order in which they were found."""


class Candidates(Generic[Value]):
    """What may be chosen, each with its traits, in the order in which it was first put forward."""

    def __init__(self) -> None:
        self.found: dict[Value, Traits] = {}

    def add(self, value: Value, *traits: str) -> None:
        self.found.setdefault(value, {}).update(dict.fromkeys(traits))

    def __iter__(self) -> Iterator[tuple[Value, Traits]]:
        return iter(self.found.items())

    def best(self, weights: dict[str, int]) -> tuple[Value, int]:
        """The heaviest, of equals the one put forward first, and by how much it outweighs the next, in 256ths."""
        known = weights.get
        totals = [(sum(known(trait, 0) for trait in traits), value) for value, traits in self.found.items()]
        top, chosen = max(totals, key=lambda each: each[0])
        return chosen, top - max((total for total, value in totals if value != chosen), default=top)


@cache
def weighing(choice: str, learned: Weights = SHIPPED, table: str = "choices.tsv") -> dict[str, int]:
    """The weights of one choice's traits."""
    return parse(learned.text(table)).get(choice, {})


def parse(table: str) -> dict[str, dict[str, int]]:
    """Weights by choice and trait. Lines that start with # are remarks."""
    weights: dict[str, dict[str, int]] = {}
    for line in table.splitlines():
        if line and not line.startswith("#"):
            choice, trait, weight = line.split("\t")
            weights.setdefault(choice, {})[trait] = int(weight)
    return weights
