"""What a stretch of words is like, by the vectors of its syllables: the rarer a syllable, the more it says.

Syllables stand in the order of how common they are, so a row tells how rare one is: the commonest say nothing, each of twice the row says
one more. Sums are whole numbers, exact in any order, so that the same words mean the same on every machine.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from giaoban.reading.network import network
from giaoban.reading.weights import SHIPPED, Weights

COMMON = 7
"""Bits of the rows of syllables that say nothing."""
SAYING = 1 << COMMON
"""The first row of a syllable that says something."""

Sense = npt.NDArray[np.float64]
"""Whole numbers, one for each value of a vector."""


class Senses:
    """The vectors of syllables, each as often as the syllable says something.

    words    the row of each syllable
    vectors  a row for each, in whole numbers
    """

    def __init__(self, words: Mapping[str, int], vectors: npt.NDArray[Any]) -> None:
        self.words, self.vectors = words, np.asarray(vectors, np.float32)

    def of(self, words: Iterable[str]) -> Sense:
        """The sense of some words; nothing where none of them says anything."""
        known = self.words
        rows = [row for word in words if (row := known.get(word, 0)) >= SAYING and word[0].isalpha()]
        said = np.array([row.bit_length() - COMMON for row in rows], np.float64)
        return np.asarray(said @ self.vectors[rows])


def length(sense: Sense) -> float:
    """Of a sense as a vector; one for nothing, so that it can be divided by."""
    return float(np.sqrt(sense @ sense)) or 1.0


def together(senses: Sequence[Sense]) -> Sense:
    """The sense of several stretches as one."""
    return np.asarray(np.sum(senses, axis=0))


@cache
def senses(learned: Weights = SHIPPED) -> Senses:
    """The senses of the syllables that come with the package, or with others."""
    known = network(learned)
    return Senses(known.words, known.vectors)
