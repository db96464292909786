"""A reading as the exchange record: a JSON object as described by `record.schema.json` beside this module."""

from decimal import Decimal
from typing import Any

from giaoban.model import Chair, Comparison, Directive, Document, Find, Finding, Meeting, Observation, Reading


def record(document: Document, reading: Reading) -> dict[str, Any]:
    """The record as plain JSON values. Each find carries, beside the fields of the schema, its `rule` and `confidence`."""
    meeting = reading.meeting
    return {
        "title": reading.title,
        "published": reading.published_on.isoformat() if reading.published_on else None,
        "meeting": find(meeting, document.text) if meeting else None,
        "observations": [find(each, document.text) for each in reading.observations],
        "findings": [find(each, document.text) for each in reading.findings],
        "directives": [find(each, document.text) for each in reading.directives],
        "reader": reading.reader,
        "sha256": document.sha256,
    }


def find(found: Find, text: str) -> dict[str, Any]:
    """One find as plain JSON values: its place in the text, then what was read, then what read it."""
    return {
        "span": {"start": found.span.start, "end": found.span.end},
        "quote": found.span.of(text),
        **fields(found.what),
        "rule": found.rule,
        "confidence": found.confidence,
    }


def fields(what: Observation | Finding | Directive | Meeting) -> dict[str, Any]:
    """The fields of the schema for one thing read, without its place in the text."""
    match what:
        case Observation():
            return {
                "indicator": what.indicator,
                "measure": what.measure.value,
                "value": number(what.quantity.value),
                "value_to": None if what.quantity.value_to is None else number(what.quantity.value_to),
                "unit": what.quantity.unit,
                "bound": what.quantity.bound.value,
                "role": what.role.value,
                "period": what.period,
                "place": what.place,
                "comparisons": [_comparison(each) for each in what.comparisons],
            }
        case Finding():
            return {"polarity": what.polarity.value, "topic": what.topic.value}
        case Directive():
            return {
                "issuer": what.issuer,
                "force": what.force.value,
                "assignee": what.assignee,
                "deadline": what.deadline,
                "topic": what.topic.value,
            }
        case Meeting():
            return {
                "date": what.held_on.isoformat() if what.held_on else None,
                "mode": what.mode.value if what.mode else None,
                "convener": what.convener,
                "reviewed": what.reviewed,
                "chair": _chair(what.chair),
                **({"day": what.day} if what.day else {}),
            }


def number(value: Decimal) -> int | float:
    """A JSON number; the digits as printed stay in the quote."""
    return int(value) if value == value.to_integral_value() else float(value)


def _comparison(comparison: Comparison) -> dict[str, Any]:
    return {
        "kind": comparison.kind.value,
        "value": number(comparison.value),
        "unit": comparison.unit,
        "bound": comparison.bound.value,
        "base": comparison.base,
    }


def _chair(chair: Chair | None) -> dict[str, Any] | None:
    return None if chair is None else {"name": chair.name, "offices": list(chair.offices)}
