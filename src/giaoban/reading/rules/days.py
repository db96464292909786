"""The day a meeting was held: which day of its sentence it is, and of which year when the text only says "Sáng 12/3".

    "Sáng 12/3", a paper dated 12/03/2020                           2020
    "Ngày 29/12 … tổng kết năm 2020, nhiệm vụ năm 2021"             2020; a day in January would be in 2021
    a text that names no year                                       None

What must and must not be read: corpus/meetings.tsv.
"""

import re
from collections import Counter
from datetime import date

from giaoban.model import Period, Span
from giaoban.reading.engine import Page
from giaoban.reading.marks import PeriodMention, TimeAnchor

DAY = re.compile(
    r"(?:[Ss]áng|[Cc]hiều|[Tt]ối|[Tt]rưa|[Nn]gày|[Hh]ôm nay|[Hh]ôm qua|\bnay|\bqua)(?: (?:nay|qua|tối|ngày|hôm nay|hôm qua))*,? ?\(?"
    r"(?P<day>[0-3]?\d)(?:(?: và |, ?| ?[-–] ?| đến )[0-3]?\d(?= ?/))? ?(?:[/.-] ?|tháng )(?P<month>1[0-2]|0?[1-9])"
    r"(?: ?[/.-] ?(?P<year>(?:19|20)\d\d)|,? năm (?P<year2>(?:19|20)\d\d))?(?![\d%])"
)
MONTHLY = re.compile(r"(?<!\d)(?P<month>0?[1-9]|1[0-2])[/.-]$")
"""A month, or a day and a month, before its year."""
QUARTERLY = re.compile(r"quý (?:i{1,3}|iv|[1-4])(?:[/.-]| năm )$")
RECENT = 5
"""Months back from the meeting within which a month told of belongs to the same year."""
OFTEN = 2
"""How often a year is told of that counts against the one the text turns on."""
TURNING = 3
"""The last month in which a meeting may sum up the year before."""
PLANNING = 10
"""The month after which a meeting may tell of next year's tasks."""
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
NOT_HELD = re.compile(r"(?:từ|đến|trước|hết|số [\w/-]+|QĐ-\w+|NQ/\w+|NQ-\w+|CT-\w+|CT/\w+|sau|kể từ|tính đến) (?:hết )?$", re.IGNORECASE)
TURN = re.compile(
    r"(?:tổng kết|kết quả|tình hình|công tác|hoạt động)[^.;]{0,80}?năm ((?:19|20)\d\d)[^.;]{0,120}?"
    r"(?:nhiệm vụ|phương hướng|triển khai|kế hoạch)[^.;]{0,60}?năm (?:19|20)\d\d"
)
UNDER_WAY = re.compile(r"(?<!với )(?<!kỳ )(?:\d|những|các|mấy|nửa) (?:tháng )?(?:đầu|cuối) năm ((?:19|20)\d\d)")
"""A part of a year, told in that year: 6 tháng đầu năm 2017, những tháng cuối năm 2020."""
HORIZON = ("đến ", "tới ", "trước ", "vào ", "từ ", "để ", "sang ")
"""Words before a year that make it a horizon, not a year told of."""


def held_day(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first day in a stretch of text that may be the day of a meeting: no time limit, no day of an act."""
    return next(
        (match for match in DAY.finditer(text, start, end) if not NOT_HELD.search(text, max(0, match.start() - 24), match.start())), None
    )


def dated(page: Page, match: re.Match[str], told: list[Span]) -> date | None:
    """The day of a match, with the year the text gives it; None where it gives none.

    told  the sentences that tell of the meeting
    """
    day, month = int(match["day"]), int(match["month"])
    said = match["year"] or match["year2"]
    year = int(said) if said else _year(page, day, month, told)
    try:
        return date(year, month, day) if year else None
    except ValueError:
        return None


def _year(page: Page, day: int, month: int, told: list[Span]) -> int | None:
    anchor = page.all(TimeAnchor)[0].what if page.all(TimeAnchor) else None
    if anchor and anchor.on:
        return _nearest(anchor.on, day, month)
    if same := next(
        (period for period in _named(page) if (period.start_on.day, period.start_on.month) == (day, month) and _is_day(period)), None
    ):
        return same.start_on.year
    if turn := next((turn for span in told if (turn := TURN.search(page.text, span.start, span.end))), None):
        return int(turn[1]) + (1 if month <= 3 else 0)
    if under_way := Counter(match[1] for match in UNDER_WAY.finditer(page.text)):
        return int(max(under_way, key=lambda said: (under_way[said], said)))
    told_years = _told_years(page.text, month)
    if told_years:
        return _of_the_told(page.text, told_years, anchor, month)
    near = max((period.start_on for period in _named(page) if (period.end_on - period.start_on).days <= 31), default=None)
    return near.year + ((month, day) < (near.month, near.day)) if near and anchor and anchor.year > near.year else None


def _of_the_told(text: str, told: Counter[int], anchor: TimeAnchor | None, month: int) -> int | None:
    """The year of a meeting in `month`: the one the text turns on where it is told of, else the latest told of."""
    latest = max(told)
    if month > PLANNING and latest - 1 in told and _planned(text, latest):
        return latest - 1
    if anchor and anchor.year in told:
        return anchor.year + (1 if anchor.turn and month <= TURNING else 0)
    return latest if told[latest] >= OFTEN or not anchor or anchor.year > latest else None


def _named(page: Page) -> list[Period]:
    """The periods of the text whose year is said."""
    return [found.what.period for found in page.all(PeriodMention) if found.what.period and YEAR.search(found.span.of(page.text))]


def _is_day(period: Period) -> bool:
    return period.start_on == period.end_on


def _told_years(text: str, month: int) -> Counter[int]:
    """How often each year is told of as now or past: "năm 2020", "quý I/2020", "3/2020" of a meeting in April, but not "đến năm 2020"."""
    years: Counter[int] = Counter()
    for match in YEAR.finditer(text):
        before = text[max(0, match.start() - 16) : match.start()].lower()
        monthly = MONTHLY.search(before)
        recent = monthly is not None and 0 <= month - int(monthly["month"]) <= RECENT
        yearly = before.endswith("năm ") and not before[:-4].endswith(HORIZON)
        if recent or yearly or QUARTERLY.search(before):
            years[int(match[0])] += 1
    return years


def _planned(text: str, year: int) -> bool:
    """Whether a year is told of as the one to come: "nhiệm vụ năm 2019" in December."""
    return (
        re.search(rf"(?:nhiệm vụ|mục tiêu|chỉ tiêu|kế hoạch|dự toán|phương hướng)[^.;]{{0,80}}?năm {year}", text, re.IGNORECASE) is not None
    )


def _nearest(on: date, day: int, month: int) -> int:
    return on.year - 1 if (month, day) > (on.month, on.day) and month - on.month > 6 else on.year
