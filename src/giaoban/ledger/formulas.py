"""Indicators that are made of two others: output for each person is output by people.

19.217 tỷ đồng / 178,5 nghìn người     107.66 triệu đồng/người
trên 19.200 tỷ đồng / …                trên …; by "trên … người" it would be dưới; over by over says nothing (refused)
"""

from dataclasses import replace
from decimal import Decimal

from giaoban.ledger.computing import computed
from giaoban.ledger.conversion import convert
from giaoban.ledger.entries import Entry
from giaoban.ledger.totals import TURNED, merged
from giaoban.model import Quantity, Refused
from giaoban.reference.indicators import Indicator

RULE = "formulas@1"


def worked_out(indicator: Indicator, numerator: Entry, denominator: Entry) -> Entry:
    """The figure of a formula indicator from standing levels of its two indicators, same place, period and breakdown.

    It has as many digits as the figure with fewer, and one more. ValueError for entries that are not those of the formula. Refused:
    `formula-needs-figures` for a range, a denominator not above nought or a negative numerator, `bounds-do-not-add`, `unit-does-not-fit`.
    """
    formula, cell = indicator.formula, numerator.cell
    if formula is None or replace(denominator.cell, indicator=cell.indicator) != cell:
        raise ValueError("two figures of one place, period and part are wanted")
    if (cell.indicator, denominator.cell.indicator) != (formula.numerator, formula.denominator):
        raise ValueError(f"{indicator.id} is not made of these")
    above = convert(numerator.quantity, formula.numerator_unit)
    below = convert(denominator.quantity, formula.denominator_unit)
    if below.value <= 0 or above.value < 0 or above.value_to is not None or below.value_to is not None:
        raise Refused("formula-needs-figures", indicator=indicator.name)
    bound = merged((above.bound, TURNED.get(below.bound, below.bound)))
    value = _digits(above.value * formula.scale / below.value, 1 + min(map(_count, (above.value, below.value))))
    return computed(RULE, (numerator, denominator), replace(cell, indicator=indicator.id), Quantity(value, indicator.unit, bound))


def _count(value: Decimal) -> int:
    return len(value.as_tuple().digits)


def _digits(value: Decimal, digits: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(value.adjusted() - digits + 1)) if value else value
