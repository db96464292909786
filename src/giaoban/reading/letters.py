"""Letters of Vietnamese: which are capitals, how a proper name runs, how numbers are said."""

import re
from collections.abc import Iterable

CAPITALS = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"

WORD = rf"[{CAPITALS}]\w{{0,24}}(?:['’\"”]\w{{1,12}})?"
"""A capitalised word; upland names carry an apostrophe inside (R'lấp, N'Drót), which scans give as a quotation mark."""

NAME = rf"{WORD}(?: ?[-–] ?{WORD}| {WORD}){{0,5}}"
"""A proper name of up to six capitalised words: Bà Rịa - Vũng Tàu, Krông Nô."""

SAID = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười một": 11, "mười hai": 12,
}  # fmt: skip
"""Numbers said in words, for months, quarters and small counts."""

ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
"""Quarters as they are numbered."""


def either(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first: those with the same first letter together, so that few are tried.

    >>> either(("xã", "thị xã", "thị trấn"))
    't(?:hị\\\\ trấn|hị\\\\ xã)|x(?:ã)'
    """
    rest: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        rest.setdefault(re.escape(word[0]), []).append(re.escape(word[1:]))
    return "|".join(f"{letter}(?:{'|'.join(each)})" for letter, each in rest.items())


def capitals(pattern: str) -> str:
    """A pattern in which [A-ZĐ] stands for every capital.

    >>> re.fullmatch(capitals(r"xã [A-ZĐ]\\w+"), "xã Ân") is not None
    True
    """
    return pattern.replace("[A-ZĐ]", f"[{CAPITALS}]")


def plain(text: str) -> str:
    """`text` in lower case at the same offsets: a letter whose lower case is longer stays as it is."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
