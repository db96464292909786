"""What a body is called once its place is taken off, so that "UBND xã", "xã" and "UBND xã Bình Dương" are one name at that place.

Abbreviations of names are in `body_names.tsv`. All of it compares; none of it decides: whoever asks shows what was found as a suggestion.
"""

import re
from collections.abc import Sequence
from functools import cache

from giaoban.reference.folding import fold, words
from giaoban.reference.tables import table

MANY = frozenset({"các", "những", "mỗi", "từng", "toàn", "mọi", "cùng"})
"""Words of an assignee that is not one body."""
KINDS = (
    "Sở|Ban|Phòng|UBND|Ủy ban|Công an|Chi cục|Cục|Trung tâm|Hội|Đảng ủy|Tỉnh ủy|Huyện ủy|Thành ủy|Thị ủy|Văn phòng|Bộ|Ngân hàng|Liên đoàn"
)
SEVERAL = re.compile(
    rf"(?:[,;]|(?<!HĐND)(?<!Hội đồng nhân dân) và| cùng)\s+(?:các\s+)?(?:{KINDS}|Mặt trận|Đoàn(?! thể)|xã|phường|thị trấn|huyện)\b"
)
"""A second body after the first: "Sở Giáo dục và Đào tạo" is one, and so is "Văn phòng HĐND và UBND"."""
PARTED = (",", ";", "/", "+")
EMPTY = frozenset({"va", "nay"})
HERE = ("dia", "phuong")
COMMITTEE, PARTY = "uy ban nhan dan", "cap uy"
SAME = {"": COMMITTEE, "chinh quyen": COMMITTEE, "uy ban": COMMITTEE, "dang bo": PARTY}
"""Other words for the people's committee of a place, and for its committee of the Party."""
PARTY_OF = {"tỉnh": "tinh uy", "thành phố": "thanh uy", "thị xã": "thi uy", "huyện": "huyen uy", "quận": "quan uy"}
"""What the committee of the Party is called by the kind of its place; "dang uy" at any other."""


def one_body(text: str) -> bool:
    """Whether the words may name a single body: "UBND xã"; not "các xã", "Sở Tài chính, Sở Nội vụ".

    >>> one_body("Đảng uỷ xã"), one_body("các xã, phường"), one_body("Văn phòng HĐND và UBND xã"), one_body("Sở Nội vụ và Sở Y tế")
    (True, False, True, False)
    """
    found = words(text)
    return bool(found) and not any(mark in text for mark in PARTED) and not MANY.intersection(found) and not several(text)


def several(text: str) -> bool:
    """Whether a second body follows a first.

    >>> several("Sở Tài chính và Sở Nội vụ"), several("Sở Giáo dục và Đào tạo")
    (True, False)
    """
    return SEVERAL.search(text) is not None


def spelt(text: str) -> tuple[str, ...]:
    """The words of a name, folded, abbreviations in full, without what only joins.

    >>> spelt("Sở TN&MT")
    ('so', 'tai', 'nguyen', 'moi', 'truong')
    """
    found: list[str] = []
    for token in text.split():
        short = "".join(fold(word) for word in words(token))
        found += _table().get(short) or [fold(word) for word in words(token)]
    return tuple(word for word in found if word not in EMPTY)


def at_place(text: str, kind: str, name: str, *, here: bool = False) -> str:
    """What the body is called at a place of that kind and name, where the words mean a body there.

    here  whether it is the place spoken of, which may also be called "địa phương" (looked for first: folded it ends like a "phường")

    >>> at_place("UBND xã", "xã", "Bình Dương"), at_place("xã Bình Dương", "xã", "Bình Dương")
    ('uy ban nhan dan', 'uy ban nhan dan')
    >>> at_place("Phòng Kinh tế", "thị xã", "Đông Triều")
    'phong kinh te'
    """
    of_kind, of_name = spelt(kind), spelt(name)
    left = spelt(text)
    for end in (*([HERE] if here else []), (*of_kind, *of_name), of_name, of_kind):
        if end and left[-len(end) :] == end:
            left = left[: -len(end)]
            break
    said = " ".join(left)
    return PARTY if said == PARTY_OF.get(kind, "dang uy") else SAME.get(said, said)


def tails(text: str) -> Sequence[str]:
    """The ends of a name of two words and more, the longest first: one of them may be the kind and name of its place."""
    spelled = spelt(text)
    return [" ".join(spelled[at:]) for at in range(max(len(spelled) - 1, 0))]


@cache
def _table() -> dict[str, list[str]]:
    return dict(table("giaoban.reference", "body_names.tsv", _named))


def _named(short: str, long: str) -> tuple[str, list[str]]:
    return "".join(fold(word) for word in words(short)), [fold(word) for word in words(long)]
