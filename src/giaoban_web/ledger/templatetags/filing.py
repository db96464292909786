"""Words that the entry grid says of what was typed."""

from decimal import Decimal
from typing import Any

from django import template

from giaoban.ledger import Status
from giaoban.model import Bound, Role
from giaoban_web.ledger.filing_rows import GridRow
from giaoban_web.ledger.forms_entry import as_typed
from giaoban_web.ledger.models import FilingCell
from giaoban_web.ledger.words import STATUSES
from giaoban_web.records.words import BOUNDS
from giaoban_web.ui import printed

register = template.Library()


@register.filter
def typed(cell: FilingCell) -> str:
    """A figure in full: "trên 19.200 tỷ đồng"; a dash where it was taken out."""
    fields = {"value": cell.value, "value_to": cell.value_to or None, "unit": cell.unit, "bound": cell.bound}
    return printed.quantity(fields, Decimal) if cell.value else "—"


@register.filter
def typed_value(cell: FilingCell | None) -> str:
    """The number alone with its digits: "19.200,50"; nothing where there is none."""
    return as_typed(cell.value, cell.value_to) if cell else ""


@register.filter
def bound(cell: FilingCell | None) -> Any:
    """ "trên"; nothing for an exact figure."""
    return BOUNDS[Bound(cell.bound)] if cell and cell.value and cell.bound != Bound.EXACT else ""


@register.filter
def filed_as(row: GridRow) -> Any:
    """How settled the figure is: as the ledger has it once it is approved, before that as it was filed; nothing where there is none."""
    cell = row.cells.get(Role.ACTUAL)
    return STATUSES[row.settled or Status(cell.status)] if cell and cell.value else ""
