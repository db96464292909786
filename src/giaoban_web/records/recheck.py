"""What is doubtful about a find as a person wants it: warnings, each a message; she may save all the same."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from giaoban.model import Period, Refused
from giaoban_web.places.queries import match
from giaoban_web.records.matching import NAMED_BY, place_of, spoken_of_on
from giaoban_web.records.models import Kind, Record

DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
WHOLE_UNITS = {"%", "phần trăm"}


def doubts(record: Record, kind: str, start: int, end: int, fields: dict[str, Any]) -> list[Refused]:
    """Warnings about a find that is about to be saved; none for one that looks right."""
    quote = record.text[start:end]
    checks = {Kind.OBSERVATION: _observation, Kind.DIRECTIVE: _directive}
    check = checks.get(Kind(kind))
    found = list(check(record, quote, fields)) if check else []
    return [*found, *_place(record, kind, fields)]


def _observation(record: Record, quote: str, fields: dict[str, Any]) -> Iterator[Refused]:
    value = Decimal(str(fields["value"]))
    if not _stands_in(value, quote):
        yield Refused("number-not-in-quote", value=value)
    upper = fields.get("value_to")
    if upper is not None and Decimal(str(upper)) < value:
        yield Refused("range-upside-down", value=value, value_to=Decimal(str(upper)))
    if fields.get("unit") in WHOLE_UNITS and fields.get("measure") == "level" and value > 100:
        yield Refused("share-above-hundred", value=value)
    yield from _growth(fields)
    yield from _period(record, fields)


def _growth(fields: dict[str, Any]) -> Iterator[Refused]:
    changes = [each for each in fields.get("comparisons") or () if each["kind"] == "change"]
    own = [fields] if fields.get("measure") == "change" else []
    for each in [*changes, *own]:
        amount = Decimal(str(each["value"]))
        if each["unit"] in WHOLE_UNITS and amount < -100:
            yield Refused("growth-below-nothing", value=-amount)


def _period(record: Record, fields: dict[str, Any]) -> Iterator[Refused]:
    on = spoken_of_on(record)
    if on and fields.get("period") and fields.get("role") == "actual":
        period = Period.parse(fields["period"])
        if period.start_on > on:
            yield Refused("period-after-meeting", period=fields["period"], on=on)


def _directive(record: Record, quote: str, fields: dict[str, Any]) -> Iterator[Refused]:
    on = spoken_of_on(record)
    if on and fields.get("deadline") and Period.parse(fields["deadline"]).end_on < on:
        yield Refused("deadline-before-meeting", deadline=fields["deadline"], on=on)


def _place(record: Record, kind: str, fields: dict[str, Any]) -> Iterator[Refused]:
    written = fields.get(NAMED_BY.get(Kind(kind), "")) or ""
    if written and kind == Kind.OBSERVATION and match(written, record.place, spoken_of_on(record)) is None:
        yield Refused("place-not-in-register", place=written, filed=str(place_of(record, kind, fields)))


def _stands_in(value: Decimal, quote: str) -> bool:
    """Whether the digits of `value` stand in the words: as such, or as the parts of a number like 394 tỷ 581 triệu."""
    wanted = _plain(value)
    printed = DIGITS.findall(quote)
    single = {reading for each in printed for reading in _readings(each)}
    joined = "".join(re.sub(r"\D", "", each) for each in printed)
    return wanted in single or (len(printed) > 1 and wanted.replace(".", "").strip("0") in joined)


def _readings(digits: str) -> set[str]:
    """A printed number as plain digits, the marks taken for Vietnamese and for English ones."""
    vietnamese = digits.replace(".", "").replace(",", ".", 1).replace(",", "")
    english = digits.replace(",", "")
    return {_plain(Decimal(each)) for each in (vietnamese, english) if re.fullmatch(r"\d+(\.\d+)?", each)}


def _plain(value: Decimal) -> str:
    text = format(abs(value), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
