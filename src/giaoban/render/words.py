"""Finds in words and numbers as Vietnam writes them: 19.200,5; quý I/2020."""

import re
from decimal import Decimal

from giaoban.messages import printed
from giaoban.model import Comparison, Measure, Quantity

BASES = {
    "same_period": "so với cùng kỳ",
    "previous_year": "so với năm trước",
    "previous_period": "so với kỳ trước",
    "plan": "so với kế hoạch",
}

OF_PLACE = re.compile(r"\b(?:THỊ XÃ|THÀNH PHỐ|THỊ TRẤN|ĐẶC KHU|TỈNH|HUYỆN|QUẬN|PHƯỜNG|XÃ)\b.*$")
ON_A_LINE = 22
"""Letters of a place that stand on one line of the issuing body."""


def issuing(body: str) -> str:
    """The issuing body with its place kept on one line, where that is short enough: ỦY BAN NHÂN DÂN │ THỊ XÃ ĐÔNG TRIỀU."""
    place = OF_PLACE.search(body)
    if not place or not place.start() or len(place[0]) > ON_A_LINE:
        return body
    return body[: place.start()] + place[0].replace(" ", "\N{NO-BREAK SPACE}")


def number(value: Decimal) -> str:
    """The number as Vietnam writes it, with the digits it has.

    >>> number(Decimal("19200.50"))
    '19.200,50'
    """
    return printed.number(value)


def quantity(quantity: Quantity) -> str:
    """Bound, number or range, and unit: "trên 19.200 tỷ đồng"."""
    return printed.quantity(quantity)


def comparison(comparison: Comparison) -> str:
    """A growth or a share of plan in words: "tăng trên 20,2% so với cùng kỳ"."""
    base = comparison.base or ""
    year = f"so với năm {base.partition(':')[2]}" if base.startswith("baseline_year:") else BASES.get(base, "")
    amount = quantity(Quantity(abs(comparison.value), comparison.unit, comparison.bound))
    if comparison.kind is Measure.ATTAINMENT:
        return f"đạt {amount} kế hoạch"
    return f"{'giảm' if comparison.value < 0 else 'tăng'} {amount} {year}".strip()
