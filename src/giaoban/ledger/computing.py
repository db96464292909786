"""An entry made by a rule out of others: it is as settled as the least of them and as late as the last."""

from collections.abc import Sequence
from dataclasses import replace

from giaoban.ledger.cells import Cell
from giaoban.ledger.entries import Computed, Entry
from giaoban.ledger.standing import SETTLED
from giaoban.model import Quantity


def computed(rule: str, used: Sequence[Entry], cell: Cell, quantity: Quantity) -> Entry:
    """The computed entry of `cell`; whatever else it says, the first of `used` says. It has no number and no wording: nobody entered it."""
    return replace(
        used[0],
        cell=cell,
        quantity=quantity,
        source=Computed(rule, tuple(used)),
        reported_on=max(entry.reported_on for entry in used),
        status=min((entry.status for entry in used), key=SETTLED.__getitem__),
        number=0,
        wording="",
    )
