"""How well pairs that ask the same are told from others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
LEAST_PRECISION, HELD, RECORDS, ROUNDS = 0.9, 1.0, 2.0, 30
"""How far weights are held to nothing, how much a pair of records matters where they are fitted, and steps until they are."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Pairs, which of them ask the same, and how much each matters."""

    pairs: Sequence[Mapping[str, str]]
    same: Numbers
    matter: Numbers


def measured(pairs: Sequence[Mapping[str, str]], even: bool = False) -> Measured:
    """even  those that do not ask the same matter as much, together, as those that do"""
    same = np.array([float(pair["same"]) for pair in pairs])
    other = same.sum() / (1 - same).sum() if even else 1.0
    return Measured(pairs, same, np.where(same == 1, 1.0, other))


def area(of: Measured, scores: Numbers) -> float:
    """Under precision by recall."""
    same, matter, found = _ordered(of, scores)
    return float((found * same * matter).sum() / (same * matter).sum())


def recall(of: Measured, scores: Numbers) -> float:
    """What is found where no more than one in ten of those found is wrong; equal scores are found together."""
    same, matter, found = _ordered(of, scores)
    last = np.append(np.diff(np.sort(scores)[::-1]) != 0, True)
    enough = np.flatnonzero((found >= LEAST_PRECISION) & last)
    true = np.cumsum(same * matter)
    return float(true[enough[-1]] / true[-1]) if len(enough) else 0.0


def limit(of: Measured, scores: Numbers, precision: float) -> float:
    """The lowest score from which on at least so much of what is found is right; above all scores where there is none."""
    _same, _matter, found = _ordered(of, scores)
    ordered = np.sort(scores)[::-1]
    last = np.append(np.diff(ordered) != 0, True)
    enough = np.flatnonzero((found >= precision) & last)
    return float(ordered[enough[-1]]) if len(enough) else float(ordered[0]) + 1


def some(of: Measured, its: npt.NDArray[np.bool_]) -> Measured:
    """Those of the pairs."""
    return Measured([pair for pair, taken in zip(of.pairs, its, strict=True) if taken], of.same[its], of.matter[its])


def _ordered(of: Measured, scores: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """The highest first: which ask the same, how much each matters, and precision down to it."""
    order = np.argsort(-scores, kind="stable")
    same, matter = of.same[order], of.matter[order]
    return same, matter, np.cumsum(same * matter) / np.cumsum(matter)


def fitted(given: Numbers, same: Numbers, matter: Numbers) -> Numbers:
    """The weight of each column and last the level, by which the logarithm of odds is told best."""
    middle, spread = given.mean(0), given.std(0)
    rows = np.c_[(given - middle) / spread, np.ones(len(given))]
    weights, held = np.zeros(rows.shape[1]), HELD * np.append(np.ones(given.shape[1]), 0)
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-rows @ weights))
        wrong = rows.T @ (matter * (chance - same)) + held * weights
        curve = (rows.T * (matter * chance * (1 - chance))) @ rows + HELD * np.eye(len(weights))
        weights = weights - np.linalg.solve(curve, wrong)
    own: Numbers = weights[:-1] / spread
    return np.append(own, weights[-1] - own @ middle)
