"""Tasks: list, get, draft, move; and the bodies that can be given one."""

from datetime import date
from hashlib import sha256
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Header, Query, Router, Status
from ninja.pagination import paginate

from giaoban.directives.counting import Kind
from giaoban.directives.states import State
from giaoban.model import Refused
from giaoban_web.api import named
from giaoban_web.api.directives_schemas import BodyOut, DraftIn, MoveIn, TaskDetail, TaskOut, TaskOvertaken
from giaoban_web.api.errors import DECLARED, body
from giaoban_web.api.paging import Paging
from giaoban_web.api.schemas import CODE
from giaoban_web.api.taken import Key
from giaoban_web.bodies import queries as bodies
from giaoban_web.bodies.models import Body
from giaoban_web.directives import actions, once
from giaoban_web.directives.evidence import Piece
from giaoban_web.directives.models import Directive
from giaoban_web.directives.moving import move
from giaoban_web.directives.queries import listed, of_kind, visible_to, whole
from giaoban_web.directives.serving import serving_one
from giaoban_web.errors import Conflict
from giaoban_web.places.queries import below
from giaoban_web.records.queries import visible_to as records_visible_to

router = Router(tags=["tasks"])
LEAD = Query(None, description="Number of the body that leads.")
body_router = Router(tags=["bodies"])
ILLEGAL = frozenset({"move-not-from-here", "merge-into-itself", "evidence-not-seen", "cascade-open-below"})
"""Refusals of a move that the state of the task is the reason for: 409, as a conflict."""
KIND = Query(None, description="As a count of tasks has it: on_time, late, in_time, waiting, overdue, undated.")
IDEMPOTENT = Header("", alias="Idempotency-Key", description="8 to 64 letters, digits or -_.: — sent again, it makes nothing new.")
ON = Query(
    None,
    description="The day on which `kind` is counted; today where none is given. "
    "A day to come looks ahead: as tasks will stand should nothing be reported or changed until then.",
)


@body_router.get("/", response={200: list[BodyOut], **DECLARED}, operation_id="list_bodies")
@paginate(Paging)
def list_bodies(request: HttpRequest, q: str = Query("", description="Part of a name, accents or not.")) -> Any:
    """Bodies and posts that stand."""
    return bodies.find(bodies.visible_to(request.auth).standing(), q)


@router.get("/", response={200: list[TaskOut], **DECLARED}, operation_id="list_tasks")
@paginate(Paging)
def list_tasks(
    request: HttpRequest,
    place: str = Query("", pattern=CODE, description="Code of a place: tasks filed there or below it."),
    lead: Key | None = LEAD,
    state: State | None = None,
    kind: Kind | None = KIND,
    on: date | None = ON,
    criterion_set: str = Query("", description="Id of a criteria set."),
    criterion_number: str = Query("", description="Number of a criterion of that set: tasks that serve it or a content below it."),
) -> Any:
    """Tasks that you may see, by deadline; drafts only where you may draft."""
    found = listed(visible_to(request.auth))
    if criterion_set:
        found = found.filter(serving_one(criterion_set, criterion_number) if criterion_number else Q(criterion_set=criterion_set))
    asked = {"lead": lead, "state": state.value if state else None}
    found = found.filter(**{name: value for name, value in asked.items() if value is not None})
    if place:
        found = found.filter(below(place, "place__path"))
    return found.filter(of_kind(kind, on or timezone.localdate())) if kind else found


@router.get("/{int:directive_id}", response={200: TaskDetail, **DECLARED}, operation_id="get_task")
def get_task(request: HttpRequest, directive_id: int) -> Any:
    """One task with its events and evidence."""
    return _found(request, directive_id)


@router.post("/", response={201: TaskDetail, **DECLARED}, operation_id="draft_task")
def draft_task(request: HttpRequest, taken: DraftIn, idempotency_key: str = IDEMPOTENT) -> Any:
    """A task that is not issued yet, from a confirmed find (its words are the wording) or by hand."""
    told = {"by": request.auth, **taken.links(request.auth), "terms": taken.terms(_body)}
    sent = {"key": once.key_of({once.FIELD: idempotency_key}), "digest": sha256(taken.model_dump_json().encode()).hexdigest()}
    made = once.once(by=request.auth, **sent, make=lambda: actions.draft(**told))
    return Status(201, _found(request, made.number))


@router.post("/{int:directive_id}/moves", response={200: TaskDetail, **DECLARED, 409: TaskOvertaken}, operation_id="move_task")
def move_task(request: HttpRequest, directive_id: int, taken: MoveIn) -> Any:
    """Make one move. 409 with the reason where the state does not allow it, or where somebody was there since you saw it."""
    task = _found(request, directive_id)
    try:
        move(
            directive=task, name=taken.move, seen=taken.seen, by=request.auth, said=taken.said(),
            evidence=[_piece(request, each) for each in taken.evidence],
            into=_found(request, taken.into) if taken.into else None,
            lead=_body(taken.lead, "lead") if taken.lead else None,
            beneath=taken.beneath,
        )  # fmt: skip
    except Conflict as conflict:
        return _refused(request, conflict, directive_id)
    except Refused as refused:
        if refused.code not in ILLEGAL:
            raise
        return _refused(request, refused, directive_id)
    return _found(request, directive_id)


def _refused(request: HttpRequest, refused: Refused, directive_id: int) -> Any:
    return Status(409, {**body(refused), "task": _found(request, directive_id)})


def _found(request: HttpRequest, directive_id: int) -> Directive:
    return get_object_or_404(whole(visible_to(request.auth)), pk=directive_id)


def _body(number: int, field: str) -> Body:
    found: Body = named.one(Body.objects.standing(), field, number)
    return found


def _piece(request: HttpRequest, told: Any) -> Piece:
    if told.record is None:
        return Piece(told.label, url=str(told.url))
    return Piece(told.label, record=named.one(records_visible_to(request.auth), "record", told.record))
