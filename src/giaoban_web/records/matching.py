"""Which place of the register a find is about."""

from datetime import date
from typing import Any

from giaoban_web.places.models import Place
from giaoban_web.places.queries import match
from giaoban_web.records.models import Kind, Record

NAMED_BY = {Kind.OBSERVATION: "place", Kind.DIRECTIVE: "assignee", Kind.MEETING: "reviewed"}


def spoken_of_on(record: Record) -> date | None:
    """The day the record speaks of: of its meeting, else of its publication."""
    return (record.meeting.held_on if record.meeting else None) or record.published_on


def place_of(record: Record, kind: str, fields: dict[str, Any]) -> Place:
    """The place that a find's own words name, else that of the meeting, else the one under which the record is filed."""
    fallback = record.meeting.place if record.meeting else record.place
    written = fields.get(NAMED_BY.get(Kind(kind), "")) or ""
    return (match(written, record.place, spoken_of_on(record)) if written else None) or fallback
