"""Learning what speaks for one of several candidates: weights of traits that make the right ones likely (a conditional logit)."""

from collections.abc import Iterable, Mapping
from importlib.resources import files
from math import exp, log

import numpy as np

from giaoban.reading.learning.descent import Vector, minimise

Case = tuple[list[list[str]], list[int], float]
"""The traits of each candidate, which candidates are right, and how much the case counts."""
ROUNDS = 60
HOLD = 0.5
"""How strongly weights are held to zero."""
ONE = 256
"""A weight of one in the table."""
LEAST = 2
"""Cases in which a trait must stand to be learned."""


def learn(cases: Iterable[Case], hold: float = HOLD, supposed: Mapping[str, float] | None = None) -> dict[str, float]:
    """A weight for each trait, as a logarithm of odds. Cases of which no candidate is right teach nothing.

    hold      how strongly weights are held to what is supposed
    supposed  what a trait weighs before anything is learned, 0 where nothing is said
    """
    told = [case for case in cases if case[1] and len(case[1]) < len(case[0])]
    prior = dict(supposed or {})
    names = sorted({*_names(told), *prior})
    index = {name: place for place, name in enumerate(names)}
    rows = [
        ([[index[name] for name in traits if name in index] for traits in candidates], set(right), much) for candidates, right, much in told
    ]
    start = [prior.get(name, 0.0) for name in names]

    def cost(at: Vector) -> tuple[float, Vector]:
        value, gradient = _cost(rows, at.tolist(), start, hold)
        return value, np.array(gradient)

    rounds = [weights.tolist() for _, weights in minimise(cost, np.array(start), ROUNDS)]
    return dict(zip(names, rounds[-1] if rounds else start, strict=True))


def _names(cases: list[Case]) -> list[str]:
    counts: dict[str, int] = {}
    for candidates, _, _ in cases:
        for name in {name for traits in candidates for name in traits}:
            counts[name] = counts.get(name, 0) + 1
    return sorted(name for name, count in counts.items() if count >= LEAST)


def _cost(
    rows: list[tuple[list[list[int]], set[int], float]], weights: list[float], start: list[float], hold: float
) -> tuple[float, list[float]]:
    moved = [weight - before for weight, before in zip(weights, start, strict=True)]
    value = hold / 2 * sum(each * each for each in moved)
    gradient = [hold * each for each in moved]
    for candidates, right, much in rows:
        totals = [sum([weights[place] for place in traits]) for traits in candidates]
        top = max(totals)
        shares = [exp(total - top) for total in totals]
        whole, good = sum(shares), sum(shares[at] for at in right)
        value += much * (log(whole) - log(good))
        for at, traits in enumerate(candidates):
            pull = much * (shares[at] / whole - (shares[at] / good if at in right else 0.0))
            if abs(pull) > 1e-9:
                for place in traits:
                    gradient[place] += pull
    return value, gradient


def whole(learned: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, int]]:
    """Weights by choice and trait as the reader knows them: whole numbers, those of nothing left out."""
    return {
        choice: {trait: rounded for trait, weight in sorted(learned[choice].items()) if (rounded := round(weight * ONE))}
        for choice in sorted(learned)
    }


def table(learned: Mapping[str, Mapping[str, float]]) -> str:
    """The table that the reader loads."""
    rows = [f"{choice}\t{trait}\t{weight}" for choice, weights in whole(learned).items() for trait, weight in weights.items()]
    return "\n".join(["# choice\ttrait\tweight", *rows]) + "\n"


def supposed() -> dict[str, dict[str, float]]:
    """What traits weigh before anything is learned, by choice."""
    found: dict[str, dict[str, float]] = {}
    for line in files(__package__ or "").joinpath("supposed.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            choice, trait, weight = line.split("\t")
            found.setdefault(choice, {})[trait] = float(weight)
    return found
