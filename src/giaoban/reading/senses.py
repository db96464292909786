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

Sense = npt.NDArray[np.float64]
"""Whole numbers, one for each value of a vector."""


class Senses:
    """The vectors of syllables, each as often as the syllable says something.

    words    the row of each syllable
    vectors  a row for each, in whole numbers
    """

    def __init__(self, words: Mapping[str, int], vectors: npt.NDArray[Any]) -> None:
        said = np.array([max(0, row.bit_length() - COMMON) for row in range(len(vectors))], np.float32)
        self.rows = {word: row for word, row in words.items() if said[row] and word[0].isalpha()}
        self.vectors = np.asarray(vectors, np.float32) * said[:, None]

    def of(self, words: Iterable[str]) -> Sense:
        """The sense of some words; nothing where none of them says anything."""
        rows = self.rows
        return np.asarray(self.vectors[[rows[word] for word in words if word in rows]].sum(0, dtype=np.float64))


def length(sense: Sense) -> float:
    """Of a sense as a vector; one for nothing, so that it can be divided by."""
    return float(np.sqrt(sense @ sense)) or 1.0


def together(senses: Sequence[Sense]) -> Sense:
    return np.asarray(np.sum(senses, axis=0))


@cache
def senses(learned: Weights = SHIPPED) -> Senses:
    """The senses of the syllables that come with the package, or with others."""
    known = network(learned)
    return Senses(known.words, known.vectors)
