"""Why a finding or directive was read, as the named traits that weighed most; and why a sentence has neither."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from giaoban.model import Directive, Document, Finding, Found, Polarity, Span
from giaoban.reading import weighing
from giaoban.reading.chances import LABELS
from giaoban.reading.engine import Page, Pipeline
from giaoban.reading.explaining.reason import Reason
from giaoban.reading.judging import judge
from giaoban.reading.paragraphs import TOLD, Paragraph, paragraphs
from giaoban.reading.pipeline import MEETING
from giaoban.reading.rules.clauses.clauses import kind_of_text
from giaoban.reading.sentences import Sentence
from giaoban.reading.signals import Signals
from giaoban.reading.weighing import Rows, weighed
from giaoban.reading.weights import SHIPPED, Weights
from giaoban.reference.wording import BIT

READY = Pipeline(MEETING)
BEGINS = {Polarity.STRENGTH: LABELS.index("BS"), Polarity.SHORTCOMING: LABELS.index("BH"), None: LABELS.index("BD")}
KINDS = {label: polarity.value if polarity else "directive" for polarity, label in BEGINS.items()}
SHOWN = 6
"""Reasons told of one decision: the rest weigh little."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One paragraph with what its fragments weigh."""

    paragraph: Paragraph
    weighed: Rows

    def within(self, span: Span) -> list[int]:
        """The fragments that begin in `span`."""
        return [at for at in range(len(self.paragraph.parts)) if span.start <= _start(self.paragraph, at) < span.end]


def why(document: Document, found: Found[Finding] | Found[Directive], weights: Weights = SHIPPED) -> list[tuple[str, float]]:
    """The traits that spoke for (positive) and against (negative) a find against nothing, in logarithms of odds, heaviest first.

    Empty for a find that the judgement on clauses did not make.
    """
    return _weighed(judged(READY.run(document, weights)), found.what, found.span, weights)


def reasons(parts: Sequence[Judged], what: Finding | Directive, span: Span, weights: Weights) -> list[Reason]:
    """The heaviest of them."""
    return [Reason("trait", {"trait": name}, weight) for name, weight in _weighed(parts, what, span, weights)[:SHOWN]]


def judged(page: Page) -> list[Judged]:
    """The paragraphs of a page after the phases of `MEETING`; none where nothing in the text can count."""
    about = kind_of_text(page)
    if about is None:
        return []
    made = list(paragraphs((each.what for each in page.all(Signals)), about, len(page.document.blocks)))
    return [Judged(paragraph, rows) for paragraph, rows in zip(made, weighed(made, page.weights), strict=True)]


def why_none(page: Page, found: Found[Sentence], parts: Iterable[Judged]) -> Iterator[Reason]:
    """Why a sentence has no finding and no directive."""
    if kind_of_text(page) is None:
        yield Reason("no-meeting")
        return
    if found.what.block.kind not in TOLD:
        yield Reason("not-told", {"kind": found.what.block.kind.value})
        return
    near = _nearest(found.span, parts)
    if near:
        paragraph, at, label, lead = near
        code = "nearly" if lead > 0 else "nothing-likelier"
        yield Reason(code, {"kind": KINDS[label], "quote": _said(page.text, paragraph, at)}, lead)
        told = [(name, weight) for name, weight in judge(page.weights).reasons(paragraph, at, at + 1, label) if weight < 0]
        yield from (Reason("trait", {"trait": name}, weight) for name, weight in told[:SHOWN])
    if any(kinds & BIT["past"] for each in page.within(Signals, found.span) for _, _, kinds in each.what.found if kinds > 0):
        yield Reason("past-told")


def _nearest(span: Span, parts: Iterable[Judged]) -> tuple[Paragraph, int, int, float] | None:
    """The fragment of a sentence that is likeliest to begin a find, the label it would have, and by how much that outweighs nothing."""
    best: tuple[Paragraph, int, int, float] | None = None
    for each in parts:
        for at in each.within(span):
            for label in BEGINS.values():
                lead = each.weighed[at][label] - each.weighed[at][0]
                if best is None or lead > best[3]:
                    best = each.paragraph, at, label, lead
    return best


def _weighed(parts: Sequence[Judged], what: Finding | Directive, span: Span, weights: Weights) -> list[tuple[str, float]]:
    polarity = what.polarity if isinstance(what, Finding) else None
    for which, each in enumerate(parts):
        if inside := each.within(span):
            told = [part.paragraph for part in parts]
            return weighing.reasons(told, which, inside[0], inside[-1] + 1, BEGINS[polarity], weights)
    return []


def _start(paragraph: Paragraph, at: int) -> int:
    return paragraph.lines[paragraph.within[at]].starts[paragraph.parts[at].first]


def _said(text: str, paragraph: Paragraph, at: int) -> str:
    line, part = paragraph.lines[paragraph.within[at]], paragraph.parts[at]
    return text[line.starts[part.first] : line.ends[part.last - 1]]
