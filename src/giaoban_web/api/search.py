"""Search over places, meetings, records and facts."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema

from giaoban_web.api.errors import DECLARED
from giaoban_web.api.schemas import HitOut
from giaoban_web.search.queries import find

router = Router(tags=["search"])


class Hits(Schema):
    items: list[HitOut]
    count: int


@router.get("/", response={200: Hits, **DECLARED}, operation_id="search")
def search(
    request: HttpRequest,
    q: str = Query(..., description='Words, accents or not; "quoted words" must stand together; the last word may be unfinished.'),
    kind: str = Query("", description="places.place, meetings.meeting, records.record or records.find"),
    page: int = Query(1, ge=1),
) -> Any:
    """What has all the words, the most telling first, twenty to a page."""
    found = find(request.auth, q, page, kind)
    return {"items": [HitOut.of(hit) for hit in found], "count": found.paginator.count}
