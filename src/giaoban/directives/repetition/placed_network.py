"""A sentence model that numpy alone runs: where it places a wording is a vector of length 1.

It is multilingual-e5-small in four bits with some of its pieces of words; what its upper layers were taught stands beside these bits, as
products of two small matrices. The bits stay as they are, and a layer is unpacked when wordings go through it, several at a time: so the
model takes 15 MB and not 90. Each wording goes through a layer by itself: as rows of one larger matrix they would take four fifths of the
time, but on many a processor the same row comes out otherwise in its last digits by where in the matrix it stands, and in whose company a
wording is placed makes no difference to its place.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from giaoban.directives.repetition.pieces import Pieces, pieces
from giaoban.directives.repetition.placed_bits import Floats, matrix

MOST = 90
"""Pieces of a wording that are read, at most."""
HEADS, LEAST = 12, 1e-12
MATRICES = ("qkv", "seen", "inner", "outer")
EVEN = ("even seen", "even outer")
LEVELS = (*(f"{name} level" for name in MATRICES), *EVEN)
GELU = (0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429, 0.3275911)
"""Of the error function, by Abramowitz and Stegun 7.1.26: right to a millionth."""
Tables = Mapping[str, npt.NDArray[Any]]


@dataclass(frozen=True, slots=True, eq=False)
class Matrix:
    """By what comes of it; what was taught beside it is the product of left and right, and nothing where these are empty."""

    known: Floats
    left: Floats
    right: Floats
    level: Floats

    def of(self, given: Floats) -> Floats:
        made = given @ self.known.T
        if self.left.size:
            made += (given @ self.right.T) @ self.left.T
        made += self.level
        return made

    @property
    def whole(self) -> Floats:
        """With what was taught."""
        return self.known + self.left @ self.right if self.left.size else self.known


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """Its matrices by their names, and how each piece is evened: about nought and of one spread, then as far and as high as is given."""

    matrices: Mapping[str, Matrix]
    even: Mapping[str, Floats]

    def through(self, given: Floats) -> Floats:
        """The states of the pieces of a wording behind it."""
        seen = _seen(self.matrices["qkv"].of(given))
        between = _evened(given + self.matrices["seen"].of(seen), self.even["even seen"])
        return _evened(between + self.matrices["outer"].of(_gelu(self.matrices["inner"].of(between))), self.even["even outer"])


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """The network that turns wordings into positions: its packed tables, and the pieces that it cuts words into."""

    tables: Tables
    pieces: Pieces

    @property
    def layers(self) -> int:
        return len(self.tables["qkv"])

    def placed(self, wordings: Sequence[str]) -> list[Floats]:
        """A vector of length 1 each."""
        return [_long(each.mean(0)) for each in self.states(wordings, self.layers)]

    def states(self, wordings: Sequence[str], layers: int) -> list[Floats]:
        """For each wording one row of numbers a piece, after that many layers."""
        found = [self._first(each) for each in wordings]
        for at in range(layers):
            behind = layer(self.tables, at)
            found = [behind.through(each) for each in found]
        return found

    def _first(self, wording: str) -> Floats:
        rows = self.pieces.read(wording, MOST)
        words = matrix(self.tables["words"][rows], self.tables["words scales"][rows])
        return _evened(words + self.tables["places"][: len(rows)].astype(np.float32), self.tables["even first"].astype(np.float32))


def opened(tables: Tables) -> Model:
    """The model that was packed into these tables."""
    return Model(tables, pieces(str(tables["pieces"]).split("\n"), tables["likely"].tolist()))


def layer(tables: Tables, at: int) -> Layer:
    """Unpacked."""
    return Layer({name: _matrix(tables, name, at) for name in MATRICES}, {name: tables[name][at].astype(np.float32) for name in EVEN})


def known(tables: Tables, name: str, at: int) -> Floats:
    """A matrix as the model had it, by what comes of it."""
    return matrix(tables[name][at], tables[f"{name} scales"][at])


def _matrix(tables: Tables, name: str, at: int) -> Matrix:
    left, right = (_taught(tables[f"{name} {side}"], at - len(tables[name])) for side in ("left", "right"))
    return Matrix(known(tables, name, at), left, right, tables[f"{name} level"][at].astype(np.float32))


def _taught(side: npt.NDArray[np.float16], above: int) -> Floats:
    """Of a layer counted from the last; nothing of one that was taught nothing."""
    return (side[above] if len(side) >= -above else side[:0]).astype(np.float32)


def _seen(related: Floats) -> Floats:
    """What each piece of a wording sees of all of them: of what it asks, what these hold and what they tell, side by side."""
    asked, held, told = related.reshape(len(related), 3, HEADS, -1).transpose(1, 2, 0, 3)
    near = np.exp(_lowered(asked @ held.transpose(0, 2, 1)) * np.float32(held.shape[2] ** -0.5))
    seen: Floats = ((near / near.sum(-1, keepdims=True)) @ told).transpose(1, 0, 2).reshape(len(related), -1)
    return seen


def _long(whole: Floats) -> Floats:
    made: Floats = whole / np.linalg.norm(whole)
    return made


def _lowered(level: Floats) -> Floats:
    lowered: Floats = level - level.max(-1, keepdims=True)
    return lowered


def _evened(level: Floats, by: Floats) -> Floats:
    about = level - level.mean(-1, keepdims=True)
    evened: Floats = about / np.sqrt((about * about).mean(-1, keepdims=True) + np.float32(LEAST)) * by[0] + by[1]
    return evened


def _gelu(level: Floats) -> Floats:
    far = np.abs(level) * np.float32(0.5**0.5)
    step = 1 / (1 + np.float32(GELU[5]) * far)
    tail = step * (GELU[0] + step * (GELU[1] + step * (GELU[2] + step * (GELU[3] + step * np.float32(GELU[4])))))
    kept: Floats = np.float32(0.5) * level * (1 + np.sign(level) * (1 - tail * np.exp(-far * far)))
    return kept.astype(np.float32)
