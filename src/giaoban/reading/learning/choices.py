"""Learning what speaks for one of several candidates: weights of traits that make the right ones likely (a conditional logit).

One way for every choice, whoever learns: the package from nothing or from what is supposed (supposed.tsv), an installation from the
weights of the package. What differs from where it begins costs.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import chain

import numpy as np
import numpy.typing as npt

from giaoban.reading.learning.descent import Vector, minimise

Case = tuple[list[list[str]], list[int], float]
"""The traits of each candidate, which candidates are right, and how much the case counts."""
Learned = dict[str, dict[str, float]]
"""Weights by choice and trait, as logarithms of odds."""
ROUNDS = 60
HOLD = {
    "name": 6.0,
    "period": 2.0,
    "place": 8.0,
    "assignee": 0.8,
    "chair": 8.0,
    "convener": 2.0,
    "deadline": 4.0,
    "issuer": 6.0,
    "figure": 1.0,
}
"""How strongly the weights of each choice are held to where they begin."""
AGAIN = {"deadline": 20.0, "place": 12.0}
"""The same, of those that begin at what texts of others and records written for this project teach together, and those texts teach again:
writers have ways of their own, so taught by both alike the texts of others are read worse."""
ONE = 256
"""A weight of one in the table."""
LEAST = {"name": 4}
"""Cases in which a trait must stand to be learned, where it is not `FEW`."""
FEW = 2
Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Cases:
    """All candidates of all cases, one after the other.

    traits, bears  the traits that candidates have, and per trait the candidate that bears it
    starts, case   the first candidate of each case, and per candidate its case
    right, much    per candidate whether it is right; per case how much it counts
    """

    traits: Places
    bears: Places
    starts: Places
    case: Places
    right: Vector
    much: Vector


def learned(
    cases: Mapping[str, Sequence[Case]],
    base: Mapping[str, Mapping[str, float]] | None = None,
    hold: float = 1.0,
    holds: Mapping[str, float] = HOLD,
) -> Learned:
    """The weights of every choice.

    base   what the weights are held to; without it, what is supposed
    hold   how many times as strongly as `holds` says
    holds  by choice
    """
    near = supposed() if base is None else base
    return {choice: learn(each, holds[choice] * hold, near.get(choice), LEAST.get(choice, FEW)) for choice, each in cases.items()}


def learn(cases: Iterable[Case], hold: float, near: Mapping[str, float] | None = None, least: int = FEW) -> dict[str, float]:
    """A weight for each trait, as a logarithm of odds. Cases of which no candidate is right, or every one, teach nothing.

    hold   how strongly weights are held to those of `near`
    near   where weights begin, nothing where it has none; traits that no case has keep theirs
    least  cases in which a trait must stand to be learned, if it is not in `near`
    """
    told = [case for case in cases if case[1] and len(case[1]) < len(case[0])]
    prior = dict(near or {})
    met = Counter(name for candidates, _, _ in told for name in set(chain.from_iterable(candidates)))
    names = sorted(name for name, count in met.items() if count >= least or name in prior)
    if not told:
        return prior
    packed = _packed(told, {name: place for place, name in enumerate(names)})
    start = np.array([prior.get(name, 0.0) for name in names])

    def cost(at: Vector) -> tuple[float, Vector]:
        return _cost(packed, at, start, hold)

    reached = [start, *(weights for _, weights in minimise(cost, start, ROUNDS))][-1]
    return prior | dict(zip(names, reached.tolist(), strict=True))


def _packed(told: Sequence[Case], index: dict[str, int]) -> _Cases:
    rows = [[index[name] for name in traits if name in index] for candidates, _, _ in told for traits in candidates]
    sizes = [len(candidates) for candidates, _, _ in told]
    right = np.zeros(len(rows))
    starts = np.cumsum([0, *sizes[:-1]])
    for start, (_, good, _) in zip(starts.tolist(), told, strict=True):
        right[[start + at for at in good]] = 1.0
    return _Cases(
        np.fromiter(chain.from_iterable(rows), np.int64),
        np.repeat(np.arange(len(rows)), [len(row) for row in rows]),
        starts,
        np.repeat(np.arange(len(told)), sizes),
        right,
        np.array([much for _, _, much in told]),
    )


def _cost(cases: _Cases, weights: Vector, start: Vector, hold: float) -> tuple[float, Vector]:
    totals = np.bincount(cases.bears, weights[cases.traits], len(cases.case))
    chances = np.exp(totals - np.maximum.reduceat(totals, cases.starts)[cases.case])
    good = chances * cases.right
    whole, agreed = np.add.reduceat(chances, cases.starts), np.maximum(np.add.reduceat(good, cases.starts), np.finfo(np.float64).tiny)
    moved = weights - start
    value = hold / 2 * float(moved @ moved) + float((cases.much * np.log(whole / agreed)).sum())
    pull = cases.much[cases.case] * (chances / whole[cases.case] - good / agreed[cases.case])
    return value, hold * moved + np.bincount(cases.traits, pull[cases.bears], len(weights))


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


def supposed() -> Learned:
    """What traits weigh before anything is learned, by choice."""
    found: Learned = {}
    for line in files(__package__ or "").joinpath("supposed.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            choice, trait, weight = line.split("\t")
            found.setdefault(choice, {})[trait] = float(weight)
    return found
