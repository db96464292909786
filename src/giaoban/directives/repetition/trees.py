"""Chances weighed by weights of features and many small trees of questions (`repeated.tsv`).

Trained by tools/learn_repetition.py. Each tree asks DEPTH times whether some feature is above a measure; the levels the trees end at are
added to what the weights say.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from giaoban.reference.tables import cells, table

DEPTH = 4
INNER = 2**DEPTH - 1
DIGITS = 9
"""Of a feature behind the point: sums in another order differ in the sixteenth, and a question must not hear that."""
"""Questions of a tree; the answers to the one at `at` lead to 2 * at + 1 (no) and 2 * at + 2 (yes)."""
Levels = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Trees:
    """The names of the features and their weights, last the level without any; by tree and question the feature and its measure; by tree
    and end the level."""

    features: Sequence[str]
    weights: Levels
    asked: npt.NDArray[np.intp]
    measures: Levels
    levels: Levels

    def chances(self, named: Sequence[Mapping[str, float]]) -> Levels:
        """The chance (0 to 1) for each row of features; a feature that a row does not name is 0."""
        rows, columns = np.zeros((len(named), len(self.features))), {name: at for at, name in enumerate(self.features)}
        for row, each in zip(rows, named, strict=True):
            known = [(columns[name], value) for name, value in each.items() if name in columns]
            row[[column for column, _value in known]] = [value for _column, value in known]
        rows = np.round(rows, DIGITS)
        at, tree = np.zeros((len(rows), len(self.levels)), np.intp), np.arange(len(self.levels))
        for _ in range(DEPTH):
            yes = np.take_along_axis(rows, self.asked[tree, at], 1) > self.measures[tree, at]
            at = 2 * at + 1 + yes
        level = rows @ self.weights[:-1] + self.weights[-1] + self.levels[tree, at - INNER].sum(1)
        chances: Levels = 1 / (1 + np.exp(-level))
        return chances


@cache
def trees() -> Trees:
    """As they stand in the table: a row for each weight and for the level, then one for each question or end of each tree."""
    rows = table("giaoban.directives.repetition", "repeated.tsv", cells)
    straight, grown = [row for row in rows if not row[0]], [row for row in rows if row[0]]
    features = [feature for _tree, _at, feature, _value in straight[:-1]]
    values = np.array([float(value) for _tree, _at, _feature, value in grown]).reshape(-1, 2 * INNER + 1)
    asked = np.array([features.index(feature) if feature else 0 for _tree, _at, feature, _value in grown], np.intp).reshape(values.shape)
    weights = np.array([float(value) for _tree, _at, _feature, value in straight])
    return Trees(features, weights, asked[:, :INNER], values[:, :INNER], values[:, INNER:])
