"""Records as annotated texts: what people confirmed or corrected stands in them, what they rejected does not."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from giaoban.model import Document
from giaoban.reading.learning.adapting import Told
from giaoban_web.records.blocks import unpack
from giaoban_web.records.models import Kind, Record, Verdict
from giaoban_web.records.queries import finds_of
from giaoban_web.records.standing import Standing, standing

LISTS = {
    Kind.OBSERVATION: "observations",
    Kind.STRENGTH: "findings",
    Kind.SHORTCOMING: "findings",
    Kind.DIRECTIVE: "directives",
}
CLAUSES = (Kind.STRENGTH, Kind.SHORTCOMING, Kind.DIRECTIVE)


def decided_texts() -> Iterator[Told]:
    """Records of which every finding and directive is decided, and at least one of them confirmed; in the order they were put in."""
    open_ones = Record.objects.filter(Q(finds__kind__in=CLAUSES) & _undecided())
    for record in Record.objects.exclude(pk__in=open_ones).order_by("pk").iterator():
        told = Told(document_of(record), annotated(record))
        if told.record["findings"] or told.record["directives"]:
            yield told


def document_of(record: Record) -> Document:
    """The document again that the record was read from."""
    return Document(record.text, tuple(unpack(record.blocks)), record.name, record.sha256, record.media_type, record.encoding)


def annotated(record: Record) -> dict[str, Any]:
    """The exchange record as decided; `rejected` lists what was read and is wrong."""
    made: dict[str, Any] = {
        "title": record.title or None,
        "published": record.published_on.isoformat() if record.published_on else None,
        "meeting": None,
        "observations": [],
        "findings": [],
        "directives": [],
        "rejected": [],
        "sha256": record.sha256,
    }
    for find in finds_of(record):
        now = standing(find)
        told = {"span": {"start": now.start, "end": now.end}, "quote": record.text[now.start : now.end], **now.fields}
        if now.state == Verdict.REJECTED:
            made["rejected"].append({"kind": now.kind, **told})
        elif now.decided:
            _put(made, now, told)
    return made


def _put(made: dict[str, Any], now: Standing, told: dict[str, Any]) -> None:
    if now.kind == Kind.MEETING:
        made["meeting"] = told
    else:
        made[LISTS[Kind(now.kind)]].append(told)


def _undecided() -> Q:
    return Q(finds__standing=None) | Q(finds__standing__verdict=Verdict.REOPENED)
