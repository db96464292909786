"""Marks of footnotes: raised numbers that are no part of the words and figures they stand behind ("năm 2024¹ đạt 4.125² tỷ đồng").

What is raised as a power stays: m², km³, 10⁶. What must and must not be taken for a mark: corpus/note_marks.tsv.
"""

import re

MARK = re.compile(r"\s*(?:\[\s*(?:[1-9]\d{0,2}|[ivx]{1,5}|\*{1,3})\s*\]|\(\s*(?:[1-9]\d{0,2}|\*{1,3})\s*\)|[1-9]\d{0,2}|\*{1,3})\s*")
POWER = re.compile(r"(?:(?<![^\W_])(?:k|h|da|d|c|m)?m|[×x.·]\s?10)$")
"""What a power stands behind: a unit of length, ten as a factor."""
LOOKED_AT = 6
"""Code points before a mark that tell."""


def is_mark(before: str, raised: str) -> bool:
    """Whether raised signs only point to a note, by what stands before them."""
    if not MARK.fullmatch(raised):
        return False
    return not (raised.strip().isdecimal() and POWER.search(before[-LOOKED_AT:]))
