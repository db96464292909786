"""Figures that cannot be: a share above the whole, less than nothing left, half an enterprise."""

from collections.abc import Iterator
from decimal import Decimal

from giaoban.ledger.discrepancies import Discrepancy, Severity, said
from giaoban.ledger.facts import Facts, Figure
from giaoban.model import Measure
from giaoban.reference.dimensions import dimension
from giaoban.reference.indicators import Indicator

CHECK = "limits"
WAYS = ("way-correct-reading", "way-unit", "way-other-indicator")
NOTHING_LEFT = Decimal(-100)


def limits(facts: Facts) -> Iterator[Discrepancy]:
    """Levels outside the limits of their indicator, more units than there are, falls of more than all, parts of what comes in wholes."""
    for (cell, _role), figure in facts.figures.items():
        known = facts.indicator(cell)
        if cell.measure is Measure.CHANGE and figure.quantity.unit == "%" and figure.value < NOTHING_LEFT:
            yield _told(facts, figure, "limit-nothing-left")
        elif cell.measure is Measure.LEVEL and known:
            yield from _level(facts, figure, known)


def _level(facts: Facts, figure: Figure, known: Indicator) -> Iterator[Discrepancy]:
    value, unit = figure.value, dimension(figure.quantity.unit)
    if figure.quantity.unit == known.unit:
        if known.low is not None and value < known.low:
            yield _told(facts, figure, "limit-too-low", low=known.low)
        if known.high is not None and value > known.high:
            yield _told(facts, figure, "limit-too-high", high=known.high)
    count = facts.counts.get((figure.cell.place, known.share_of)) if unit and unit.what == known.share_of else None
    if count is not None and figure.open.low > count:
        yield _told(facts, figure, "limit-more-than-there-are", count=count)
    written = dimension(figure.entry.quantity.unit)
    if known.whole and written and written.counted and value != value.to_integral_value():
        yield _told(facts, figure, "limit-not-whole")


def _told(facts: Facts, figure: Figure, code: str, **limit: int) -> Discrepancy:
    found = figure.entry.quantity
    values = said(indicator=facts.name(figure.entry), value=found, **limit)
    return Discrepancy(CHECK, Severity.CONTRADICTION, (figure.entry,), code, values, found=found, ways=WAYS)
