"""Words that the ledger's pages say of entries."""

from typing import Any

from django import template
from django.urls import reverse

from giaoban.model import Measure
from giaoban_web.ledger.codes import BOUNDS, ROLES, STATUSES
from giaoban_web.ledger.models import Entry, Line, SourceKind
from giaoban_web.ledger.rows import address
from giaoban_web.ledger.words import ROLES as ROLE_WORDS
from giaoban_web.ledger.words import STATUSES as STATUS_WORDS
from giaoban_web.ui import printed

register = template.Library()


@register.filter
def amount(entry: Entry) -> str:
    """ "trên 19.200 tỷ đồng", "tăng 15,1% so với cùng kỳ", "đạt 104% kế hoạch"."""
    fields: dict[str, Any] = {
        "value": entry.value,
        "value_to": entry.value_to,
        "unit": entry.unit.name,
        "bound": BOUNDS[entry.bound].value,
        "kind": entry.line.measure,
        "base": entry.line.base,
    }
    return printed.quantity(fields) if entry.line.measure == Measure.LEVEL else printed.comparison(fields)


@register.filter
def status(entry: Entry) -> Any:
    """How settled it is: "ước tính", "chính thức"."""
    return STATUS_WORDS[STATUSES[entry.status]]


@register.filter
def entry_role(entry: Entry) -> Any:
    """ "thực hiện", "mục tiêu" or "mốc"."""
    return ROLE_WORDS[ROLES[entry.role]]


@register.filter
def whence(entry: Entry) -> str:
    """Where in its source: the address of a sheet's cell; nothing where the source alone says it."""
    return address(entry.spot) if entry.source.kind == SourceKind.SHEET and entry.spot else ""


@register.filter
def sentence_url(entry: Entry) -> str:
    """The address of the sentence it was read from; nothing for what was not read from a record."""
    if entry.source.kind != SourceKind.RECORD:
        return ""
    return f"{reverse('records:confirm', args=[entry.source.record_id])}#find-{entry.spot}"


@register.filter
def cell_url(entry: Entry) -> str:
    """The page of its cell, with every entry and its source."""
    return reverse("ledger:cell", args=[entry.place_id, entry.line_id, entry.period_id])


@register.filter
def part(line: Line) -> str:
    """The part of the whole that a line is about; nothing for the whole."""
    return line.breakdown
