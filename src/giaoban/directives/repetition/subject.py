"""What words are about, as directions in one space.

Words of like use have like vectors (those of the reading network), so two wordings may be about the same without a word in common.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from io import BytesIO

import numpy as np
import numpy.typing as npt

from giaoban.reading.weights import SHIPPED

Direction = npt.NDArray[np.float32]
"""Of length 1, or 0 where no word is known."""


def subject(words: Sequence[str], weights: Sequence[float]) -> Direction:
    """The sum of the words, each by its weight, brought to length 1."""
    whole: Direction = directed(np.asarray(weights, np.float32)[None] @ directions(words))[0]
    return whole


def directions(words: Sequence[str]) -> npt.NDArray[np.float32]:
    """One row for each word (with its accents, in lower case)."""
    rows, vectors = _known()
    return vectors[np.array([rows.get(word, 0) for word in words], np.intp)]


def directed(vectors: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Each row brought to length 1."""
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    directed: npt.NDArray[np.float32] = np.divide(vectors, length, out=np.zeros_like(vectors), where=length > 0)
    return directed


@cache
def _known() -> tuple[Mapping[str, int], npt.NDArray[np.float32]]:
    """The row of each known syllable, and the directions by row; row 0 is of those that are not known."""
    with np.load(BytesIO(SHIPPED.data("network.npz"))) as tables:
        rows = {word: at for at, word in enumerate(tables["syllables"].tolist())}
        return rows, directed(tables["vectors"].astype(np.float32))
