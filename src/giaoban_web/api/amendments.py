"""Changes to many finds at once: what was read alike, change it together, take it back together."""

from enum import StrEnum
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Router, Schema, Status
from pydantic import Field, model_validator

from giaoban.model import Role
from giaoban_web.api import named
from giaoban_web.api.errors import DECLARED
from giaoban_web.api.faults import fault
from giaoban_web.api.schemas import FindOut
from giaoban_web.api.taken import Key, PeriodText, Taken, Text
from giaoban_web.records import amending
from giaoban_web.records.alike import PARAGRAPH, RECORD, SECTION, alike_of
from giaoban_web.records.blocks import unpack
from giaoban_web.records.models import Find, Record
from giaoban_web.records.queries import finds_of, visible_to

router = Router(tags=["finds"])
of_finds = Router(tags=["finds"])


FIELD = Query("place", description="The field that was put right.")
WITHIN = Query("record", description="How far from the find: record, section, paragraph.")


class FieldName(StrEnum):
    """The fields that a record gives wrong to many finds at once: three of figures, three of directives."""

    PLACE = "place"
    PERIOD = "period"
    ROLE = "role"
    ISSUER = "issuer"
    ASSIGNEE = "assignee"
    DEADLINE = "deadline"


class Within(StrEnum):
    """How far from the find."""

    RECORD = RECORD
    SECTION = SECTION
    PARAGRAPH = PARAGRAPH


class SeenIn(Taken):
    """A find, and the number of its last decision as you saw it."""

    id: Key
    seen: Key


class FieldsIn(Taken):
    """Fields to change, as in the exchange record; those of figures or those of directives."""

    place: Text | None = None
    period: PeriodText | None = None
    role: Role = Role.ACTUAL
    issuer: Text | None = None
    assignee: Text | None = None
    deadline: PeriodText | None = None

    @model_validator(mode="after")
    def _some(self) -> "FieldsIn":
        if not self.model_fields_set:
            raise fault("nothing_changed")
        return self

    def said(self) -> dict[str, Any]:
        return self.model_dump(mode="json", include=self.model_fields_set)


class AmendmentIn(Taken):
    """What the finds shall say; those that were decided since you saw them are left."""

    finds: list[SeenIn] = Field(min_length=1)
    fields: FieldsIn


class AmendmentOut(Schema):
    """What became of it.

    number   of the entry in the log, by which it is taken back; 0 where nothing was changed
    changed  the finds as they now stand: still to confirm
    left     those that were decided meanwhile, said so already, or are of a kind without such a field
    """

    number: int
    changed: list[FindOut]
    left: list[FindOut]


class AlikeOut(Schema):
    """Finds that wait and were read with what `field` of the corrected find said before; `value` is what it says now."""

    field: FieldName
    value: str | None
    finds: list[FindOut]


@of_finds.get("/{int:find_id}/alike", response={200: AlikeOut, **DECLARED}, operation_id="list_finds_alike")
def list_finds_alike(request: HttpRequest, find_id: int, field: FieldName = FIELD, within: Within = WITHIN) -> Any:
    """What else was read with the value that was put right in this find, and waits to be confirmed."""
    found = Find.objects.filter(record__in=visible_to(request.auth)).select_related("record", "standing__by", "standing__place")
    find = get_object_or_404(found, pk=find_id)
    same = alike_of(find, FieldName(field).value)
    others = same.within(unpack(find.record.blocks), Within(within).value) if same else []
    return {"field": field, "value": same.value if same else None, "finds": [FindOut.of(each) for each in others]}


@router.post("/{int:record_id}/amendments", response={201: AmendmentOut, **DECLARED}, operation_id="amend_finds")
def amend_finds(request: HttpRequest, record_id: int, taken: AmendmentIn) -> Any:
    """Change fields of several finds of a record that nobody has decided yet; they still wait to be confirmed, each for itself."""
    record = _record(request, record_id)
    return Status(201, told(record, amending.amend(record=record, wishes=_wishes(record, taken), by=request.auth)))


@router.post("/{int:record_id}/amendments/{int:number}/undo", response={200: AmendmentOut, **DECLARED}, operation_id="undo_amendment")
def undo_amendment(request: HttpRequest, record_id: int, number: int) -> Any:
    """Take such a change back in one step, by the number of its entry in the log; what was decided since is left."""
    record = _record(request, record_id)
    return told(record, amending.take_back(record=record, number=number, by=request.auth))


def told(record: Record, done: amending.Amendment) -> dict[str, Any]:
    """`AmendmentOut`: the finds loaded anew, with who decided."""
    known = {find.pk: FindOut.of(find) for find in finds_of(record)}
    return {
        "number": done.number,
        "changed": [known[find.pk] for find in done.changed],
        "left": [known[find.pk] for find in done.left],
    }


def _wishes(record: Record, taken: AmendmentIn) -> dict[int, amending.Wish]:
    wishes = {each.id: amending.Wish(each.seen, taken.fields.said()) for each in taken.finds}
    if strange := wishes.keys() - set(record.finds.values_list("pk", flat=True)):
        raise named.NotFound("api-named-not-found", field="finds", value=", ".join(map(str, sorted(strange))))
    return wishes


def _record(request: HttpRequest, record_id: int) -> Record:
    return get_object_or_404(visible_to(request.auth).select_related("place", "meeting__place"), pk=record_id)
