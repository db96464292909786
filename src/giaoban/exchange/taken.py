"""A reading back from its exchange record."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from giaoban.exchange.digits import as_printed
from giaoban.exchange.fields import number, or_none, parsed, text, whole
from giaoban.ledger.cells import BASES
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

Thing = TypeVar("Thing")
Fields = Mapping[str, Any]
LEAP = 2000
"""A year that has every day."""
BEGINNING = {"start": Decimal(0), "end": Decimal(1)}
"""Where a meeting stands of which the record does not say it."""


def taken(data: bytes) -> tuple[str, Reading]:
    """(SHA-256 of the document the record was read from, empty where it does not say; the reading).

    Numbers have the digits of the quote they were read from. Refused (`record-unreadable`) for bytes that are no such record.
    """
    try:
        fields = parsed(data)
        return text(fields.get("sha256") or ""), _reading(fields)
    except (KeyError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError) as error:
        raise Refused("record-unreadable", why=f"{type(error).__name__}: {error}"[:200]) from error


def _reading(fields: Fields) -> Reading:
    meeting = fields["meeting"]
    return Reading(
        title=or_none(text, fields.get("title")),
        published_on=_day(fields.get("published")),
        meeting=_found({"span": BEGINNING} | meeting, _meeting) if meeting else None,
        observations=tuple(_found(each, _observation) for each in fields["observations"]),
        findings=tuple(_found(each, _finding) for each in fields["findings"]),
        directives=tuple(_found(each, _directive) for each in fields["directives"]),
        reader=text(fields.get("reader") or ""),
    )


def _found(fields: Fields, read: Callable[[Fields], Thing]) -> Found[Thing]:
    span, rule, sure = fields["span"], fields.get("rule") or "", fields.get("confidence")
    confidence = 1.0 if sure is None else float(number(sure))
    if not 0 <= confidence <= 1:
        raise ValueError(f"no confidence: {confidence}")
    return Found(read(fields), Span(whole(span["start"]), whole(span["end"])), text(rule), confidence)


def _observation(fields: Fields) -> Observation:
    period, quote = or_none(text, fields["period"]), text(fields.get("quote") or "")
    if period is not None:
        Period.parse(period)
    value, upper = number(fields["value"]), or_none(number, fields["value_to"])
    quantity = Quantity(
        as_printed(value, quote), text(fields["unit"]), Bound(fields["bound"]), None if upper is None else as_printed(upper, quote)
    )
    measure, role = Measure(fields["measure"]), Role(fields["role"])
    compared = tuple(_comparison(each) for each in fields["comparisons"])
    return Observation(text(fields["indicator"]), quantity, measure, role, period, or_none(text, fields["place"]), compared)


def _comparison(fields: Fields) -> Comparison:
    kind, base = Measure(fields["kind"]), or_none(text, fields["base"])
    if kind is Measure.LEVEL or not BASES.fullmatch(base or ""):
        raise ValueError(f"no comparison: {kind} {base}")
    return Comparison(kind, number(fields["value"]), text(fields["unit"]), Bound(fields["bound"]), base)


def _finding(fields: Fields) -> Finding:
    return Finding(Polarity(fields["polarity"]), Topic(fields["topic"]))


def _directive(fields: Fields) -> Directive:
    issuer, assignee, deadline = (or_none(text, fields[name]) for name in ("issuer", "assignee", "deadline"))
    return Directive(issuer, Force(fields["force"]), assignee, deadline, Topic(fields["topic"]))


def _meeting(fields: Fields) -> Meeting:
    chair = fields["chair"]
    return Meeting(
        held_on=_day(fields["date"]),
        mode=Mode(fields["mode"]) if fields["mode"] else None,
        convener=or_none(text, fields["convener"]),
        reviewed=or_none(text, fields["reviewed"]),
        chair=Chair(text(chair["name"]), tuple(map(text, chair["offices"]))) if chair else None,
        day=_yearless(or_none(text, fields.get("day"))),
    )


def _yearless(written: str | None) -> str | None:
    """Month and day without a year: --03-12."""
    if written is not None:
        date.fromisoformat(written.replace("--", f"{LEAP}-", 1))
    return written


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
