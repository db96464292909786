"""What became of the sentence in its record after a task was made of it."""

from datetime import datetime

from giaoban_web.directives.models import Directive
from giaoban_web.records.models import STANDING, Decision


def source_since(directive: Directive, drafted_on: datetime | None) -> Decision | None:
    """The decision by which its find is confirmed no more or says something else than when the task was drafted; None for neither."""
    now = directive.find.standing if directive.find else None
    if now is None or now.verdict not in STANDING:
        return now
    then = now.find.decisions.filter(at__lte=drafted_on).order_by("number").last() if drafted_on else None
    return now if then and _said(then) != _said(now) else None


def _said(decision: Decision) -> tuple[object, ...]:
    return decision.start, decision.end, decision.fields
