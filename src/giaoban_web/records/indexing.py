"""What of a record can be found by search: the record itself, and each confirmed fact."""

from django.urls import reverse

from giaoban_web.records.matching import Setting, spoken_of_on
from giaoban_web.records.models import STANDING, Decision, Find, Record
from giaoban_web.search import actions as search

NAMES = ("indicator", "place", "unit", "issuer", "assignee", "convener", "reviewed")


def index_record(record: Record) -> None:
    """Has the record found by its title and text, under its place and the day it speaks of."""
    search.index(
        record,
        title=str(record),
        body=record.text,
        place=record.place,
        url=reverse("records:confirm", args=[record.pk]),
        on=spoken_of_on(record),
    )


def index_fact(find: Find, decision: Decision, around: Setting | None = None) -> None:
    """Let a confirmed fact be found, and no longer one that is not; `around` is the record's setting where the caller has it."""
    if decision.verdict not in STANDING:
        search.forget(find)
        return
    record = find.record
    quote = record.text[decision.start : decision.end]
    named = [str(decision.fields[name]) for name in NAMES if decision.fields.get(name)]
    search.index(
        find,
        title=decision.fields.get("indicator") or quote,
        body=" · ".join([quote, *named]),
        place=record.place,
        url=f"{reverse('records:confirm', args=[record.pk])}#find-{find.pk}",
        on=around.on if around else spoken_of_on(record),
    )
