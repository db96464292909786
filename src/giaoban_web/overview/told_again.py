"""What several records of one meeting tell alike, as its minutes and the notice of its conclusions do: shown and counted once."""

import json
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.db.models import Count, QuerySet

from giaoban.reference.folding import fold
from giaoban_web.meetings.models import Meeting
from giaoban_web.overview.queries import Fact, with_quotes
from giaoban_web.records.models import Find, Kind, Record

TOLD_ONCE = frozenset({Kind.OBSERVATION, Kind.STRENGTH, Kind.SHORTCOMING})
"""A directive stays by itself: each may have its own task."""


MOST = 2_000
"""Finds of meetings with several records that are compared for one page; beyond, what is told again is counted again."""
COUNTS = {Kind.OBSERVATION: "figures", Kind.SHORTCOMING: "shortcomings"}
"""What `queries.counted` counts of a meeting and is told once."""
Again = Mapping[int, tuple[Fact, ...]]


def told_once(found: QuerySet[Find]) -> tuple[QuerySet[Find], Again]:
    """The facts without what another record of the meeting tells alike; and of those left, by key, where they are told again."""
    several = Record.objects.filter(meeting__isnull=False).order_by().values("meeting").annotate(records=Count("pk")).filter(records__gt=1)
    rows = found.filter(record__meeting__in=several.values("meeting"), standing__kind__in=TOLD_ONCE)
    again = {fact.id: fact.again for fact in once(with_quotes(rows.order_by("record", "standing__start")[:MOST])) if fact.again}
    echoes = [each.id for facts in again.values() for each in facts]
    return found.exclude(pk__in=echoes) if echoes else found, again


def counted_once(meetings: Sequence[Meeting], found: QuerySet[Find]) -> Sequence[Meeting]:
    """The counted meetings, in their counts what several records of one tell alike once; `found` are the facts that were counted."""
    known: dict[int | None, Any] = {each.pk: each for each in meetings}
    for facts in told_once(found.filter(record__meeting__in=list(known)))[1].values():
        for fact in facts:
            if name := COUNTS.get(Kind(fact.kind)):
                meeting = known[fact.record.meeting_id]
                setattr(meeting, name, getattr(meeting, name) - 1)
    return meetings


def once(facts: Iterable[Fact]) -> list[Fact]:
    """The facts in their order, those alike of other records of a meeting with the first of them."""
    firsts: dict[Hashable, Fact] = {}
    for fact in facts:
        key = _key(fact)
        first = firsts.get(key)
        if first is None or fact.record.pk in {first.record.pk, *(each.record.pk for each in first.again)}:
            firsts[fact.id if first else key] = fact
        else:
            firsts[key] = replace(first, again=(*first.again, fact))
    return list(firsts.values())


def _key(fact: Fact) -> Hashable:
    meeting = fact.record.meeting_id
    if meeting is None or fact.kind not in TOLD_ONCE:
        return fact.id
    return meeting, fact.kind, fact.place.pk, _figure(fact) if fact.kind == Kind.OBSERVATION else _words(fact)


def _figure(fact: Fact) -> str:
    said = fact.fields | {"indicator": fold(fact.fields.get("indicator") or ""), "place": ""}
    return json.dumps(said, sort_keys=True, default=str)


def _words(fact: Fact) -> str:
    return " ".join(fact.quote.words.split()).strip(" .;,-–•+").casefold()
