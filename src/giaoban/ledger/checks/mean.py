"""A mean lies within its parts: growth of all sectors between the slowest and the fastest, poverty of a district between its communes'.

Where a minor part is missing (product taxes beside the three sectors), it is only doubted.
"""

from collections.abc import Iterator

from giaoban.ledger.discrepancies import Discrepancy, Implied, Severity, said
from giaoban.ledger.facts import Facts
from giaoban.ledger.intervals import Interval
from giaoban.ledger.wholes import Whole, wholes
from giaoban.model import Quantity

CHECK = "mean"
WAYS = ("way-correct-reading", "way-correct-entry", "way-parts-missing", "way-explain")


def means(facts: Facts) -> Iterator[Discrepancy]:
    """Shares and means of a whole that lie outside the range of those of all its parts."""
    for each in wholes(facts):
        if each.additive or not (each.complete or each.nearly):
            continue
        lowest, highest = min(part.open.low for part in each.parts), max(part.open.high for part in each.parts)
        if each.whole.open.high < lowest or each.whole.open.low > highest:
            yield _outside(facts, each, Interval(lowest, highest))


def _outside(facts: Facts, each: Whole, within: Interval) -> Discrepancy:
    whole = each.whole
    smallest = min(each.parts, key=lambda part: part.value)
    largest = max(each.parts, key=lambda part: part.value)
    values = said(
        indicator=facts.name(whole.entry),
        whole=whole.entry.quantity,
        smallest=Quantity(smallest.value, whole.quantity.unit),
        largest=Quantity(largest.value, whole.quantity.unit),
        count=len(each.parts),
    )
    middle = Implied((smallest.value + largest.value) / 2, within, whole.quantity.unit)
    inputs = (whole.entry, *(part.entry for part in each.parts))
    needed = (within, *(None for _part in each.parts))
    found = whole.entry.quantity
    severity = Severity.CONTRADICTION if each.complete and not each.planned else Severity.DOUBT
    return Discrepancy(CHECK, severity, inputs, "mean-outside-parts", values, middle, found, whole.cell, needed, WAYS)
