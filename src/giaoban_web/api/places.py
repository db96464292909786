"""Places, as of a day, and what happened to them."""

from datetime import date
from typing import Any

from django.db.models import Prefetch
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Query, Router
from ninja.pagination import paginate

from giaoban_web.accounts.queries import find_places
from giaoban_web.api.errors import DECLARED
from giaoban_web.api.named import NotFound, refuse_unknown
from giaoban_web.api.paging import Paging
from giaoban_web.api.schemas import CODE, PlaceDetail, PlaceEventOut, PlaceOut
from giaoban_web.places import queries
from giaoban_web.places.kinds import EventKind
from giaoban_web.places.models import Change, Event, Place

router = Router(tags=["places"])
events = Router(tags=["places"])
WITHIN = Query("", pattern=CODE, description="Code of a place: itself and what lies in it.")
SOUGHT = Query("", description="A code, or a part of a name, accents or not.")
ON = Query(None, description="The day, today if left out: 2020-03-12.")
SINCE = Query(None, description="The first day of effect.")
UNTIL = Query(None, description="The last day of effect.")
KIND = Query(None, description="Only of that kind.")
TOUCHING = Query("", pattern=CODE, description="Code of a place that it began with or came to.")
PAIRS = Prefetch("changes", Change.objects.select_related("before", "after", "event").prefetch_related("shares"))


@router.get("/", response={200: list[PlaceOut], **DECLARED}, operation_id="list_places")
@paginate(Paging)
def list_places(request: HttpRequest, on: date | None = ON, within: str = WITHIN, q: str = SOUGHT) -> Any:
    """The places that stood on a day, by code of what they lie in (`within`) or by code or name (`q`, accents or not)."""
    found = find_places(Place.objects.on(on or timezone.localdate()), q.replace("\0", ""))
    return found.filter(queries.below(within, "path")) if within else found


@router.get("/{slug:code}", response={200: PlaceDetail, **DECLARED}, operation_id="get_place")
def get_place(request: HttpRequest, code: str, on: date | None = ON) -> Any:
    """The place that had the code on a day, what it lay in, what lay directly below it, what it was made of, and what became of it."""
    day = on or timezone.localdate()
    refuse_unknown(code)
    place = queries.at(code, day)
    if place is None:
        raise NotFound("api-place-not-then", place=code, on=day)
    return {
        **PlaceOut.from_orm(place).dict(),
        "above": queries.above(place, day),
        "below": list(queries.children(place, day)),
        "earlier": list(queries.earlier(place).select_related("after").prefetch_related("shares")),
        "later": queries.later(place),
    }


@events.get("/", response={200: list[PlaceEventOut], **DECLARED}, operation_id="list_place_changes")
@paginate(Paging)
def list_changes(
    request: HttpRequest,
    since: date | None = SINCE,
    until: date | None = UNTIL,
    kind: EventKind | None = KIND,
    place: str = TOUCHING,
) -> Any:
    """What happened to places, the latest first, each with which place became which; undone changes and their undoing are among them."""
    found = Event.objects.select_related("undone_by").prefetch_related(PAIRS).order_by("-on", "-pk")
    if since:
        found = found.filter(on__gte=since)
    if until:
        found = found.filter(on__lte=until)
    if kind:
        found = found.filter(kind=kind)
    return found.filter(queries.touching(Place.every.filter(code=place))) if place else found


@events.get("/{int:event_id}", response={200: PlaceEventOut, **DECLARED}, operation_id="get_place_change")
def get_change(request: HttpRequest, event_id: int) -> Any:
    """One change of places."""
    return get_object_or_404(Event.objects.select_related("undone_by").prefetch_related(PAIRS), pk=event_id)
