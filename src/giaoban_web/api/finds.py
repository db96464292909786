"""Finds: list, get, decide, add."""

from enum import StrEnum
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Router
from ninja.pagination import paginate

from giaoban_web.api.errors import DECLARED
from giaoban_web.api.paging import FindPaging
from giaoban_web.api.schemas import FindOut
from giaoban_web.places.queries import below
from giaoban_web.records.models import Find, Kind
from giaoban_web.records.queries import visible_to

router = Router(tags=["finds"])


class State(StrEnum):
    """How far a find is decided."""

    UNDECIDED = "undecided"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    REOPENED = "reopened"


@router.get("/", response={200: list[FindOut], **DECLARED}, operation_id="list_finds")
@paginate(FindPaging)
def list_finds(
    request: HttpRequest,
    record: int | None = Query(None, description="Number of a record."),
    place: str = Query("", description="Code of a place: finds decided to be about it or what lies below it."),
    kind: Kind | None = None,
    state: State | None = None,
) -> Any:
    """Finds in the order of their records and texts."""
    found = _visible(request.auth)
    if record is not None:
        found = found.filter(record=record)
    if place:
        found = found.filter(below(place, "standing__place__path"))
    if kind:
        found = found.filter(standing__kind=kind) | found.filter(standing=None, kind=kind)
    if state:
        found = found.filter(standing=None) if state is State.UNDECIDED else found.filter(standing__verdict=state)
    return found


@router.get("/{int:find_id}", response={200: FindOut, **DECLARED}, operation_id="get_find")
def get_find(request: HttpRequest, find_id: int) -> Any:
    """One find as it stands."""
    return FindOut.of(get_object_or_404(_visible(request.auth), pk=find_id))


def _visible(user: Any) -> QuerySet[Find]:
    return Find.objects.filter(record__in=visible_to(user)).select_related("record", "standing__by", "standing__place")
