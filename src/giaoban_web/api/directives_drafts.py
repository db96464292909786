"""Many drafts completed in one go: what could stand in their empty fields and why, and keeping what was chosen."""

import datetime
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Query, Router, Schema
from pydantic import Field

from giaoban.model import Refused
from giaoban_web.api import named
from giaoban_web.api.directives_schemas import BodyRef
from giaoban_web.api.errors import DECLARED, Error, body
from giaoban_web.api.taken import Day, Key, Taken
from giaoban_web.bodies.models import Body
from giaoban_web.directives import actions, terms
from giaoban_web.directives.completing import BODIES, MOST, drafts, loaded
from giaoban_web.directives.hints import hints
from giaoban_web.directives.models import Directive
from giaoban_web.directives.queries import visible_to

router = Router(tags=["tasks"])
RECORD = Query(None, description="Number of a record: only drafts made of it.")
MEETING = Query(None, description="Number of a meeting: only drafts given at it.")


class HintOut(Schema):
    """What may stand in an empty field, and why; nobody has taken it."""

    field: str
    value: str
    why: str


class DraftOut(Schema):
    """A draft; `seen` is its version, to be sent back with what is changed."""

    task: int
    seen: int
    wording: str
    lead: BodyRef | None
    watcher: BodyRef | None
    acceptor: BodyRef | None
    deadline_on: datetime.date | None
    hints: list[HintOut]


class CompletedIn(Taken):
    """A draft and those of its terms that shall be others; what is left out stays."""

    task: Key
    seen: Key
    lead: Key | None = None
    watcher: Key | None = None
    acceptor: Key | None = None
    deadline_on: Day | None = None


class CompletingIn(Taken):
    """The drafts to complete."""

    drafts: list[CompletedIn] = Field(min_length=1, max_length=500)


class CompletedOut(Schema):
    """What became of one: its version, or why it stays as it was."""

    task: int
    version: int | None
    refused: Error | None


@router.get("/drafts", response={200: list[DraftOut], **DECLARED}, operation_id="list_drafts")
def list_drafts(request: HttpRequest, record: Key | None = RECORD, meeting: Key | None = MEETING) -> Any:
    """Drafts that you may change, at most forty, those without a lead or a day first, with what may stand in their empty fields."""
    asked = {"find__record": record, "meeting": meeting}
    found = list(drafts(request.auth).filter(**{name: key for name, key in asked.items() if key is not None})[:MOST])
    told = hints(request.auth, found, {each.pk: each.lead for each in found}, timezone.localdate())
    return [_told(each) | {"hints": [hint for hint in told[each.pk] if _empty(each, hint.field)]} for each in found]


@router.post("/drafts", response={200: list[CompletedOut], **DECLARED}, operation_id="complete_drafts")
def complete_drafts(request: HttpRequest, taken: CompletingIn) -> Any:
    """Other leads, watchers, acceptors and last days of several drafts; one that is refused holds up no other and says why."""
    known = loaded(visible_to(request.auth)).in_bulk([each.task for each in taken.drafts])
    keys = {key for each in taken.drafts for name in BODIES if (key := getattr(each, name)) is not None}
    bodies = Body.objects.standing().in_bulk(keys)
    return [_completed(request, each, known.get(each.task), bodies) for each in taken.drafts]


def _completed(request: HttpRequest, taken: CompletedIn, task: Directive | None, bodies: dict[int, Body]) -> dict[str, Any]:
    if task is None:
        raise named.NotFound("api-named-not-found", field="task", value=str(taken.task))
    told = {name: getattr(taken, name) for name in taken.model_fields_set - {"task", "seen"}}
    for name in told.keys() & set(BODIES):
        told[name] = _body(bodies, name, told[name])
    try:
        kept = actions.change(directive=task, terms=terms.of(task, **told), seen=taken.seen, by=request.auth)
    except Refused as refused:
        return {"task": taken.task, "version": None, "refused": body(refused)}
    return {"task": taken.task, "version": kept.version, "refused": None}


def _body(bodies: dict[int, Body], name: str, key: int | None) -> Body | None:
    if key is not None and key not in bodies:
        raise named.NotFound("api-named-not-found", field=name, value=str(key))
    return bodies[key] if key is not None else None


def _told(task: Directive) -> dict[str, Any]:
    bodies = {name: getattr(task, name) for name in BODIES}
    return {"task": task.pk, "seen": task.version, "wording": task.wording, "deadline_on": task.first_deadline_on, **bodies}


def _empty(task: Directive, field: str) -> bool:
    return getattr(task, "first_deadline_on" if field == "deadline_on" else field) is None
