"""What other pages say of the tasks that came of what they show."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import template
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from giaoban_web.accounts.queries import granted_paths, may
from giaoban_web.bodies.models import Body
from giaoban_web.directives.models import OPEN, Directive
from giaoban_web.directives.queries import visible_to
from giaoban_web.directives.sources import confirmed
from giaoban_web.records.models import Find

register = template.Library()


@dataclass(frozen=True, slots=True)
class TaskLink:
    """To the task of a confirmed directive, or to where one is made of it."""

    address: str
    label: Any
    task: Directive | None = None


@register.simple_tag(takes_context=True)
def task_links(context: Mapping[str, Any], groups: Iterable[Any]) -> dict[int, TaskLink]:
    """A link for each of the facts in `groups` of a list, by the key of its find; what the reader may neither see nor make has none."""
    user = context["request"].user
    facts = [fact for group in groups for fact in group.facts]
    made = {task.find_id: task for task in Directive.objects.filter(find__in=[fact.id for fact in facts]).only("pk", "find", "state")}
    seen = set(visible_to(user).filter(pk__in=[task.pk for task in made.values()]).values_list("pk", flat=True)) if made else set()
    drafting = tuple(granted_paths(user, "directives.draft"))
    free = [fact for fact in facts if fact.id not in made and fact.record.place.path.startswith(drafting)]
    links = {fact.id: TaskLink(reverse("directives:from_find", args=[fact.id]), _("Make a task")) for fact in free}
    return links | {key: TaskLink(task.get_absolute_url(), _("The task"), task) for key, task in made.items() if task.pk in seen}


@register.simple_tag
def records_to_make(groups: Iterable[Any], links: Mapping[int, TaskLink]) -> list[Any]:
    """The records of which several of the facts in `groups` have no task yet that the reader may make."""
    free = [fact.record for group in groups for fact in group.facts if fact.id in links and links[fact.id].task is None]
    return [record for record, times in Counter(free).items() if times > 1]


@register.inclusion_tag("directives/_make_all.html", takes_context=True)
def make_all_tasks(context: Mapping[str, Any], record: Any) -> dict[str, Any]:
    """A way from a record to the tasks of all its confirmed directives, for whoever may draft there; nothing where none is confirmed."""
    found = _confirmed(context, record)
    return {"record": record, "some": found.exists(), "left": found.filter(directive=None).count(), "swapped": context.get("swapped")}


@register.simple_tag(takes_context=True)
def tasks_left(context: Mapping[str, Any], record: Any) -> int:
    """How many confirmed directives of a record have no task yet that the reader may make."""
    return _confirmed(context, record).filter(directive=None).count()


def _confirmed(context: Mapping[str, Any], record: Any) -> QuerySet[Find]:
    """The confirmed directives of a record, for whoever may draft there."""
    allowed = may(context["request"].user, "directives.draft", record.place)
    return confirmed(Find.objects.filter(record=record)) if allowed else Find.objects.none()


@register.simple_tag(takes_context=True)
def tasks_of(context: Mapping[str, Any], record: Any) -> list[Directive]:
    """The tasks made of the directives of a record that the reader may see."""
    made = visible_to(context["request"].user).filter(find__record=record)
    return list(made.select_related("lead").order_by("pk"))


@register.filter
def at(links: Mapping[int, TaskLink], key: int) -> TaskLink | None:
    """The link of one find."""
    return links.get(key)


@register.simple_tag(takes_context=True)
def left_to(context: Mapping[str, Any], body: Body) -> int:
    """How many of the tasks that the body leads are still to be done, as far as the reader sees them."""
    return visible_to(context["request"].user).filter(lead=body, state__in=OPEN).count()
