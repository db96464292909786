"""What the checks found, as plain JSON values."""

from decimal import Decimal
from typing import Any

from giaoban import messages
from giaoban.exchange.record import number
from giaoban.ledger.discrepancies import Discrepancy, Implied
from giaoban.ledger.entries import ByPerson, Computed, Entry, InDocument, InSheet
from giaoban.ledger.intervals import INFINITE
from giaoban.model import Quantity


def discrepancy(found: Discrepancy) -> dict[str, Any]:
    """One discrepancy: the check, what it says in both languages, the entries it compared with their places in the text, the ways out."""
    return {
        "check": found.check,
        "severity": found.severity.value,
        "code": found.code,
        "vi": found.say("vi"),
        "en": found.say("en"),
        "inputs": [entry(each) for each in found.inputs],
        "expected": _implied(found.expected) if found.expected else None,
        "found": quantity(found.found) if found.found else None,
        "expected_period": str(found.cell.period) if found.cell and found.cell.period else None,
        "ways": [{"code": way, "vi": messages.phrase(way, "vi"), "en": messages.phrase(way, "en")} for way in found.ways],
    }


def entry(entry: Entry) -> dict[str, Any]:
    """One entry: where it belongs, what it says, where it came from."""
    cell = entry.cell
    return {
        "indicator": cell.indicator if not cell.indicator.startswith("?") else None,
        "wording": entry.wording,
        "place": cell.place,
        "period": str(cell.period) if cell.period else None,
        "measure": cell.measure.value,
        "base": cell.base or None,
        "breakdown": cell.breakdown or None,
        "role": entry.role.value,
        "status": entry.status.value,
        **quantity(entry.quantity),
        "source": _source(entry),
    }


def quantity(quantity: Quantity) -> dict[str, Any]:
    """Value, upper end of a range, unit and bound."""
    upper = None if quantity.value_to is None else number(quantity.value_to)
    return {"value": number(quantity.value), "value_to": upper, "unit": quantity.unit, "bound": quantity.bound.value}


def _implied(implied: Implied) -> dict[str, Any]:
    """The value with the ends of what is possible; an open end is null."""
    return {"value": number(implied.value), "low": _end(implied.open.low), "high": _end(implied.open.high), "unit": implied.unit}


def _end(value: Decimal) -> int | float | None:
    return None if abs(value) == INFINITE else number(round(value, 4))


def _source(entry: Entry) -> dict[str, Any]:
    match entry.source:
        case InDocument(document, span):
            return {"document": document, "span": {"start": span.start, "end": span.end}}
        case InSheet(document, sheet, address):
            return {"document": document, "sheet": sheet, "address": address}
        case ByPerson(person):
            return {"person": person}
        case Computed(rule, inputs):
            return {"rule": rule, "inputs": len(inputs)}
