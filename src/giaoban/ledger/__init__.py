"""Step 3 of the flow: observations in their cells, which of several stands, what follows from them, and what does not fit.

What is where:

    in         `observed` makes entries of observations: `matching` names the indicator (`likeness`, `others`), `shares_told`
    kept       `cells`, `apart` (units that do not convert), `entries`; `standing`: which of several
    reckoned   `conversion`, `intervals`, `totals`, `periods`, `formulas`, `computing`; `derivation`: what follows from standing ones
    checked    `checks`, one module each, over `facts`, `wholes`, `cumulative`, `robust`; what they find are `discrepancies`
    above      `aggregation` one by one; `rollup`, `packing`, `rollup_packing` for many at once
    restated   `crosswalk`, `restating`: onto the places of another day
"""

from giaoban.ledger.cells import Cell
from giaoban.ledger.checks import check
from giaoban.ledger.discrepancies import Discrepancy, Implied, Severity
from giaoban.ledger.entries import ByPerson, Computed, Entry, InDocument, InSheet, Source, Status
from giaoban.ledger.facts import Facts
from giaoban.ledger.observed import reported
from giaoban.ledger.standing import Choice, standing

__all__ = [
    "ByPerson", "Cell", "Choice", "Computed", "Discrepancy", "Entry", "Facts", "Implied", "InDocument", "InSheet", "Severity", "Source",
    "Status", "check", "reported", "standing",
]  # fmt: skip
