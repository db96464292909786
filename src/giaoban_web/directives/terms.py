"""What an office settles about a task beside its wording, and the task as the core judges its clarity."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from giaoban.directives.task import Task
from giaoban.model import Force, Refused, Topic
from giaoban_web.bodies.models import Body
from giaoban_web.directives.models import Directive
from giaoban_web.records.models import Find


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What an office settles about a task beside its wording; what is left out is not known.

    deadline     as worded; `deadline_on` the day it means, None where nothing dates it
    criterion    as worded; `criterion_set` and `criterion_number` name one of a set, both or none
    """

    work: str = ""
    topic: Topic = Topic.OTHER
    force: Force = Force.ORDER
    given_on: date | None = None
    issuer: str = ""
    issuer_body: Body | None = None
    lead: Body | None = None
    supporting: Sequence[Body] = ()
    watcher: Body | None = None
    acceptor: Body | None = None
    product: str = ""
    authority: str = ""
    deadline: str = ""
    deadline_on: date | None = None
    shortcomings: Sequence[Find] = ()
    criterion: str = ""
    criterion_set: str = ""
    criterion_number: str = ""


MANY = ("supporting", "shortcomings")
ONE = tuple(each.name for each in fields(Terms) if each.name not in {*MANY, "deadline_on"})


def told(directive: Directive) -> dict[str, Any]:
    """Its terms as plain values, for the log and for comparing."""
    plain = {name: getattr(directive, f"{name}_id", getattr(directive, name)) for name in ONE}
    plain["given_on"] = directive.given_on.isoformat() if directive.given_on else None
    plain["deadline_on"] = directive.first_deadline_on.isoformat() if directive.first_deadline_on else None
    keys = {name: sorted(getattr(directive, name).values_list("pk", flat=True)) if directive.pk else [] for name in MANY}
    return plain | keys


def of(directive: Directive, **other: Any) -> Terms:
    """Its terms as they stand, with some `other` ones."""
    kept = {name: getattr(directive, name) for name in ONE} | {"deadline_on": directive.first_deadline_on}
    kept |= {name: list(getattr(directive, name).all()) for name in MANY}
    return Terms(**kept | other)


def task_of(directive: Directive) -> Task:
    """As the core judges its clarity: the sharpened work where there is one, else the wording."""
    supporting = tuple(each.name for each in directive.supporting.all()) if directive.pk else ()
    day = directive.first_deadline_on.isoformat() if directive.first_deadline_on else None
    return Task(
        directive.work or directive.wording,
        lead=directive.lead.name if directive.lead else None,
        supporting=supporting,
        deadline=day,
        product=directive.product or None,
        authority=directive.authority or (directive.acceptor.name if directive.acceptor else None),
        topic=Topic(directive.topic),
        worded=directive.deadline,
    )


def refuse_before_given(deadline_on: date | None, given_on: date | None) -> None:
    """Refused: `deadline-before-given`. Where one of the two days is not known nothing is refused."""
    if deadline_on and given_on and deadline_on < given_on:
        raise Refused("deadline-before-given", deadline=deadline_on, given=given_on)
