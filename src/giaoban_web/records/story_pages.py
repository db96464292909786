"""The whole story of a find: as it was read, each decision about it with what it said then, and what it brought into the ledger."""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from giaoban_web.records.cards import Card, cards
from giaoban_web.records.models import Decision, Find, Record
from giaoban_web.records.queries import finds_of, visible_to


@dataclass(frozen=True, slots=True)
class Step:
    """The find as it stood after a decision; as it was read where there was none yet."""

    card: Card
    decision: Decision | None


@require_safe
def story(request: HttpRequest, record_id: int, find_id: int) -> HttpResponse:
    """One find from the sentence to the ledger, for whoever may see its record."""
    record = get_object_or_404(visible_to(request.user).select_related("place", "meeting__place", "put_in_by"), pk=record_id)
    find = get_object_or_404(finds_of(record), pk=find_id)
    find.record = record
    steps = list(_steps(record, find))
    return render(request, "records/story.html", {"record": record, "find": find, "steps": steps, "last": steps[-1]})


def _steps(record: Record, find: Find) -> Iterator[Step]:
    decisions = [None, *find.decisions.select_related("by").order_by("number")]
    stood = [_as_of(find, each) for each in decisions]
    for made, decision in zip(cards(record, stood), decisions, strict=True):
        yield Step(made, decision)


def _as_of(find: Find, decision: Decision | None) -> Find:
    then = copy(find)
    then.standing = decision
    return then
