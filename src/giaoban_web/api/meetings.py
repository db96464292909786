"""Meetings that confirmed records tell of."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Router
from ninja.pagination import paginate

from giaoban_web.api.errors import DECLARED
from giaoban_web.api.paging import Paging
from giaoban_web.api.schemas import CODE, MeetingOut
from giaoban_web.overview.queries import meetings_of
from giaoban_web.places.queries import below

router = Router(tags=["meetings"])
PLACE = Query("", pattern=CODE, description="Code of a place: meetings about it or what lies below it.")
SINCE = Query(None, description="First day, 2020-03-12.")
UNTIL = Query(None, description="Last day, included.")


@router.get("/", response={200: list[MeetingOut], **DECLARED}, operation_id="list_meetings")
@paginate(Paging)
def list_meetings(request: HttpRequest, place: str = PLACE, since: date | None = SINCE, until: date | None = UNTIL) -> Any:
    """Meetings, the latest first, about the place of that code and what lies below it, held from `since` to `until`."""
    found = meetings_of(request.auth)
    if place:
        found = found.filter(below(place, "place__path"))
    if since:
        found = found.filter(held_on__gte=since)
    return found.filter(held_on__lte=until) if until else found


@router.get("/{int:meeting_id}", response={200: MeetingOut, **DECLARED}, operation_id="get_meeting")
def get_meeting(request: HttpRequest, meeting_id: int) -> Any:
    """One meeting."""
    return get_object_or_404(meetings_of(request.auth), pk=meeting_id)
