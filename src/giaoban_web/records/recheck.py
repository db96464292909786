"""What is doubtful about a find as a person wants it: warnings, each a message; she may save all the same."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from giaoban.model import Measure, Period, Refused
from giaoban_web.places.queries import match
from giaoban_web.records.actions import Change
from giaoban_web.records.digits import stands_in
from giaoban_web.records.matching import place_of, spoken_of_on
from giaoban_web.records.models import Find, Kind, Record, Verdict
from giaoban_web.records.queries import finds_of
from giaoban_web.records.remarks import ADDED, remarks
from giaoban_web.records.spans import around
from giaoban_web.records.standing import standing

WHOLE_UNITS = {"%", "phần trăm"}
WHOLE = Decimal(100)
SAID_HERE = {"limit-nothing-left"}
"""Codes of remarks of other steps that `_growth` says itself."""


def doubts(record: Record, change: Change, find: Find | None = None) -> list[Refused]:
    """Warnings about a find that is about to be saved; none for one that looks right. `find` is the one that is corrected, if any."""
    checks: tuple[Callable[[Record, Change], Iterator[Refused]], ...] = CHECKS.get(Kind(change.kind), ())
    found = [refused for check in checks for refused in check(record, change)]
    return [*found, *(_moved(change, find) if find else ()), *_there_already(record, change, find), *_remarked(record, change, find)]


def _upside_down(value: Decimal, upper: Decimal, measure: str | None) -> bool:
    """Whether a range is told from its upper end down; a fall is told by its size: giảm 5–10% is -5 to -10."""
    return upper > value if measure == Measure.CHANGE and value < 0 else upper < value


def _number(record: Record, change: Change) -> Iterator[Refused]:
    quote = record.text[change.start : change.end]
    value, upper = _decimal(change.fields["value"]), change.fields.get("value_to")
    for each in [value] if upper is None else [value, _decimal(upper)]:
        if not stands_in(each, quote):
            yield Refused("number-not-in-quote", value=each)
    if upper is not None and _upside_down(value, _decimal(upper), change.fields.get("measure")):
        yield Refused("range-upside-down", value=value, value_to=_decimal(upper))
    if _is_share(change.fields) and value > WHOLE:
        yield Refused("share-above-hundred", value=value)


def _comparisons(record: Record, change: Change) -> Iterator[Refused]:
    start, end = around(record.text, record.blocks, change.start, change.end)
    for each in change.fields.get("comparisons") or ():
        if not stands_in(_decimal(each["value"]), record.text[start:end]):
            yield Refused("comparison-not-nearby", value=abs(_decimal(each["value"])))


def _growth(record: Record, change: Change) -> Iterator[Refused]:
    fields = change.fields
    changes = [each for each in fields.get("comparisons") or () if each["kind"] == "change" and each.get("unit") in WHOLE_UNITS]
    own = [fields] if fields.get("measure") == "change" and fields.get("unit") in WHOLE_UNITS else []
    for each in [*changes, *own]:
        amount = _decimal(each["value"])
        if amount <= -WHOLE:
            yield Refused("growth-below-nothing", value=-amount)
        elif each is not fields and _is_share(fields) and (earlier := _decimal(fields["value"]) / (1 + amount / WHOLE)) > WHOLE:
            yield Refused("earlier-above-hundred", earlier=round(earlier, 1))


def _period(record: Record, change: Change) -> Iterator[Refused]:
    on = spoken_of_on(record)
    if on and change.fields.get("period") and change.fields.get("role") == "actual":
        period = Period.parse(change.fields["period"])
        if period.start_on > on:
            yield Refused("period-after-meeting", period=change.fields["period"], on=on)


def _place(record: Record, change: Change) -> Iterator[Refused]:
    written = change.fields.get("place") or ""
    if written and match(written, record.place, spoken_of_on(record)) is None:
        yield Refused("place-not-in-register", place=written, filed=str(place_of(record, change.kind, change.fields)))


def _deadline(record: Record, change: Change) -> Iterator[Refused]:
    on = spoken_of_on(record)
    if on and change.fields.get("deadline") and Period.parse(change.fields["deadline"]).end_on < on:
        yield Refused("deadline-before-meeting", deadline=change.fields["deadline"], on=on)


def _held(record: Record, change: Change) -> Iterator[Refused]:
    held_on = date.fromisoformat(change.fields["date"]) if change.fields.get("date") else None
    told_on = record.published_on or timezone.localdate(record.put_in_at)
    if held_on and held_on > told_on:
        yield Refused("meeting-after-record", held_on=held_on, told_on=told_on)


def _moved(change: Change, find: Find) -> Iterator[Refused]:
    now = standing(find)
    if change.end <= now.start or now.end <= change.start:
        yield Refused("words-moved-away")


def _there_already(record: Record, change: Change, find: Find | None) -> Iterator[Refused]:
    others = record.finds.exclude(pk=find.pk) if find else record.finds.all()
    for other in others.select_related("standing"):
        now = standing(other)
        if now.state == Verdict.REJECTED or (now.kind, now.start, now.end) != (change.kind, change.start, change.end):
            continue
        if now.fields.get("value") == change.fields.get("value"):
            yield Refused("find-there-already")
            return


def _remarked(record: Record, change: Change, find: Find | None) -> Iterator[Refused]:
    """Doubts about the change that come from figures of the record that are known already."""
    key = find.pk if find else ADDED
    told = remarks(record, finds_of(record), {key: change}) if change.kind == Kind.OBSERVATION else {}
    return (each.said for each in told.get(key, ()) if each.doubtful and each.said.code not in SAID_HERE)


def _is_share(fields: dict[str, Any]) -> bool:
    return fields.get("unit") in WHOLE_UNITS and fields.get("measure") == "level"


def _decimal(value: Any) -> Decimal:
    return Decimal(str(value))


CHECKS = {
    Kind.OBSERVATION: (_number, _comparisons, _growth, _period, _place),
    Kind.DIRECTIVE: (_deadline,),
    Kind.MEETING: (_held,),
}
