"""Step 3 of the flow: observations in their cells, which of several stands, what follows from them, and what does not fit."""

from giaoban.ledger.cells import Cell
from giaoban.ledger.entries import ByPerson, Computed, Entry, InDocument, InSheet, Source, Status
from giaoban.ledger.standing import Choice, standing

__all__ = ["ByPerson", "Cell", "Choice", "Computed", "Entry", "InDocument", "InSheet", "Source", "Status", "standing"]
