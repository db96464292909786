"""Keeping a draft whole: its terms and its aims in one transaction, under one version."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from giaoban_web.directives import actions
from giaoban_web.directives.models import Directive
from giaoban_web.directives.terms import Terms
from giaoban_web.meetings.models import Meeting
from giaoban_web.places.models import Place
from giaoban_web.records.models import Find

Aims = Sequence[dict[str, Any]]
"""Each with `indicator`, `direction`, `value`, `by_on`."""
TOLD = ("indicator_id", "direction", "value", "by_on")


@transaction.atomic
def draft(
    *, place: Place, wording: str, terms: Terms, aims: Aims, by: Any, find: Find | None = None, meeting: Meeting | None = None
) -> Directive:
    """A new draft, as `actions.draft`, with the indicators that it should move."""
    made = actions.draft(place=place, wording=wording, terms=terms, by=by, find=find, meeting=meeting)
    if aims:
        actions.aim(directive=made, aims=aims, by=by)
    return made


@transaction.atomic
def change(*, directive: Directive, terms: Terms, aims: Aims, seen: int, by: Any) -> Directive:
    """Other terms and aims of a draft, as `actions.change`: whoever saw an older version is told, also where only the aims changed."""
    fresh = actions.change(directive=directive, terms=terms, seen=seen, by=by)
    kept = list(fresh.aims.values_list(*TOLD))
    if kept != [(each["indicator"].pk, each["direction"], each["value"], each["by_on"]) for each in aims]:
        fresh.version = seen + 1
        fresh.save(update_fields=["version"])
        actions.aim(directive=fresh, aims=aims, by=by)
    return fresh
