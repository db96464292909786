"""Where and when what a record tells took place, and which place of the register a find is about."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from giaoban.reference.topics import topic_of
from giaoban_web.places.models import Place
from giaoban_web.places.names import take_apart
from giaoban_web.places.queries import match
from giaoban_web.records.models import Kind, Record, Verdict
from giaoban_web.records.standing import standing

NAMED_BY = {Kind.OBSERVATION: "place", Kind.DIRECTIVE: "assignee", Kind.MEETING: "reviewed"}


@dataclass(frozen=True, slots=True)
class Setting:
    """The place and day taken for finds that name none of their own."""

    place: Place
    on: date | None


def setting(record: Record) -> Setting:
    """Of the record's meeting as confirmed, else as read unless that was rejected, else where it is filed and when it was published."""
    if record.meeting:
        return Setting(record.meeting.place, record.meeting.held_on or record.published_on)
    told = meeting_as_read(record)
    on = date.fromisoformat(told["date"]) if told.get("date") else record.published_on
    return Setting(match(told.get("reviewed") or "", record.place, on) or record.place, on)


def spoken_of_on(record: Record) -> date | None:
    """The day the record speaks of."""
    return setting(record).on


def place_of(record: Record, kind: str, fields: dict[str, Any], around: Setting | None = None) -> Place:
    """The place that a find's own words name, else that of the meeting, else the one under which the record is filed.

    around  the record's `setting`, where the caller has it
    """
    told = around or setting(record)
    written = fields.get(NAMED_BY.get(Kind(kind), "")) or ""
    named = match(written, record.place, told.on) if written else None
    return named or (record.place if kind == Kind.MEETING else told.place)


class Whose:
    """Says of the figures of one record whose they are; looks a place up once, and only where its words leave it open."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._told: dict[str, str] = {}

    def told(self, fields: dict[str, Any]) -> str:
        """The place as written; of one written by its kind alone ("toàn phường") its name, too, where that is known."""
        written = fields.get("place") or ""
        if written not in self._told:
            self._told[written] = self._named(written)
        return self._told[written]

    def _named(self, written: str) -> str:
        said = take_apart(written)
        if said.name or not said.kind:
            return written
        place = place_of(self._record, Kind.OBSERVATION, {"place": written})
        return f"{written} ({place})" if place.kind == said.kind else written


def meeting_as_read(record: Record) -> dict[str, Any]:
    """The fields of the first find that stands as a meeting."""
    for find in record.finds.filter(kind=Kind.MEETING).select_related("standing"):
        now = standing(find)
        if now.kind == Kind.MEETING and now.state != Verdict.REJECTED:
            return now.fields
    return {}


def topic_named(fields: dict[str, Any]) -> str:
    """The topic that a find carries, that of its indicator for a figure; "" for a meeting."""
    indicator = fields.get("indicator")
    return fields.get("topic") or (topic_of(indicator).value if indicator else "")
