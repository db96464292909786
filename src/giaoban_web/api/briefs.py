"""Briefs for coming meetings: list, one with everything it says, and its papers."""

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema
from ninja.pagination import paginate

from giaoban_web.api.errors import DECLARED, files
from giaoban_web.api.paging import Paging
from giaoban_web.api.schemas import CODE, PlaceOut
from giaoban_web.briefs import brief_papers
from giaoban_web.briefs.brief_queries import visible_to
from giaoban_web.briefs.models import Brief
from giaoban_web.places.queries import below
from giaoban_web.ui.printed import language

router = Router(tags=["briefs"])
PLACE = Query("", pattern=CODE, description="Code of a place: briefs on it or on what lies below it.")


class BriefOut(Schema):
    """A brief with its counts; `sha256` is that of its JSON."""

    id: int
    place: PlaceOut
    body: int | None = Field(alias="body_id", description="Number of the body that the meeting is with, where it is with one.")
    on: date
    meeting: str
    meeting_on: date | None
    last: int | None = Field(alias="last_id", description="The brief that its figures are set against.")
    open: int
    overdue: int
    questions: int = Field(alias="questions_count")
    sha256: str
    made_by: str
    made_at: datetime

    @staticmethod
    def resolve_made_by(brief: Brief) -> str:
        return str(brief.made_by)


@router.get("/", response={200: list[BriefOut], **DECLARED}, operation_id="list_briefs")
@paginate(Paging)
def list_briefs(request: HttpRequest, place: str = PLACE) -> Any:
    """Briefs that you may see, of the latest day first."""
    found = visible_to(request.auth)
    return found.filter(below(place, "place__path")) if place else found


@router.get("/{int:brief_id}", response={200: BriefOut, **DECLARED}, operation_id="get_brief")
def get_brief(request: HttpRequest, brief_id: int) -> Any:
    """One brief."""
    return get_object_or_404(visible_to(request.auth), pk=brief_id)


@router.get(
    "/{int:brief_id}/{slug:paper}", response=DECLARED, operation_id="get_brief_paper", openapi_extra=files(*brief_papers.MEDIA.values())
)
def get_brief_paper(request: HttpRequest, brief_id: int, paper: brief_papers.Paper) -> HttpResponse:
    """What it says: as JSON with everything it was composed from, or drawn as PDF or DOCX."""
    return brief_papers.answer(get_brief(request, brief_id), paper, language())
