"""By when: the periods in the words of a directive, beside it, or told of before it, each with what speaks for its being the time limit.

    "hoàn thành trước ngày 30/6"                     2020-06-30 in a text of 2020
    "Năm 2021, Cục Thuế sẽ …; …"                     2021, for both
    "theo Nghị quyết năm 2016", "cần kịp thời …"     none

Weights: `weights/choices.tsv`, choice `deadline`.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from giaoban.model import BlockKind, Found, Meeting, Span
from giaoban.reading.choosing import Candidates, Group
from giaoban.reading.engine import Page
from giaoban.reading.gates import Gated
from giaoban.reading.marks import PeriodMention, TimeAnchor
from giaoban.reading.rules.clauses import Clause
from giaoban.reading.rules.leads import LOOK_BACK, lead
from giaoban.reading.rules.soon import soon
from giaoban.reading.rules.speech import Speech
from giaoban.reading.syllables import Syllables

LATEST = re.compile(
    r"(?:trước|chậm nhất|muộn nhất|không quá|(?:đến|tới) hết)(?: (?:trước|trong|vào|là|ngày|hết|\d+ giờ|sáng|chiều))* $", re.IGNORECASE
)
"""Before a day by which a thing must be done, and nothing else."""
WITHIN = re.compile(r"(?:trong|hết|đến hết|xong|vào|dự kiến|chậm nhất|muộn nhất|trước)(?: (?:trong|hết|cuối|vào|là))* $", re.IGNORECASE)
"""Before a month or a quarter within which it must be done."""
BY_YEAR = re.compile(r"(?:trước|chậm nhất|muộn nhất|(?:đến|tới) hết|xong|vào cuối)(?: (?:hết|cuối|trong|vào|là))* $", re.IGNORECASE)
"""Before a year within which it must be done."""
YEAR = 4
"""Code points of a year in the exchange form."""
DAILY = frozenset(("day",))
CENTURY = re.compile(r"(?:19|20)\d\d")
MONTHLY = frozenset(("month", "part"))
SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("year", re.compile(r"\d{4}")), ("month", re.compile(r"\d{4}-\d\d")), ("day", re.compile(r"\d{4}-\d\d-\d\d")),
    ("part", re.compile(r"\d{4}-[QHM]\d+")),
)  # fmt: skip
YEAR_END = Gated(r"(?:trong|đến hết|đến cuối|hết|cuối) năm(?= ?[,.;:)”]|\s|$)(?! (?:\d|nay|này|qua|ngoái|trước|sau|tới|học))")
"""The year under way, named without a number."""
OWN = frozenset(("day", "month"))
"""Shapes of limits that are one directive's own: of twenty annotated ones one was meant for the next directive, too."""
GOALS = frozenset(("hoàn", "phấn", "đạt", "xong", "nâng", "giảm", "thu", "tăng", "đưa", "vượt"))
"""First syllables of words that set a goal."""
AFTER = 60
"""Code points after a directive in which its time limit may still stand, before the next mark."""
REACH = re.compile(r",? ?[^.;]*")
BESIDE = 3
"""Periods before a directive in its sentence that are looked at."""
FRAMED = 110
"""Code points from the start of a sentence within which a period frames what follows."""
FRAMING = frozenset(("opening", "plan of", "within", "other"))
FRAMES, TRIED = 2, 8
"""Framing periods weighed, of as many tried before the sentence."""
ITEM = re.compile(r"(?:\d{1,2}[.)]|[a-zđ][.)]|[-–+•*]|(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười)(?: là)?,|Thứ \w+,) ?", re.IGNORECASE)
"""How an item of a list begins."""
LONG_LIST = 24
"""Items of a list that are gone back over to what stands over it."""
NOUGHT = "none"


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
    """A directive whose time limit is sought; the one before it, for which `limit` was chosen."""

    clause: Clause
    span: Span
    force: str
    before: "Due | None" = None
    limit: str | None = None


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
        self._heads: dict[int, str | None] = {}
        self._tasks: list[str | None] = []
        anchor, meeting = next(iter(page.all(TimeAnchor)), None), next(iter(page.all(Meeting)), None)
        held = meeting.what.held_on if meeting else None
        self.on = held or (anchor.what.on if anchor else None)
        self.year = held.year if held else anchor.what.year if anchor else None
        self._told = meeting.span if meeting else None

    def named(self, place: int) -> Named | None:
        """The period mentioned at `place` of all; None where its year is unknown."""
        if place not in self._named:
            self._named[place] = self._name(self.mentions[place])
        return self._named[place]

    def within(self, start: int, end: int) -> range:
        """The places of the periods that begin in a stretch of text."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, max(start, end)))

    def head_of(self, at: int) -> str | None:
        """The period whose tasks the list is of that the words at `at` stand in: "Để hoàn thành nhiệm vụ năm 2020, giám đốc yêu cầu:"."""
        blocks = self.page.document.blocks
        place = bisect_right(blocks, at, key=lambda block: block.span.start) - 1
        if place not in self._heads:
            first = next(
                (each for each in range(place, max(-1, place - LONG_LIST), -1) if not ITEM.match(self.page.text, blocks[each].span.start)),
                -1,
            )
            led = 0 <= first < place and blocks[first].span.of(self.page.text).rstrip().endswith(":")
            self._heads[place] = self._tasks_in(blocks[first].span) if led else None
        return self._heads[place]

    def _name(self, mention: Found[PeriodMention]) -> Named | None:
        period, start = mention.what.period, mention.span.start
        place = bisect_right(self.ends, start)
        if period is None or place >= len(self.lines):
            return None
        sentence = self.lines[place]
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
        title = next((block.span for block in self.page.document.blocks if block.kind is BlockKind.TITLE), None)
        return next((text for span in (self._told, title) if span and (text := self._tasks_in(span))), None)

    def _tasks_in(self, span: Span) -> str | None:
        named = (self.named(place) for place in self.within(span.start, span.end))
        return next((each.text for each in named if each and each.lead == "plan of"), None)


def _ahead(now: int | None, year: int) -> str:
    if now is None:
        return "unknown"
    return "past" if year < now else "this year" if year == now else "next year" if year == now + 1 else "far"


def outright(times: Times, due: Due) -> str | None:
    """The day, month or quarter that the directive itself says it must be done by: no other time is its limit then."""
    text = times.page.text
    inside = [named for place in times.within(due.span.start, due.span.end) if (named := times.named(place))]
    for shapes, pattern in ((DAILY, LATEST), (MONTHLY, WITHIN)):
        for named in inside:
            if named.shape in shapes and pattern.search(text, max(due.span.start, named.at - LOOK_BACK), named.at):
                if named.ahead != "past":
                    return named.text
                if named.bare and times.year is not None:
                    return f"{times.year}{named.text[YEAR:]}"
    for named in inside:
        if named.shape == "year" and named.ahead != "past" and BY_YEAR.search(text, max(due.span.start, named.at - LOOK_BACK), named.at):
            return named.text
    if any(named.ahead != "past" for named in inside):
        return None
    return soon(due.span.of(text), times.on, times.year) or times.head_of(due.span.start)


def limits(times: Times, due: Due) -> Candidates[str | None]:
    """What may be the time limit."""
    found: Candidates[str | None] = Candidates()
    force, first = due.force, due.clause.first
    goal = not GOALS.isdisjoint(due.clause.line.words[first : first + 4])
    inside = False
    for place in times.within(due.span.start, due.span.end):
        inside = _put(found, times, place, "inside", f"{force} goal={goal}") or inside
    _to_the_end(found, times, due, f"{force} goal={goal}")
    _beside(found, times, due, force)
    _framed(found, times, due, force, inside)
    if times.tasks:
        found.add(times.tasks, _tasks(force, inside, goal))
    if due.before is not None:
        _carried(found, times, due, due.before, inside)
    found.add(None, _none(force, inside, goal))
    return found


@lru_cache(maxsize=64)
def _none(force: str, inside: bool, goal: bool) -> Group:
    return NOUGHT, f"none {force}", f"none inside={inside}", f"none goal={goal}", f"none {force} inside={inside}"


@lru_cache(maxsize=64)
def _tasks(force: str, inside: bool, goal: bool) -> Group:
    return "tasks", f"tasks {force}", f"tasks {force} inside={inside}", f"tasks goal={goal}"


def _put(found: Candidates[str | None], times: Times, place: int, where: str, how: str) -> bool:
    named = times.named(place)
    if named is None:
        return False
    found.add(named.text, _stands(where, named.lead, named.shape, named.ahead, named.by, how))
    return True


@lru_cache(maxsize=8192)
def _stands(where: str, said: str, shape: str, ahead: str, by: bool, how: str) -> Group:
    return (
        where, f"{where} {said}", f"{where} {shape}", f"{where} {ahead}", f"{where} by={by}", f"{where} {how}", f"{said} {shape} {ahead}",
        f"{where} {said} {ahead}",
    )  # fmt: skip


def _to_the_end(found: Candidates[str | None], times: Times, due: Due, how: str) -> None:
    """The year under way, where the sentence says "trong năm", "từ nay đến cuối năm" and no more."""
    if times.year is not None and YEAR_END.search(times.page.text, due.clause.line.starts[0], due.span.end):
        found.add(str(times.year), ("to the end", *_stands("inside", "until", "year", "this year", True, how)))


def _beside(found: Candidates[str | None], times: Times, due: Due, force: str) -> None:
    """Periods right after the directive, and those before it in its sentence."""
    reach = REACH.match(times.page.text, due.span.end, due.span.end + AFTER)
    for place in times.within(due.span.end, reach.end() if reach else due.span.end):
        _put(found, times, place, "after", force)
    before = times.within(due.clause.line.starts[0], due.span.start)
    for apart, place in enumerate(reversed(before[-BESIDE:]), start=1):
        _put(found, times, place, f"before {apart}", force)


def _framed(found: Candidates[str | None], times: Times, due: Due, force: str, inside: bool) -> None:
    """The last periods before the sentence whose tasks these may be: how far back, and how many have spoken since."""
    at = bisect_left(times.starts, due.clause.line.starts[0])
    seen: list[str] = []
    for place in range(at - 1, max(-1, at - 1 - TRIED), -1):
        named = times.named(place)
        if named is None or not named.framing or named.ahead == "past" or named.text in seen or _of_last(due, named):
            continue
        seen.append(named.text)
        apart = due.clause.line.sentence.number - named.sentence
        far = "next" if apart <= 1 else "near" if apart <= 4 else "some" if apart <= 10 else "far"
        voices = min(2, bisect_left(times.voices, due.span.start) - bisect_left(times.voices, named.at))
        found.add(named.text, _frames(len(seen), far, named.lead, named.ahead, voices, f"{force} inside={inside}"))
        if len(seen) == FRAMES:
            return


def _of_last(due: Due, named: Named) -> bool:
    """Whether it is the day or month that the directive before names for itself."""
    last = due.before
    return last is not None and named.shape in OWN and last.span.start <= named.at < last.span.end


@lru_cache(maxsize=8192)
def _frames(rank: int, far: str, said: str, ahead: str, voices: int, how: str) -> Group:
    return (
        f"frame {rank}", f"frame {rank} {far}", f"frame {rank} {said} {far}", f"frame {rank} {said} {ahead}", f"frame {rank} {how}",
        f"frame {rank} voices={voices}", f"frame {rank} {far} voices={voices}",
    )  # fmt: skip


def _carried(found: Candidates[str | None], times: Times, due: Due, last: Due, inside: bool) -> None:
    """What was chosen for the directive before; whether that names it itself. Its own day or month goes no further."""
    mine, his = due.clause.line, last.clause.line
    where = "sentence" if his is mine else "block" if his.sentence.block is mine.sentence.block else "before"
    own = last.limit is not None and any(
        (named := times.named(place)) is not None and named.text == last.limit for place in times.within(last.span.start, last.span.end)
    )
    if not (own and last.limit and any(pattern.fullmatch(last.limit) for name, pattern in SHAPES if name in OWN)):
        found.add(last.limit, _goes_on(last.limit is None, where, own, inside, due.force))


@lru_cache(maxsize=512)
def _goes_on(nothing: bool, where: str, own: bool, inside: bool, force: str) -> Group:
    what = NOUGHT if nothing else "it"
    return (
        f"carried {what} {where}", f"carried {what} {where} {force}", f"carried {what} inside={inside}",
        f"carried {what} own={own} {where}",
    )  # fmt: skip
