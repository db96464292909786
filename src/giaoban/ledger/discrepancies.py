"""What a check finds: figures that cannot all be right, or that follow from others."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from giaoban import messages
from giaoban.ledger.cells import Cell
from giaoban.ledger.conversion import convert, fits
from giaoban.ledger.entries import Entry
from giaoban.ledger.intervals import INFINITE, Interval
from giaoban.messages.printed import Rough
from giaoban.model import Bound, Quantity


class Severity(StrEnum):
    """CONTRADICTION: no true values behind the printed figures fit. DOUBT: unlikely. IMPLICATION: nothing is wrong, something follows."""

    CONTRADICTION = "contradiction"
    DOUBT = "doubt"
    IMPLICATION = "implication"


@dataclass(frozen=True, slots=True)
class Implied:
    """A figure that follows from others: the value the printed numbers give, and what their rounding and bounds leave open."""

    value: Decimal
    open: Interval
    unit: str

    def rough(self, unit: str) -> Rough:
        """As a sentence says it beside a figure in `unit`: about 16,681, over about 16,681 where it is open above."""
        bound = Bound.ABOUT
        if self.open.high == INFINITE and self.open.low != -INFINITE:
            bound = Bound.OVER
        elif self.open.high != INFINITE and self.open.low <= 0 < self.value:
            bound = Bound.UNDER
        found = Quantity(self.value, self.unit, bound)
        return Rough(convert(found, unit) if fits(self.unit, unit) else found)


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """One thing that a check found.

    check     name of the check
    inputs    the entries it compared, in the order its sentence names them
    code      of the message that explains it, with the values the sentence names
    expected  what follows from the other inputs, in the unit of `found`
    found     what was reported instead; None for an implication
    cell      the cell that `expected` belongs to, where it is one
    needed    for each input the interval in which it would have to lie for the others to be right; None where that is not worked out
    ways      codes of messages: how it can be resolved, the likeliest first
    """

    check: str
    severity: Severity
    inputs: tuple[Entry, ...]
    code: str
    values: MappingProxyType[str, object]
    expected: Implied | None = None
    found: Quantity | None = None
    cell: Cell | None = None
    needed: tuple[Interval | None, ...] = ()
    ways: tuple[str, ...] = ()

    def say(self, language: str = "vi") -> str:
        """What was found and why, in a sentence."""
        return messages.phrase(self.code, language, **self.values)


def said(**values: object) -> MappingProxyType[str, object]:
    """The values that a sentence names."""
    return MappingProxyType(values)
