"""What could stand in the empty fields of many drafts, each with its reason: a person takes a hint or leaves it.

The lead is whom the record means, else who leads the field; the day what the words say or when the next report is due; watcher and acceptor
are those of most earlier tasks of the same lead. The queries grow with the places and fields of work named, not with the drafts.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.db.models import Count
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from giaoban.directives.clarity import Clarity
from giaoban.directives.states import State
from giaoban.directives.suggesting import suggestions
from giaoban.messages import phrase
from giaoban.model import Topic
from giaoban_web.bodies import queries as bodies
from giaoban_web.bodies.fields import said
from giaoban_web.bodies.models import Body
from giaoban_web.directives.clarities import verdicts
from giaoban_web.directives.models import Directive
from giaoban_web.directives.queries import visible_to
from giaoban_web.directives.sources import Bodies
from giaoban_web.directives.terms import task_of
from giaoban_web.places.models import Place

USUAL = ("watcher", "acceptor")


@dataclass(frozen=True, slots=True)
class Hint:
    """What may stand in `field`: `value` as the field takes it, `why` in words."""

    field: str
    value: str
    why: str


def hints(user: Any, tasks: Iterable[Directive], leads: Mapping[int, Body | None], on: date) -> dict[int, list[Hint]]:
    """By the key of each draft what may stand in those of its fields that are empty.

    leads  who leads each as it is typed now
    """
    kept, known = list(tasks), _Known()
    usual = _usual(user, {lead.pk for lead in leads.values() if lead})
    return {each.pk: [*_of_task(each, leads.get(each.pk), known, on), *_of_lead(leads.get(each.pk), usual)] for each in kept}


class _Known:
    """Bodies looked up once, however many drafts ask for them."""

    def __init__(self) -> None:
        self.by_words = Bodies()
        self.by_topic = cache(bodies.by_topic)
        self.leading = cache(bodies.leading)
        self.match = cache(bodies.match)

    def lead(self, task: Directive, near: Place, name: str) -> Body | None:
        """Who leads in the field of the task there, else the body of that name."""
        found: Body | None = self.leading(Topic(task.topic), near) or self.match(name, near)
        return found


def _of_task(task: Directive, lead: Body | None, known: _Known, on: date) -> Iterator[Hint]:
    near = task.meeting.place if task.meeting else task.place
    meant = None if lead else _meant(task, near, known)
    if meant:
        yield meant
    language = get_language() or "vi"
    judged = task_of(task)
    for each in suggestions(judged, verdicts(judged), on=on, leads=known.by_topic(near)):
        sentence = phrase(each.code, language, **each.values)
        if each.clarity is Clarity.TIME:
            yield Hint("deadline_on", each.values["deadline"], sentence)
        elif each.clarity is Clarity.PERSON and not (lead or meant) and (body := known.lead(task, near, each.values["body"])):
            yield Hint("lead", said(body), sentence)


def _meant(task: Directive, near: Place, known: _Known) -> Hint | None:
    """Whom the words of the record give it to, where one body is called so or may be meant."""
    words = (task.find.standing.fields.get("assignee") or "") if task.find and task.find.standing else ""
    body = known.by_words.match(words, near) or known.by_words.suggested(words, near, task.place) if words else None
    return Hint("lead", said(body), _("the record gives it to “%(words)s”") % {"words": words}) if body else None


def _of_lead(lead: Body | None, usual: Mapping[tuple[str, int], tuple[Body, int]]) -> Iterator[Hint]:
    for name in USUAL if lead else ():
        if found := usual.get((name, lead.pk if lead else 0)):
            yield Hint(name, said(found[0]), _told(name, found[1]))


def _told(name: str, count: int) -> str:
    if name == "watcher":
        told = ngettext("watches %(count)s other task of this lead", "watches %(count)s other tasks of this lead", count)
    else:
        told = ngettext("accepts %(count)s other task of this lead", "accepts %(count)s other tasks of this lead", count)
    return told % {"count": count}


def _usual(user: Any, leads: set[int]) -> dict[tuple[str, int], tuple[Body, int]]:
    """For each part and lead the body that has it in most of the tasks that were issued to that lead, and in how many."""
    found: dict[tuple[str, int], tuple[int, int]] = {}
    issued = visible_to(user).filter(lead__in=leads).exclude(state=State.DRAFT).order_by()
    for name in USUAL if leads else ():
        standing = Body.objects.standing().values("pk")
        for lead, body, count in issued.filter(**{f"{name}__in": standing}).values_list("lead", name).annotate(count=Count("pk")):
            if body != lead and count > found.get((name, lead), (0, 0))[1]:
                found[name, lead] = body, count
    named = Body.objects.select_related("place").in_bulk({body for body, _count in found.values()})
    return {key: (named[body], count) for key, (body, count) in found.items()}
