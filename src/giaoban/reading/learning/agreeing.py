"""Whether two names as written mean the same: as many of their words agree as the scorer of annotated records asks for."""

import unicodedata
from collections import Counter

ENOUGH = 0.6
"""F1 of the words."""


def agree(one: str | None, other: str | None) -> bool:
    return agreement(one, other) >= ENOUGH


def agreement(one: str | None, other: str | None) -> float:
    """F1 of the words, between 0 and 1."""
    left, right = Counter(_words(one)), Counter(_words(other))
    if not left or not right:
        return float(left == right)
    return 2 * sum((left & right).values()) / (left.total() + right.total())


def _words(text: str | None) -> list[str]:
    folded = unicodedata.normalize("NFC", text or "").casefold()
    return "".join(letter if letter.isalnum() else " " for letter in folded).split()
