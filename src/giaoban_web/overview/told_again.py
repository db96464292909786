"""What several records of one meeting tell alike, as its minutes and the notice of its conclusions do: shown once, with each record."""

import json
from collections.abc import Hashable, Iterable
from dataclasses import replace

from giaoban.reference.folding import fold
from giaoban_web.overview.queries import Fact
from giaoban_web.records.models import Kind

TOLD_ONCE = frozenset({Kind.OBSERVATION, Kind.STRENGTH, Kind.SHORTCOMING})
"""A directive stays by itself: each may have its own task."""


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
