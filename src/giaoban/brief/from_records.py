"""What exchange records alone give for a brief. They say what was reported, judged and asked; nobody says what became of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from giaoban import ledger
from giaoban.brief import figures
from giaoban.brief.given import Expected, Given, GivenFinding, GivenTask
from giaoban.brief.lines import Source
from giaoban.brief.same_place import same_place
from giaoban.brief.tasks import with_repeats
from giaoban.directives.states import Standing, State
from giaoban.directives.suggesting import indicator_named
from giaoban.documents.quotes import alone
from giaoban.ledger import Entry, Facts, InDocument
from giaoban.model import Directive, Finding, Found, Period, Reading, Refused, Span
from giaoban.reference.indicators import Catalogue, Direction, catalogue

SURE = 0.5
"""A finding that is likelier wrong than right is left out."""
TITLE = 70
"""Letters of a title that a footnote shows."""


@dataclass(frozen=True, slots=True)
class Record:
    """An exchange record: the name of its file, its reading, and the words of its finds by their spans."""

    name: str
    reading: Reading
    words: Mapping[Span, str]

    @property
    def held_on(self) -> date:
        """The day of the meeting, else of the record. Refused (`brief-record-undated`) where neither is known."""
        meeting = self.reading.meeting
        day = (meeting.what.held_on if meeting else None) or self.reading.published_on
        if day is None:
            raise Refused("brief-record-undated", record=self.name)
        return day

    def source(self, span: Span) -> Source:
        title = (self.reading.title or "").strip(' "“”') or self.name
        shown = title if len(title) <= TITLE else f"{title[:TITLE].rpartition(' ')[0] or title[:TITLE]}…"
        return Source(f"{shown}, {self.held_on:%d/%m/%Y}", f"{self.name}#char={span.start},{span.end}", self.words[span])


def given(
    records: Iterable[Record],
    on: date,
    place: str = "",
    *,
    meeting: str = "",
    meeting_on: date | None = None,
    known: Catalogue | None = None,
) -> Given:
    """What the records give. Tasks count as issued on the day of their meeting; a deadline is the last day of its period.

    place  the one that figures are wanted of; without it the one that most figures of the latest record are of
    known  the catalogue that names are matched to (the one that comes with Giaoban)
    """
    ordered = sorted(records, key=lambda each: (each.held_on, each.name))
    indicators = catalogue() if known is None else known
    place = place or _place(ordered)
    by_name = {each.name: each for each in ordered}
    entries = [_at(place, entry) for each in ordered for entry in ledger.reported(each.reading, each.name, indicators, alone(each.words))]
    facts = Facts(entries, indicators)
    found = ledger.check(facts)
    judged = [(each, finding) for each in ordered for finding in each.reading.findings]
    return Given(
        place,
        on,
        meeting,
        meeting_on,
        met_on=tuple(dict.fromkeys(each.held_on for each in ordered)),
        followed=False,
        confirmed=all(not find.rule for each in ordered for find in each.reading.finds()),
        figures=figures.given_figures(facts, lambda entry: _source(entry, by_name), (place,)),
        tasks=with_repeats(task for each in ordered for task in _tasks(each, indicators)),
        findings=tuple(_finding(record, found) for record, found in judged if found.confidence >= SURE),
        left_out=sum(found.confidence < SURE for _record, found in judged),
        discrepancies=figures.given_discrepancies(found, lambda entry: _source(entry, by_name)),
    )


def _place(records: Sequence[Record]) -> str:
    for record in reversed(records):
        named = Counter(each.what.place for each in record.reading.observations if each.what.place)
        if named:
            return named.most_common(1)[0][0]
        if record.reading.meeting and record.reading.meeting.what.reviewed:
            return record.reading.meeting.what.reviewed
    return ""


def _at(place: str, entry: Entry) -> Entry:
    """The entry, filed under `place` where its record calls that place by another name."""
    return replace(entry, cell=replace(entry.cell, place=place)) if same_place(entry.cell.place, place) else entry


def _source(entry: Entry, records: Mapping[str, Record]) -> Source:
    """The source of a reported figure: its sentence in the record that serves as its document."""
    if not isinstance(entry.source, InDocument):
        raise TypeError("a figure of a record has its words")
    return records[entry.source.document].source(entry.source.span)


def _tasks(record: Record, known: Catalogue) -> Iterator[GivenTask]:
    for at, found in enumerate(record.reading.directives):
        wording = record.words[found.span].strip()
        yield GivenTask(
            f"{record.name}:{at}",
            wording,
            found.what.assignee or "",
            record.held_on,
            Standing(State.ISSUED, _deadline(found)),
            record.source(found.span),
            found.what.topic,
            expected=_expected(wording, known),
        )


def _deadline(found: Found[Directive]) -> date | None:
    try:
        return Period.parse(found.what.deadline).end_on if found.what.deadline else None
    except ValueError:
        return None


def _expected(wording: str, known: Catalogue) -> Expected | None:
    """The indicator named in the words, expected to go the way that is good for it."""
    named = indicator_named(wording)
    row = known.get(named) if named else None
    return Expected(row.id, row.direction) if row and row.direction is not Direction.NEUTRAL else None


def _finding(record: Record, found: Found[Finding]) -> GivenFinding:
    wording = record.words[found.span].strip().lstrip("-–•+ ")
    return GivenFinding(wording, found.what.polarity, record.held_on, record.source(found.span), found.what.topic)
