"""The day or year that a text speaks from: what "12/3", "quý I" or "năm nay" are counted by.

    Thứ Năm, 12/03/2020, 13:42              a publication line gives the day
    Đông Triều, ngày 12 tháng 3 năm 2020    so does the head of an office's paper
    Sáng 12/3, thị xã họp …                 else the day of the meeting, of the year that those named show
    "Năm 2019, thị xã …"                    else the year most spoken of, and no day

What must and must not be read: corpus/anchors.tsv.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from giaoban.model import Block, BlockKind, Found, Span
from giaoban.reading.engine import Page, rule
from giaoban.reading.gates import Gated
from giaoban.reading.marks import TimeAnchor
from giaoban.reading.rules.named import full_dates
from giaoban.reading.rules.named.centuries import years
from giaoban.reading.rules.named.days import first_line, held_day, month_of, sent_line, weekday
from giaoban.reading.rules.named.years import later
from giaoban.reading.rules.named.years_weighed import year_of

HEAD = 1500
"""Code points at the start of a text in which the head of a paper and the publication line stand."""
SHORT = 120
"""A line no longer than this, with a full date in it and nothing else said, is a publication line."""

PLACED = re.compile(r",\s{0,2}[Nn]gày (?=[0-3]?\d tháng [01]?\d năm (?:19|20)\d\d)")
LED_BY = re.compile(r"[ \t]*(?P<day>[0-3]?\d(?P<s>[/.-])[01]?\d(?P=s)(?:19|20)\d\d)(?:,? \d{1,2}:\d\d(?::\d\d)?)? ?[-–|] (?=[^\W\d])")
"""A full date with which a paragraph of news opens: 20/1/2022 - Ban Chỉ huy vừa họp …"""
ENCLOSED = re.compile(r"\((?:[Bb]an hành )?[Kk]èm theo [^()\n]{3,90}\bngày (?=[0-3]?\d[/. t])")
"""Before the day of the paper that an annex goes with: (Kèm theo Báo cáo số 12/BC-UBND ngày │12/11/2024 của UBND huyện)."""
YEAR = re.compile(r"\d{4}(?![\d/-])")
GOES_ON = re.compile(r" ?[-–] ?\d")
LEGAL = Gated(r"(?:[Ll]uật|[Nn]ghị định|[Nn]ghị quyết|[Tt]hông tư|[Qq]uyết định|[Cc]ông văn|[Cc]hỉ thị|[Cc]ăn cứ|[Ss]ố)\b[^;\n]{0,60}$")
RANGE = re.compile(r"(?:19|20)\d\d-$")
COMPARED = Gated(r"(?:so với|(?:cao|thấp|nhiều|ít|lớn|nhỏ|nhanh|chậm) hơn|hơn mức|mức bình quân)(?: [^\s;]+){0,9} $")
"""A year that results are compared with: that of the results is the next."""
OF_WEEK = re.compile(r"\b[Tt]hứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy),? (?:ngày )?$|\b[Cc]hủ [Nn]hật,? (?:ngày )?$")
"""Before the day of a paper, whatever number stands before it: Số 111 - Thứ Năm │17/05/2012."""
SPANNED = re.compile(r"(?:từ|đến|tới|trước|hết|sau)(?: hết)?(?: ngày)? $", re.IGNORECASE)
"""Before a date in a short line that begins or ends a time: Từ │20/9/2020 đến 19/9/2021, xã nào cũng họp dân."""
OPENS_MINUTES = re.compile(r"\s*(?:(?:\d{1,2}|[IVX]{1,4})[.)] ?|[-–+•*] ?)?(?:Hôm nay|(?:Vào )?(?:[Ll]úc|[Hh]ồi)|[Tt]hời gian)\b")
"""What a line of minutes begins with that says when those met."""
TELLS = re.compile(r"[.;!?…]$")
"""How a line ends that tells something, rather than when a text was published: Ngày 9/7/2020, Cục Thống kê công bố chỉ số giá."""
LINKS = (">>", "»")
"""What a line begins with that leads to another text."""
DUE = re.compile(r"(?:chậm nhất|muộn nhất|trước|đến|hạn)(?: \w+){0,2} $", re.IGNORECASE)
"""What a day follows by which something is due, on which nothing is held."""
FIRST_HALF = 6
"""Months after which a text speaks of the next year as of what is to come."""
SAME_PERIOD = ("cùng kỳ ", "Cùng kỳ ")
"""Before the year of results that others are held against, without the word for the year: tăng 12% so với cùng kỳ │ 2018."""
BARE = re.compile(
    r"(?:dự toán|kế hoạch(?: vốn)?|chỉ tiêu|nhiệm vụ|vụ (?:xuân|mùa|hè thu|hè|thu đông|đông xuân|đông|chiêm xuân)) $", re.IGNORECASE
)
LONGEST_BARE = 14
OF_DATE, LONGEST_DATE = "0123456789IV/.-", 8
"""What of a date stands before its year: │31-12-│2018."""
DATED = 2
"""A year in a date weighs as much as this many bare ones: dates are of what has happened."""
DONE_IN = frozenset(("series", "results", "attained", "done", "ended", "closing", "begun", "since start"))
"""Manners of naming a year in which it is over, or under way (`rules.named.years`)."""
AIMED = Gated(
    r"(?:so với|cùng kỳ|đến|trước|tầm nhìn|định hướng|mục tiêu|sau|nhiệm vụ|phương hướng|kế hoạch|dự toán|chỉ tiêu|dự kiến)(?: \w+){0,2} $"
)
"""In small letters, before a year of which results are not told."""


@rule(makes=TimeAnchor)
def time_anchor(page: Page) -> Iterator[Found[TimeAnchor]]:
    """At most one: the day that somebody says, else that of the text's own date line or of its meeting, else the year it speaks of most."""
    if (on := page.spoken_on) and page.text:
        yield Found(TimeAnchor(on.year, on, _turns(page.text, on.year, on.month)), Span(0, 1))
        return
    for start, end in _date_lines(page):
        if (match := full_dates.find(page.text, start, end)) and (on := full_dates.day_of(match)):
            yield Found(TimeAnchor(on.year, on), Span(*match.span()))
            return
    yield from _of_meeting(page.text) or _most_spoken_of(page.text)


def _of_meeting(text: str) -> list[Found[TimeAnchor]]:
    """The day on which something is said to have been held, where its year is told or the years named show which."""
    held = held_day(text, 0, HEAD)
    if held is not None and DUE.search(text, max(0, held.start("day") - 40), held.start("day")):
        return []
    if held is not None and (said := held["year"] or held["year2"]):
        return _of_day(held, int(said), text)
    if held is None or not (year := year_of(text, month_of(held), [], weekday(text, held))):
        return []
    anchor = TimeAnchor(year, _on(held, year), _turns(text, year, month_of(held)), held=True)
    return [Found(anchor, Span(*held.span()), confidence=0.7)]


def _turns(text: str, year: int, month: int) -> bool:
    """Whether a text of that month speaks of the next year as of what is to come."""
    return month > FIRST_HALF and any(each.year == year + 1 for each in _spoken_of(text))


def _of_day(held: re.Match[str], year: int, text: str) -> list[Found[TimeAnchor]]:
    """The day itself where its year is said, and is about the one that the text speaks of most."""
    most = next(_most_spoken_of(text), None)
    if most is None or abs(most.what.year - year) > 1:
        return []
    on = _on(held, year)
    return [Found(TimeAnchor(year, on, held=True), Span(*held.span()), confidence=0.8)] if on else []


def _on(held: re.Match[str], year: int) -> date | None:
    try:
        return date(year, month_of(held), int(held["day"]))
    except ValueError:
        return None


def _date_lines(page: Page) -> Iterator[tuple[int, int]]:
    blocks = [block for block in page.document.blocks if block.span.start < HEAD]
    yield from ((block.span.start, block.span.end) for block in blocks if block.kind is BlockKind.DATELINE)
    if (sent := sent_line(page.text)) and sent["year"]:
        yield sent.start("day"), sent.end()
    if match := PLACED.search(page.text, 0, HEAD):
        yield match.end(), match.end() + 40
    if match := first_line(page.text, LED_BY):
        yield match.start("day"), match.end("day")
    if match := ENCLOSED.search(page.text, 0, HEAD):
        yield match.end(), match.end() + len("12 tháng 12 năm 2024")
    yield from (
        (block.span.start, block.span.end) for block in blocks if _may_be_line(page.text, block) and _is_line(page.text, block.span)
    )


def _may_be_line(text: str, block: Block) -> bool:
    """Whether a block is short, and no sentence, item or link but the line of minutes that says when."""
    if len(block.span) > SHORT:
        return False
    said = block.span.of(text).strip()
    tells = TELLS.search(said) is not None or said.startswith(LINKS) or block.kind is BlockKind.LIST_ITEM
    return not tells or OPENS_MINUTES.match(said) is not None


def _is_line(text: str, span: Span) -> bool:
    match = full_dates.find(text, span.start, span.end)
    if match is None or (LEGAL.search(text, span.start, match.start()) and not OF_WEEK.search(text, span.start, match.start())):
        return False
    return SPANNED.search(text, span.start, match.start()) is None


def _aside(before: str) -> bool:
    """Whether a year stands in the title of an act, or is compared with, or aimed at."""
    return LEGAL.search(before) is not None or AIMED.search(before.lower()) is not None


def _over_since(text: str, year: int) -> int:
    """The last year of which the text tells what was done, where that is a later one than it speaks of most: who tells it has seen it."""
    said: dict[int, int] = {}
    for each, manner in later(text, year):
        said[each] = said.get(each, 0) + (manner in DONE_IN) - (manner == "planned")
    return max([each for each, times in said.items() if times > 0], default=year)


class _Spoken(NamedTuple):
    """A year as it is spoken of: "năm 2019", or in a date (3/2019, IV/2019)."""

    year: int
    start: int
    end: int
    dated: bool


def _spoken_of(text: str) -> Iterator[_Spoken]:
    for match in years(text, YEAR):
        start, end = match.span()
        lead = text[max(0, start - 4) : start]
        if lead == " kỳ " and text.endswith(SAME_PERIOD, 0, start):
            yield _Spoken(int(match[0]), start, end, False)
        elif lead in ("Năm ", "năm ", "NĂM "):
            if not GOES_ON.match(text, end):
                yield _Spoken(int(match[0]), start - 4, end, False)
        elif lead[-1:] in ("/", ".", "-") and (lead[-2:-1].isdecimal() or lead[-2:-1] in ("I", "V")):
            if lead[-1] == "-" and RANGE.search(text, max(0, start - 6), start):
                continue
            marked = lead[-2].isdecimal() and lead[-3:-2] in ("/", ".", "-")
            yield _Spoken(int(match[0]), start - (3 if marked else 2), end, True)


def _bare(text: str) -> Iterator[_Spoken]:
    """The years told without the word for the year, of plans and crops: thu vượt dự toán │ 2019, vụ xuân │ 2022."""
    for match in years(text, YEAR):
        if text[max(0, match.start() - 1) : match.start()] == " " and BARE.search(
            text, max(0, match.start() - LONGEST_BARE), match.start()
        ):
            yield _Spoken(int(match[0]), match.start(), match.end(), False)


def _begins(text: str, spoken: _Spoken) -> int:
    """Where the whole date of a year begins: │31-12-2018."""
    before = text[max(0, spoken.start - LONGEST_DATE) : spoken.start]
    return spoken.start - (len(before) - len(before.rstrip(OF_DATE)) if spoken.dated else 0)


def _most_spoken_of(text: str) -> Iterator[Found[TimeAnchor]]:
    """The year named most often outside titles of acts, comparisons and distant aims; of two named equally often the later."""
    every = list(_spoken_of(text)) or list(_bare(text))
    compared = {each for each in every if COMPARED.search(text, max(0, each.start - 80), _begins(text, each))}
    told = [each for each in every if each not in compared and not _aside(text[max(0, each.start - 80) : each.start])]
    if compared and not told:
        told = [each._replace(year=each.year + 1) for each in every if each in compared]
    told = told or every
    if told:
        counts: dict[int, int] = {}
        for each in told:
            counts[each.year] = counts.get(each.year, 0) + (DATED if each.dated else 1)
        most = max(counts, key=lambda each: (counts[each], each))
        year = _over_since(text, most)
        first = next(each for each in told if each.year == most)
        next_year = any(each.year == year + 1 for each in every)
        yield Found(TimeAnchor(year, None, next_year), Span(first.start, first.end), confidence=0.7)
