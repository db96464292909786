"""Search over places, meetings, records and facts."""

from enum import StrEnum
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema

from giaoban_web.api.errors import DECLARED
from giaoban_web.api.schemas import HitOut
from giaoban_web.overview.found import figure_in, figures
from giaoban_web.search.queries import find

router = Router(tags=["search"])


class Subject(StrEnum):
    """What kind of thing to look among."""

    PLACE = "places.place"
    MEETING = "meetings.meeting"
    RECORD = "records.record"
    FIND = "records.find"


class Hits(Schema):
    """A page of what was found, and how much there is."""

    items: list[HitOut]
    count: int


@router.get("/", response={200: Hits, **DECLARED}, operation_id="search")
def search(
    request: HttpRequest,
    q: str = Query(..., description='Words, accents or not; "quoted words" must stand together; the last word may be unfinished.'),
    kind: Subject | None = None,
    page: int = Query(1, ge=1, lt=10**6),
) -> Any:
    """What has all the words, the most telling first, twenty to a page."""
    found = find(request.auth, q, page, kind.value if kind else "")
    known = figures(found)
    return {"items": [HitOut.of(hit, figure_in(hit, known)) for hit in found], "count": found.paginator.count}
