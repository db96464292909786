"""The day of a record's meeting: the years it may be of, what is read otherwise by a day, and keeping both."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Router, Schema

from giaoban_web.api import named
from giaoban_web.api.amendments import AmendmentOut, SeenIn, told
from giaoban_web.api.errors import DECLARED
from giaoban_web.api.schemas import FindOut
from giaoban_web.api.taken import Day, Key, Taken
from giaoban_web.records import dating
from giaoban_web.records.models import Find, Kind, Record, Verdict
from giaoban_web.records.queries import finds_of, visible_to
from giaoban_web.records.standing import standing

router = Router(tags=["finds"])
ON = Query(None, description="A day on which the meeting may have been held: `changes` says what is read otherwise by it.")


class LikelyYear(Schema):
    """A year, and why: weekday (the day falls on the weekday told), named (by the years in the text), known (lately before put in)."""

    year: int
    why: str


class ReadAgainOut(Schema):
    """A find, and its fields as they would be read by that day."""

    find: FindOut
    fields: dict[str, Any]


class MeetingDayOut(Schema):
    """The meeting of a record as it stands, the years asked about where its day is told without one, and what follows from a day."""

    meeting: FindOut
    years: list[LikelyYear]
    changes: list[ReadAgainOut]


class MeetingDayIn(Taken):
    """The day of the meeting, the number of its last decision as you saw it, and the finds to be changed with it."""

    on: Day
    seen: Key
    finds: list[SeenIn] = []


class DatedOut(Schema):
    """The meeting with its day, and what became of the finds read again: by its number they are taken back."""

    meeting: FindOut
    amendment: AmendmentOut


@router.get("/{int:record_id}/meeting-day", response={200: MeetingDayOut, **DECLARED}, operation_id="get_meeting_day")
def get_meeting_day(request: HttpRequest, record_id: int, on: Day | None = ON) -> Any:
    """The day of the meeting that a record tells of; 404 where it tells of none."""
    record = _record(request, record_id)
    find = _meeting(record)
    changes = dating.rereads(record, on) if on else []
    return {
        "meeting": FindOut.of(find),
        "years": [{"year": each.year, "why": each.why} for each in dating.asked(find)],
        "changes": [{"find": FindOut.of(each.find), "fields": each.after} for each in changes],
    }


@router.post("/{int:record_id}/meeting-day", response={200: DatedOut, **DECLARED}, operation_id="set_meeting_day")
def set_meeting_day(request: HttpRequest, record_id: int, taken: MeetingDayIn) -> Any:
    """Give the meeting its day, and change the finds named as read by it; those decided meanwhile are left. 409 as when deciding."""
    record = _record(request, record_id)
    wishes = dating.wishes(dating.rereads(record, taken.on), {each.id: each.seen for each in taken.finds})
    done = dating.date_meeting(find=_meeting(record), on=taken.on, seen=taken.seen, wishes=wishes, by=request.auth)
    return {"meeting": FindOut.of(_meeting(record)), "amendment": told(record, done.amendment)}


def _meeting(record: Record) -> Find:
    """The first find that stands as a meeting."""
    stands = (find for find in finds_of(record) if standing(find).kind == Kind.MEETING and standing(find).state != Verdict.REJECTED)
    if (find := next(stands, None)) is None:
        raise named.NotFound("api-no-meeting")
    return find


def _record(request: HttpRequest, record_id: int) -> Record:
    return get_object_or_404(visible_to(request.auth).select_related("place", "meeting__place"), pk=record_id)
