"""Figures that cannot be: a share above the whole, less than nothing left, half an enterprise."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from math import inf

from giaoban.ledger.conversion import told, unit_for
from giaoban.ledger.discrepancies import Discrepancy, Severity, said
from giaoban.ledger.facts import Facts, Figure
from giaoban.model import Measure, Quantity
from giaoban.reference.dimensions import dimension
from giaoban.reference.indicators import Indicator

CHECK = "limits"
WAYS = ("way-correct-reading", "way-unit", "way-other-indicator")
NOTHING_LEFT = -100
TOO_LOW = "limit-too-low"
DIGITS = 18
"""The most digits behind a comma."""
NOWHERE = (1, 0)
"""Between what no number lies: every one is looked at."""
Sure = tuple[tuple[float | Decimal, float | Decimal], ...]
Broken = tuple[str, dict[str, int]]
"""Code of what is said of a figure that cannot be, and the limit it breaks by name."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a figure of one indicator, printed in one unit, can be.

    low, high  in the indicator's unit, None where there is no limit
    least      code of what is said of less than `low`
    tens       by which a printed number is moved to that unit
    whole      whether it then comes in wholes
    """

    low: int | None = None
    high: int | None = None
    least: str = TOO_LOW
    tens: int = 0
    whole: bool = False

    def broken(self, printed: Decimal) -> Iterator[Broken]:
        """The limits that a printed number breaks, each as a message code with its values."""
        value = printed.scaleb(self.tens)
        if self.low is not None and value < self.low:
            yield self.least, {"low": self.low} if self.least == TOO_LOW else {}
        if self.high is not None and value > self.high:
            yield "limit-too-high", {"high": self.high}
        if self.whole and value != value.to_integral_value():
            yield "limit-not-whole", {}

    def sure(self) -> Sure:
        """Between what a number breaks nothing for certain, by how many of its digits stand behind the comma: for millions of rows."""
        return tuple(self._sure(digits - self.tens) for digits in range(DIGITS + 1))

    def _sure(self, down: int) -> tuple[float | Decimal, float | Decimal]:
        if self.whole and down > 0:
            return NOWHERE
        low = -inf if self.low is None else Decimal(self.low).scaleb(down)
        high = inf if self.high is None else Decimal(self.high).scaleb(down)
        return _bare(low), _bare(high)


def _bare(end: float | Decimal) -> float | Decimal | int:
    """The same end as an integer where it is one, which compares the quickest."""
    return int(end) if isinstance(end, Decimal) and end == end.to_integral_value() else end


def limits_of(known: Indicator | None, measure: Measure, unit: str) -> Limits | None:
    """What bounds a figure in `unit`; None where nothing does."""
    if measure is Measure.CHANGE and unit == "%":
        return Limits(low=NOTHING_LEFT, least="limit-nothing-left")
    if measure is not Measure.LEVEL or known is None:
        return None
    one = told(Quantity(Decimal(1), unit), known) if unit_for(unit, known) else Quantity(Decimal(1), unit)
    low, high = (known.low, known.high) if one.unit == known.unit else (None, None)
    written = dimension(unit)
    whole = bool(known.whole and written and written.counted)
    return Limits(low, high, tens=one.value.adjusted(), whole=whole) if whole or (low, high) != (None, None) else None


def limits(facts: Facts) -> Iterator[Discrepancy]:
    """Levels outside the limits of their indicator, more units than there are, falls of more than all, parts of what comes in wholes."""
    for (cell, _role), figure in facts.figures.items():
        known, printed = facts.indicator(cell), figure.entry.quantity
        bounds = limits_of(known, cell.measure, printed.unit)
        for code, limit in bounds.broken(printed.value) if bounds else ():
            yield _told(facts, figure, code, **limit)
        if cell.measure is Measure.LEVEL and known:
            yield from _among(facts, figure, known)


def _among(facts: Facts, figure: Figure, known: Indicator) -> Iterator[Discrepancy]:
    """A level that says more units than the place has."""
    unit = dimension(figure.quantity.unit)
    count = facts.counts.get((figure.cell.place, known.share_of)) if unit and unit.what == known.share_of else None
    if count is not None and figure.open.low > count:
        yield _told(facts, figure, "limit-more-than-there-are", count=count)


def _told(facts: Facts, figure: Figure, code: str, **limit: int) -> Discrepancy:
    found = figure.entry.quantity
    values = said(indicator=facts.name(figure.entry), value=found, **limit)
    return Discrepancy(CHECK, Severity.CONTRADICTION, (figure.entry,), code, values, found=found, ways=WAYS)
