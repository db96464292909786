"""Observations: figures with what they count, how firmly, in what role, over which period and of which place.

What must and must not be read: corpus/observations.tsv.
"""

import re
from collections.abc import Iterator

from giaoban.model import BlockKind, Found, Observation, Quantity, Role, Span
from giaoban.reading.engine import Page, rule
from giaoban.reading.items import Marked, items
from giaoban.reading.marks import AgencyMention, PeriodMention, PlaceMention, TimeAnchor
from giaoban.reading.rules.comparisons import against, comparison
from giaoban.reading.rules.contexts import Context, enter, opening, period_of, place_of
from giaoban.reading.rules.linking import Draft, Line, link
from giaoban.reading.rules.quantities import amounts
from giaoban.reading.rules.roles import by_time, roles
from giaoban.reading.sentences import Sentence

DIGIT = re.compile(r"\d")
DEBRIS = 3
"""So many upright strokes in a sentence are the rules of a table that a scan took for letters."""


@rule(makes=Observation, needs=(Sentence, PeriodMention, PlaceMention, AgencyMention, TimeAnchor))
def observations(page: Page) -> Iterator[Found[Observation]]:
    context = opening(page)
    carried = ""
    for sentence in page.all(Sentence):
        if sentence.what.block.kind in (BlockKind.TITLE, BlockKind.HEADING) or not _has_figures(page.text, sentence.span):
            continue
        line = _line(page, sentence.span)
        drafts = link(line, carried)
        enter(context, line, sentence.what.block.span.start)
        ends = [*(draft.zone for draft in drafts[1:]), len(line.row)][: len(drafts)]
        for draft, role, end in zip(drafts, roles(line, drafts), ends, strict=True):
            yield _found(line, draft, role, context, end)
            carried = draft.name


def _has_figures(text: str, span: Span) -> bool:
    """Whether there is a digit, and the sentence is not the debris of a scanned table."""
    return DIGIT.search(text, span.start, span.end) is not None and text.count("|", span.start, span.end) < DEBRIS


def _line(page: Page, span: Span) -> Line:
    row = items(page.text, span, _marked(page, span))
    return Line(row, amounts(row, page.text), page.text, span)


def _marked(page: Page, span: Span) -> list[Marked]:
    """Periods, places and agencies of the sentence, the longer where they overlap."""
    found: list[Marked] = [*page.within(PeriodMention, span), *page.within(PlaceMention, span), *page.within(AgencyMention, span)]
    found.sort(key=lambda mark: (mark.span.start, -mark.span.end))
    kept: list[Marked] = []
    for mark in found:
        if not kept or mark.span.start >= kept[-1].span.end:
            kept.append(mark)
    return kept


def _found(line: Line, draft: Draft, role: Role, context: Context, end: int) -> Found[Observation]:
    amount = draft.amount
    sign = -1 if draft.falls else 1
    upper = None if amount.value_to is None else sign * amount.value_to
    quantity = Quantity(sign * amount.value, amount.unit.text, amount.bound, upper)
    period, place = period_of(context, line.row, draft, role, end), place_of(context, line.row, draft)
    compared = tuple(comparison(other, head, against(line.row, other, ceiling, period)) for other, head, ceiling in draft.compared)
    settled = by_time(role, period, context.anchor)
    what = Observation(draft.name, quantity, draft.measure, settled, period.text if period else None, place, compared)
    return Found(what, Span(draft.start, draft.end), confidence=0.7)
