"""Step 3 of the flow: observations in their cells, which of several stands, what follows from them, and what does not fit."""

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
