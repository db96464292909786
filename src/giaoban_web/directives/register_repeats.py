"""How often a task was asked before, noted when it is issued, so that the register can list what is asked again."""

from collections.abc import Callable
from typing import Any

from giaoban_web.directives.asked import asked_before
from giaoban_web.directives.models import Directive, Event
from giaoban_web.directives.queries import visible_to


def note_repeats(*, directive: Directive, event: Event, by: Any, **_rest: Any) -> None:
    """With the event of its issue, in its transaction: the event in the log is what it follows from."""
    if event.move != "issue":
        return
    directive.repeats = len(asked_before(by, directive, event.on).found)
    if directive.repeats:
        directive.save(update_fields=["repeats"])


def count_again(progress: Callable[[int], None] = lambda done: None) -> int:
    """Count the earlier ones of every task that was noted as asked before anew, as whoever issued it sees them; gives how many changed.

    What counted when it was issued may be doubtful by the weights of now, and then counts no more. A count stays where whoever issued the
    task has left or sees it no more: nobody could tell what that person saw.
    """
    issues = Event.objects.filter(move="issue", directive__repeats__gt=0).select_related("directive", "by").order_by("pk")
    changed = 0
    for done, event in enumerate(issues.iterator(), 1):
        if visible_to(event.by).filter(pk=event.directive_id).exists():
            surely = len(asked_before(event.by, event.directive, event.on).found)
            changed += Directive.objects.filter(pk=event.directive_id).exclude(repeats=surely).update(repeats=surely)
        progress(done)
    return changed
