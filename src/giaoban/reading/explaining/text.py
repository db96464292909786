"""A whole text explained, sentence by sentence."""

from collections.abc import Iterator, Mapping
from datetime import date

from giaoban.model import Directive, Document, Find, Finding, Found, Observation, Span
from giaoban.reading.engine import Page
from giaoban.reading.explaining import clauses, figures, tables
from giaoban.reading.explaining.reason import Explained, Reason
from giaoban.reading.marks import AgencyMention, BodyMention, PeriodMention, PlaceMention
from giaoban.reading.pipeline import PIPELINE
from giaoban.reading.reader import gathered
from giaoban.reading.rules.clauses.clause import Clause
from giaoban.reading.rules.clauses.criticised import criticised
from giaoban.reading.rules.clauses.listed import listed_tasks
from giaoban.reading.rules.clauses.outright import outright_tasks
from giaoban.reading.rules.clauses.sections import section_clauses
from giaoban.reading.rules.clauses.speech import Speech
from giaoban.reading.rules.clauses.vows import vowed_tasks
from giaoban.reading.rules.clauses.worst import behind_all
from giaoban.reading.rules.figures.observations import Figured
from giaoban.reading.rules.meeting.chairings import Chairing
from giaoban.reading.rules.named.persons import Holder
from giaoban.reading.sentences import Sentence
from giaoban.reading.weights import SHIPPED, Weights

MARKS = (PeriodMention, PlaceMention, AgencyMention, BodyMention, Holder, Speech, Chairing)
"""What rules mark in a sentence before anything is read from it."""
RULED = {
    listed_tasks.stamp: "listed-task",
    outright_tasks.stamp: "ordered-outright",
    section_clauses.stamp: "headed-item",
    vowed_tasks.stamp: "vowed-task",
    criticised.stamp: "criticised",
    behind_all.stamp: "behind-all",
}
"""Why a clause was read that the weights did not hear, by the rule that read it."""


def explain(document: Document, weights: Weights = SHIPPED, *, spoken_on: date | None = None) -> Iterator[Explained]:
    """Every sentence in the order of the text, and among them blocks that say again what was said; `spoken_on` as for `reading.read`."""
    page = PIPELINE.run(document, weights, spoken_on)
    finds = gathered(page).finds()
    judged = clauses.judged(page)
    drawn = figures.drawn(page)
    told = [_explained(page, sentence, finds, judged, drawn) for sentence in page.all(Sentence)]
    told += [Explained(block.span, why_not=(Reason("block-repeated"),)) for block in document.blocks if block.repeated]
    yield from sorted(told, key=lambda each: each.span)


def _explained(
    page: Page, sentence: Found[Sentence], finds: tuple[Find, ...], judged: list[clauses.Judged], drawn: Mapping[int, Figured]
) -> Explained:
    begun = [find for find in finds if sentence.span.start <= find.span.start < sentence.span.end]
    if not begun and not any(find.span.overlaps(sentence.span) for find in finds):
        no_figure = tuple(tables.why_none(page, sentence.what.block)) or tuple(figures.why_none(page, sentence))
        return Explained(sentence.span, why_not=(*no_figure, *clauses.why_none(page, sentence, judged)))
    return Explained(sentence.span, tuple((find, _reasons(page, find, judged, drawn)) for find in begun), _marks(page, sentence.span))


def _reasons(page: Page, find: Find, judged: list[clauses.Judged], drawn: Mapping[int, Figured]) -> tuple[Reason, ...]:
    match find.what:
        case Observation():
            return tuple(tables.reasons(page, find.span) or figures.reasons(page, find.what, find.span, drawn))
        case Finding() | Directive():
            made = next(
                (RULED[each.rule] for each in page.within(Clause, find.span) if each.span == find.span and each.rule in RULED), None
            )
            return (Reason(made),) if made else tuple(clauses.reasons(judged, find.what, find.span, page.weights))
    return (Reason("meeting-told"),)


def _marks(page: Page, span: Span) -> tuple[Found[object], ...]:
    found = [mark for kind in MARKS for mark in page.within(kind, span)]
    return tuple(sorted(found, key=lambda mark: (mark.span.start, mark.span.end)))
