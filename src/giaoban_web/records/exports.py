"""Everything decided about the finds of a record, rejected ones included: who, when, what, read by which rule."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from giaoban_web.records.cards import cards
from giaoban_web.records.models import Decision, Find, Kind, Record, Verdict
from giaoban_web.records.queries import decisions_of, finds_of
from giaoban_web.records.standing import UNDECIDED, standing


def as_json(record: Record) -> dict[str, Any]:
    """The record with each find as read, as it stands, and with all its decisions."""
    made: dict[int, list[dict[str, Any]]] = {}
    for decision in decisions_of(record):
        made.setdefault(decision.find_id, []).append(_decision(decision))
    return {
        "name": record.name,
        "title": record.title,
        "sha256": record.sha256,
        "place": {"code": record.place.code, "valid_from": record.place.valid_from.isoformat()},
        "published": record.published_on.isoformat() if record.published_on else None,
        "put_in_by": record.put_in_by.username,
        "put_in_at": record.put_in_at.isoformat(),
        "reader": record.reader,
        "finds": [_find(find, record.text, made.get(find.pk, [])) for find in finds_of(record)],
    }


def header() -> list[str]:
    """The columns of the list of finds."""
    return [
        _("Kind"), _("State"), _("Words of the record"), _("Where"), _("What it says"), _("Value"), _("Details"), _("Topic"),
        _("Start"), _("End"), _("Read by rule"), _("Reader"), _("Confidence"), _("Decided by"), _("Decided at"), _("Reason"),
    ]  # fmt: skip


def rows(record: Record) -> Iterator[list[Any]]:
    """One row a find, rejected ones too, in the words of people."""
    for each in cards(record, finds_of(record)):
        find, last = each.find, each.find.standing
        details = "; ".join(f"{name}: {value}" for name, value in each.lines)
        yield [
            str(Kind(each.now.kind).label), _state(each.now.state), each.quote, each.where, each.title, each.value, details, each.topic,
            each.now.start, each.now.end, find.rule, find.reader, find.confidence, str(last.by) if last else "",
            last.at if last else None, last.reason if last else "",
        ]  # fmt: skip


def _state(state: str) -> str:
    return _("still to confirm") if state == UNDECIDED else str(Verdict(state).label)


def _find(find: Find, text: str, decisions: list[dict[str, Any]]) -> dict[str, Any]:
    now = standing(find)
    return {
        "id": find.pk,
        "state": now.state,
        "kind": now.kind,
        "span": {"start": now.start, "end": now.end},
        "quote": text[now.start : now.end],
        "fields": now.fields,
        "read": {"kind": find.kind, "span": {"start": find.start, "end": find.end}, "fields": find.fields},
        "rule": find.rule,
        "reader": find.reader,
        "confidence": find.confidence,
        "added_by": find.added_by.username if find.added_by else None,
        "decisions": decisions,
    }


def _decision(decision: Decision) -> dict[str, Any]:
    return {
        "number": decision.number,
        "verdict": decision.verdict,
        "undo": decision.undo,
        "kind": decision.kind,
        "span": {"start": decision.start, "end": decision.end},
        "fields": decision.fields,
        "place": {"code": decision.place.code, "valid_from": decision.place.valid_from.isoformat()} if decision.place else None,
        "reason": decision.reason,
        "by": decision.by.username,
        "at": decision.at.isoformat(),
    }
