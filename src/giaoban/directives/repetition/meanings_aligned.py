"""How well each phrase of a wording is said by some phrase of the other that means much the same (`meanings_near`)."""

import numpy as np
import numpy.typing as npt

from giaoban.directives.repetition.meanings_near import Phrases, Weights

NEAR = 0.4
"""Two phrases less near than this have nothing to do with each other."""
OPENING = 3
"""Phrases with which a wording says what is to be done to what."""
MOST_UNSAID, MOST_ODD, MOST_PART = 50.0, 14.0, 30.0
NAMES = (
    *("worse like", "better like", "less unlike", "more unlike", "worse like opening", "better like opening", "less odd", "more odd"),
    *("like part", "liker part", "like part weighs", "worse first like", "better first like", "worse best like", "better best like"),
    *("like whole", "like begun", "like unsaid", "like odd"),
)
LEAST = 1e-6
Shares = npt.NDArray[np.float64]


def aligned(one: Phrases, two: Phrases) -> dict[str, float]:
    """What is weighed, each 0 to 1 (a likeness: -1 to 1) and the same both ways; nought where a wording holds no known phrase.

    like     how much of each is said by like phrases of the other: of the two wordings the worse and the better
    unlike   the weight of what is not, the less and the more; odd: of the phrase that is least said
    opening  how well the first three phrases of each are said, the worse and the better
    part     of the two parts that are nearest, how well they are said in each other (the worse and the better), and what the lighter weighs
    first    how well the first part of each is said, the worse and the better; best: the part that is said best
    like …   whole: how near the sums of their phrases are; begun: their first phrases; unsaid: the sums of what the other does not
             say; odd: the phrase of each that is least said
    """
    if not one.starts or not two.starts:
        return dict.fromkeys(NAMES, 0.0)
    straight = one.vectors.astype(np.float64) @ two.vectors.astype(np.float64).T  # of 32 bits it is not the same both ways everywhere
    near = np.clip((straight - NEAR) / (1 - NEAR), 0, 1)
    here, there = near.max(1), near.max(0)
    first, second = _parts(one, here), _parts(two, there)
    unsaid = one.weights * (1 - here), two.weights * (1 - there)
    each = (
        _sorted(_cover(one.weights, here), _cover(two.weights, there)),
        _sorted(*(min(float(alone.sum()) / MOST_UNSAID, 1.0) for alone in unsaid)),
        _sorted(_cover(one.weights[:OPENING], here[:OPENING]), _cover(two.weights[:OPENING], there[:OPENING])),
        _sorted(*(min(float(alone.max()) / MOST_ODD, 1.0) for alone in unsaid)),
        _nearest(one, two, near),
        _sorted(float(first[0]), float(second[0])),
        _sorted(float(first.max()), float(second.max())),
        (_between(one, two, (one.weights, two.weights)), float(straight[0, 0])),
        (_between(one, two, unsaid), float(straight[unsaid[0].argmax(), unsaid[1].argmax()])),
    )
    return dict(zip(NAMES, (value for some in each for value in some), strict=True))


def _between(one: Phrases, two: Phrases, weights: tuple[Weights, Weights]) -> float:
    """How near the weighted sums of their phrases are, as a cosine."""
    here, there = weights[0] @ one.vectors, weights[1] @ two.vectors
    return float(here @ there) / max(float(np.linalg.norm(here) * np.linalg.norm(there)), LEAST)


def _sorted(one: float, two: float) -> tuple[float, float]:
    return (one, two) if one <= two else (two, one)


def _cover(weights: Weights, shares: Shares) -> float:
    return float(weights @ shares) / float(weights.sum())


def _parts(one: Phrases, shares: Shares) -> Shares:
    """For each part the share of its weight that is said."""
    said: Shares = np.add.reduceat(one.weights * shares, one.starts) / np.add.reduceat(one.weights, one.starts)
    return said


def _nearest(one: Phrases, two: Phrases, near: Shares) -> tuple[float, float, float]:
    """Of the two nearest parts, one of each: how well said, the worse and the better, and what the lighter weighs."""
    whole = np.add.reduceat(one.weights, one.starts), np.add.reduceat(two.weights, two.starts)
    here = np.add.reduceat(one.weights[:, None] * np.maximum.reduceat(near, two.starts, axis=1), one.starts, axis=0) / whole[0][:, None]
    there = np.add.reduceat(two.weights * np.maximum.reduceat(near, one.starts, axis=0), two.starts, axis=1) / whole[1]
    worse = np.minimum(here, there)
    at = np.unravel_index(int(worse.argmax()), worse.shape)
    lighter = min(float(whole[0][at[0]]), float(whole[1][at[1]]))
    return float(worse[at]), float(max(here[at], there[at])), min(lighter / MOST_PART, 1.0)
