"""The day a meeting was held: which day of the sentences that tell of it, and of which year when they only say "Sáng 12/3".

    "Sáng 12/3", a paper dated 12/03/2020                    12 March 2020
    "chiều nay", a paper dated 12/03/2020                    the day of the paper
    "Ngày 29/12 … tổng kết năm 2020, nhiệm vụ năm 2021"      29 December 2020 (`rules.named.years_weighed`)
    a text that names no year                                None

What must and must not be read: corpus/meetings.tsv.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Protocol

from giaoban.model import BlockKind, Span
from giaoban.reading.engine import Page
from giaoban.reading.marks import TimeAnchor
from giaoban.reading.rules.named.days import TODAY, calendar_day, month_of, sent_line, weekday, without_year
from giaoban.reading.rules.named.years_weighed import year_of

LATE = timedelta(days=75)
"""A text is hardly dated later than this after the meeting it tells of; a page that shows today's date is."""


class Telling(Protocol):
    """A sentence that tells of the meeting, with the day it names."""

    @property
    def span(self) -> Span: ...

    @property
    def day(self) -> re.Match[str] | None: ...


def held_on(page: Page, told: Sequence[Telling]) -> date | None:
    """The day of the meeting by the sentences that tell of it, the most telling first; None where they give none, or no year."""
    anchor = next((found.what for found in page.all(TimeAnchor) if not found.what.held), None)
    if day := named_day(page, told):
        return _dated(page, day, [each.span for each in told], anchor)
    if said := _today(page, told):
        today = anchor.on if anchor and anchor.on else _sent(page, [each.span for each in told], anchor)
        return today - timedelta(days=said["which"] == "qua") if today else None
    return None


def yearless(page: Page, told: Sequence[Telling]) -> str | None:
    """Month and day of the meeting (--03-12) where the sentences name its day and not the year; None for a day that no calendar has."""
    return without_year(named_day(page, told))


def named_day(page: Page, told: Sequence[Telling]) -> re.Match[str] | None:
    """The day that the sentences name, one in a list only where there is no other."""
    dated = [each for each in told if each.day]
    return next((each.day for each in (*(each for each in dated if not _in_list(page, each)), *dated)), None)


def _in_list(page: Page, telling: Telling) -> bool:
    """Whether a sentence is an item of a list, which rather tells a task and its day."""
    block = page.block_at(telling.span.start)
    return block is not None and block.kind is BlockKind.LIST_ITEM


def _sent(page: Page, told: list[Span], anchor: TimeAnchor | None) -> date | None:
    """The day on which an agency sent the news from its place: "Hà Nội, 12/3 (TTXVN)"."""
    line = sent_line(page.text)
    return _dated(page, line, told, anchor) if line else None


def says_when(page: Page, told: Sequence[Telling]) -> bool:
    """Whether the sentences name the day of the meeting, be it without its year."""
    return any(each.day for each in told) or _today(page, told) is not None


def _today(page: Page, told: Sequence[Telling]) -> re.Match[str] | None:
    return next((match for each in told if (match := TODAY.search(page.text, each.span.start, each.span.end))), None)


def _dated(page: Page, match: re.Match[str], told: list[Span], anchor: TimeAnchor | None) -> date | None:
    day, month = int(match["day"]), month_of(match)
    said = match["year"] or match["year2"]
    if said:
        year: int | None = int(said)
    else:
        year = _by_paper(anchor.on, day, month) if anchor and anchor.on else None
        year = year or year_of(page.text, month, told, weekday(page.text, match))
    return calendar_day(year, month, day) if year else None


def _by_paper(on: date, day: int, month: int) -> int | None:
    """The year by the day of the paper; None where that lies so far from the meeting that it is not the day the text is of."""
    year = _nearest(on, day, month)
    held = calendar_day(year, month, day)
    return year if held and abs(held - on) <= LATE else None


def _nearest(on: date, day: int, month: int) -> int:
    return on.year - 1 if (month, day) > (on.month, on.day) and month - on.month > 6 else on.year
