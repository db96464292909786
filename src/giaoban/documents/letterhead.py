"""Whose paper a document is: the place that the lines at its head name in capitals, above number and title.

    "ỦY BAN NHÂN DÂN / XÃ AN SINH"  xã An Sinh
    "THỊ ỦY ĐÔNG TRIỀU"             thị xã Đông Triều

What must and must not be read: corpus/letterheads.tsv.
"""

import re

from giaoban.reference.folding import written
from giaoban.reference.place_kinds import COMMITTEES, PLACE_KINDS

LINES = 6
"""So many lines may stand above the title."""
WITHIN = 1000
"""Code points in which they stand."""
LONGEST = 4
"""Words of a name."""
FORMS = {kind: kind for kind in PLACE_KINDS} | COMMITTEES
BODIES = (
    "ủy ban nhân dân", "ubnd", "hội đồng nhân dân", "hđnd", "đảng ủy", "đảng bộ", "ban thường vụ", "ban chấp hành", "văn phòng",
)  # fmt: skip
NAMED = re.compile(rf"(?:(?:{'|'.join(BODIES)}) )*(?P<form>{'|'.join(sorted(FORMS, key=len, reverse=True))}) (?P<name>.+)")
BESIDE = re.compile(r"CỘNG H[OÒ][AÀ] XÃ HỘI|ĐẢNG CỘNG SẢN|Độc lập|\s{2,}|\t")
"""Where the other column of the head begins."""
NO_NAMES = ("hội",)
"""What is no place after a kind: xã hội."""


STATE = ("ủy ban nhân dân", "ubnd")


def place_named(text: str) -> str | None:
    """The place as "xã An Sinh", the last one where several lines name one: whose paper it is stands lowest. None where none is named."""
    found = [named for line in _head(text) if (named := _of_line(line))]
    return found[-1] if found else None


def committee_named(text: str) -> str | None:
    """The people's committee whose paper it is, as "UBND xã An Sinh"; None where the lines name no place, or no such committee."""
    said = " ".join(_head(text)).lower().replace("uỷ", "ủy")
    place = place_named(text)
    return f"UBND {place}" if place and said.startswith(STATE) else None


def _head(text: str) -> list[str]:
    return [line.strip() for line in written(text[:WITHIN]).splitlines() if line.strip()][:LINES]


def _of_line(line: str) -> str | None:
    words = BESIDE.split(line)[0].split()
    match = NAMED.fullmatch(" ".join(words).lower().replace("uỷ", "ủy"))
    size = len(match["name"].split()) if match else 0
    if match is None or size > LONGEST or match["name"].startswith(NO_NAMES) or not all(_is_capital(word) for word in words):
        return None
    return f"{FORMS[match['form']]} {' '.join(words[-size:]).title()}"


def _is_capital(word: str) -> bool:
    """A number may be among the words: quận 5."""
    return word.isupper() or word.isdecimal()
