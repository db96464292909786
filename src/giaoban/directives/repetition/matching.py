"""How well each word of a wording is said by another wording: by the same word, or by one or two of like use."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from giaoban.directives.repetition.likeness import Said
from giaoban.directives.repetition.subject import Direction, directed, directions

WORD, PAIR = 0.45, 0.55
"""Two words, or pairs of words, less near than this have nothing to do with each other."""
Shares = npt.NDArray[np.float64]
"""By word, 0 to 1."""


def matched(one: Said, two: Said) -> tuple[Shares, Shares]:
    """How well each word of the one is said by the other, and the other way round."""
    near = nearness(one, two)
    return near.max(1, initial=0), near.max(0, initial=0)


def nearness(one: Said, two: Said) -> Shares:
    """How well each word of the one is said by each of the other. A name or a number is said by itself alone."""
    same = np.array([[first == second for second in two.words] for first in one.words], bool).reshape(len(one.words), len(two.words))
    first, second = _directions(one.accented), _directions(two.accented)
    if len(one.words) > 1 and len(two.words) > 1:
        near = _by_pairs(_above(_cosines(first[1], second[1]), PAIR))
    else:
        near = _above(_cosines(first[0], second[0]), WORD)
    near[_firm(one), :] = 0
    near[:, _firm(two)] = 0
    near[same] = 1
    return near


@lru_cache(maxsize=8192)
def _directions(words: tuple[str, ...]) -> tuple[Direction, Direction]:
    """The directions of the single words, and of each pair of neighbouring words."""
    alone = directions(words)
    return alone, directed(alone[:-1] + alone[1:])


def _cosines(one: Direction, two: Direction) -> Shares:
    """Of each with each, in 64 bits: in 32 bits the product is not the same both ways on every processor."""
    cosines: Shares = one.astype(np.float64) @ two.astype(np.float64).T
    return cosines


def _above(near: Shares, least: float) -> Shares:
    above: Shares = np.clip((near - least) / (1 - least), 0, 1)
    return above


def _by_pairs(pairs: Shares) -> Shares:
    """For each two words how alike they are, taken from the most alike of the word pairs that hold them."""
    near = np.zeros((pairs.shape[0] + 1, pairs.shape[1] + 1))
    for place in (near[:-1, :-1], near[:-1, 1:], near[1:, :-1], near[1:, 1:]):
        np.maximum(place, pairs, out=place)
    return near


def _firm(one: Said) -> Sequence[int]:
    return [at for at, word in enumerate(one.words) if word in one.names or word in one.numbers]
