"""Records as annotated texts: what people confirmed or corrected stands in them, what they rejected or left open stands apart.

What is told of a find is told of the fields at which somebody looked (see `giaoban.reading.learning.told`): of all where it was confirmed,
or corrected, for the form shows and sends them all; of those that were filled in where a person added it. Were only the changed ones told,
nearly all that is told of a field would be that it was read wrong, and whatever changes most would seem to read best.
"""

from collections.abc import Iterator
from typing import Any

from giaoban.model import Document
from giaoban.reading.learning.told import CLAUSES, Told
from giaoban_web.records.blocks import unpack, unpack_spans
from giaoban_web.records.models import LISTS, WAITING, Find, Kind, Record, Verdict
from giaoban_web.records.queries import finds_of
from giaoban_web.records.standing import Standing, standing

LEFT_AS_OFFERED = (None, "", "other", [])
"""What a field says that a person who added a find did not fill in."""


def decided_texts() -> Iterator[Told]:
    """Records of which somebody decided a find, in the order they were put in."""
    decided = Find.objects.exclude(standing=None).exclude(standing__verdict__in=WAITING)
    for record in Record.objects.filter(pk__in=decided.values("record")).order_by("pk").iterator():
        yield Told(document_of(record), annotated(record))


def document_of(record: Record) -> Document:
    """The document again that the record was read from."""
    blocks, unsure = tuple(unpack(record.blocks)), unpack_spans(record.unsure)
    return Document(record.text, blocks, record.name, record.sha256, record.media_type, record.encoding, unsure)


def annotated(record: Record) -> dict[str, Any]:
    """The exchange record as decided.

    rejected  what was read and is wrong, with its kind
    open      what nobody decided, with its kind
    whole     whether every judgement and task was decided, and there was one
    whole_figures    the same of figures
    """
    made: dict[str, Any] = {
        "title": record.title or None,
        "published": record.published_on.isoformat() if record.published_on else None,
        "meeting": None,
        "observations": [],
        "findings": [],
        "directives": [],
        "rejected": [],
        "open": [],
        "whole": False,
        "whole_figures": False,
        "sha256": record.sha256,
    }
    for find in finds_of(record):
        now = standing(find)
        told = {"span": {"start": now.start, "end": now.end}, "quote": record.text[now.start : now.end], **now.fields}
        made["whole"] |= now.decided and now.kind in CLAUSES
        made["whole_figures"] |= now.decided and now.kind == Kind.OBSERVATION
        if now.state == Verdict.REJECTED:
            made["rejected"].append({"kind": now.kind, **told})
        elif now.decided:
            _put(made, now, told | _looked_at(find, now))
        else:
            made["open"].append({"kind": now.kind, **told})
    made["whole"] &= not any(each["kind"] in CLAUSES for each in made["open"])
    made["whole_figures"] &= not any(each["kind"] == Kind.OBSERVATION for each in made["open"])
    return made


def _put(made: dict[str, Any], now: Standing, told: dict[str, Any]) -> None:
    if now.kind == Kind.MEETING:
        made["meeting"] = told
    else:
        made[LISTS[Kind(now.kind)]].append(told)


def _looked_at(find: Find, now: Standing) -> dict[str, Any]:
    """Beside a find: the fields at which nobody looked; what was read where that is not what stands; where it was read if it was moved."""
    if find.added_by_id:
        left = sorted(name for name, value in now.fields.items() if value in LEFT_AS_OFFERED)
        return {"unlooked": left} if left else {}
    said: dict[str, Any] = {}
    if now.fields != find.fields:
        said["read"] = find.fields
    if (now.start, now.end) != (find.start, find.end):
        said["moved"] = {"start": find.start, "end": find.end}
    return said
