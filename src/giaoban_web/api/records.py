"""Records: list, get, the original, put in."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import File, Form, Query, Router, Status, UploadedFile
from ninja.pagination import paginate
from pydantic import Field

from giaoban.model import Refused
from giaoban_web.api import named
from giaoban_web.api.errors import DECLARED, Error, body, files
from giaoban_web.api.exchange import detail
from giaoban_web.api.paging import Paging
from giaoban_web.api.schemas import CODE, RecordDetail, RecordOut
from giaoban_web.api.taken import Day, Key, Taken
from giaoban_web.places.models import Place
from giaoban_web.places.queries import below
from giaoban_web.records import actions, ocr, originals
from giaoban_web.records.intake import NEEDS_OCR
from giaoban_web.records.models import Record
from giaoban_web.records.queries import listed, places_to_file_under, visible_to
from giaoban_web.records.refiling import refile

router = Router(tags=["records"])
OF_MEETING = Query(None, description="Number of a meeting.")
PLACE = Form(..., description="Code of the place to file it under.")
ON = Form(None, description="A day on which the place had that code; the last place that had it if left out.")
ANYWAY = Form(False, description="Keep it also where its text is there already as another file.")
FILE = File(..., description=".txt, .html, .docx, .doc, .rtf, .odt or .pdf")


class AlreadyThere(Error):
    """The same bytes (`record-known`) or the same text in another file (`record-same-text`) were put in before, as this record."""

    record: int


class FiledUnder(Taken):
    """Code of a place, and a day on which it had that code; the last place that had it if left out."""

    place: str = Field(pattern=CODE)
    on: Day | None = None


@router.get("/", response={200: list[RecordOut], **DECLARED}, operation_id="list_records")
@paginate(Paging)
def list_records(
    request: HttpRequest,
    place: str = Query("", pattern=CODE, description="Code of a place: records filed under it or below it."),
    meeting: Key | None = OF_MEETING,
    waiting: bool | None = Query(None, description="true: with finds nobody has decided yet; false: all decided"),
) -> Any:
    """Records, the latest first."""
    found = listed(visible_to(request.auth)).order_by("-put_in_at", "-pk")
    if place:
        found = found.filter(below(place, "place__path"))
    if meeting is not None:
        found = found.filter(meeting=meeting)
    if waiting is not None:
        found = found.filter(left__gt=0) if waiting else found.filter(left=0)
    return found


@router.post("/", response={201: RecordDetail, **DECLARED, 409: AlreadyThere}, operation_id="put_in_record")
def put_in_record(
    request: HttpRequest,
    file: UploadedFile = FILE,
    place: str = PLACE,
    on: date | None = ON,
    anyway: bool = ANYWAY,
) -> Any:
    """Put a record in: it is read at once. 409 with the number of the first one when the same bytes or the same text are there already.

    A document with a mark of state secrecy is refused before a byte of it is kept.
    """
    try:
        record = _put_in(file.read(), file.name or "", _filed_under(request, place, on), request.auth, anyway=anyway)
    except (actions.Known, actions.SameText) as known:
        return Status(409, {**body(known), "record": known.record.pk})
    return Status(201, detail(listed(visible_to(request.auth)).get(pk=record.pk)))


def _filed_under(request: HttpRequest, code: str, on: date | None) -> Place:
    """The place that has the code on that day, the last one without a day, where the person may put a record in."""
    return named.place(code, on, places_to_file_under(request.auth))


def _put_in(data: bytes, name: str, place: Place, by: Any, *, anyway: bool) -> Record:
    """A scan is read while the caller waits, where the program for it is installed."""
    try:
        return actions.put_in(data=data, name=name, place=place, by=by, anyway=anyway)
    except Refused as refused:
        if refused.code != NEEDS_OCR or not ocr.available():
            raise
    return actions.put_in(data=data, name=name, place=place, by=by, ocr=ocr.ocr, anyway=anyway)


@router.get("/{int:record_id}", response={200: RecordDetail, **DECLARED}, operation_id="get_record")
def get_record(request: HttpRequest, record_id: int) -> Any:
    """One record in the exchange form, as decided so far: rejected finds left out, corrected ones as corrected."""
    return detail(get_object_or_404(listed(visible_to(request.auth)), pk=record_id))


@router.post("/{int:record_id}/place", response={200: RecordDetail, **DECLARED, 409: AlreadyThere}, operation_id="file_record_elsewhere")
def file_record_elsewhere(request: HttpRequest, record_id: int, taken: FiledUnder) -> Any:
    """File a record under another place: its meeting and what was confirmed of it follow, tasks and notices stay."""
    record = get_object_or_404(visible_to(request.auth).select_related("place"), pk=record_id)
    try:
        refile(record=record, place=_filed_under(request, taken.place, taken.on), by=request.auth)
    except actions.Known as known:
        return Status(409, {**body(known), "record": known.record.pk})
    return detail(listed(visible_to(request.auth)).get(pk=record.pk))


@router.get("/{int:record_id}/original", response=DECLARED, operation_id="get_original", openapi_extra=files("application/octet-stream"))
def get_original(request: HttpRequest, record_id: int) -> HttpResponse:
    """The document as it came in, byte for byte."""
    return originals.attachment(get_object_or_404(visible_to(request.auth).defer("text", "blocks"), pk=record_id))
