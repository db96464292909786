"""Numbers that are no result of anything: readers of the page, a place on the globe, how far off a storm is, what fines a law threatens.

What must and must not be read: corpus/figures.tsv.
"""

import re

from giaoban.reading.items import Item
from giaoban.reading.rules.figures.amounts.quantities import Amount
from giaoban.reading.rules.figures.drafts import Spot
from giaoban.reading.syllables import sign
from giaoban.reference.units import Kind

MONEY = Kind.MONEY
GLOBE = ("vĩ", "kinh")
FAR = frozenset(("km", "hải lý", "cây số"))
STORMS, STORM_WITHIN = re.compile(r"\b(?:bão|atnđ|áp thấp)\b"), 30
OFF, OFF_WITHIN = re.compile(r"\bcách (?!làm|thức|nuôi|trồng|tính|mạng|đánh|ly\b)"), 10
"""How it is said that a storm is so far off, and within how many items of the same clause; not: cách làm."""
OPENS, CLOSES, SAYING = frozenset('“"'), frozenset('”"'), 6
QUOTED, LOOKED = sign(words=OPENS), sign(words=("xem", "truy"))
"""Quotation marks, and how many items a saying reaches from a number of it."""
FINED_WITHIN = 4
"""Items before a range of money in which it is said that it is a fine."""
THREATENED, THREATENED_WITHIN = re.compile(r"\b(?:bị phạt|mức phạt|hành vi|đối với)\b"), 14
"""What is said around a fine that a law threatens, and within how many items."""


FREE = frozenset(
    (
        "siêu thị", "chợ", "hàng", "gian hàng", "quầy", "quầy hàng", "xe", "chuyến xe", "ăn", "cơm", "lớp", "quán", "bếp", "phiên chợ",
        "bếp ăn", "cửa hàng", "suất ăn", "bữa ăn", "bữa cơm", "suất cơm", "lớp học", "phòng khám", "phòng trọ", "tủ", "chuyến bay",
        "chuyến tàu", "nhà hàng", "hiệu thuốc", "cắt tóc", "khám bệnh", "xe buýt", "vé", "tiệm", "nước", "kho",
    )
)  # fmt: skip
"""What is called by costing nothing: siêu thị │ 0 đồng."""
SORT, OF_ALL = "loại", ("các", "mọi")
"""Before the size by which things of one sort are told: bồn chứa nước loại │ 2.000 lít."""
DOSES, FULL, MOST_DOSES = ("mũi", "liều", "loại"), frozenset(("đủ", "ít nhất", "nhất")), 12
"""Units of what somebody got in full, words before them, and no more of them: tiêm đủ │ 2 mũi."""
ONE_IS_ENOUGH = "chỉ cần"
"""Before what need only happen once: chỉ cần │ 1 ca sót lọt."""


def of_no_result(row: list[Item], spot: Spot) -> bool:
    """Whether the number counts the readers of the page, is the zone of a time or a place on the globe: Lượt xem: 473, 17,2 độ Vĩ Bắc."""
    amount = spot.amount
    if amount.unit.text == "độ" and any(item.text.startswith(GLOBE) for item in row[amount.last + 1 : amount.last + 2]):
        return True
    if _of_a_storm(row, amount) or _of_a_penalty(row, amount) or _only_tells_sort(row, amount):
        return True
    if (spot.signs & QUOTED and _of_a_saying(row, amount)) or amount.unit.text.startswith("GMT"):
        return True
    before = [item.text for item in row[max(0, amount.first - 3) : amount.first]] if spot.signs & LOOKED else []
    return ":" in before and ("xem" in before or "truy" in before)


def _only_tells_sort(row: list[Item], amount: Amount) -> bool:
    """Whether the number only says of which sort things are, who got all of something, or what need only happen once."""
    before = row[amount.first - 1].text if amount.first else ""
    kind = amount.unit.kind
    if kind is MONEY:
        return amount.value == 0 and before in FREE
    if kind is Kind.MEASURE:
        return before == SORT and (amount.first < 2 or row[amount.first - 2].text not in OF_ALL)
    if before in FULL and amount.unit.text.startswith(DOSES):
        return amount.value <= MOST_DOSES
    return amount.value == 1 and _said(row, amount.first - 2, amount.first).rstrip().endswith(ONE_IS_ENOUGH)


def _of_a_storm(row: list[Item], amount: Amount) -> bool:
    """Whether it is told how far off a storm is: tâm bão cách bờ │ 310 km."""
    if amount.unit.text not in FAR:
        return False
    start = max((at + 1 for at in range(amount.first) if row[at].is_mark), default=0)
    off = _said(row, max(start, amount.first - OFF_WITHIN), amount.first)
    return OFF.search(off) is not None and STORMS.search(_said(row, amount.first - STORM_WITHIN, amount.first)) is not None


def _of_a_penalty(row: list[Item], amount: Amount) -> bool:
    """Whether a range is that of a fine which a law threatens: phạt tiền từ │ 3 đến 5 triệu đồng đối với hành vi …"""
    if amount.value_to is None or amount.unit.kind is not MONEY:
        return False
    fined = any(item.text == "phạt" for item in row[max(0, amount.first - FINED_WITHIN) : amount.first])
    return fined and THREATENED.search(_said(row, amount.first - THREATENED_WITHIN, amount.last + 1 + THREATENED_WITHIN)) is not None


def _of_a_saying(row: list[Item], amount: Amount) -> bool:
    """Whether it stands in a saying of numbers in quotation marks: “│3 ca, 4 kíp”."""
    first, last = max(0, amount.first - SAYING), amount.last + 1 + SAYING
    opens = next((at for at in range(amount.first - 1, first - 1, -1) if row[at].text in OPENS), -1)
    if opens < 0 or not row[opens + 1].is_numeral:
        return False
    closes = next((at for at in range(amount.last + 1, min(last, len(row))) if row[at].text in CLOSES), -1)
    return closes >= 0 and sum(item.is_numeral for item in row[opens:closes]) > 1


def _said(row: list[Item], start: int, end: int) -> str:
    return " ".join(item.text for item in row[max(0, start) : end]) + " "
