"""Numbers that are no result of anything: readers of the page, a place on the globe, how far off a storm is, what fines a law threatens.

What must and must not be read: corpus/figures.tsv.
"""

from giaoban.reading.items import Item
from giaoban.reading.rules.quantities import Amount
from giaoban.reference.units import Kind

MONEY = Kind.MONEY
GLOBE = ("vĩ", "kinh")
FAR, STORMS, STORM_WITHIN = frozenset(("km", "hải lý", "cây số")), frozenset(("bão", "cơn bão", "atnđ", "áp thấp", "áp")), 30
FINED_WITHIN = 4
"""Items before a range of money in which it is said that it is a fine."""


def of_no_result(row: list[Item], amount: Amount) -> bool:
    """Whether the number counts the readers of the page, is the zone of a time or a place on the globe: Lượt xem: 473, 17,2 độ Vĩ Bắc."""
    before = [item.text for item in row[max(0, amount.first - 3) : amount.first]]
    if amount.unit.text == "độ" and any(item.text.startswith(GLOBE) for item in row[amount.last + 1 : amount.last + 2]):
        return True
    if _of_a_storm(row, amount) or _of_a_penalty(row, amount):
        return True
    return amount.unit.text.startswith("GMT") or ("xem" in before and ":" in before) or ("truy" in before and ":" in before)


def _of_a_storm(row: list[Item], amount: Amount) -> bool:
    """Whether it is told how far off a storm is: tâm bão cách bờ │ 310 km."""
    before = [item.text for item in row[max(0, amount.first - STORM_WITHIN) : amount.first]]
    return amount.unit.text in FAR and "cách" in before and not STORMS.isdisjoint(before)


def _of_a_penalty(row: list[Item], amount: Amount) -> bool:
    """Whether a range is that of a fine which a law threatens: phạt tiền từ │ 3 đến 5 triệu đồng đối với hành vi …"""
    ranged = amount.value_to is not None and amount.unit.kind is MONEY
    return ranged and any(item.text == "phạt" for item in row[max(0, amount.first - FINED_WITHIN) : amount.first])
