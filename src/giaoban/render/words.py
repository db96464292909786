"""Finds in words and numbers as Vietnam writes them: 19.200,5; quý I/2020."""

from decimal import Decimal

from giaoban.model import Bound, Comparison, Measure, Quantity

BOUNDS = {
    Bound.EXACT: "",
    Bound.OVER: "trên ",
    Bound.AT_LEAST: "ít nhất ",
    Bound.UNDER: "dưới ",
    Bound.AT_MOST: "tối đa ",
    Bound.ABOUT: "khoảng ",
}
BASES = {
    "same_period": "so với cùng kỳ",
    "previous_year": "so với năm trước",
    "previous_period": "so với kỳ trước",
    "plan": "so với kế hoạch",
}


def number(value: Decimal) -> str:
    """The number as Vietnam writes it, with the digits it has.

    >>> number(Decimal("19200.50"))
    '19.200,50'
    """
    plain = f"{value:,f}"
    return plain.translate(str.maketrans(",.", ".,"))


def quantity(quantity: Quantity) -> str:
    """Bound, number or range, and unit: "trên 19.200 tỷ đồng"."""
    upper = "" if quantity.value_to is None else f"–{number(quantity.value_to)}"
    gap = "" if quantity.unit == "%" else " "
    return f"{BOUNDS[quantity.bound]}{number(quantity.value)}{upper}{gap}{quantity.unit}".strip()


def comparison(comparison: Comparison) -> str:
    """A growth or a share of plan in words: "tăng trên 20,2% so với cùng kỳ"."""
    base = comparison.base or ""
    year = f"so với năm {base.partition(':')[2]}" if base.startswith("baseline_year:") else BASES.get(base, "")
    amount = quantity(Quantity(abs(comparison.value), comparison.unit, comparison.bound))
    if comparison.kind is Measure.ATTAINMENT:
        return f"đạt {amount} kế hoạch"
    return f"{'giảm' if comparison.value < 0 else 'tăng'} {amount} {year}".strip()
