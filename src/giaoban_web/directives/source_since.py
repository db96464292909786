"""What became of the sentence in its record after a task was made of it."""

from datetime import datetime

from giaoban_web.directives.models import Directive
from giaoban_web.records.models import STANDING, Decision


def source_since(directive: Directive, seen_at: datetime | None) -> Decision | None:
    """The decision by which its find is confirmed no more, or says something else than when the draft was last written; None for neither.

    seen_at  when that was: the draft was made or changed
    """
    now = directive.find.standing if directive.find else None
    if now is None or now.verdict not in STANDING:
        return now
    if seen_at is None or now.at <= seen_at:
        return None
    then = directive.find.decisions.filter(at__lte=seen_at).order_by("number").last()
    return now if then and _said(then) != _said(now) else None


def _said(decision: Decision) -> tuple[object, ...]:
    return decision.start, decision.end, decision.fields
