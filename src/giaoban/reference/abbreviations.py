"""Abbreviations and second spellings of administrative Vietnamese and what they stand for (`abbreviations.tsv`)."""

from functools import cache
from importlib.resources import files

from giaoban.reference.folding import fold, words


def spelled_out(text: str) -> list[str]:
    """The words of `text`, folded, abbreviations in full.

    >>> spelled_out("Thu NSNN trên địa bàn")
    ['thu', 'ngan', 'sach', 'nha', 'nuoc', 'tren', 'dia', 'ban']
    """
    known = table()
    return [each for word in words(text) for each in known.get(word) or [fold(word)]]


@cache
def table() -> dict[str, list[str]]:
    """The folded words of each abbreviation, by its letters in lower case."""
    rows = (row.split("\t") for row in files("giaoban.reference").joinpath("abbreviations.tsv").read_text("utf-8").splitlines()[1:])
    return {short.lower(): [fold(word) for word in words(long)] for short, long in rows}
