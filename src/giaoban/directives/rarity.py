"""How few directives hold a word (`rarity.tsv`, counted over annotated records): what is rare says more."""

import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def rarity(word: str) -> float:
    """The weight of a word (folded): the logarithm of how few directives hold it."""
    counts, total = _counts()
    return math.log((total + 1) / (counts.get(word, 0) + 1))


@cache
def _counts() -> tuple[Mapping[str, int], int]:
    """How many directives hold a word, and how many were counted ("*")."""
    lines = files("giaoban.directives").joinpath("rarity.tsv").read_text("utf-8").splitlines()[1:]
    counts = {word: int(count) for word, _tab, count in (line.partition("\t") for line in lines)}
    return MappingProxyType(counts), counts.pop("*")
