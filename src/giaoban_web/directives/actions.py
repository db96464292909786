"""What the office does before a task is issued: make it from a find or by hand, sharpen it, say what it should move."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from giaoban.directives.states import State
from giaoban.directives.task import Task
from giaoban.model import Force, Refused, Topic
from giaoban_web.accounts.queries import may
from giaoban_web.bodies.models import Body
from giaoban_web.directives.clarities import lacking
from giaoban_web.directives.models import Aim, Directive
from giaoban_web.errors import Conflict
from giaoban_web.history import actions as history
from giaoban_web.meetings.models import Meeting
from giaoban_web.places.models import Place
from giaoban_web.records.models import Find


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What an office settles about a task beside its wording; what is left out is not known.

    deadline     as worded; `deadline_on` the day it means, None where nothing dates it
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


MANY = ("supporting", "shortcomings")
ONE = tuple(each.name for each in fields(Terms) if each.name not in {*MANY, "deadline_on"})


def draft(
    *,
    place: Place,
    wording: str,
    terms: Terms,
    by: Any,
    find: Find | None = None,
    meeting: Meeting | None = None,
    above: Directive | None = None,
) -> Directive:
    """A new task that is not issued yet. Refused where the person may not draft there, or the find has its task already."""
    _refuse_unless(by, place)
    try:
        with transaction.atomic():
            return _drafted(place, wording, terms, by, find=find, meeting=meeting, above=above)
    except IntegrityError:
        if find is not None and (made := Directive.objects.filter(find=find).first()):
            raise Refused("find-has-task", number=made.pk) from None
        raise


@transaction.atomic
def change(*, directive: Directive, terms: Terms, seen: int, by: Any) -> Directive:
    """Other terms of a draft; what they were stays in the log. `Conflict` when it was changed since version `seen`."""
    _refuse_unless(by, directive.place)
    fresh = locked(directive, seen)
    if fresh.state != State.DRAFT:
        raise Refused("task-not-draft")
    before, after = told(fresh), _set(fresh, terms)
    changed = {name: [before[name], after[name]] for name in after if before[name] != after[name]}
    if changed:
        fresh.version += 1
        fresh.save()
        history.record(fresh, "task changed", by=by, version=fresh.version, changed=changed)
    return fresh


@transaction.atomic
def aim(*, directive: Directive, aims: Iterable[Mapping[str, Any]], by: Any) -> None:
    """Say which indicators it should move (`indicator`, `direction`, `value`, `by_on`), in place of those said before."""
    _refuse_unless(by, directive.place)
    directive.aims.all().delete()
    made = Aim.objects.bulk_create(Aim(directive=directive, **each) for each in aims)
    history.record(directive, "aims of a task set", by=by, aims=[[each.indicator.key, each.direction, each.value] for each in made])


def draft_part(*, whole: Directive, body: Body, work: str, deadline_on: date | None, by: Any) -> Directive:
    """A part of a task, for a body below its lead; whoever may hand the whole down may make it, and the caller's transaction holds it."""
    terms = Terms(
        work=work,
        topic=Topic(whole.topic),
        force=Force(whole.force),
        given_on=timezone.localdate(),
        issuer=whole.lead.name if whole.lead else "",
        issuer_body=whole.lead,
        lead=body,
        acceptor=whole.lead,
        deadline_on=deadline_on,
    )
    return _drafted(whole.place, whole.wording, terms, by, meeting=whole.meeting, above=whole)


def locked(directive: Directive, seen: int) -> Directive:
    """The row as it is now, held until the transaction ends; `Conflict` when it changed since version `seen`."""
    fresh = (
        Directive.objects.select_for_update(of=("self",)).select_related("place", "lead", "acceptor", "issuer_body").get(pk=directive.pk)
    )
    if fresh.version != seen:
        last = fresh.events.select_related("by").last()
        raise Conflict("task-changed-meanwhile", by=str(last.by if last else fresh.made_by), state=str(fresh.get_state_display()))
    return fresh


def told(directive: Directive) -> dict[str, Any]:
    """Its terms as plain values, for the log and for comparing."""
    plain = {name: getattr(directive, f"{name}_id", getattr(directive, name)) for name in ONE}
    plain["given_on"] = directive.given_on.isoformat() if directive.given_on else None
    plain["deadline_on"] = directive.first_deadline_on.isoformat() if directive.first_deadline_on else None
    keys = {name: sorted(getattr(directive, name).values_list("pk", flat=True)) if directive.pk else [] for name in MANY}
    return plain | keys


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
    )


def _drafted(place: Place, wording: str, terms: Terms, by: Any, **links: Any) -> Directive:
    if not wording.strip():
        raise Refused("task-without-wording")
    made = Directive(place=place, wording=wording.strip(), made_by=by, moved_at=timezone.now(), **links)
    made.save()
    _set(made, terms)
    made.save()
    find = links.get("find")
    history.record(made, "task drafted", by=by, find=find.pk if find else None, terms=told(made))
    return made


def _set(directive: Directive, terms: Terms) -> dict[str, Any]:
    if terms.lead is not None and terms.lead == terms.acceptor:
        raise Refused("lead-accepts-own", body=terms.lead.name)
    for name in ONE:
        value = getattr(terms, name)
        setattr(directive, name, value.value if isinstance(value, Topic | Force) else value)
    directive.first_deadline_on = directive.deadline_on = terms.deadline_on
    directive.supporting.set(each for each in terms.supporting if each != terms.lead)
    directive.shortcomings.set(terms.shortcomings)
    directive.vague = lacking(task_of(directive))
    return told(directive)


def _refuse_unless(by: Any, place: Place) -> None:
    if not may(by, "directives.draft", place):
        raise Refused("not-allowed-here", place=str(place))
