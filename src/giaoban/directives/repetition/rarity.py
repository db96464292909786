"""How few directives hold a word (`rarity.tsv`, counted over annotated records): what is rare says more."""

import math
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from giaoban.reference.tables import table


@cache
def rarity(word: str) -> float:
    """The weight of a word (folded): the logarithm of how few directives hold it."""
    counts, total = _counts()
    return math.log((total + 1) / (counts.get(word, 0) + 1))


@cache
def _counts() -> tuple[Mapping[str, int], int]:
    """How many directives hold a word, and how many were counted ("*")."""
    counts = dict(table("giaoban.directives.repetition", "rarity.tsv", lambda word, count: (word, int(count))))
    return MappingProxyType(counts), counts.pop("*")
