"""Many finds confirmed in one stroke, each named in the answer, and such a stroke taken back."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Router, Schema
from pydantic import Field

from giaoban_web.api.amendments import SeenIn
from giaoban_web.api.errors import DECLARED
from giaoban_web.api.schemas import FindOut
from giaoban_web.api.taken import Taken
from giaoban_web.records import actions
from giaoban_web.records.confirming import SURE, THRESHOLDS
from giaoban_web.records.models import Find, Record
from giaoban_web.records.queries import finds_of, visible_to

router = Router(tags=["finds"])


class SureIn(Taken):
    """From what confidence on."""

    above: float = Field(SURE, ge=min(THRESHOLDS), le=1)


class StrokeIn(Taken):
    """Finds confirmed in a stroke, each with the number of its decision as the answer gave it."""

    finds: list[SeenIn] = Field(min_length=1)


class StrokeOut(Schema):
    """The finds of a stroke, as they now stand."""

    finds: list[FindOut]


@router.post("/{int:record_id}/confirmations", response={200: StrokeOut, **DECLARED}, operation_id="confirm_finds")
def confirm_finds(request: HttpRequest, record_id: int, taken: SureIn) -> Any:
    """Confirm as read all finds of a record that nobody has decided yet and of which the reader is as sure as that."""
    record = _record(request, record_id)
    return _told(record, {each.find_id for each in actions.confirm_above(record=record, threshold=taken.above, by=request.auth)})


@router.post("/{int:record_id}/confirmations/undo", response={200: StrokeOut, **DECLARED}, operation_id="undo_confirmations")
def undo_confirmations(request: HttpRequest, record_id: int, taken: StrokeIn) -> Any:
    """Take such a stroke of yours back; what was decided since, or by somebody else, is left and not in the answer."""
    record, seen = _record(request, record_id), {each.id: each.seen for each in taken.finds}
    stroke = Find.objects.filter(record=record, pk__in=seen, standing__by=request.auth).select_related("standing")
    still = {find.standing_id: find.pk for find in stroke if find.standing and find.standing.number == seen[find.pk]}
    actions.undo_stroke(record=record, decisions=still, by=request.auth)
    return _told(record, set(still.values()))


def _told(record: Record, keys: set[int]) -> dict[str, Any]:
    return {"finds": [FindOut.of(find) for find in finds_of(record) if find.pk in keys]}


def _record(request: HttpRequest, record_id: int) -> Record:
    return get_object_or_404(visible_to(request.auth).select_related("place", "meeting__place"), pk=record_id)
