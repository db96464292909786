"""Entries as rows, and as the core knows them."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any

from openpyxl.utils import get_column_letter

from giaoban.ledger import ByPerson, Cell, InDocument, InSheet
from giaoban.ledger import Entry as CoreEntry
from giaoban.model import Measure, Period, Quantity, Span
from giaoban_web.ledger.catalogue import place_key
from giaoban_web.ledger.codes import BOUNDS, ROLES, STATUSES
from giaoban_web.ledger.models import Entry, Line, ReportingPeriod, Source, SourceKind
from giaoban_web.places.models import Place
from giaoban_web.records.models import Find

COLUMNS = 1_000
RELATED: dict[str, tuple[str, ...]] = {"place": (), "line": ("indicator",), "period": (), "unit": (), "source": ("by",)}
"""What an entry belongs to, and what of that is told with it."""
period_named = lru_cache(maxsize=4096)(Period.parse)


def amounts(quantity: Quantity) -> tuple[int, int | None, int]:
    """The value, the upper end and the number of digits after the decimal point, as an `Entry` keeps them."""
    both = [quantity.value, *([] if quantity.value_to is None else [quantity.value_to])]
    digits = max(max(0, -int(each.as_tuple().exponent)) for each in both)
    whole = [int(each.scaleb(digits)) for each in both]
    return whole[0], whole[1] if len(whole) > 1 else None, digits


def quantity(entry: Entry) -> Quantity:
    """The quantity of an entry as it was printed."""
    return Quantity(entry.value, entry.unit.name, BOUNDS[entry.bound], entry.value_to)


def with_related(entries: Iterable[Entry]) -> list[Entry]:
    """The entries with all they belong to: of a thousand entries that share a place, it is one object, read once."""
    rows = list(entries)
    for name, further in RELATED.items():
        field: Any = Entry._meta.get_field(name)
        keys = [getattr(row, field.attname) for row in rows]
        found = field.related_model._base_manager.select_related(*further).in_bulk(set(keys))
        for row, key in zip(rows, keys, strict=True):
            field.set_cached_value(row, found[key])
    return rows


def cell(place: Place, line: Line, period: ReportingPeriod) -> Cell:
    """The cell as the core names it."""
    return Cell(
        line.indicator.key, place_key(place), period_named(period.text), Measure(line.measure), base=line.base, breakdown=line.breakdown
    )


def core(entry: Entry, finds: Mapping[int, Find], unit: Place | None = None) -> CoreEntry:
    """The entry as the core knows it; `finds` holds those that its source's spots name.

    unit  the form of the same unit of which figures of its earlier and later forms are told too
    """
    return CoreEntry(
        cell(unit or entry.place, entry.line, entry.period),
        quantity(entry),
        _source(entry, finds),
        entry.source.reported_on,
        role=ROLES[entry.role],
        status=STATUSES[entry.status],
        number=entry.number,
    )


def finds_named(entries: Iterable[Entry]) -> dict[int, Find]:
    """The finds of records that entries came from, by id, each with the decision that stands."""
    wanted = {entry.spot for entry in entries if entry.source.kind == SourceKind.RECORD}
    return Find.objects.select_related("standing", "record").defer("record__text", "record__blocks").in_bulk(wanted)


def _source(entry: Entry, finds: Mapping[int, Find]) -> InDocument | InSheet | ByPerson:
    source: Source = entry.source
    match source.kind:
        case SourceKind.RECORD:
            find = finds[entry.spot]
            now = find.standing or find
            return InDocument(find.record.sha256, Span(now.start, now.end))
        case SourceKind.SHEET:
            return InSheet(source.sha256, source.name, address(entry.spot))
    return ByPerson(str(source.by))


def address(spot: int) -> str:
    """The address of a sheet's cell from its spot: row × 1,000 + column, both from 1."""
    row, column = divmod(spot, COLUMNS)
    return f"{get_column_letter(column)}{row}"


def decimal(number: float | int | str) -> Decimal:
    """A JSON number as the digits it was written with."""
    return Decimal(str(number))
