"""Abbreviations and second spellings of administrative Vietnamese and what they stand for (`abbreviations.tsv`)."""

import re
from functools import cache
from unicodedata import normalize

from giaoban.reference import tables
from giaoban.reference.folding import WORD, fold, words

DOTTED = {"P": "phường", "X": "xã", "H": "huyện", "Q": "quận", "TT": "thị trấn", "TX": "thị xã", "TP": "thành phố"}
BEFORE_NAME = re.compile(rf"\b(?:({'|'.join(DOTTED)})\.\s*|(TX|TP)\s+)(?=[^\W\d_])", re.IGNORECASE)
"""What kind of place a name is of, shortened: with a full stop behind it, or by letters that mean nothing else."""


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


def written_out(text: str) -> str:
    """The text with its abbreviations in full, what stands around them as it is; for what somebody looks for.

    >>> written_out("UBND P. Mạo Khê")
    'ủy ban nhân dân phường Mạo Khê'
    """
    return WORD.sub(lambda match: " ".join(table().get(match[0].lower(), [match[0]])), kinds_out(text))


def kinds_out(text: str) -> str:
    """The text with the kinds of its places in full, and nothing else.

    >>> kinds_out("UBND TX. Đông Triều, P.Mạo Khê")
    'UBND thị xã Đông Triều, phường Mạo Khê'
    """
    return BEFORE_NAME.sub(lambda match: f"{DOTTED[(match[1] or match[2]).upper()]} ", normalize("NFC", text))


@cache
def table() -> dict[str, list[str]]:
    """The words of each abbreviation, by its letters in lower case."""
    return dict(tables.table("giaoban.reference", "abbreviations.tsv", lambda short, long: (short.lower(), words(long))))
