"""A stored record in the exchange form: as `giaoban read --json` prints it, after what people decided."""

from typing import Any

from giaoban_web.api.errors import body
from giaoban_web.api.schemas import FindOut, RecordOut
from giaoban_web.records.filing import doubts
from giaoban_web.records.models import LISTS, Find, Kind, Record, Verdict


def detail(record: Record) -> dict[str, Any]:
    """`RecordDetail` of a record counted by `overview.queries.progress`."""
    lists: dict[str, Any] = {"meeting": None, "observations": [], "findings": [], "directives": []}
    finds = Find.objects.filter(record=record).select_related("standing__by", "standing__place")
    for find in finds:
        find.record = record
        if find.standing and find.standing.verdict == Verdict.REJECTED:
            continue
        told = told_of(find)
        if told["kind"] == Kind.MEETING:
            lists["meeting"] = told
        else:
            lists[LISTS[Kind(told["kind"])]].append(told)
    return {**RecordOut.from_orm(record).dict(), "text": record.text, "doubts": [body(each) for each in doubts(record)], **lists}


def told_of(find: Find) -> dict[str, Any]:
    """One find of the exchange record: its place in the text, its fields, what read it; and how far it is decided."""
    whole = FindOut.of(find)
    kept = ("id", "kind", "span", "quote", "rule", "confidence", "state", "number")
    return {**{name: whole[name] for name in kept}, **whole["fields"]}
