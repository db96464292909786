"""What the API gives and takes. Finds carry the fields of the exchange record (docs/reading.md), the same names."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from ninja import Field, Schema

from giaoban_web.api.errors import Error
from giaoban_web.meetings.models import Meeting
from giaoban_web.places.kinds import Kind
from giaoban_web.places.models import Change, Event
from giaoban_web.records.models import Decision, Find, Record
from giaoban_web.search.queries import Hit

CODE = r"^[0-9A-Za-z]*$"


class PlaceOut(Schema):
    """A place from `valid_from` (included) to `valid_to` (excluded, null while it stands); the key is both code and valid_from."""

    code: str
    kind: str
    kind_name: str = Field(description="The kind in the language of the answer: thị xã, town.")
    name: str
    path: str = Field(description="Codes from the root down to the place, each followed by a slash.")
    valid_from: date
    valid_to: date | None
    area: Decimal | None = Field(description="Square kilometres, null where unknown.")
    lat: Decimal | None = Field(description="Latitude in degrees (WGS 84) of a point within it, null where unknown.")
    lon: Decimal | None
    source: str
    doubt: str = Field(description="What of it is not verified, or where sources disagree; empty for nothing.")

    @staticmethod
    def resolve_kind_name(place: Any) -> str:
        return str(Kind(place["kind"] if isinstance(place, dict) else place.kind).label)


class ShareOut(Schema):
    """How much of `before` went to `after` (0.25 is a quarter), and by what it was measured: population, area or count."""

    basis: str
    share: Decimal


class PlaceChangeOut(Schema):
    """One place became another, wholly or in `part`; a part that nobody measured has no shares."""

    event_id: int
    on: date
    kind: str
    act: str
    part: bool
    before: PlaceOut
    after: PlaceOut
    shares: list[ShareOut]

    @staticmethod
    def resolve_shares(change: Change) -> list[Any]:
        return list(change.shares.all())


class PlaceDetail(PlaceOut):
    """A place with those above and below it, and what became of it."""

    above: list[PlaceOut]
    below: list[PlaceOut]
    earlier: list[PlaceChangeOut] = Field(description="What it was made of.")
    later: list[PlaceChangeOut] = Field(description="What became of it, step by step to the places that stand today.")


class PlaceEventOut(Schema):
    """Something that happened to places: merger, split, renaming, upgrade, move, abolition, rearrangement, or the undoing of another."""

    id: int
    kind: str
    on: date
    act: str
    source: str
    doubt: str
    undoes_id: int | None = Field(description="The event that it undoes.")
    undone_by_id: int | None = Field(description="The event that undid it.")
    changes: list[PlaceChangeOut]

    @staticmethod
    def resolve_undone_by_id(event: Event) -> int | None:
        return getattr(getattr(event, "undone_by", None), "pk", None)

    @staticmethod
    def resolve_changes(event: Event) -> list[Any]:
        return list(event.changes.all())


class ChairOut(Schema):
    """Who presides over a meeting, with the offices as the record says them."""

    name: str
    offices: list[str]


class MeetingOut(Schema):
    """A review meeting with the number of facts confirmed of it."""

    id: int
    title: str
    held_on: date | None
    mode: str | None = Field(description="online, in_person, hybrid, or null where the record does not say.")
    convener: str | None
    reviewed: str | None
    chair: ChairOut | None
    place: PlaceOut
    figures: int
    shortcomings: int
    directives: int

    @staticmethod
    def resolve_mode(meeting: Meeting) -> str | None:
        return meeting.mode or None

    @staticmethod
    def resolve_convener(meeting: Meeting) -> str | None:
        return meeting.convener or None

    @staticmethod
    def resolve_reviewed(meeting: Meeting) -> str | None:
        return meeting.reviewed or None

    @staticmethod
    def resolve_chair(meeting: Meeting) -> dict[str, Any] | None:
        return {"name": meeting.chair, "offices": meeting.chair_offices} if meeting.chair else None


class Span(Schema):
    """Code points of the record's NFC text: start included, end excluded."""

    start: int
    end: int


class FindOut(Schema):
    """A find as it stands: as a person decided, else as it was read.

    number  of the last decision, 0 before the first: send it back as `seen` when deciding
    state   undecided, confirmed, corrected, rejected, reopened, or amended (changed with others, still to confirm)
    """

    id: int
    record: int
    kind: str = Field(description="meeting, observation, strength, shortcoming or directive.")
    span: Span
    quote: str
    fields: dict[str, Any] = Field(description="As in the exchange record, by kind.")
    rule: str
    reader: str
    confidence: float
    state: str
    number: int
    topic: str | None
    place: PlaceOut | None
    decided_by: str | None
    decided_at: datetime | None
    reason: str | None

    @classmethod
    def of(cls, find: Find) -> dict[str, Any]:
        """The values of one find; its record must be loaded with its text."""
        now = find.standing or find
        decision = find.standing
        return {
            "id": find.pk,
            "record": find.record_id,
            "kind": now.kind,
            "span": {"start": now.start, "end": now.end},
            "quote": find.record.text[now.start : now.end],
            "fields": now.fields,
            "rule": find.rule,
            "reader": find.reader,
            "confidence": find.confidence,
            "state": decision.verdict if decision else "undecided",
            "number": decision.number if decision else 0,
            "topic": (decision.topic if decision else now.fields.get("topic")) or None,
            "place": decision.place if decision else None,
            "decided_by": str(decision.by) if decision else None,
            "decided_at": decision.at if decision else None,
            "reason": decision.reason or None if decision else None,
        }


class RecordHead(Schema):
    """A record without its text and finds: how far it has been decided."""

    id: int
    name: str
    title: str | None
    published: date | None
    place: PlaceOut
    meeting_id: int | None
    media_type: str
    encoding: str
    size: int
    sha256: str
    reader: str
    put_in_by: str
    put_in_at: datetime
    total: int = Field(description="Finds of the record.")
    left: int = Field(description="Finds that nobody has decided yet.")


class RecordOut(RecordHead):
    """A record in a list."""

    @staticmethod
    def resolve_title(record: Record) -> str | None:
        return record.title or None

    @staticmethod
    def resolve_published(record: Record) -> date | None:
        return record.published_on

    @staticmethod
    def resolve_put_in_by(record: Record) -> str:
        return str(record.put_in_by)


class RecordDetail(RecordHead):
    """The exchange record as it now stands, rejected finds left out, with the text that its spans count.

    doubts  what speaks against the place under which it is filed
    """

    text: str
    doubts: list[Error]
    meeting: dict[str, Any] | None
    observations: list[dict[str, Any]]
    findings: list[dict[str, Any]]
    directives: list[dict[str, Any]]


class Piece(Schema):
    """A run of words of a hit; `hit` where they are what was looked for."""

    text: str
    hit: bool


class HitOut(Schema):
    """Something found: title and telling text in pieces, those that hit marked."""

    kind: str
    id: int
    title: list[Piece]
    text: list[Piece]
    url: str
    on: date | None
    place: PlaceOut | None
    figure: dict[str, Any] | None = Field(None, description="Of a figure its fields as in the exchange record; else null.")

    @classmethod
    def of(cls, hit: Hit, figure: Decision | None = None) -> dict[str, Any]:
        title, text = ([{"text": words, "hit": found} for words, found in pieces] for pieces in (hit.title, hit.body))
        told = {"kind": hit.kind, "id": hit.subject_id, "title": title, "text": text, "url": hit.url, "on": hit.on, "place": hit.place}
        return {**told, "figure": figure.fields if figure else None}
