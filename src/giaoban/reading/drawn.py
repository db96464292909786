"""What a directive says whose words somebody has drawn by hand: who asks and who is to act are named around them.

"Bí thư Tỉnh ủy yêu cầu Phòng Kinh tế [rà soát các hồ sơ]"    asked by Bí thư Tỉnh ủy, of Phòng Kinh tế
"[Sở Y tế hướng dẫn các xã]"                                  of Sở Y tế
"""

from datetime import date

from giaoban.model import Directive, Document, Found, Span
from giaoban.reading.engine import Page, Pipeline
from giaoban.reading.marks import BodyMention
from giaoban.reading.pipeline import LEFT, MEETING
from giaoban.reading.reader import legible
from giaoban.reading.rules.clauses.clause import Clause
from giaoban.reading.rules.clauses.clauses import clauses
from giaoban.reading.rules.clauses.directives import directives
from giaoban.reading.rules.clauses.listed import clause_at
from giaoban.reading.rules.clauses.topics import themes
from giaoban.reading.syllables import Syllables
from giaoban.reading.weights import SHIPPED, Weights

BEFORE = Pipeline((*MEETING, (clauses,), *LEFT))
"""What the reader hears by itself, before it is said what each clause is about."""


def drawn(document: Document, span: Span, weights: Weights = SHIPPED, *, spoken_on: date | None = None) -> Directive | None:
    """The directive of these words as the reader would have read it; None where they are no words of a sentence.

    Where it heard one in them, that one; a judgement that it heard there gives way. Those before it are passed as always, since each
    speaks for the next.
    """
    page = BEFORE.run(legible(document), weights, spoken_on)
    told: list[Found[Clause]] = []
    heard: list[Found[Clause]] = []
    for each in page.all(Clause):
        (heard if each.span.overlaps(span) else told).append(each)
    own = next((each for each in heard if each.what.polarity is None), None) or _clause(page, span)
    if own is None:
        return None
    page.put(Clause, [*told, own])
    page.take(themes, list(themes.run(page)))
    return next((each.what for each in directives.run(page) if each.span == own.span), None)


def _clause(page: Page, span: Span) -> Found[Clause] | None:
    """The clause of these words, without the body that is to act where they begin with one."""
    opening = next((each.span.end for each in page.within(BodyMention, span) if each.span.start == span.start), span.start)
    behind = page.text[opening : span.end]
    start = opening + len(behind) - len(behind.lstrip(" :,"))
    for at in dict.fromkeys((start, span.start)):
        if page.all(Syllables) and at < span.end and (clause := clause_at(page, Span(at, span.end))):
            return Found(clause, Span(at, span.end))
    return None
