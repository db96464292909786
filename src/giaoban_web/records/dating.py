"""The day of a meeting whose year the record does not tell: asked of a person, and what is counted by it read again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from giaoban.exchange.record import fields as fields_of
from giaoban.model import Refused, Span
from giaoban.reading.likely_years import Likely, day_in, likely_years
from giaoban.reading.rereading import Counted, reread
from giaoban_web.learning.queries import weights_in_use
from giaoban_web.records import actions, amending
from giaoban_web.records.actions import Change
from giaoban_web.records.annotated import document_of
from giaoban_web.records.models import Decision, Find, Kind, Record, Verdict
from giaoban_web.records.queries import finds_of
from giaoban_web.records.standing import standing

COUNTED: dict[str, Any] = {"period": _("Period"), "comparisons": _("Comparison"), "deadline": _("Deadline")}
"""The fields that are counted by the day of the meeting."""
NOTHING: tuple[Any, ...] = (None, [])


@dataclass(frozen=True, slots=True)
class Reread:
    """A find with what it says now, and would say, of those fields that change."""

    find: Find
    before: Mapping[str, Any]
    after: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Dated:
    """What was done: the decision about the meeting (None where it had that day already), and what became of the finds read again."""

    decision: Decision | None
    amendment: amending.Amendment


def asked(find: Find) -> tuple[Likely, ...]:
    """The years among which a person may choose; () for what is no meeting whose day stands without its year."""
    now = standing(find)
    day = day_told(find)
    if now.kind != Kind.MEETING or now.state == Verdict.REJECTED or not day:
        return ()
    record = find.record
    return likely_years(record.text, day, Span(now.start, now.end), timezone.localdate(record.put_in_at))


def day_told(find: Find) -> str | None:
    """Month and day of a meeting whose date is not known; in records of earlier readers by its words, for these kept no day."""
    now = standing(find)
    if now.kind != Kind.MEETING or now.fields.get("date"):
        return None
    return now.fields.get("day") or day_in(find.record.text[now.start : now.end])


def is_redated(find: Find) -> bool:
    """Whether a person gave the meeting another day than was read, by which the rest may be read again."""
    now = standing(find)
    corrected = now.kind == Kind.MEETING and now.state == Verdict.CORRECTED
    return corrected and bool(now.fields.get("date")) and now.fields["date"] != find.fields.get("date")


def day_of(find: Find, year: int) -> date:
    """The day of the meeting in that year. Refused where that year has no such day (29 February)."""
    day = day_told(find) or ""
    try:
        return date.fromisoformat(f"{year:04}{day[1:]}")
    except ValueError:
        raise Refused("no-such-day", day=int(day[5:]), month=int(day[2:4]), year=f"{year}") from None


def dated(find: Find, on: date) -> Change:
    """The meeting with that day."""
    now = standing(find)
    told = {name: value for name, value in now.fields.items() if name != "day"}
    return Change(now.kind, now.start, now.end, {**told, "date": on.isoformat()})


def rereads(record: Record, on: date) -> list[Reread]:
    """The finds of which something is read otherwise when the meeting was held on that day; rejected ones left out.

    Left as it is what a person or another reader has said otherwise. The record is read twice for it, as its reader reads now.
    """
    known: dict[tuple[Any, ...], Find] = {_key(find.kind, find.start, find.end, find.fields): find for find in _standing(record)}
    pairs = (
        (known.get(_found(old)), fields_of(old.what), fields_of(new.what)) for old, new in reread(document_of(record), on, weights_in_use())
    )
    made = (_reread(find, old, new) for find, old, new in pairs if find)
    return [each for each in made if each.after]


@transaction.atomic
def date_meeting(*, find: Find, on: date, seen: int, wishes: Mapping[int, amending.Wish], by: Any) -> Dated:
    """Give the meeting that day, and change the finds wished that nobody has decided since: one transaction, an entry for each of the two.

    seen  number of the last decision about the meeting that the person saw; `Conflict` when another came in between
    """
    decision = None
    if standing(find).fields.get("date") != on.isoformat() or standing(find).number != seen:
        decision = actions.decide(find=find, verdict=Verdict.CORRECTED, seen=seen, by=by, change=dated(find, on))
    return Dated(decision, amending.amend(record=find.record, wishes=wishes, by=by, noted={"on": on.isoformat()}))


def wishes(found: Iterable[Reread], chosen: Mapping[int, int]) -> dict[int, amending.Wish]:
    """What is wished of the finds `chosen`, each with the number of the last decision seen."""
    return {each.find.pk: amending.Wish(chosen[each.find.pk], each.after) for each in found if each.find.pk in chosen}


def _standing(record: Record) -> list[Find]:
    return [find for find in finds_of(record) if standing(find).state != Verdict.REJECTED and standing(find).kind == find.kind]


def _key(kind: str, start: int, end: int, fields: Mapping[str, Any]) -> tuple[Any, ...]:
    return kind, start, end, fields.get("value"), fields.get("measure")


def _found(old: Counted) -> tuple[Any, ...]:
    fields = fields_of(old.what)
    return _key(Kind.OBSERVATION if "indicator" in fields else Kind.DIRECTIVE, old.span.start, old.span.end, fields)


def _reread(find: Find, old: Mapping[str, Any], new: Mapping[str, Any]) -> Reread:
    now = standing(find).fields
    names = [name for name in COUNTED if name in new and new[name] != old[name] and now.get(name) in (old[name], *NOTHING)]
    return Reread(find, {name: now.get(name) for name in names}, {name: new[name] for name in names})
