"""Abbreviations and second spellings of administrative Vietnamese and what they stand for (`abbreviations.tsv`)."""

from functools import cache

from giaoban.reference import tables
from giaoban.reference.folding import fold, words


def in_full(text: str) -> list[str]:
    """The words of `text` in lower case with their accents, abbreviations in full.

    >>> in_full("TX Đông Triều")
    ['thị', 'xã', 'đông', 'triều']
    """
    known = table()
    return [each for word in words(text) for each in known.get(word) or [word]]


def spelled_out(text: str) -> list[str]:
    """The words with abbreviations written in full, then folded: small letters without accents.

    >>> spelled_out("Thu NSNN trên địa bàn")
    ['thu', 'ngan', 'sach', 'nha', 'nuoc', 'tren', 'dia', 'ban']
    """
    return [fold(word) for word in in_full(text)]


@cache
def table() -> dict[str, list[str]]:
    """The words of each abbreviation, by its letters in lower case."""
    return dict(tables.table("giaoban.reference", "abbreviations.tsv", lambda short, long: (short.lower(), words(long))))
