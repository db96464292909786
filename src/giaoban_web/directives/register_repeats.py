"""How often a task was asked before, noted when it is issued, so that the register can list what is asked again."""

from typing import Any

from giaoban_web.directives.asked import asked_before
from giaoban_web.directives.models import Directive, Event


def note_repeats(*, directive: Directive, event: Event, by: Any, **_rest: Any) -> None:
    """With the event of its issue, in its transaction: the event in the log is what it follows from."""
    if event.move != "issue":
        return
    directive.repeats = len(asked_before(by, directive, event.on).found)
    if directive.repeats:
        directive.save(update_fields=["repeats"])
