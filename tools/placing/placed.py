"""Where a sentence model places a wording: a vector of length 1, and two are the nearer the likelier they ask the same, once it was taught.

numpy alone runs it. The model is multilingual-e5-small in four bits with some of its pieces of words; what its upper layers were taught
stands beside these bits, as products of two small matrices. A wording is read by itself, so it is placed once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np
import numpy.typing as npt

from .bits import Floats, matrix
from .pieces import Pieces, pieces

MOST = 90
"""Pieces of a wording that are read, at most."""
HEADS, LEAST = 12, 1e-12
MATRICES = ("qkv", "seen", "inner", "outer")
LEVELS = (*(f"{name} level" for name in MATRICES), "even seen", "even outer")
GELU = (0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429, 0.3275911)
"""Of the error function, by Abramowitz and Stegun 7.1.26: right to a millionth."""
Tables = Mapping[str, npt.NDArray[Any]]
Layer = Mapping[str, Floats]


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """Its pieces, the vectors of these and of the places in a wording, and by layer its matrices and levels."""

    pieces: Pieces
    words: Floats
    places: Floats
    first: Floats
    layers: Sequence[Layer]

    def placed(self, wording: str) -> Floats:
        """A vector of length 1."""
        whole: Floats = self.states(wording, len(self.layers)).mean(0)
        return whole / np.linalg.norm(whole)

    def states(self, wording: str, layers: int) -> Floats:
        """Of each piece, behind so many layers."""
        rows = self.pieces.read(wording, MOST)
        return reduce(through, self.layers[:layers], _even(self.words[rows] + self.places[: len(rows)], self.first))


def opened(tables: Tables) -> Model:
    """Of what was packed (`keeping`)."""
    words, layers = matrix(tables["words"], tables["words scales"]), [_layer(tables, at) for at in range(len(tables["qkv"]))]
    read = pieces(str(tables["pieces"]).split("\n"), tables["likely"].tolist())
    return Model(read, words, tables["places"].astype(np.float32), tables["even first"].astype(np.float32), layers)


def through(given: Floats, layer: Layer) -> Floats:
    """Behind one layer."""
    asked, held, told = (given @ layer["qkv"] + layer["qkv level"]).reshape(len(given), 3, HEADS, -1).transpose(1, 2, 0, 3)
    near = np.exp(_lowered(asked @ held.transpose(0, 2, 1)) * np.float32(held.shape[2] ** -0.5))
    seen = (near / near.sum(-1, keepdims=True)) @ told
    between = _even(given + seen.transpose(1, 0, 2).reshape(given.shape) @ layer["seen"] + layer["seen level"], layer["even seen"])
    inner = _gelu(between @ layer["inner"] + layer["inner level"])
    return _even(between + inner @ layer["outer"] + layer["outer level"], layer["even outer"])


def known(tables: Tables, name: str, at: int) -> Floats:
    """A matrix as the model had it, by what comes of it."""
    return matrix(tables[name][at], tables[f"{name} scales"][at])


def _lowered(level: Floats) -> Floats:
    lowered: Floats = level - level.max(-1, keepdims=True)
    return lowered


def _even(level: Floats, by: Floats) -> Floats:
    """Each row about nought and of one spread, then as far and as high as is given."""
    about = level - level.mean(-1, keepdims=True)
    evened: Floats = about / np.sqrt((about * about).mean(-1, keepdims=True) + np.float32(LEAST)) * by[0] + by[1]
    return evened


def _gelu(level: Floats) -> Floats:
    far = np.abs(level) * np.float32(0.5**0.5)
    step = 1 / (1 + np.float32(GELU[5]) * far)
    tail = step * (GELU[0] + step * (GELU[1] + step * (GELU[2] + step * (GELU[3] + step * np.float32(GELU[4])))))
    kept: Floats = np.float32(0.5) * level * (1 + np.sign(level) * (1 - tail * np.exp(-far * far)))
    return kept.astype(np.float32)


def _layer(tables: Tables, at: int) -> Layer:
    levels = {name: tables[name][at].astype(np.float32) for name in LEVELS}
    return levels | {name: np.ascontiguousarray(_taught(tables, name, at).T) for name in MATRICES}


def _taught(tables: Tables, name: str, at: int) -> Floats:
    """With what was taught to the upper layers."""
    above = at - len(tables[name]) + len(tables[f"{name} left"])
    if above < 0:
        return known(tables, name, at)
    learned: Floats = tables[f"{name} left"][above].astype(np.float32) @ tables[f"{name} right"][above].astype(np.float32)
    return known(tables, name, at) + learned
