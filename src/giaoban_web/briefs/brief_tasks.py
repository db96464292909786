"""The tasks of a brief as they stood on a day, with who was heard of them, what they repeat and which indicator they should move."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from giaoban.brief.given import Expected, GivenTask
from giaoban.brief.lines import Source
from giaoban.directives.counting import LEFT, kind
from giaoban.directives.repetition.repetition import Earlier
from giaoban.directives.states import Event as CoreEvent
from giaoban.directives.states import Standing, State, Who, after
from giaoban.directives.suggesting import indicator_named
from giaoban.model import Refused, Topic
from giaoban.reference.indicators import Catalogue, Direction
from giaoban_web.bodies.models import Body
from giaoban_web.briefs.brief_sources import labelled
from giaoban_web.briefs.models import Asked, BriefQuestion
from giaoban_web.directives import positions
from giaoban_web.directives.models import Aim, Directive, Event
from giaoban_web.directives.models import Direction as Way
from giaoban_web.directives.queries import lying, visible_to
from giaoban_web.ledger import catalogue
from giaoban_web.places.models import Place
from giaoban_web.places.queries import taken_in

HEARD = ("acknowledge", "start", "progress", "report", "cascade", "ask_extension")
"""Moves by which a lead says something."""
FEW, MOST = 600, 3_000
"""Up to so many tasks everything open is compared with all of them; beyond, what was noted when it was issued with the newest ones."""
WAYS = {Way.UP: Direction.HIGHER, Way.DOWN: Direction.LOWER}


@dataclass(frozen=True, slots=True)
class Heard:
    """The last day on which a lead said something of a task, and the last percentage that it told."""

    on: date
    percent: int | None


def of_place(user: Any, place: Place, on: date) -> tuple[GivenTask, ...]:
    """Tasks filed at a place, at what went wholly into it, or below; and those whose meeting reviewed it; no parts."""
    return _given(_lying_at(user, place, on), on)


def count_of_place(user: Any, place: Place, on: date) -> int:
    """The number of tasks that `of_place` would give."""
    return _issued(_lying_at(user, place, on), on).count()


def of_body(user: Any, body: Body, on: date) -> tuple[GivenTask, ...]:
    """The tasks that a body leads, itself or by one of its posts."""
    return _given(visible_to(user).filter(Q(lead=body) | Q(lead__superior=body, lead__is_post=True)), on)


def _lying_at(user: Any, place: Place, on: date) -> QuerySet[Directive]:
    paths = sorted({place.path, *taken_in([place.path], on)})
    return visible_to(user).filter(lying(paths) | Q(meeting__place__path__startswith=place.path), above=None)


def _issued(found: QuerySet[Directive], on: date) -> QuerySet[Directive]:
    return found.exclude(state=State.DRAFT).exclude(issued_on__gt=on)


def _given(found: QuerySet[Directive], on: date) -> tuple[GivenTask, ...]:
    rows = list(_issued(found, on).select_related("lead", "meeting").order_by("given_on", "pk"))
    keys = [each.pk for each in rows]
    standings = {each.pk: each.standing for each in rows} if on >= timezone.localdate() else _standings(rows, on)
    heard, aims, results, known = _heard(keys, on), _aims(keys), _results(keys, on), catalogue.catalogue()
    tasks = [
        _task(each, now, heard.get(each.pk), results.get(str(each.pk), ""), _expected(each, aims.get(each.pk), known))
        for each in rows
        if (now := standings[each.pk]) and now.state is not State.DRAFT
    ]
    return tuple(_with_repeats(tasks, {str(each.pk) for each in rows if each.repeats}, on))


def _task(row: Directive, now: Standing, heard: Heard | None, result: str, expected: Expected | None) -> GivenTask:
    given_on = row.given_on or row.issued_on or timezone.localdate(row.moved_at)
    said = row.work or row.wording
    label = labelled(row.meeting.title if row.meeting else _("Task %(number)s") % {"number": row.pk}, given_on)
    return GivenTask(
        str(row.pk),
        " ".join(said.split()),
        row.lead.name if row.lead else "",
        given_on,
        now,
        Source(label, row.get_absolute_url(), row.wording),
        Topic(row.topic),
        heard.on if heard else None,
        heard.percent if heard else None,
        result,
        expected=expected,
        told_on=row.issued_on,
    )


def _standings(rows: Sequence[Directive], on: date) -> dict[int, Standing]:
    """For each task its standing after everything that had happened by that day."""
    events: dict[int, list[CoreEvent]] = defaultdict(list)
    told = Event.objects.filter(directive__in=[each.pk for each in rows], on__lte=on).order_by("directive", "number")
    for key, move, who, day, said in told.values_list("directive_id", "move", "who", "on", "said").iterator():
        events[key].append(CoreEvent(move, Who(who), day, {name: str(value) for name, value in said.items()}))
    return {each.pk: _then(events[each.pk], each.first_deadline_on) for each in rows}


def _then(events: Iterable[CoreEvent], deadline: date | None) -> Standing:
    """What was written down late counts for an earlier day; where it does not fit what is known of that day it says nothing of it."""
    now = Standing(deadline=deadline)
    for event in events:
        with suppress(Refused):
            now = after(now, event)
    return now


def _heard(keys: Sequence[int], on: date) -> dict[int, Heard]:
    """What the lead of each had said by that day."""
    found: dict[int, Heard] = {}
    told = Event.objects.filter(directive__in=keys, on__lte=on, move__in=HEARD).order_by("directive", "number")
    for key, day, said in told.values_list("directive_id", "on", "said").iterator():
        before = found.get(key)
        percent = said.get("percent", before.percent if before else None)
        found[key] = Heard(max(day, before.on) if before else day, None if percent is None else int(percent))
    return found


def _aims(keys: Sequence[int]) -> dict[int, Aim]:
    """The first aim of each."""
    found = Aim.objects.filter(directive__in=keys).select_related("indicator").order_by("-pk")
    return {each.directive_id: each for each in found}


def _expected(row: Directive, aim: Aim | None, known: Catalogue) -> Expected | None:
    """As a person linked it; else the indicator that stands in its words, going the way that is good for it."""
    key = aim.indicator.key if aim else indicator_named(row.wording)
    indicator = known.get(key) if key else None
    if indicator is None:
        return None
    way = WAYS.get(Way(aim.direction), indicator.direction) if aim else indicator.direction
    return None if way is Direction.NEUTRAL else Expected(indicator.id, way, sure=aim is not None)


def _results(keys: Iterable[int], on: date) -> dict[str, str]:
    """What was answered about each task at the last meeting where it was asked about, with the day."""
    found = BriefQuestion.objects.filter(about__in=[str(key) for key in keys], state=Asked.ANSWERED, brief__on__lt=on)
    told = found.order_by("brief__on", "pk").values_list("about", "note", "brief__meeting_on", "brief__on")
    said = _("%(note)s (meeting of %(on)s)")
    return {about: said % {"note": note.rstrip("."), "on": f"{met or known:%d/%m/%Y}"} for about, note, met, known in told}


def _with_repeats(tasks: Sequence[GivenTask], noted: Collection[str], on: date) -> list[GivenTask]:
    """Those still open on the day with the earlier ones that surely asked the same; where there are many, of those `noted` when issued.

    What is done needs no asking whether it was asked before.
    """
    newest = tasks[-MOST:]
    wanted = [each for each in newest if kind(each.standing, on) in LEFT and (len(tasks) <= FEW or each.key in noted)]
    earlier = Earlier(task.wording for task in newest) if wanted else Earlier(())
    found = earlier.asked_all([task.wording for task in wanted], positions.known)
    asked = {
        task.key: tuple(newest[each.at].key for each in its if each.repeat.sure and newest[each.at].given_on < task.given_on)
        for task, its in zip(wanted, found, strict=True)
    }
    return [replace(task, repeats=asked.get(task.key, ())) for task in tasks]
