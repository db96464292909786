"""Ones that another figure is for: 128 triệu đồng trên 1 ha, chi phí cho 1 lô hàng, bình quân 1 tháng.

What must and must not be read: corpus/figures.tsv.
"""

from bisect import bisect_right

from giaoban.reading.cues import EACH
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.amounts.quantities import Amount
from giaoban.reading.rules.figures.drafts import Line
from giaoban.reference.units import Kind

FOR = frozenset(("cho", "trên", "tính", "của", "mỗi", "cứ", "trong"))
PRICES = frozenset(("giá", "chi phí", "tiền", "phí", "giá trị", "đơn giá", "giá thành", "suất", "mức", "đầu tư", "thời gian"))
"""How the names of what is told for one thing begin."""
PRICE_WITHIN = 12
MEASURED = frozenset((Kind.MEASURE, Kind.TIME))


def per_one(line: Line, amount: Amount) -> bool:
    """Whether a number is the one thing that the next figure of its clause is for."""
    unit, row = amount.unit, line.row
    if amount.value != 1 or amount.value_to is not None or amount.whole is not None or unit.power or not unit.text:
        return False
    before = row[amount.first - 1] if amount.first else None
    each = before is not None and (EACH in before.means or before.text in FOR)
    if unit.kind not in MEASURED:
        return unit.kind is Kind.THING and each and _priced(row, amount) and _told(line, amount)
    priced = before is not None and before.text in PRICES
    opens = before is None or before.is_mark
    return priced or ((each or opens) and _told(line, amount))


def _priced(row: list[Item], amount: Amount) -> bool:
    near = row[max(0, amount.first - PRICE_WITHIN) : amount.first]
    return any(item.text in PRICES for item in near) or EACH in row[amount.first - 1].means


def _told(line: Line, amount: Amount) -> bool:
    """Whether another figure follows in the same clause."""
    at = bisect_right(line.amounts, amount.last, key=lambda each: each.first)
    if at == len(line.amounts) or not line.amounts[at].unit.text:
        return False
    return not any(item.is_mark for item in line.row[amount.last + 1 : line.amounts[at].first])
