"""The times that a text names, as far as directives ask for them, and a directive whose time limit is sought."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from giaoban.model import Found, Meeting, Span
from giaoban.reading.engine import Page
from giaoban.reading.marks import PeriodMention, TimeAnchor
from giaoban.reading.rules.clauses.clause import Clause
from giaoban.reading.rules.clauses.leads import lead
from giaoban.reading.rules.clauses.speech import Speech
from giaoban.reading.syllables import Syllables

DAILY = frozenset(("day",))
MONTH = "month"
MONTHLY = frozenset((MONTH, "part"))
YEAR = 4
"""Code points of a year in the exchange form."""
SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("year", re.compile(r"\d{4}")), ("month", re.compile(r"\d{4}-\d\d")), ("day", re.compile(r"\d{4}-\d\d-\d\d")),
    ("part", re.compile(r"\d{4}-[QHM]\d+")),
)  # fmt: skip
CENTURY = re.compile(r"(?:19|20)\d\d")
FRAMED = 110
"""Code points from the start of a sentence within which a period frames what follows."""
FRAMING = frozenset(("opening", "plan of", "within", "other"))
FORECAST = re.compile(r"\b(?:dự báo|dự đoán|nhận định)[^,;.]{0,20}$", re.IGNORECASE)
"""What stands before a period of which only is said how it will be."""
FORECAST_WITHIN = len("nhận định") + 20


@dataclass(frozen=True, slots=True)
class Named:
    """A period where the text names it: exchange form, what stands before it, shape, how it lies to the text's year, no year of its own."""

    at: int
    sentence: int
    text: str
    lead: str
    shape: str
    ahead: str
    by: bool
    framing: bool
    bare: bool


@dataclass(slots=True)
class Due:
    """A directive whose time limit is sought; the one before it, for which `limit` was chosen; the time told ahead for all its sentence;
    where the one after it begins; who asks."""

    clause: Clause
    span: Span
    force: str
    before: "Due | None" = None
    limit: str | None = None
    ahead: str | None = None
    reach: int | None = None
    issuer: str | None = None


class Times:
    """The periods of a page as far as they are asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.mentions = page.all(PeriodMention)
        self.starts = [mention.span.start for mention in self.mentions]
        self.lines = page.all(Syllables)
        self.ends = [found.span.end for found in self.lines]
        self.voices = [found.span.start for found in page.all(Speech) if found.what.speaker]
        self._named: dict[int, Named | None] = {}
        self.heads: dict[int, str | None] = {}
        self.headings: dict[int, str | None] = {}
        self._tasks: list[str | None] = []
        anchor, meeting = next(iter(page.all(TimeAnchor)), None), next(iter(page.all(Meeting)), None)
        held = meeting.what.held_on if meeting else None
        self.on = held or (anchor.what.on if anchor else None)
        self.year = held.year if held else anchor.what.year if anchor else None
        self._told = meeting.span if meeting else None

    def named(self, place: int) -> Named | None:
        """The period mentioned at `place` of all; None where its year is unknown, and of which only is said how it will be."""
        if place not in self._named:
            self._named[place] = self._name(self.mentions[place])
        return self._named[place]

    def within(self, start: int, end: int) -> range:
        """The places of the periods that begin in a stretch of text."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, max(start, end)))

    def _name(self, mention: Found[PeriodMention]) -> Named | None:
        period, start = mention.what.period, mention.span.start
        place = bisect_right(self.ends, start)
        if period is None or place >= len(self.lines):
            return None
        sentence = self.lines[place]
        if is_forecast(self.page.text, sentence.span.start, start):
            return None
        said = lead(self.page.text, start, sentence.span.start)
        shape = next((name for name, pattern in SHAPES if pattern.fullmatch(period.text)), "range")
        framing = said in FRAMING and start - sentence.span.start <= FRAMED
        return Named(
            start, sentence.what.sentence.number, period.text, said, shape, _ahead(self.year, period.end_on.year), mention.what.by, framing,
            CENTURY.search(self.page.text, start, mention.span.end) is None,
        )  # fmt: skip

    @property
    def tasks(self) -> str | None:
        """The period whose tasks the meeting is about, as the sentence that tells of it says, else the title."""
        if not self._tasks:
            self._tasks.append(self._tasks_of_the_meeting())
        return self._tasks[0]

    def _tasks_of_the_meeting(self) -> str | None:
        return next((text for span in (self._told, self.page.title) if span and (text := self._tasks_in(span))), None)

    def _tasks_in(self, span: Span) -> str | None:
        named = (self.named(place) for place in self.within(span.start, span.end))
        return next((each.text for each in named if each and each.lead == "plan of"), None)


def is_forecast(text: str, floor: int, at: int) -> bool:
    """Whether of a period at `at` only is said how it will be, by words from `floor` on."""
    return FORECAST.search(text, max(floor, at - FORECAST_WITHIN), at) is not None


def _ahead(now: int | None, year: int) -> str:
    if now is None:
        return "unknown"
    return "past" if year < now else "this year" if year == now else "next year" if year == now + 1 else "far"
