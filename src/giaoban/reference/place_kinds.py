"""The kinds of places as they stand before a name, the party committees that are named by the kind of their place, and its other bodies."""

import re
from collections.abc import Iterable

from giaoban.reference.folding import fold

PLACE_KINDS = ("tỉnh", "thành phố", "thị xã", "thị trấn", "huyện", "quận", "phường", "xã", "đặc khu")
COMMITTEES = {"tỉnh ủy": "tỉnh", "thành ủy": "thành phố", "thị ủy": "thị xã", "huyện ủy": "huyện", "quận ủy": "quận"}
"""Of each committee the kind of place whose it is."""

BODIES = (
    "ban thuong vu", "btv", "ban chap hanh", "bch", "thuong truc", "uy ban nhan dan", "ubnd", "hoi dong nhan dan", "hdnd", "dang bo",
    "dang uy", "uy ban mttq", "dia ban", "lanh dao", "chinh quyen",
)  # fmt: skip
"""Bodies of a place as they stand before its name, folded."""


def first_of(words: Iterable[str]) -> re.Pattern[str]:
    """Finds one of these words, the longest first, at the beginning of a folded text, with the full stop and blanks behind it."""
    return re.compile(rf"(?P<first>{'|'.join(sorted(words, key=len, reverse=True))})\.?(?:\s+|(?<=\.)|$)")


BODY = first_of(BODIES)
COMMITTEE = {fold(committee): fold(kind) for committee, kind in COMMITTEES.items()}
OF_COMMITTEE = first_of(COMMITTEE)


def place_of_body(folded: str) -> str:
    """The place of a body that is named by it, folded: nothing where only the body is.

    >>> place_of_body("uy ban nhan dan thi xa dong trieu")
    'thi xa dong trieu'
    >>> place_of_body("thi uy dong trieu")
    'thi xa dong trieu'
    """
    while match := BODY.match(folded):
        folded = folded[match.end() :]
    if match := OF_COMMITTEE.match(folded):
        return f"{COMMITTEE[match['first']]} {folded[match.end() :]}" if folded[match.end() :] else ""
    return folded
