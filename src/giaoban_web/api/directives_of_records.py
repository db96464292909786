"""Tasks of all confirmed directives of a record in one go."""

import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Router, Schema
from pydantic import Field

from giaoban_web.accounts.queries import may
from giaoban_web.api import named
from giaoban_web.api.directives_schemas import BodyRef, GoneOut
from giaoban_web.api.errors import DECLARED, Error, body
from giaoban_web.api.taken import Key, Taken
from giaoban_web.bodies.gone import gone_of
from giaoban_web.bodies.models import Body
from giaoban_web.directives import making
from giaoban_web.directives.making import Chosen, Offer
from giaoban_web.records.models import Record
from giaoban_web.records.queries import visible_to

router = Router(tags=["tasks"])


class OfferOut(Schema):
    """A confirmed directive of a record, and what its task would be.

    seen       send it back with the find, so that nobody makes a task of words that were changed since
    lead       the body of the name that was read; suggested: one that the words may mean, to be looked at by a person
    task       number of the task that was made of it already
    gone       that body, where it is no more by the last day
    same_as    number of another task of the same meeting with the same words: one made of this would be its copy
    """

    find: int
    seen: int
    wording: str
    assignee: str
    lead: BodyRef | None
    suggested: BodyRef | None
    deadline: str
    deadline_on: datetime.date | None
    lacking: int = Field(description="How many of the clarities it would lack.")
    gone: list[GoneOut]
    task: int | None
    same_as: int | None


class ChosenIn(Taken):
    """A find of which a task is made; lead: the number of a body, None for nobody yet."""

    find: Key
    lead: Key | None = None
    seen: Key | None = None


class ChoiceIn(Taken):
    """The finds of a record of which tasks shall be made."""

    finds: list[ChosenIn] = Field(min_length=1, max_length=500)


class OutcomeOut(Schema):
    """What became of one: the number of its draft, or why there is none."""

    find: int
    task: int | None
    refused: Error | None


@router.get("/of-record/{int:record_id}", response={200: list[OfferOut], **DECLARED}, operation_id="list_directives_to_make")
def list_directives(request: HttpRequest, record_id: int) -> Any:
    """Every confirmed directive of a record in the order of its text, with the task that there is or would be."""
    offers, today = making.offers(request.auth, _record(request, record_id)), timezone.localdate()
    gone = gone_of({each.find.pk: ([each.lead], each.last_day or today) for each in offers})
    return [_told(each) | {"gone": gone[each.find.pk]} for each in offers]


@router.post("/of-record/{int:record_id}", response={200: list[OutcomeOut], **DECLARED}, operation_id="make_tasks_of_record")
def make_tasks(request: HttpRequest, record_id: int, taken: ChoiceIn) -> Any:
    """Drafts of those that are named, in one transaction; one that cannot be made holds up no other and says why."""
    bodies = Body.objects.standing().in_bulk([each.lead for each in taken.finds if each.lead is not None])
    chosen = {each.find: Chosen(_lead(bodies, each.lead), each.seen) for each in taken.finds}
    outcomes = making.make_all(_record(request, record_id), chosen, request.auth)
    return [
        {"find": each.find, "task": each.made.pk if each.made else None, "refused": body(each.refused) if each.refused else None}
        for each in outcomes
    ]


def _told(offer: Offer) -> dict[str, Any]:
    origin = offer.origin
    said = {name: origin.initial[name] for name in ("lead", "deadline", "deadline_on")}
    named = {"wording": origin.wording, "assignee": origin.assignee, "suggested": origin.suggested, "lacking": len(offer.lacking)}
    tasks = {"task": offer.made.pk if offer.made else None, "same_as": offer.same.pk if offer.same else None}
    return {"find": offer.find.pk, "seen": offer.seen, **tasks, **named, **said}


def _lead(bodies: dict[int, Body], number: int | None) -> Body | None:
    if number is not None and number not in bodies:
        raise named.NotFound("api-named-not-found", field="lead", value=str(number))
    return bodies[number] if number is not None else None


def _record(request: HttpRequest, record_id: int) -> Record:
    """The record, where the person may make tasks of it."""
    record = get_object_or_404(visible_to(request.auth).select_related("place", "meeting__place"), pk=record_id)
    if not may(request.auth, "directives.draft", record.place):
        raise PermissionDenied
    return record
