"""How the trees and the nearness of two wordings are weighed together (`placed.tsv`, written by tools/learn_placed.py)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from giaoban.reference.tables import cells, table

FARTHEST = 1e-4
"""A chance is taken for no surer than that it is wrong once in so many."""
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Weighing:
    """weights  the stamp of the weights that it is for: the first letters of the SHA-256 of their file
    looked_at  from which chance by the trees on two wordings are placed: with less, hardly any two ask the same
    odds, nearness, level  what the logarithm of the odds by the trees and nearness count, and what is added
    short, long  from which chance on it is "asked before": of short wordings, and of longer ones
    """

    weights: str
    looked_at: float
    odds: float
    nearness: float
    level: float
    short: float
    long: float

    def chance(self, by_trees: float, near: float) -> float:
        """The chance (0 to 1) that two tasks ask the same, out of what the trees say and how near their wordings lie."""
        return float(1 / (1 + np.exp(-self.odds * odds(np.array(by_trees)) - self.nearness * near - self.level)))


def odds(chances: Numbers) -> Numbers:
    """Their logarithm, no further than FARTHEST."""
    kept = np.clip(chances, FARTHEST, 1 - FARTHEST)
    found: Numbers = np.log(kept / (1 - kept))
    return found


@cache
def weighing() -> Weighing:
    """The weights of `placed.tsv`."""
    return read({name: value for name, value, _meaning in table("giaoban.directives.repetition", "placed.tsv", cells)})


def read(values: Mapping[str, str]) -> Weighing:
    """Of its values by name; ValueError or KeyError where one is no number or not there."""
    numbers = {name: float(values[name]) for name in Weighing.__slots__ if name != "weights"}
    return Weighing(weights=values["weights"], **numbers)
