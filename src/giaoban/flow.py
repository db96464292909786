"""The flow of Giaoban. Read this first.

    record of a meeting ─read─▶ facts with their sentences ─confirm─▶ ledger ─check─▶ discrepancies
            ▲                                      │                                       │
       next meeting ◀────── prepare: brief ◀── directives, and what was asked before ◀─────┘

Each step is a package of the same name; `giaoban_web` has an app for it that loads, asks this code, saves and shows.
The steps that are still to come (assessment, scenario) join between ledger and brief.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from giaoban import documents, ledger, reading
from giaoban.brief import composing, from_records
from giaoban.brief.brief import Brief
from giaoban.brief.from_records import Record
from giaoban.documents import Ocr
from giaoban.ledger import Discrepancy, Facts
from giaoban.ledger.entries import InDocument
from giaoban.ledger.observed import NO_SENTENCES, Sentences
from giaoban.model import Document, Reading, Refused
from giaoban.reading.weights import SHIPPED, Weights
from giaoban.reference.indicators import Catalogue, catalogue


def read(data: bytes, name: str, ocr: Ocr | None = None, *, weights: Weights = SHIPPED, fast: bool = False) -> tuple[Document, Reading]:
    """What the record says: its text, and every figure, judgement and instruction beside the words it was read from.

    data   the bytes of a record: text, web page, Word, RTF, ODT or PDF
    name   its file name, for messages only; what it is, the bytes decide
    ocr    turns the picture of a page into text; without it a scan is refused
    weights, fast    see `giaoban.reading.read`

    Raises `Refused` for what cannot or must not be read: nothing of it has been kept.
    """
    document = documents.read(data, name, ocr)
    return document, reading.read(document, weights, fast=fast)


def check(
    document: str, said: Reading, indicators: Catalogue | None = None, sentences: Sentences = NO_SENTENCES
) -> tuple[Discrepancy, ...]:
    """What does not fit together in the figures of one record, and what follows from them: 85,7 % and 76,2 % are 18/21 and 16/21.

    document    SHA-256 of the record's bytes
    indicators  the catalogue that names are matched to (the one that comes with Giaoban)
    sentences   those that the figures stand in, as far as they are known: a share of a total that one names is of no plan

    A whole ledger is checked the same way: `ledger.check` takes `Facts` made of its standing entries.
    """
    known = catalogue() if indicators is None else indicators
    around = {InDocument(document, span): each for span, each in sentences.items()}
    return ledger.check(Facts(ledger.reported(said, document, known, sentences), known, sentences=around))


def prepare(
    records: Iterable[Record], on: date, place: str = "", *, meeting: str = "", meeting_on: date | None = None, last: Brief | None = None
) -> Brief:
    """The brief for the next meeting, as far as the records of earlier ones say: what moved, what was asked, and what is worth asking.

    records  of earlier meetings; those after the day `on` are left out
    place    the place that the figures are of (the one that the latest record mostly reports)
    last     the brief before this one, which figures are set against

    Raises `Refused` where no record is left, or one has no day. What became of a task and what was resolved stands in no record:
    `giaoban_web` gives it, and composes the same way (`brief.composing.brief` of a `Given`).
    """
    held = [each for each in records if each.held_on <= on]
    if not held:
        raise Refused("brief-nothing", on=on)
    given = from_records.given(held, on, place, meeting=meeting, meeting_on=meeting_on)
    return composing.brief(replace(given, last=last.remembered() if last else None))
