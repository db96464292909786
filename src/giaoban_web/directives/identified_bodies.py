"""Drafts that name a proposed body which turned out to be a known one: they name that one, each with its entry in the log.

Nobody has looked at the draft then: it counts as no change of it.
"""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_noop as _

from giaoban.directives.states import State
from giaoban.model import Refused
from giaoban_web.bodies.models import Body
from giaoban_web.directives.models import Directive
from giaoban_web.history import actions as history

ACTS = (_("body of a task identified"),)
NAMED = ("lead", "watcher", "acceptor", "issuer_body")


def name_known(*, body: Body, known: Body, by: Any, **_rest: Any) -> None:
    """Refused where a draft would then be accepted by its own lead."""
    naming = Q(supporting=body)
    for name in NAMED:
        naming |= Q(**{name: body})
    for pk in Directive.objects.filter(naming, state=State.DRAFT).order_by("pk").values_list("pk", flat=True).distinct():
        _name(Directive.objects.select_for_update(of=("self",)).get(pk=pk), body, known, by)


def _name(task: Directive, body: Body, known: Body, by: Any) -> None:
    changed = [name for name in NAMED if getattr(task, f"{name}_id") == body.pk]
    for name in changed:
        setattr(task, name, known)
    if task.lead_id and task.lead_id == task.acceptor_id:
        raise Refused("lead-accepts-own", body=known.name)
    if task.supporting.filter(pk=body.pk).exists():
        task.supporting.remove(body)
        changed.append("supporting")
        if task.lead_id != known.pk:
            task.supporting.add(known)
    task.version += 1
    task.save()
    history.record(task, "body of a task identified", by=by, version=task.version, changed={name: [body.pk, known.pk] for name in changed})
