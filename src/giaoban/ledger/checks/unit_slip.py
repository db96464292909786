"""A figure that would be right in another unit: ten or a thousand times too large, triệu for tỷ.

Where other figures contradict it, the power of ten that reconciles them is told. Without a contradiction, a figure is doubted that lies a
power of ten beside two or more years of its own series which agree among themselves.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain

from giaoban.ledger.discrepancies import Discrepancy, Implied, Severity, said
from giaoban.ledger.entries import Entry
from giaoban.ledger.facts import Facts, Figure
from giaoban.ledger.intervals import Interval, as_digits, point
from giaoban.model import Quantity

CHECK = "unit_slip"
TENS = (3, 1, 2, 6, 9)
"""Tens by which figures slip, the most frequent first: triệu for tỷ, a nought too many."""
CLOSE = Decimal("0.25")
ALIKE, ROOM = Decimal(2), Decimal("1.4")
"""The other years lie within twice of each other; a slipped figure comes as near as this to one of them."""
SMALL = 100
"""Small counts may well grow tenfold."""
WAYS = ("way-unit", "way-correct-reading", "way-correct-entry", "way-explain")


def explained(facts: Facts, found: Iterable[Discrepancy]) -> Iterator[Discrepancy]:
    """Which figure of a contradiction would be right a power of ten away."""
    for each in found:
        for entry, needed in zip(each.inputs, each.needed, strict=False):
            if needed is None or not known_closely(needed):
                continue
            figure = facts.figure(entry)
            if tens := _slip(as_digits(figure.quantity), needed):
                yield _told(facts, figure, tens, needed, "unit-slip", each.inputs)


def beside_history(facts: Facts) -> Iterator[Discrepancy]:
    """Figures a power of ten beside the other years of their series."""
    for series in facts.series:
        for figure in series.figures:
            others = [other.value for other in series.figures if other is not figure]
            if len(others) < 2 or min(others) <= 0 or figure.value < SMALL:
                continue
            around = Interval(min(others) / ROOM, max(others) * ROOM)
            if max(others) <= ALIKE * min(others) and (tens := _slip(point(figure.value), around)):
                yield _told(facts, figure, tens, around, "unit-slip-history", [other.entry for other in series.figures])


def known_closely(needed: Interval) -> bool:
    """Whether what was needed is known to a quarter of itself: otherwise much would do."""
    return needed.low > 0 and needed.high - needed.low <= CLOSE * needed.low


def _slip(printed: Interval, needed: Interval) -> int | None:
    """The tens by which the figure would have to be moved, positive where it is too small; None where it fits as it is."""
    if printed.meets(needed):
        return None
    for tens in chain.from_iterable((tens, -tens) for tens in TENS):
        if Interval(printed.low.scaleb(tens), printed.high.scaleb(tens)).meets(needed):
            return tens
    return None


def _told(facts: Facts, figure: Figure, tens: int, needed: Interval, code: str, inputs: Sequence[Entry]) -> Discrepancy:
    meant = Quantity(figure.value.scaleb(tens), figure.quantity.unit)
    values = said(indicator=facts.name(figure.entry), value=figure.entry.quantity, times=10 ** abs(tens), meant=meant)
    ordered = (figure.entry, *(each for each in inputs if each is not figure.entry))
    implied = Implied(meant.value, needed, meant.unit)
    turned = f"{code}-{'small' if tens > 0 else 'large'}"
    return Discrepancy(CHECK, Severity.DOUBT, ordered, turned, values, implied, figure.entry.quantity, figure.cell, ways=WAYS)
