"""The parts of a wording: each thing that is asked in it.

So one clause of a long sentence can be told to ask what another sentence asks, and what is asked first can be told from what it is for.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from giaoban.directives.repetition.deeds import Demand
from giaoban.directives.repetition.likeness import Said, compared
from giaoban.directives.repetition.matching import Shares, nearness
from giaoban.directives.repetition.rarity import rarity

BETWEEN = re.compile(
    r"[;:,.\n]+|\s(?:để|nhằm|đồng thời|không để|bảo đảm|đảm bảo|phải|cần|mà|và|nhất là|bên cạnh)(?=\s)",
    re.IGNORECASE,
)
"""What stands between one thing asked and another."""
MOST = 8
"""Of a longer list the rest is one part."""
HEAD = 3
"""Words with which a part says what is to be done to what."""
ENOUGH = 10.0
"""A part of which less is said in the other, in weight of words, says little that is the same."""
NAMES = ("worse first head", "better first head", "worse best head", "better best head", "near part", "nearer part", "part said")
LEAST = 1e-3
Weights = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Parts:
    """The words of all parts in their order, as they are compared, and where each begins among them. What is demanded, the whole says."""

    said: Said
    starts: tuple[int, ...]


@lru_cache(maxsize=8192)
def parts(wording: str) -> Parts:
    """The parts of a wording; those of nothing but common words are left out."""
    each = [part for text in BETWEEN.split(wording, MOST - 1) if (part := compared(text, 1)).words and not part.general]
    ends = np.cumsum([0, *(len(part.words) for part in each)]).tolist()
    whole = Said(
        tuple(word for part in each for word in part.words),
        tuple(word for part in each for word in part.accented),
        frozenset(word for part in each for word in part.numbers),
        frozenset(word for part in each for word in part.names),
        False,
        Demand((), frozenset()),
    )
    return Parts(whole, tuple(ends[:-1]))


def compared_parts(one: Parts, two: Parts) -> dict[str, float]:
    """How the parts of two wordings stand to each other, each 0 to 1 and the same both ways.

    first head  how well the first words of the first part are said in the other wording: of the two the worse and the better
    best head   the same of the part whose first words are said best
    part        of the two parts that are nearest, how well they are said in each other (the worse, less where they say little, and
                the better), and how much of them is
    """
    if not one.starts or not two.starts:
        return dict.fromkeys(NAMES, 0.0)
    near = nearness(one.said, two.said)
    there, back = _heads(one, near.max(1)), _heads(two, near.max(0))
    heads = (*sorted((there[0], back[0])), *sorted((max(there), max(back))))
    return dict(zip(NAMES, (*heads, *_nearest(one, two, near)), strict=True))


def _heads(one: Parts, shares: Shares) -> list[float]:
    """For each part how well its first words are said by the other wording."""
    weights, ends = _weights(one), (*one.starts[1:], len(shares))
    slices = [slice(start, min(start + HEAD, end)) for start, end in zip(one.starts, ends, strict=True)]
    return [float(weights[at] @ shares[at]) / max(float(weights[at].sum()), LEAST) for at in slices]


def _nearest(one: Parts, two: Parts, near: Shares) -> tuple[float, float, float]:
    """Of the two nearest parts, one of each: how well said, the worse and the better, and how much."""
    there = _said(one, np.maximum.reduceat(near, two.starts, axis=1))
    back = _said(two, np.maximum.reduceat(near, one.starts, axis=0).T).T
    covers = there / _whole(one)[:, None], back / _whole(two)[None]
    enough = np.minimum(there, back) / ENOUGH
    worse = np.minimum(*covers) * np.minimum(enough, 1)
    at = np.unravel_index(int(worse.argmax()), worse.shape)
    return float(worse[at]), float(np.maximum(*covers)[at]), min(float(enough[at]), 3.0) / 3


def _said(one: Parts, shares: Shares) -> Weights:
    """For each part how much of its weight is said by each part of the other."""
    said: Weights = np.add.reduceat(_weights(one)[:, None] * shares, one.starts, axis=0)
    return said


def _whole(one: Parts) -> Weights:
    whole: Weights = np.maximum(np.add.reduceat(_weights(one), one.starts), LEAST)
    return whole


@lru_cache(maxsize=8192)
def _weights(one: Parts) -> Weights:
    return np.array([rarity(word) for word in one.said.words])
