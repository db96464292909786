"""A figure that would be right in another unit: ten or a thousand times too large, triệu for tỷ.

Where other figures contradict it, the power of ten that reconciles them is told. Without a contradiction, a figure is doubted that lies a
power of ten beside two or more other years of its series which agree among themselves; and a rate a hundred times its target.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain
from math import exp, log
from statistics import mean, median

from giaoban.ledger.discrepancies import Discrepancy, Implied, Severity, said
from giaoban.ledger.entries import Entry
from giaoban.ledger.facts import Facts, Figure, start
from giaoban.ledger.intervals import Interval, as_digits, point
from giaoban.ledger.robust import trend
from giaoban.model import Period, Quantity, Role
from giaoban.reference.indicators import Nature

CHECK = "unit_slip"
TENS = (3, 1, 2, 6, 9)
"""Tens by which figures slip, the most frequent first: triệu for tỷ, a nought too many."""
CLOSE = Decimal("0.25")
ALIKE, FAR = Decimal("1.5"), 4
"""The other years lie within half as much again of their trend, and so would a figure without its slip; only what is far off is asked."""
HUNDRED = Decimal(100)
SMALL = 100
"""Small counts may well grow tenfold."""
WAYS = ("way-unit", "way-correct-reading", "way-correct-entry", "way-explain")


def explained(facts: Facts, found: Iterable[Discrepancy]) -> Iterator[Discrepancy]:
    """Contradictions that would be gone if one of their figures were a power of ten larger or smaller."""
    for each in found:
        for entry, needed in zip(each.inputs, each.needed, strict=False):
            if needed is None or not known_closely(needed):
                continue
            figure = facts.figure(entry)
            if tens := _slip(as_digits(entry.quantity).shifted(figure.tens), needed):
                yield _told(facts, figure, tens, needed, "unit-slip", each.inputs)


def beside_history(facts: Facts) -> Iterator[Discrepancy]:
    """Figures a power of ten beside what the other years of their series say."""
    for series in facts.series:
        values = [figure.value for figure in series.figures]
        if len(values) <= 2 or min(values) <= 0:
            continue
        usual = median(values)
        for at, figure in enumerate(series.figures):
            if usual / FAR < figure.value < usual * FAR or max(figure.value, usual) < SMALL:
                continue
            around = _around(series.figures, at)
            if around and (tens := _slip(point(figure.value), around)):
                yield _told(facts, figure, tens, around, "unit-slip-history", [other.entry for other in series.figures])


def beside_target(facts: Facts) -> Iterator[Discrepancy]:
    """Rates about a hundred times the target of their period or year: a comma lost, or a share told once of one and once of a hundred."""
    for figure in facts.levels():
        known, period = facts.indicator(figure.cell), figure.cell.period
        if known is None or known.nature is not Nature.RATIO or figure.quantity.unit != "%" or period is None:
            continue
        target = facts.find(figure.cell, Role.TARGET) or facts.find(
            figure.cell, Role.TARGET, period=Period.parse(f"{period.end_on.year:04}")
        )
        if target and target.value > 0 and target.quantity.unit == "%" and HUNDRED / ALIKE < figure.value / target.value < HUNDRED * ALIKE:
            values = said(indicator=facts.name(figure.entry), value=figure.entry.quantity, target=target.entry.quantity)
            inputs, found = (figure.entry, target.entry), figure.entry.quantity
            yield Discrepancy(CHECK, Severity.DOUBT, inputs, "unit-slip-target", values, found=found, cell=figure.cell, ways=WAYS)


def _around(figures: Sequence[Figure], at: int) -> Interval | None:
    """Where the figure at `at` should lie by the others: on their trend, if they agree among themselves; None if they do not."""
    here = start(figures[at])
    points = [(float(start(other)), log(other.value)) for place, other in enumerate(figures) if place != at]
    slope, origin = trend(points) if len(points) > 2 else (0.0, mean(value for _place, value in points))
    rests = [value - origin - slope * place for place, value in points]
    if max(map(abs, rests)) > log(ALIKE):
        return None
    middle = Decimal(exp(origin + slope * here))
    return Interval(middle / ALIKE, middle * ALIKE)


def known_closely(needed: Interval) -> bool:
    """Whether what was needed is known to a quarter of itself: otherwise much would do."""
    return needed.low > 0 and needed.high - needed.low <= CLOSE * needed.low


def _slip(printed: Interval, needed: Interval) -> int | None:
    """The tens by which the figure would have to be moved, positive where it is too small; None where it fits as it is."""
    if printed.meets(needed):
        return None
    for tens in chain.from_iterable((tens, -tens) for tens in TENS):
        if printed.shifted(tens).meets(needed):
            return tens
    return None


def _told(facts: Facts, figure: Figure, tens: int, needed: Interval, code: str, inputs: Sequence[Entry]) -> Discrepancy:
    meant = Quantity(figure.entry.quantity.value.scaleb(tens), figure.entry.quantity.unit)
    values = said(indicator=facts.name(figure.entry), value=figure.entry.quantity, times=10 ** abs(tens), meant=meant)
    ordered = (figure.entry, *(each for each in inputs if each is not figure.entry))
    implied = Implied(figure.value.scaleb(tens), needed, figure.quantity.unit)
    turned = f"{code}-{'small' if tens > 0 else 'large'}"
    return Discrepancy(CHECK, Severity.DOUBT, ordered, turned, values, implied, figure.entry.quantity, figure.cell, ways=WAYS)
