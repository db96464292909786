"""Which phrases a wording holds, as vectors: phrases of like meaning lie near each other (`meanings_near.npz`).

The table was made by tools/learn_meanings.py: phrases of our tables and others that are frequent, each as a sentence model (intfloat's
multilingual-e5-small, MIT licence) places it by itself. Only the vectors of these phrases are kept, not the model. What is written as a
name is no phrase: names are compared as they stand.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO

import numpy as np
import numpy.typing as npt

from giaoban.directives.repetition.likeness import DATE, SYLLABLE
from giaoban.directives.repetition.parts import BETWEEN
from giaoban.directives.repetition.parts import MOST as MOST_PARTS
from giaoban.directives.repetition.rarity import rarity
from giaoban.reference.folding import fold

LONGEST = 4
"""Syllables of a phrase that is looked up, at most."""
MOST = 14.0
"""What one phrase weighs at most."""
LEAST = 0.1
"""What one weighs at least."""
Vectors = npt.NDArray[np.float32]
"""One of length 1 in each row."""
Weights = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """The phrases of a wording in their order: their vectors, their weights, and where each part begins among them; without any if none is
    known."""

    vectors: Vectors
    weights: Weights
    starts: tuple[int, ...]


@lru_cache(maxsize=8192)
def phrases(wording: str) -> Phrases:
    """The phrases of a wording; a part begins with the first phrase behind what stands between one thing asked and another (`parts`)."""
    rows, vectors = _known()
    each = list(found(wording, rows))
    ends = [between.start() for between in BETWEEN.finditer(wording)][: MOST_PARTS - 1]
    part = [bisect_right(ends, start) for start, _phrase in each]
    return Phrases(
        vectors[np.array([rows[phrase] for _start, phrase in each], np.intp)],
        np.array([_weight(phrase) for _start, phrase in each]),
        tuple(at for at in range(len(each)) if at == 0 or part[at] != part[at - 1]),
    )


def found(wording: str, known: Mapping[str, int]) -> Iterator[tuple[int, str]]:
    """The known phrases in their order and where each begins, the longest at each syllable, none within another."""
    plain = wording.lower() if wording.isupper() else wording
    written = list(SYLLABLE.finditer(DATE.sub(lambda date: " " * len(date[0]), plain)))
    syllables = [each[0].lower() for each in written]
    names = [at > 0 and each[0][:1].isupper() and not each[0].isupper() for at, each in enumerate(written)]
    at = 0
    while at < len(written):
        size = next((size for size in range(LONGEST, 0, -1) if _phrase(syllables, names, at, size) in known), 0)
        if size:
            yield written[at].start(), " ".join(syllables[at : at + size])
        at += size or 1


def _phrase(syllables: Sequence[str], names: Sequence[bool], at: int, size: int) -> str:
    """As it is looked up; what holds a name or goes beyond the end is nothing."""
    end = at + size
    return "" if end > len(syllables) or any(names[at:end]) else " ".join(syllables[at:end])


@lru_cache(maxsize=16384)
def _weight(phrase: str) -> float:
    return LEAST + min(sum(rarity(fold(syllable)) for syllable in phrase.split()), MOST)


@cache
def _known() -> tuple[Mapping[str, int], Vectors]:
    """The row of each phrase, and the vectors by row."""
    with np.load(BytesIO(files("giaoban.directives.repetition").joinpath("meanings_near.npz").read_bytes())) as tables:
        rows = {phrase: at for at, phrase in enumerate(str(tables["phrases"]).split("\n"))}
        vectors = tables["vectors"].astype(np.float32)
        whole: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        return rows, whole
