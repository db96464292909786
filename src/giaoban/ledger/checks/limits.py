"""Figures that cannot be: a share above the whole, less than nothing left, half an enterprise."""

from collections.abc import Iterator
from decimal import Decimal

from giaoban.ledger.discrepancies import Discrepancy, Severity, said
from giaoban.ledger.facts import Facts, Figure
from giaoban.model import Measure
from giaoban.reference.dimensions import dimension

CHECK = "limits"
WAYS = ("way-correct-reading", "way-unit", "way-other-indicator")
NOTHING_LEFT = Decimal(-100)


def limits(facts: Facts) -> Iterator[Discrepancy]:
    """Levels outside the limits of their indicator, falls of more than all, and parts of things that come in wholes."""
    for (cell, _role), figure in facts.figures.items():
        code = _change(figure) if cell.measure is Measure.CHANGE else _level(facts, figure) if cell.measure is Measure.LEVEL else ""
        if code:
            known = facts.indicator(cell)
            limits = {"low": known.low, "high": known.high} if known else {}
            values = said(indicator=facts.name(figure.entry), value=figure.entry.quantity, **limits)
            found = figure.entry.quantity
            yield Discrepancy(CHECK, Severity.CONTRADICTION, (figure.entry,), code, values, found=found, ways=WAYS)


def _change(figure: Figure) -> str:
    return "limit-nothing-left" if figure.quantity.unit == "%" and figure.value < NOTHING_LEFT else ""


def _level(facts: Facts, figure: Figure) -> str:
    known = facts.indicator(figure.cell)
    if known and figure.quantity.unit == known.unit:
        if known.low is not None and figure.value < known.low:
            return "limit-too-low"
        if known.high is not None and figure.value > known.high:
            return "limit-too-high"
    unit = dimension(figure.entry.quantity.unit)
    if known and known.whole and unit and unit.counted and figure.value != figure.value.to_integral_value():
        return "limit-not-whole"
    return ""
