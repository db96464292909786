"""What follows from the figures of a place: beside them, marked as worked out, with the figures it is made of."""

from collections.abc import Sequence
from dataclasses import dataclass

from giaoban.ledger.derivation import derivations
from giaoban.ledger.entries import Computed
from giaoban.model import Period, Quantity
from giaoban.reference.indicators import Indicator
from giaoban_web.ledger.models import Entry
from giaoban_web.ledger.portrait import Portrait


@dataclass(frozen=True, slots=True)
class Following:
    """A figure that nobody reported; `inputs` are the rows of the ledger that it is made of."""

    indicator: Indicator
    period: Period
    quantity: Quantity
    inputs: Sequence[Entry]


def following(portrait: Portrait) -> list[Following]:
    """The newest figure of each indicator that follows from others and is not reported."""
    found = []
    for each in derivations(portrait.facts):
        known = portrait.facts.indicator(each.cell)
        if known and each.cell.period and isinstance(each.source, Computed):
            found.append(Following(known, each.cell.period, each.quantity, [portrait.behind(used) for used in each.source.inputs]))
    return found
