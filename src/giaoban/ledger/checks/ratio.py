"""Two indicators whose ratio is a third: output for each person is output by people."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from giaoban.ledger.conversion import convert, fits
from giaoban.ledger.discrepancies import Discrepancy, Implied, Severity, said
from giaoban.ledger.facts import Facts, Figure
from giaoban.ledger.intervals import rounded

CHECK = "ratio"
WAYS = ("way-correct-reading", "way-correct-entry", "way-unit", "way-explain")


def ratios(facts: Facts) -> Iterator[Discrepancy]:
    """Figures that are not the ratio of the two that the catalogue makes them of."""
    for figure in facts.levels():
        known = facts.indicator(figure.cell)
        if not known or not known.formula or figure.quantity.unit != known.unit:
            continue
        above = _in(facts.find(figure.cell, indicator=known.formula.numerator), known.formula.numerator_unit)
        below = _in(facts.find(figure.cell, indicator=known.formula.denominator), known.formula.denominator_unit)
        if above and below and below.value > 0:
            yield from _compared(facts, figure, above, below, Decimal(known.formula.scale))


def _compared(facts: Facts, figure: Figure, above: Figure, below: Figure, scale: Decimal) -> Iterator[Discrepancy]:
    ratio = above.open.scaled(scale) / below.open
    if ratio.meets(figure.open):
        return
    implied = Implied(rounded(above.value * scale / below.value, figure.quantity), ratio, figure.quantity.unit)
    values = said(
        indicator=facts.name(figure.entry), value=figure.entry.quantity, implied=implied.rough(figure.entry.quantity.unit),
        above=facts.name(above.entry), over=above.entry.quantity, below=facts.name(below.entry), under=below.entry.quantity,
    )  # fmt: skip
    inputs = (figure.entry, above.entry, below.entry)
    needed = (ratio, None, None)
    found = figure.entry.quantity
    yield Discrepancy(CHECK, Severity.DOUBT, inputs, "ratio-differs", values, implied, found, figure.cell, needed, WAYS)


def _in(figure: Figure | None, unit: str) -> Figure | None:
    """The figure in another unit; None for none, and for one that cannot be told in it."""
    if figure is None or not fits(figure.quantity.unit, unit):
        return None
    quantity = convert(figure.quantity, unit)
    tens = quantity.value.adjusted() - figure.value.adjusted()
    return replace(figure, quantity=quantity, tens=figure.tens + tens, open=figure.open.shifted(tens))
