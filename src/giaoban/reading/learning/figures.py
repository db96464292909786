"""Cases to learn choices about figures from: what the rules leave open, and what an annotated record says."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from giaoban.model import Document
from giaoban.reading.engine import Pipeline
from giaoban.reading.learning.agreeing import agree
from giaoban.reading.learning.choices import Case
from giaoban.reading.pipeline import MEETING
from giaoban.reading.rules import dating, placing
from giaoban.reading.rules.contexts import carried_to, opening, own_period_of
from giaoban.reading.rules.drafts import Draft
from giaoban.reading.rules.linking import link
from giaoban.reading.rules.observations import ends, lines
from giaoban.reading.rules.phrasing import doubtful, options, ways_to_name
from giaoban.reading.rules.roles import left_open, roles
from giaoban.reading.rules.surroundings import surroundings

READY = Pipeline(MEETING)


@dataclass(frozen=True, slots=True)
class Naming:
    """One figure that a record holds: the ways to name it and which agree with the annotated name; whether weights are asked, and
    whether the rules are right."""

    case: Case
    doubtful: bool
    ruled: bool


def namings(document: Document, record: dict[str, Any]) -> Iterator[Naming]:
    page = READY.run(document)
    context = opening(page)
    left = list(record["observations"])
    for line in lines(page, context):
        previous = ""
        for draft in link(line, context.name):
            annotated = _annotated(draft, left)
            if annotated is not None:
                ways, names = ways_to_name(line, draft, previous, context.name)
                right = [at for at, name in enumerate(names) if agree(name, annotated["indicator"])]
                ruled = agree(draft.name, annotated["indicator"])
                yield Naming((options(line, draft, ways, names), right, 1.0), doubtful(line, draft), ruled)
            previous = annotated["indicator"] if annotated else draft.name
        context.name = previous or context.name


def datings(document: Document, record: dict[str, Any]) -> list[Case]:
    """One case for each figure that the record holds: the periods it may be about, and which is annotated. Long texts count less."""
    page = READY.run(document)
    context = opening(page)
    left = list(record["observations"])
    found: list[tuple[list[list[str]], list[int]]] = []
    for line in lines(page, context):
        drafts = link(line, context.name)
        said = roles(line, drafts, left_open(context, line.row))
        for draft, role, end in zip(drafts, said, ends(line, drafts) if drafts else [], strict=True):
            annotated = _annotated(draft, left)
            if annotated is not None:
                ruled = own_period_of(line.row, draft, end) or carried_to(context, line.row, draft, role)
                periods = dating.options(context, line, draft, role, end, ruled)
                right = [at for at, text in enumerate(periods) if text == (annotated["period"] or dating.NONE)]
                found.append((list(periods.values()), right))
            context.name = draft.name
    return [(options, right, len(found) ** -0.5) for options, right in found]


def placings(document: Document, record: dict[str, Any]) -> list[Case]:
    """One case for each figure that the record holds: the places it may be of, and which is annotated. Long texts count less."""
    page = READY.run(document)
    context, around = opening(page), surroundings(page)
    left = list(record["observations"])
    found: list[tuple[list[list[str]], list[int]]] = []
    for line in lines(page, context):
        drafts = link(line, context.name)
        for draft, end in zip(drafts, ends(line, drafts) if drafts else [], strict=True):
            annotated = _annotated(draft, left)
            if annotated is not None:
                places = placing.options(around, context, line, draft, end)
                right = [at for at, name in enumerate(places.names.values()) if agree(name, annotated["place"])]
                found.append(([places.traits[each] for each in places.names], right))
            context.name = draft.name
    return [(options, right, len(found) ** -0.5) for options, right in found]


def _annotated(draft: Draft, left: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The annotated observation of the same number where the figure stands; it is taken out of what is left."""
    for at, each in enumerate(left):
        span = each["span"]
        if span["start"] <= draft.amount.start < span["end"] and abs(each["value"]) == abs(float(draft.amount.value)):
            return left.pop(at)
    return None
