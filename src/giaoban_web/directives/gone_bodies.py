"""Whom tasks name at a place that is no more by their last day."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import prefetch_related_objects

from giaoban_web.bodies.gone import Gone, gone_of
from giaoban_web.bodies.models import Body
from giaoban_web.directives.models import Directive

GIVING = frozenset({"issue", "reassign"})
"""Moves by which an office gives a task to a body."""


def gone_in(tasks: Iterable[Directive], on: date) -> dict[int, list[Gone]]:
    """By the key of each task the bodies that it names and that are gone by its last day, the day `on` where it has none."""
    told = list(tasks)
    prefetch_related_objects(told, "lead", "watcher", "acceptor", "supporting")
    return gone_of({task.pk: (named(task), last_day(task, on)) for task in told})


def gone_to(body: Body, tasks: Iterable[Directive], on: date) -> Sequence[Gone]:
    """Whether a body to which the tasks shall go is gone by the last day of one of them."""
    found = gone_of({task.pk: ([body], last_day(task, on)) for task in tasks})
    return next(filter(None, found.values()), ())


def last_day(task: Directive, on: date) -> date:
    """The day in force, of a draft the one that it would begin with; the day `on` where nothing dates it."""
    return task.deadline_on or task.first_deadline_on or on


def named(task: Directive) -> Sequence[Body | None]:
    """Every body that a task names, but for who gave it."""
    return (task.lead, task.watcher, task.acceptor, *task.supporting.all())
