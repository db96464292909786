"""The syllables of written Vietnamese.

    is_syllable("triều")  True
    is_syllable("trềui")  False

What is none of them was torn apart by a PDF, or decoded wrongly.
"""

from functools import cache
from importlib.resources import files

LONGEST = 7
"""nghiêng has seven letters; none has more."""


def is_syllable(word: str) -> bool:
    """Whether the word is a syllable that is really written; any case."""
    return word.lower() in written()


@cache
def written() -> frozenset[str]:
    """The syllables of written Vietnamese, in lower case; the tone mark in either of its places (hoà, hòa)."""
    return frozenset((files(__package__) / "syllables.txt").read_text("utf-8").split())
