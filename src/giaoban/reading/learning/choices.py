"""Learning what speaks for one of several candidates: weights of traits that make the right ones likely (a conditional logit)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from giaoban.reading.learning.descent import Vector, minimise

Case = tuple[list[list[str]], list[int], float]
"""The traits of each candidate, which candidates are right, and how much the case counts."""
Places = npt.NDArray[np.int64]
ROUNDS = 60
HOLD = 0.5
"""How strongly weights are held to zero."""
ONE = 256
"""A weight of one in the table."""
LEAST_SHARE = 1e-300
"""Keeps the logarithm of a share finite."""
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
    rows = _rows(told, {name: place for place, name in enumerate(names)})
    start = np.array([prior.get(name, 0.0) for name in names])
    rounds = [weights for _, weights in minimise(lambda at: _cost(rows, at, start, hold), start, ROUNDS)]
    return dict(zip(names, map(float, rounds[-1] if rounds else start), strict=True))


def _names(cases: list[Case]) -> list[str]:
    counts: dict[str, int] = {}
    for candidates, _, _ in cases:
        for name in {name for traits in candidates for name in traits}:
            counts[name] = counts.get(name, 0) + 1
    return sorted(name for name, count in counts.items() if count >= LEAST)


@dataclass(frozen=True, slots=True)
class _Rows:
    """Every candidate of every case as a row.

    of, names  the row and the place of a trait, for each trait of each candidate
    case       the case of each row
    right      whether the row is a right candidate
    much       how much each case counts
    """

    of: Places
    names: Places
    case: Places
    right: Vector
    much: Vector


def _rows(told: list[Case], index: dict[str, int]) -> _Rows:
    of: list[int] = []
    names: list[int] = []
    cases: list[int] = []
    right: list[float] = []
    for number, (candidates, chosen, _) in enumerate(told):
        for at, traits in enumerate(candidates):
            known = [index[name] for name in traits if name in index]
            of += [len(cases)] * len(known)
            names += known
            cases.append(number)
            right.append(float(at in chosen))
    much = np.array([case[2] for case in told])
    return _Rows(np.array(of, dtype=np.int64), np.array(names, dtype=np.int64), np.array(cases, dtype=np.int64), np.array(right), much)


def _cost(rows: _Rows, weights: Vector, start: Vector, hold: float) -> tuple[float, Vector]:
    moved = weights - start
    if not len(rows.case):
        return hold / 2 * float(moved @ moved), hold * moved
    totals = np.bincount(rows.of, weights=weights[rows.names], minlength=len(rows.case))
    tops = np.full(len(rows.much), -np.inf)
    np.maximum.at(tops, rows.case, totals)
    shares = np.exp(totals - tops[rows.case])
    whole = np.bincount(rows.case, weights=shares, minlength=len(rows.much))
    good = np.maximum(np.bincount(rows.case, weights=shares * rows.right, minlength=len(rows.much)), LEAST_SHARE)
    value = hold / 2 * float(moved @ moved) + float(rows.much @ (np.log(whole) - np.log(good)))
    pulls = rows.much[rows.case] * (shares / whole[rows.case] - rows.right * shares / good[rows.case])
    return value, hold * moved + np.bincount(rows.names, weights=pulls[rows.of], minlength=len(weights))


def table(learned: Mapping[str, Mapping[str, float]]) -> str:
    """Weights by choice and trait as the table that the reader loads."""
    rows = [
        f"{choice}\t{trait}\t{whole}"
        for choice in sorted(learned)
        for trait, weight in sorted(learned[choice].items())
        if (whole := round(weight * ONE))
    ]
    return "\n".join(["# choice\ttrait\tweight", *rows]) + "\n"


def supposed() -> dict[str, dict[str, float]]:
    """What traits weigh before anything is learned, by choice."""
    found: dict[str, dict[str, float]] = {}
    for line in files(__package__ or "").joinpath("supposed.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            choice, trait, weight = line.split("\t")
            found.setdefault(choice, {})[trait] = float(weight)
    return found
