"""The reader: runs the pipeline over a document and gathers what it found."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from giaoban import __version__
from giaoban.documents.kinds import TYPE
from giaoban.model import Directive, Document, Finding, Found, Meeting, Observation, Reading
from giaoban.reading.engine import Page
from giaoban.reading.garbage import unsearched
from giaoban.reading.marks import TimeAnchor
from giaoban.reading.pipeline import FAST, PIPELINE
from giaoban.reading.rules.figures.counting.admitting import DOUBTED, doubted
from giaoban.reading.rules.figures.roles.ordered import as_ordered
from giaoban.reading.trust import PLAIN, Line, anew, on_line
from giaoban.reading.unsure import with_unsure_digits
from giaoban.reading.weights import SHIPPED, Weights
from giaoban.reference.folding import written

Thing = TypeVar("Thing")
READER = f"giaoban {__version__}"
UNWEIGHED = Weights({"figures.tsv": b""})
"""Names of figures are those of the rules."""


def read(document: Document, weights: Weights = SHIPPED, *, fast: bool = False, spoken_on: date | None = None) -> Reading:
    """Everything found in `document`. The same text and weights give the same reading; no text raises.

    weights    what trained judgements are made by
    fast       by rules alone, whatever the weights: clauses by cue words, names of figures as the rules have them
    spoken_on  the day of the meeting where somebody knows it: "trước 30/6" is counted by it, whatever the text says of its own day
    """
    with unsearched():
        return _read(legible(document), weights, fast, spoken_on)


def _read(document: Document, weights: Weights, fast: bool, spoken_on: date | None) -> Reading:
    """The page with all its marks is gone when this ends, so that no search for garbage goes through them afterwards."""
    page = FAST.run(document, UNWEIGHED, spoken_on) if fast else PIPELINE.run(document, weights, spoken_on)
    return gathered(page, fast=fast)


def legible(document: Document) -> Document:
    """The document as it is read: with Đ where the kept text has the Ð of old files. It is as long, so every span is that of the text."""
    text = written(document.text)
    if text is document.text:
        return document
    return replace(document, text=text)


def gathered(page: Page, *, fast: bool = False) -> Reading:
    """What the rules found on a page, as a reading."""
    anchors, lines = page.all(TimeAnchor), anew(page.weights)
    meetings = _shown(page, page.all(Meeting)[:1], lines)
    return Reading(
        title=_title(page),
        published_on=anchors[0].what.on if anchors else None,
        meeting=meetings[0] if meetings else None,
        observations=tuple(_shown(page, as_ordered(page.text, page.all(Observation), page.all(Directive)), lines)),
        findings=tuple(_shown(page, page.all(Finding), lines)),
        directives=tuple(_shown(page, page.all(Directive), lines)),
        reader=_reader(page.weights, fast),
    )


def _shown(page: Page, found: list[Found[Thing]], lines: Mapping[str, Line]) -> list[Found[Thing]]:
    """The finds, as sure as an installation's own lines say (as they are where it has none), and as the digits they were read from."""
    if lines:
        sure = (on_line(each.confidence, lines.get(_kind(each), PLAIN)) for each in found)
        found = [Found(each.what, each.span, each.rule, confidence) for each, confidence in zip(found, sure, strict=True)]
    return with_unsure_digits(found, page.document.unsure) if page.document.unsure else found


def _kind(found: Found[Thing]) -> str:
    """As `trust.anew` names the kinds of finds; a doubted figure is of none, so that no line raises it."""
    what = found.what
    if doubted(found.rule):
        return DOUBTED
    return what.polarity.value if isinstance(what, Finding) else type(what).__name__.lower()


def _reader(weights: Weights, fast: bool) -> str:
    """Name and version of the reader, with what it was read by: "giaoban 0.1.0 (fast)"."""
    manner = "fast" if fast else weights.stamp and f"weights {weights.stamp}"
    return f"{READER} ({manner})" if manner else READER


def _title(page: Page) -> str | None:
    """The title on one line, with the kind of paper above it that it goes on from (THÔNG BÁO KẾT LUẬN │ của …); None without one."""
    if page.title is None:
        return None
    said = " ".join(page.title.of(page.text).split())
    above = page.text[: page.title.start].rstrip().rpartition("\n")[2].strip()
    return f"{above.capitalize()} {said}" if said[:1].islower() and TYPE.search(above) else said
