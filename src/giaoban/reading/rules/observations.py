"""Observations: figures with what they count, how firmly, in what role, over which period and of which place.

What must and must not be read: corpus/observations.tsv.
"""

from collections.abc import Iterator
from dataclasses import replace

from giaoban.model import BlockKind, Found, Measure, Observation, Period, Quantity, Role, Span
from giaoban.reading.cues import Cue
from giaoban.reading.engine import Page, rule
from giaoban.reading.items import Item, Marked, items
from giaoban.reading.marks import PeriodMention, PlaceMention, TimeAnchor
from giaoban.reading.rules.comparisons import against, comparison
from giaoban.reading.rules.linking import Draft, Line, link
from giaoban.reading.rules.quantities import amounts
from giaoban.reading.sentences import Sentence


@rule(makes=Observation, needs=(Sentence, PeriodMention, PlaceMention, TimeAnchor))
def observations(page: Page) -> Iterator[Found[Observation]]:
    carried = ""
    for sentence in page.all(Sentence):
        if sentence.what.block.kind in (BlockKind.TITLE, BlockKind.HEADING) or not _has_digit(page.text, sentence.span):
            continue
        line = _line(page, sentence.span)
        for draft in link(line, carried):
            yield _found(line, draft)
            carried = draft.name


def _has_digit(text: str, span: Span) -> bool:
    return any(map(str.isdigit, text[span.start : span.end]))


def _line(page: Page, span: Span) -> Line:
    marked: list[Marked] = sorted([*page.within(PeriodMention, span), *page.within(PlaceMention, span)], key=lambda mark: mark.span.start)
    row = items(page.text, span, marked)
    return Line(row, amounts(row, page.text), page.text, span)


def _found(line: Line, draft: Draft) -> Found[Observation]:
    amount = draft.amount
    sign = -1 if draft.measure is Measure.CHANGE and draft.head is Cue.DOWN else 1
    upper = None if amount.value_to is None else sign * amount.value_to
    quantity = Quantity(sign * amount.value, amount.unit.text, amount.bound, upper)
    compared = tuple(comparison(other, head, against(line.row, other, ceiling, None)) for other, head, ceiling in draft.compared)
    what = Observation(draft.name, quantity, draft.measure, Role.ACTUAL, None, None, compared)
    return Found(what, Span(draft.start, draft.end), confidence=0.7)
