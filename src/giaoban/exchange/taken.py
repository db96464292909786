"""A reading back from its exchange record."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from giaoban.model import (
    Bound,
    Chair,
    Comparison,
    Directive,
    Finding,
    Force,
    Found,
    Measure,
    Meeting,
    Mode,
    Observation,
    Period,
    Polarity,
    Quantity,
    Reading,
    Refused,
    Role,
    Span,
    Topic,
)
from giaoban.reading.rules.numbers import numeral

Thing = TypeVar("Thing")
Fields = Mapping[str, Any]
NUMBER = re.compile(r"\d[\d.,]*\d|\d")
BEGINNING = {"start": 0, "end": 1}
"""Where a meeting stands of which the record does not say it."""


def taken(data: bytes) -> tuple[str, Reading]:
    """(SHA-256 of the document the record was read from, empty where it does not say; the reading).

    Numbers have the digits of the quote they were read from. Refused (`record-unreadable`) for bytes that are no such record.
    """
    try:
        fields = json.loads(data, parse_float=Decimal, parse_int=Decimal)
        return fields.get("sha256") or "", _reading(fields)
    except (KeyError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError) as error:
        raise Refused("record-unreadable", why=f"{type(error).__name__}: {error}"[:200]) from error


def _reading(fields: Fields) -> Reading:
    meeting = fields["meeting"]
    return Reading(
        title=fields.get("title"),
        published_on=_day(fields.get("published")),
        meeting=_found({"span": BEGINNING} | meeting, _meeting) if meeting else None,
        observations=tuple(_found(each, _observation) for each in fields["observations"]),
        findings=tuple(_found(each, _finding) for each in fields["findings"]),
        directives=tuple(_found(each, _directive) for each in fields["directives"]),
        reader=fields.get("reader") or "",
    )


def _found(fields: Fields, read: Callable[[Fields], Thing]) -> Found[Thing]:
    span = fields["span"]
    return Found(read(fields), Span(int(span["start"]), int(span["end"])), fields.get("rule") or "", float(fields.get("confidence") or 1))


def _observation(fields: Fields) -> Observation:
    if fields["period"] is not None:
        Period.parse(fields["period"])
    quote = fields.get("quote") or ""
    upper = fields["value_to"]
    quantity = Quantity(
        _as_printed(fields["value"], quote), fields["unit"], Bound(fields["bound"]), None if upper is None else _as_printed(upper, quote)
    )
    measure, role = Measure(fields["measure"]), Role(fields["role"])
    compared = tuple(_comparison(each) for each in fields["comparisons"])
    return Observation(fields["indicator"], quantity, measure, role, fields["period"], fields["place"], compared)


def _as_printed(value: Decimal, quote: str) -> Decimal:
    """The value with the digits it has in the quote: 19,20 stays 19.20. The sign is the record's."""
    for match in NUMBER.finditer(quote):
        written = numeral(match[0])
        if written is not None and written == abs(value):
            return written.copy_sign(value)
    return value


def _comparison(fields: Fields) -> Comparison:
    return Comparison(Measure(fields["kind"]), fields["value"], fields["unit"], Bound(fields["bound"]), fields["base"])


def _finding(fields: Fields) -> Finding:
    return Finding(Polarity(fields["polarity"]), Topic(fields["topic"]))


def _directive(fields: Fields) -> Directive:
    return Directive(fields["issuer"], Force(fields["force"]), fields["assignee"], fields["deadline"], Topic(fields["topic"]))


def _meeting(fields: Fields) -> Meeting:
    chair = fields["chair"]
    return Meeting(
        held_on=_day(fields["date"]),
        mode=Mode(fields["mode"]) if fields["mode"] else None,
        convener=fields["convener"],
        reviewed=fields["reviewed"],
        chair=Chair(chair["name"], tuple(chair["offices"])) if chair else None,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
