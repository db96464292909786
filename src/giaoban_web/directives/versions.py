"""One change of a task at a time: who changes it names the version last seen."""

from giaoban.directives.states import State
from giaoban_web.directives.models import Directive
from giaoban_web.directives.words import STATES
from giaoban_web.errors import Conflict


def locked(directive: Directive, seen: int) -> Directive:
    """The row as it is now, held until the transaction ends; `Conflict` when it changed since version `seen`."""
    fresh = (
        Directive.objects.select_for_update(of=("self",)).select_related("place", "lead", "acceptor", "issuer_body").get(pk=directive.pk)
    )
    if fresh.version != seen:
        last = fresh.events.select_related("by").last()
        raise Conflict("task-changed-meanwhile", by=str(last.by if last else fresh.made_by), state=STATES[State(fresh.state)])
    return fresh
