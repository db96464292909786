"""What the office does before a task is issued: make it from a find or by hand, sharpen it, say what it should move."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from giaoban.directives.states import State
from giaoban.model import Force, Refused, Topic
from giaoban.reference.criteria.finding import criterion
from giaoban_web.accounts.queries import may
from giaoban_web.bodies.models import Body
from giaoban_web.directives import positions
from giaoban_web.directives.clarities import lacking
from giaoban_web.directives.models import Aim, Directive
from giaoban_web.directives.terms import ONE, Terms, refuse_before_given, task_of, told
from giaoban_web.directives.versions import locked
from giaoban_web.history import actions as history
from giaoban_web.meetings.models import Meeting
from giaoban_web.places.models import Place
from giaoban_web.records.models import Find

LONGEST = 4000
"""Characters of a wording or of work: what is longer is a document, not a task."""


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
    """A new task that is not issued yet.

    Refused where the person may not draft there, the find has its task already, or the deadline lies before the day it was given.
    """
    _refuse_unless(by, place)
    refuse_before_given(terms.deadline_on, terms.given_on)
    try:
        with transaction.atomic():
            return _drafted(place, wording, terms, by, find=find, meeting=meeting, above=above)
    except IntegrityError:
        if find is not None and (made := Directive.objects.filter(find=find).first()):
            raise Refused("find-has-task", number=f"{made.pk}") from None
        raise


@transaction.atomic
def change(*, directive: Directive, terms: Terms, seen: int, by: Any) -> Directive:
    """Other terms of a draft; what they were stays in the log. `Conflict` when it was changed since version `seen`."""
    _refuse_unless(by, directive.place)
    fresh = locked(directive, seen)
    if fresh.state != State.DRAFT:
        raise Refused("task-not-draft")
    refuse_before_given(terms.deadline_on, terms.given_on)
    before, after = told(fresh), _set(fresh, terms)
    changed = {name: [before[name], after[name]] for name in after if before[name] != after[name]}
    if changed:
        fresh.version += 1
        fresh.save()
        if "work" in changed:
            positions.wait_anew(fresh)
        history.record(fresh, "task changed", by=by, version=fresh.version, changed=changed)
    return fresh


@transaction.atomic
def aim(*, directive: Directive, aims: Iterable[Mapping[str, Any]], by: Any) -> None:
    """Say which indicators it should move (`indicator`, `direction`, `value`, `by_on`), in place of those said before."""
    _refuse_unless(by, directive.place)
    directive.aims.all().delete()
    made = Aim.objects.bulk_create(Aim(directive=directive, **each) for each in aims)
    history.record(directive, "aims of a task set", by=by, aims=[[each.indicator.key, each.direction, each.value] for each in made])


@transaction.atomic
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


def _drafted(place: Place, wording: str, terms: Terms, by: Any, **links: Any) -> Directive:
    if not wording.strip():
        raise Refused("task-without-wording")
    _refuse_longer(wording)
    made = Directive(place=place, wording=wording.strip(), made_by=by, moved_at=timezone.now(), **links)
    made.save()
    _set(made, terms)
    made.save()
    positions.wait(made)
    find = links.get("find")
    history.record(made, "task drafted", by=by, find=find.pk if find else None, terms=told(made))
    return made


def _refuse_longer(words: str) -> None:
    if len(words.strip()) > LONGEST:
        raise Refused("wording-too-long", length=len(words.strip()), limit=LONGEST)


def _set(directive: Directive, terms: Terms) -> dict[str, Any]:
    _refuse_longer(terms.work)
    if terms.lead is not None and terms.lead == terms.acceptor:
        raise Refused("lead-accepts-own", body=terms.lead.name)
    if (terms.criterion_set or terms.criterion_number) and criterion(terms.criterion_set, terms.criterion_number) is None:
        raise Refused("criterion-unknown", set=terms.criterion_set, number=terms.criterion_number)
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
