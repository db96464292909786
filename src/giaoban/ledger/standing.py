"""Which of several entries of a cell stands.

The rule, first difference decides: the more settled status (revised, final, provisional, estimate, forecast); the later report; the firmer
bound (exact, then over or under, then about); more digits; a person's entry over a sheet's, over a record's, over a computed one; the one
that came last. A person can choose otherwise, with a reason.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from giaoban.ledger.entries import ByPerson, Computed, Entry, InDocument, InSheet, Status
from giaoban.model import Bound

SETTLED = {status: place for place, status in enumerate(Status)}
FIRM = {Bound.ABOUT: 0, Bound.OVER: 1, Bound.UNDER: 1, Bound.AT_LEAST: 1, Bound.AT_MOST: 1, Bound.EXACT: 2}
NEAR = {Computed: 0, InDocument: 1, InSheet: 2, ByPerson: 3}


@dataclass(frozen=True, slots=True)
class Choice:
    """A person had the entry of this number stand, and why."""

    number: int
    reason: str

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise ValueError("a choice needs its reason")


def standing(entries: Iterable[Entry], choice: Choice | None = None) -> Entry:
    """The entry that stands among `entries` of one cell and one role: the chosen one, else the one the rule prefers.

    A choice whose entry is no longer there (withdrawn) is passed over. ValueError for no entries, or for those of several cells or roles.
    """
    candidates = list(entries)
    if len({(each.cell, each.role) for each in candidates}) != 1:
        raise ValueError("entries of one cell and one role are wanted")
    if choice:
        for each in candidates:
            if each.number == choice.number:
                return each
    return max(candidates, key=_preference)


def _preference(entry: Entry) -> tuple[int, int, int, int, int, int]:
    quantity = entry.quantity
    digits = len(quantity.value.as_tuple().digits)
    firm = FIRM[quantity.bound] if quantity.value_to is None else 0
    return SETTLED[entry.status], entry.reported_on.toordinal(), firm, digits, NEAR[type(entry.source)], entry.number
