"""Cases to learn choices about figures from: what the rules leave open, and what an annotated record says."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from giaoban.model import Document
from giaoban.reading.alike import ENOUGH, agreement, alike
from giaoban.reading.engine import Pipeline
from giaoban.reading.learning.choices import Case
from giaoban.reading.learning.told import known, of_number
from giaoban.reading.pipeline import MEETING
from giaoban.reading.rules.figures import dating, period_options
from giaoban.reading.rules.figures.contexts import carried_to, opening
from giaoban.reading.rules.figures.drafts import Draft
from giaoban.reading.rules.figures.linking import link
from giaoban.reading.rules.figures.names import phrasing
from giaoban.reading.rules.figures.names.phrasing import FIRST, options, said
from giaoban.reading.rules.figures.names.traits import View, figure
from giaoban.reading.rules.figures.names.worded import worded
from giaoban.reading.rules.figures.names.wordings import wordings
from giaoban.reading.rules.figures.observations import ends, lines
from giaoban.reading.rules.figures.placing import weighed
from giaoban.reading.rules.figures.placing.surroundings import surroundings
from giaoban.reading.rules.figures.roles.roles import left_open, roles
from giaoban.reading.rules.figures.said_periods import own_period_of

READY = Pipeline(MEETING)
UNKNOWN = "unknown"
"""In place of the form of a name that no way has."""


@dataclass(frozen=True, slots=True)
class Naming:
    """One figure that a record holds: the ways to name it, of which those are right that agree best with the annotated name; the words of
    the names and their forms, which of them agree well enough, and whether that of the rules does."""

    case: Case
    words: list[int]
    forms: list[str]
    agree: list[bool]
    ruled: bool


def namings(document: Document, record: dict[str, Any]) -> Iterator[Naming]:
    """What names of figures are learned from: of each figure the ways to name it, and which agree with the annotated name."""
    page = READY.run(document)
    context = opening(page)
    left = list(record["observations"])
    for line in lines(page, context):
        seen, previous, form = View(line.row), "", FIRST
        for draft in link(line, context.name):
            annotated = _annotated(draft, left)
            if annotated is not None and known(annotated, "indicator"):
                ways, of = wordings(line, draft, previous, context.name), figure(seen, draft, form)
                shares = [agreement(worded(way, line, draft), annotated["indicator"]) for way in ways]
                right = [at for at, share in enumerate(shares) if share == max(shares) and share >= ENOUGH]
                ruled = alike(draft.name, annotated["indicator"])
                case, agree = (options(seen, of, ways), right, 1.0), [share >= ENOUGH for share in shares]
                yield Naming(case, said(seen, of, ways), [way.form for way in ways], agree, ruled)
                form = ways[right[0]].form if right else UNKNOWN
            else:
                form = UNKNOWN
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
            if annotated is not None and known(annotated, "period"):
                ruled = own_period_of(line.row, draft, end) or carried_to(context, line, draft, role)
                periods = period_options.options(context, line, draft, role, end, ruled)
                right = [at for at, text in enumerate(periods) if text == (annotated["period"] or period_options.NONE)]
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
            if annotated is not None and known(annotated, "place"):
                places = weighed.options(around, context, line, draft, end)
                right = [at for at, name in enumerate(places.names.values()) if alike(name, annotated["place"])]
                found.append(([places.traits[each] for each in places.names], right))
            context.name = draft.name
    return [(options, right, len(found) ** -0.5) for options, right in found]


def cases(document: Document, record: dict[str, Any]) -> dict[str, list[Case]]:
    """All that a record teaches about figures, by choice."""
    return {
        phrasing.CHOICE: [naming.case for naming in namings(document, record)],
        dating.CHOICE: datings(document, record),
        weighed.CHOICE: placings(document, record),
    }


def _annotated(draft: Draft, left: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The annotated observation of the same number where the figure stands; it is taken out of what is left."""
    at = of_number(left, draft.amount.start, draft.amount.start + 1, float(draft.amount.value))
    return None if at is None else left.pop(at)
