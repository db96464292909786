"""Entries: one observation each of one cell, as printed, with where it came from. They are added, never changed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from giaoban.ledger.cells import Cell
from giaoban.model import Quantity, Role, Span


class Status(StrEnum):
    """How settled a figure is."""

    FORECAST = "forecast"
    ESTIMATE = "estimate"
    PROVISIONAL = "provisional"
    FINAL = "final"
    REVISED = "revised"


@dataclass(frozen=True, slots=True)
class InDocument:
    """Words of a record: the SHA-256 of its bytes and the span in its text."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class InSheet:
    """A cell of an uploaded sheet: the SHA-256 of the file, the sheet's name and the address ("C14")."""

    document: str
    sheet: str
    address: str


@dataclass(frozen=True, slots=True)
class ByPerson:
    """A person's own entry."""

    person: str


@dataclass(frozen=True, slots=True)
class Computed:
    """A figure worked out by a rule from other entries, in the order in which the rule names them."""

    rule: str
    inputs: tuple["Entry", ...]


Source = InDocument | InSheet | ByPerson | Computed

ROLES = (Role.ACTUAL, Role.TARGET, Role.BASELINE)
"""Roles an entry can have: that a figure is an estimate is its status."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One observation of a cell.

    reported_on  the day it was reported: its vintage
    role         actual, target or baseline; each of the three has its own standing entry
    number       0, 1, 2 … within the cell, in the order they came
    wording      the indicator's name as written; empty where the catalogue's is meant
    """

    cell: Cell
    quantity: Quantity
    source: Source
    reported_on: date
    role: Role = Role.ACTUAL
    status: Status = Status.PROVISIONAL
    number: int = 0
    wording: str = ""

    def __post_init__(self) -> None:
        if self.role not in ROLES:
            raise ValueError(f"not a role of an entry: {self.role}")
