"""Where a sentence model places wordings that it was taught on: the nearer two lie, the likelier they ask the same (`placed.npz`).

The model (`placed_network`) is intfloat's multilingual-e5-small, of which only the pieces of words that our texts use are kept; its upper
half was taught by tools/learn_placed.py on what teaches the trees as well. It is read when the first wording is placed, which then takes
0.1 s; of many each takes 0.019 s, and the last few thousand are remembered. Whoever keeps positions elsewhere keeps `stamp` with them:
under another they lie elsewhere.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import islice

import numpy as np
import numpy.typing as npt

from giaoban.directives.repetition.placed_network import Model, opened
from giaoban.directives.repetition.placed_weighing import weighing

Position = npt.NDArray[np.float16]
"""A vector, as it is kept: 384 numbers of 16 bits."""
Positions = Callable[[Sequence[str]], Mapping[str, Position]]
"""Where these wordings lie, or those of them of which it is known; what matters most is named first."""
TOGETHER, REMEMBERED = 50, 4096
SIZE = 768
"""Bytes of a position."""


def placed(wordings: Iterable[str], most: int | None = None) -> dict[str, Position]:
    """The position of each wording; it does not depend on which others are asked for.

    most  so many of those that are not remembered, the first ones: a bound for the time it takes
    """
    wanted = list(dict.fromkeys(wordings))
    found = {each: known for each in wanted if (known := _remembered().get(each)) is not None}
    missing = [each for each in wanted if each not in found][:most]
    for start in range(0, len(missing), TOGETHER):
        some = missing[start : start + TOGETHER]
        found |= dict(zip(some, (each.astype(np.float16) for each in _model().placed(some)), strict=True))
    _remember({each: found[each] for each in missing})
    return found


def nearness(one: Position, two: Position) -> float:
    """How near two positions are, as a cosine: 1 where they are the same."""
    first, second = one.astype(np.float64), two.astype(np.float64)
    return min(float(first @ second / np.sqrt((first @ first) * (second @ second))), 1.0)


def stamp() -> str:
    """Identifies the weights by which wordings are placed now; positions made by others are out of date."""
    return weighing().weights


def to_bytes(position: Position) -> bytes:
    """The position as 16-bit numbers, for whoever stores it."""
    return position.astype("<f2").tobytes()


def from_bytes(kept: bytes) -> Position | None:
    """The position that was kept; None for what is none."""
    if len(kept) != SIZE:
        return None
    position = np.frombuffer(kept, "<f2").astype(np.float16)
    return position if np.isfinite(position).all() and position.any() else None


def weights() -> Traversable:
    """The file of the weights."""
    return files("giaoban.directives.repetition").joinpath("placed.npz")


@cache
def _model() -> Model:
    with weights().open("rb") as file, np.load(file) as tables:
        return opened({name: tables[name] for name in tables.files})


@cache
def _remembered() -> dict[str, Position]:
    return {}


def _remember(found: Mapping[str, Position]) -> None:
    """The oldest are forgotten."""
    known = _remembered()
    known.update(found)
    for each in list(islice(list(known), max(len(known) - REMEMBERED, 0))):
        known.pop(each, None)
