"""Finds: list, get, decide, add."""

from enum import StrEnum
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Router, Status
from ninja.pagination import paginate

from giaoban.model import Refused
from giaoban_web.api import named
from giaoban_web.api.errors import DECLARED, Error, body
from giaoban_web.api.paging import FindPaging
from giaoban_web.api.schemas import CODE, FindOut
from giaoban_web.api.taken import AddedIn, ChangeIn, DecisionIn, Key, VerdictIn
from giaoban_web.errors import Conflict
from giaoban_web.places.queries import below
from giaoban_web.records import actions
from giaoban_web.records.models import Find, Kind
from giaoban_web.records.queries import visible_to
from giaoban_web.records.recheck import doubts
from giaoban_web.records.standing import standing

router = Router(tags=["finds"])
OF_RECORD = Query(None, description="Number of a record.")


class State(StrEnum):
    """How far a find is decided."""

    UNDECIDED = "undecided"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    REOPENED = "reopened"
    AMENDED = "amended"


class DecidedOut(FindOut):
    """A find after a decision, with what was doubtful about it: the decision stands all the same."""

    doubts: list[Error]


class FindOvertaken(Error):
    """Somebody decided in between: the find as it now stands."""

    find: FindOut


@router.get("/", response={200: list[FindOut], **DECLARED}, operation_id="list_finds")
@paginate(FindPaging)
def list_finds(
    request: HttpRequest,
    record: Key | None = OF_RECORD,
    place: str = Query("", pattern=CODE, description="Code of a place: finds decided to be about it or what lies below it."),
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


@router.post("/", response={201: DecidedOut, **DECLARED}, operation_id="add_find")
def add_find(request: HttpRequest, added: AddedIn) -> Any:
    """Add a find that the reader missed."""
    record = named.one(visible_to(request.auth), "record", added.record)
    change = _change(added)
    doubtful = doubts(record, change)
    find = actions.add(record=record, change=change, by=request.auth)
    return Status(201, _decided(request.auth, find.pk, doubtful))


@router.post("/{int:find_id}/decisions", response={200: DecidedOut, **DECLARED, 409: FindOvertaken}, operation_id="decide_find")
def decide_find(request: HttpRequest, find_id: int, decision: DecisionIn) -> Any:
    """Confirm, correct, reject or reopen a find. 409 when somebody decided since you saw it: nothing is overwritten."""
    find = get_object_or_404(_visible(request.auth), pk=find_id)
    change = _change(decision.change) if decision.change else None
    doubtful = _doubts(find, decision, change)
    try:
        actions.decide(
            find=find, verdict=decision.verdict.value, seen=decision.seen, by=request.auth, change=change, reason=decision.reason
        )
    except Conflict as conflict:
        return Status(409, {**body(conflict), "find": FindOut.of(_visible(request.auth).get(pk=find_id))})
    return _decided(request.auth, find_id, doubtful)


def _doubts(find: Find, decision: DecisionIn, change: actions.Change | None) -> list[Refused]:
    """What is doubtful about the find as it is wanted; nothing for one that is not to stand."""
    if decision.verdict not in {VerdictIn.CONFIRMED, VerdictIn.CORRECTED}:
        return []
    now = standing(find)
    return doubts(find.record, change or actions.Change(now.kind, now.start, now.end, now.fields), find)


def _decided(user: Any, find_id: int, doubtful: list[Refused]) -> dict[str, Any]:
    return {**FindOut.of(_visible(user).get(pk=find_id)), "doubts": [body(each) for each in doubtful]}


def _change(taken: ChangeIn) -> actions.Change:
    return actions.Change(taken.kind.value, taken.start, taken.end, taken.fields.plain())


def _visible(user: Any) -> QuerySet[Find]:
    return Find.objects.filter(record__in=visible_to(user)).select_related("record", "standing__by", "standing__place")
