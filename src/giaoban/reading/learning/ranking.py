"""Learning a conditional logit of many traits quickly: the same as `learning.choices.learn`, worked out for all cases at once."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

from giaoban.reading.learning.choices import ROUNDS, Case
from giaoban.reading.learning.descent import Vector, minimise

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


def rank(cases: Iterable[Case], hold: float, least: int) -> dict[str, float]:
    """A weight for each trait, as a logarithm of odds. Cases of which no candidate is right teach nothing.

    hold   how strongly weights are held to nothing
    least  cases in which a trait must stand to be learned
    """
    told = [case for case in cases if case[1] and len(case[1]) < len(case[0])]
    met = Counter(name for candidates, _, _ in told for name in set(chain.from_iterable(candidates)))
    names = sorted(name for name, count in met.items() if count >= least)
    if not told:
        return {}
    packed = _packed(told, {name: place for place, name in enumerate(names)})

    def cost(at: Vector) -> tuple[float, Vector]:
        return _cost(packed, at, hold)

    weights = np.zeros(len(names))
    for _, reached in minimise(cost, weights, ROUNDS):
        weights = reached
    return dict(zip(names, weights.tolist(), strict=True))


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


def _cost(cases: _Cases, weights: Vector, hold: float) -> tuple[float, Vector]:
    totals = np.bincount(cases.bears, weights[cases.traits], len(cases.case))
    chances = np.exp(totals - np.maximum.reduceat(totals, cases.starts)[cases.case])
    good = chances * cases.right
    whole, agreed = np.add.reduceat(chances, cases.starts), np.add.reduceat(good, cases.starts)
    value = hold / 2 * float(weights @ weights) + float((cases.much * np.log(whole / agreed)).sum())
    pull = cases.much[cases.case] * (chances / whole[cases.case] - good / agreed[cases.case])
    return value, hold * weights + np.bincount(cases.traits, pull[cases.bears], len(weights))
