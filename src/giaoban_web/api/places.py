"""Places, as of a day."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Query, Router
from ninja.pagination import paginate

from giaoban_web.accounts.queries import find_places
from giaoban_web.api.errors import DECLARED
from giaoban_web.api.paging import Paging
from giaoban_web.api.schemas import CODE, PlaceDetail, PlaceOut
from giaoban_web.places import queries
from giaoban_web.places.models import Place

router = Router(tags=["places"])
WITHIN = Query("", pattern=CODE, description="Code of a place: itself and what lies in it.")
SOUGHT = Query("", description="A code, or a part of a name, accents or not.")
ON = Query(None, description="The day, today if left out: 2020-03-12.")


@router.get("/", response={200: list[PlaceOut], **DECLARED}, operation_id="list_places")
@paginate(Paging)
def list_places(request: HttpRequest, on: date | None = ON, within: str = WITHIN, q: str = SOUGHT) -> Any:
    """The places that stood on a day, by code of what they lie in (`within`) or by code or name (`q`, accents or not)."""
    found = find_places(Place.objects.on(on or timezone.localdate()), q.replace("\0", ""))
    return found.filter(queries.below(within, "path")) if within else found


@router.get("/{slug:code}", response={200: PlaceDetail, **DECLARED}, operation_id="get_place")
def get_place(request: HttpRequest, code: str, on: date | None = ON) -> Any:
    """The place that had the code on a day, what it lay in, what lay directly below it, and what became of it."""
    day = on or timezone.localdate()
    place = queries.at(code, day)
    if place is None:
        raise Http404
    around = {"above": queries.above(place, day), "below": list(queries.children(place, day)), "later": queries.later(place)}
    return {**PlaceOut.from_orm(place).dict(), **around}
