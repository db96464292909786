"""Levels that were passed, which say how much there is and not by how much it grew.

    "doanh thu vượt 1.200 tỷ đồng", "tỷ lệ hỏa táng vượt 60%"      over that level
    "thu vượt 45 tỷ đồng so với dự toán", "thu ngân sách vượt 13%"   a change

What must and must not be read: corpus/observations.tsv.
"""

from giaoban.reading.cues import PLAN, SAME, VERSUS
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.amounts.quantities import Amount
from giaoban.reading.rules.figures.indicators import Name
from giaoban.reference.units import Kind

PASSES = "vượt"
COUNTED = frozenset((Kind.MONEY, Kind.THING, Kind.MEASURE, Kind.TIME))
RATES = frozenset(("tỷ lệ", "tỉ lệ", "tỷ trọng", "tỉ trọng", "tỷ", "tỉ"))
"""How names begin whose shares are levels."""
NOT, LETS = "không", frozenset(("để", "được", "cho"))
NUMBERS = frozenset(("số", "tổng số"))
BASES = frozenset((PLAN, VERSUS, SAME))
BASE_WORDS = frozenset(("giao", "đề ra", "tiến độ", "chuẩn", "định mức", "yêu cầu", "phép", "bậc"))
BASE_WITHIN, BRACKET_WITHIN = 12, 4
ENDS = frozenset(",;.:")


def passes(row: list[Item], before: Name, amount: Amount, *, again: bool = False) -> bool:
    """Whether the figure is a level that what is named before it has passed.

    again  the share before it was one
    """
    at = amount.first - 1
    if forbidden(row, amount):
        return True
    if not before or at < 1 or row[at].text != PASSES or any(item.text == "(" for item in row[max(0, at - BRACKET_WITHIN) : at]):
        return False
    if amount.unit.kind is Kind.SHARE:
        if row[before.first].text not in RATES and not _how_many(row, before) and not again:
            return False
    elif amount.unit.kind not in COUNTED:
        return False
    return not _has_base(row, amount.last + 1)


def forbidden(row: list[Item], amount: Amount) -> bool:
    """Whether it is said that something shall not pass a level: không để vượt │ 1%."""
    at = amount.first - 1
    return at > 1 and row[at].text == PASSES and row[at - 1].text in LETS and row[at - 2].text == NOT


def _how_many(row: list[Item], before: Name) -> bool:
    """Whether it is named of how many things the share tells: số khách hàng thanh toán qua thẻ vượt │ 92%."""
    return row[before.first].text in NUMBERS and before.first < before.last and Kind.THING in row[before.first + 1].means


def _has_base(row: list[Item], at: int) -> bool:
    """Whether it is told behind the figure what was passed by so much."""
    for item in row[at : at + BASE_WITHIN]:
        if item.text in ENDS:
            return False
        if item.means & BASES or item.text in BASE_WORDS:
            return True
    return False
