"""Verbs of wanting to do something that are no words of aiming elsewhere.

    "xã đăng ký làm │ 4,5 km đường", "gắng tiêm │ 40.000 liều", "khống chế ở mức dưới │ 3%"   an aim
    "doanh nghiệp đăng ký mới", "giải quyết │ 40 vụ", "đã khống chế"                            none

What must and must not be read: corpus/roles.tsv.
"""

import re

from giaoban.model import Bound
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.doing import is_deed
from giaoban.reading.rules.figures.drafts import Draft
from giaoban.reading.rules.figures.roles.ordered import MAKES
from giaoban.reading.syllables import last_of, sign

WILLS = frozenset(("gắng", "quyết", "ký", "đăng ký", "chủ trương"))
WILLED = sign(words=last_of(WILLS))
WILL = re.compile(
    r"(?<!đã )(?<!được )(?<!doanh nghiệp )\b(?:gắng|đăng ký|chủ trương|(?<!giải )(?<!nghị )(?<!biểu )(?<!kiên )(?<!xét )quyết) $"
)
FOUNDED = frozenset((
    "thành", "thành lập", "kinh", "hoạt", "mới", "vốn", "thuế", "đạt", "đầu", "đầu tư", "có", "là", "quản", "quản lý", "khai", "kết", "tạm",
    "thường", "biến",
))  # fmt: skip
"""What is put down in a register, and no will."""
SECURED = re.compile(r"(?<!đã )\b(?:bảo đảm|đảm bảo)\b[^;.:()]*$")
CURBED = re.compile(r"(?<!đã )\b(?:khống chế|kiềm chế)\b[^,;.:()]*$")
DONE_WORDS = re.compile(r"\b(?:đã|được)\b")
LIMITS = frozenset((Bound.UNDER, Bound.AT_MOST))
BEFORE, SYLLABLES = 14, 5
"""Items that are looked at before a figure, and those that hold the words before a deed."""


def wanted(row: list[Item], draft: Draft) -> bool:
    """Whether somebody wants to do what the figure counts."""
    amount = draft.amount
    first = max(draft.floor, amount.first - BEFORE)
    words = row[first : amount.first]
    if len(words) > 1 and words[-1].text == "được" and words[-2].text == "cho":
        return True
    if (
        draft.spot.signs & WILLED
        and words
        and words[-1].text != "là"
        and any(item.text in WILLS and _wills(row, first + at) for at, item in enumerate(words))
    ):
        return True
    if amount.bound is Bound.AT_LEAST and SECURED.search("".join([f"{item.text} " for item in words])):
        return True
    return amount.bound in LIMITS and _curbs(words)


def _wills(row: list[Item], at: int) -> bool:
    """Whether a deed follows that somebody wants to do."""
    if row[at + 1].text in FOUNDED or not (is_deed(row, at + 1) or row[at + 1].text in MAKES):
        return False
    return WILL.search("".join([f"{item.text} " for item in row[max(0, at - SYLLABLES) : at + 1]])) is not None


def _curbs(words: list[Item]) -> bool:
    """Whether something is to be kept under a limit: khống chế tỷ lệ hộ nghèo ở mức │ dưới 3%."""
    led = "".join([f"{item.text} " for item in words])
    curbed = CURBED.search(led)
    return curbed is not None and not DONE_WORDS.search(led, curbed.start())
