"""What an observation enters into the ledger: its figure, and its comparisons as figures of their own cells."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from giaoban.documents.quotes import Quote
from giaoban.ledger.apart import told_in
from giaoban.ledger.cells import Cell
from giaoban.ledger.entries import Entry, InDocument, Source, Status
from giaoban.ledger.matching import Matcher
from giaoban.ledger.others import meant
from giaoban.ledger.shares_told import is_of_total
from giaoban.model import Comparison, Found, Measure, Observation, Period, Quantity, Reading, Role, Span
from giaoban.reference.abbreviations import in_full
from giaoban.reference.axes import breakdown, sector
from giaoban.reference.folding import fold, words
from giaoban.reference.indicators import Catalogue, Indicator

NO_DAY = date(1, 1, 1)
Sentences = Mapping[Span, Quote]
NO_SENTENCES: Sentences = MappingProxyType({})
NOTHING_AROUND = Quote("", "", "")


def entries(
    observation: Observation, source: Source, *, indicator: str, place: str, on: date, known: Indicator | None = None, words: str = ""
) -> list[Entry]:
    """The entries of one observation: first the figure, then its comparisons in the order of the text.

    indicator  id in the catalogue, or "?" and a name
    known      its row: what the name says of a part goes into the breakdown; growth, or a share of a plan, told by an indicator of its own
               is that one's level
    words      of the record: a share of a total that they name is of no plan
    place, on  key of the place; the day it was reported
    """
    period = Period.parse(observation.period) if observation.period else None
    estimated = observation.role is Role.ESTIMATE
    role = Role.ACTUAL if estimated else observation.role
    status = Status.ESTIMATE if estimated else Status.PROVISIONAL

    part = _part(observation, known) if known else ""

    def entry(measure: Measure, base: str, quantity: Quantity) -> Entry:
        cell = Cell(indicator, place, period, measure, base, part)
        return Entry(cell, quantity, source, on, role, status, wording=observation.indicator)

    own = Measure.LEVEL if known and (known.growth_of or _is_its_share(observation, known)) else observation.measure
    figure = entry(own, "plan" if own is Measure.ATTAINMENT else "", observation.quantity)
    bases = ("" if is_of_total(observation.quantity, each, words) else _base(each) for each in observation.comparisons)
    compared = zip(bases, observation.comparisons, strict=True)
    return [figure, *(entry(each.kind, base, Quantity(each.value, each.unit, each.bound)) for base, each in compared)]


def reported(reading: Reading, document: str, catalogue: Catalogue, sentences: Sentences = NO_SENTENCES) -> list[Entry]:
    """Everything that one record reports, before anybody has confirmed it: for checking, not for the ledger.

    An indicator is the catalogue's where the name is surely one of it; a place is its name in lower case, abbreviations in full. Growth of
    a bare sector ("dịch vụ tăng 7 %") belongs to the growth of output, where the record tells that for the same place and period.

    sentences  those that the figures stand in, as far as they are known
    """
    matcher = Matcher(catalogue)
    on = reading.published_on or (reading.meeting.what.held_on if reading.meeting else None) or NO_DAY
    told = [
        entry
        for found in reading.observations
        for entry in _entries(found, document, matcher, catalogue, on, sentences.get(found.span, NOTHING_AROUND))
    ]
    wholes = {each.cell for each in told if each.cell.indicator in catalogue and catalogue[each.cell.indicator].growth_of}
    return [_of_sector(each, wholes) for each in told]


def unmatched(name: str) -> str:
    """The indicator of a cell whose name is not in the catalogue."""
    return "?" + fold(" ".join(words(name)))


def _entries(
    found: Found[Observation], document: str, matcher: Matcher, catalogue: Catalogue, on: date, sentence: Quote
) -> Iterator[Entry]:
    what = found.what
    named = matcher.match(what.indicator, what.quantity.unit, what.measure)
    indicator = meant(what.indicator, named, catalogue, sentence) or unmatched(what.indicator)
    place = " ".join(in_full(what.place or ""))
    source = InDocument(document, found.span)
    yield from entries(what, source, indicator=indicator, place=place, on=on, known=catalogue.get(indicator), words=str(sentence))


def _part(observation: Observation, known: Indicator) -> str:
    """What of the indicator is told: the part that the name says, and the unit of a level where it does not convert to the usual one."""
    said = breakdown(observation.indicator, known.breakdowns)
    if observation.measure is not Measure.LEVEL or not observation.quantity.unit:
        return said
    return told_in(observation.quantity.unit, said, known)


def _is_its_share(observation: Observation, known: Indicator) -> bool:
    return known.of_plan and observation.measure is Measure.ATTAINMENT


def _of_sector(entry: Entry, wholes: Collection[Cell]) -> Entry:
    part = sector(entry.wording) if entry.cell.measure is Measure.CHANGE and not entry.cell.base else None
    for whole in wholes:
        if part and (whole.place, whole.period, whole.breakdown) == (entry.cell.place, entry.cell.period, ""):
            return replace(entry, cell=replace(whole, breakdown=f"sector={part}"))
    return entry


def _base(comparison: Comparison) -> str:
    return comparison.base or ("plan" if comparison.kind is Measure.ATTAINMENT else "")
