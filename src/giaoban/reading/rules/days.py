"""The day a meeting was held: which day of its sentence it is, and of which year when the text only says "Sáng 12/3".

    "ngày 26/8 … đến ngày 31/7/2022 …"                              2022: the first 26 August after the latest date told
    "Ngày 29/12 … tổng kết năm 2020, nhiệm vụ năm 2021"             2020; a day in January would be in 2021
    a text that names no year                                       None

What must and must not be read: corpus/days.tsv.
"""

import re
from datetime import date, timedelta

from giaoban.model import Found, Period
from giaoban.reading.engine import Page
from giaoban.reading.marks import PeriodMention, TimeAnchor

SAID = re.compile(r"(?<!\d)(?P<day>[0-3]?\d) ?(?:[/.-] ?|tháng )(?P<month>[01]?\d)(?: ?[/.-] ?(?P<year>(?:19|20)\d\d)|,? năm (?P<year2>(?:19|20)\d\d))?(?!\d)")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
NOT_HELD = re.compile(r"(?:từ|đến|trước|hết|số [\w/-]+|QĐ-\w+|NQ/\w+|NQ-\w+|CT-\w+|CT/\w+|sau|kể từ|tính đến) (?:hết )?$", re.IGNORECASE)
TURN = re.compile(r"(?:tổng kết|kết quả|tình hình|công tác|hoạt động)[^.;]{0,80}?năm ((?:19|20)\d\d)[^.;]{0,120}?(?:nhiệm vụ|phương hướng|triển khai|kế hoạch)[^.;]{0,60}?năm ((?:19|20)\d\d)")
SPOKEN = re.compile(r"năm ((?:19|20)\d\d)(?! ?[-–])")
GRACE = timedelta(days=40)
"""How far a date may lie ahead of the meeting and still be told as known."""


def held_day(text: str, found: Found[PeriodMention]) -> bool:
    """Whether a mention may be the day of a meeting: a day, and no time limit or day of an act."""
    match = SAID.search(text, found.span.start, found.span.end)
    return bool(match) and not found.what.by and not NOT_HELD.search(text, max(0, found.span.start - 24), found.span.start)


def dated(page: Page, found: Found[PeriodMention]) -> date | None:
    """The day of a mention, with the year the text gives it; None where it gives none."""
    match = SAID.search(page.text, found.span.start, found.span.end)
    if not match:
        return None
    day, month = int(match["day"]), int(match["month"])
    said = match["year"] or match["year2"]
    year = int(said) if said else _year(page, day, month)
    try:
        return date(year, month, day) if year else None
    except ValueError:
        return None


def _year(page: Page, day: int, month: int) -> int | None:
    anchor = page.all(TimeAnchor)[0].what if page.all(TimeAnchor) else None
    if anchor and anchor.on:
        return _nearest(anchor.on, day, month)
    told = [found.what.period for found in page.all(PeriodMention) if found.what.period and YEAR.search(found.span.of(page.text))]
    for period in told:
        if period.start_on == period.end_on and (period.start_on.day, period.start_on.month) == (day, month):
            return period.start_on.year
    if turn := TURN.search(page.text):
        return int(turn[1]) + (1 if month <= 3 else 0)
    spoken = [int(year) for year in SPOKEN.findall(page.text)]
    return _after(told, day, month, max(spoken, default=0)) or (max(set(spoken), key=lambda year: (spoken.count(year), year)) if spoken else None)


def _nearest(on: date, day: int, month: int) -> int:
    return on.year - 1 if (month, day) > (on.month, on.day) and month - on.month > 6 else on.year


def _after(told: list[Period], day: int, month: int, latest: int) -> int | None:
    """The first year in which the day lies after the latest month or day told, if that is not long ago."""
    known = [period.start_on for period in told if (period.end_on - period.start_on).days <= 31]
    if not known or max(known).year < latest - 1:
        return None
    last = max(known)
    try:
        return last.year if date(last.year, month, day) >= last - GRACE else last.year + 1
    except ValueError:
        return None
