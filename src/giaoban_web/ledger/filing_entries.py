"""From the cells of a filing to entries of the ledger: provisional when submitted, final when approved."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils import timezone

from giaoban.ledger import Cell, Status
from giaoban.model import Bound, Period, Quantity, Role
from giaoban_web.ledger.catalogue import place_key
from giaoban_web.ledger.entering import enter, withdraw
from giaoban_web.ledger.models import Filing, FilingCell, Source, SourceKind
from giaoban_web.ui import printed

FINAL = {Status.PROVISIONAL: Status.FINAL}
"""What approving makes of a status: what was filed as an estimate or a forecast stays one."""


@dataclass
class Sources:
    """The sources of one step, made with the first figure of each: one of what was reached, one of targets and baselines."""

    filing: Filing
    by: Any
    made: dict[bool, Source]

    def of(self, role: Role) -> Source:
        set_by_paper = role is not Role.ACTUAL
        if set_by_paper not in self.made:
            self.made[set_by_paper] = Source.objects.create(
                kind=SourceKind.FORM,
                name=(set_by_paper and self.filing.basis) or f"{self.filing.place}, {printed.period(self.filing.period.text)}"[:255],
                place=self.filing.place,
                reported_on=timezone.localdate(),
                by=self.by,
            )
        return self.made[set_by_paper]


def enter_all(filing: Filing, step: str, by: Any) -> list[list[int]]:
    """Enter what this step settles and what it changed since last time; gives the keys. What it entered before no longer counts."""
    sources, keys, gone = Sources(filing, by, {}), [], []
    for cell in filing.cells.select_related("indicator").order_by("pk"):
        status = _status(cell, step)
        said, before = _said(cell) if status else [], cell.entered.get(step)
        if (before or {}).get("said", []) == said:
            continue
        if before:
            gone.append(before["key"])
        now = {}
        if status:
            revised = step == "approve" and before
            key = _entered(filing, cell, Status.REVISED if revised else status, sources)
            keys.append(key)
            now = {step: {"key": key, "said": said}}
        cell.entered = {name: what for name, what in cell.entered.items() if name != step} | now
        cell.save(update_fields=["entered"])
    withdraw(gone, by=by, reason="figure-filed-anew")
    return keys


def quantity(cell: FilingCell) -> Quantity:
    """The figure as typed."""
    return Quantity(Decimal(cell.value), cell.unit, Bound(cell.bound), Decimal(cell.value_to) if cell.value_to else None)


def cell_named(cell: FilingCell, filing: Filing) -> Cell:
    """The cell of the ledger that a figure of a filing is for."""
    return Cell(cell.indicator.key, place_key(filing.place), Period.parse(filing.period.text), breakdown=cell.breakdown)


def filled(cells: Iterable[FilingCell]) -> list[FilingCell]:
    """The cells into which a value was typed."""
    return [each for each in cells if each.value]


def _entered(filing: Filing, cell: FilingCell, status: Status, sources: Sources) -> list[int]:
    role = Role(cell.role)
    key = enter(
        cell=cell_named(cell, filing),
        place=filing.place,
        quantity=quantity(cell),
        role=role,
        status=status,
        source=sources.of(role),
        spot=cell.pk,
    )
    return list(key)


def _status(cell: FilingCell, step: str) -> Status | None:
    """The status with which a cell is entered at this step; None where it is not."""
    if not cell.value:
        return None
    own = Status(cell.status)
    return own if step == "submit" else FINAL.get(own)


def _said(cell: FilingCell) -> list[str]:
    return [cell.value, cell.unit, cell.bound, cell.status, *filter(None, [cell.value_to])]
