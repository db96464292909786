"""The day a meeting was held: which day of its sentence it is, and of which year when the text only says "Sáng 12/3".

    "Sáng 12/3", a paper dated 12/03/2020                           2020
    "Ngày 29/12 … tổng kết năm 2020, nhiệm vụ năm 2021"             2020; a day in January would be in 2021
    a text that names no year                                       None

What must and must not be read: corpus/days.tsv.
"""

import re
from datetime import date

from giaoban.reading.engine import Page
from giaoban.reading.marks import PeriodMention, TimeAnchor

DAY = re.compile(
    r"(?:[Ss]áng|[Cc]hiều|[Tt]ối|[Tt]rưa|[Nn]gày|[Hh]ôm nay|[Hh]ôm qua|\bnay|\bqua)(?: (?:nay|qua|tối|ngày|hôm nay|hôm qua))*,? ?\(?"
    r"(?P<day>[0-3]?\d) ?(?:[/.-] ?|tháng )(?P<month>1[0-2]|0?[1-9])(?: ?[/.-] ?(?P<year>(?:19|20)\d\d)|,? năm (?P<year2>(?:19|20)\d\d))?(?![\d%])"
)
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
NOT_HELD = re.compile(r"(?:từ|đến|trước|hết|số [\w/-]+|QĐ-\w+|NQ/\w+|NQ-\w+|CT-\w+|CT/\w+|sau|kể từ|tính đến) (?:hết )?$", re.IGNORECASE)
TURN = re.compile(r"(?:tổng kết|kết quả|tình hình|công tác|hoạt động)[^.;]{0,80}?năm ((?:19|20)\d\d)[^.;]{0,120}?(?:nhiệm vụ|phương hướng|triển khai|kế hoạch)[^.;]{0,60}?năm ((?:19|20)\d\d)")
SPOKEN = re.compile(r"(?<!đến )(?<!trước )(?<!vào )(?<!từ )[Nn]ăm ((?:19|20)\d\d)(?! ?[-–])|(?<![\d/-])(?:0?[1-9]|1[0-2])[/.-]((?:19|20)\d\d)(?!\d)|(?<!\d)\d\d?[/.-]\d\d?[/.-]((?:19|20)\d\d)(?!\d)")
"""A year told of as now or past, not as a horizon."""


def held_day(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first day in a stretch of text that may be the day of a meeting: no time limit, no day of an act."""
    return next((match for match in DAY.finditer(text, start, end) if not NOT_HELD.search(text, max(0, match.start() - 24), match.start())), None)


def dated(page: Page, match: re.Match[str]) -> date | None:
    """The day of a match, with the year the text gives it; None where it gives none."""
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
    for found in page.all(PeriodMention):
        period = found.what.period
        if period and period.start_on == period.end_on and (period.start_on.day, period.start_on.month) == (day, month) and YEAR.search(found.span.of(page.text)):
            return period.start_on.year
    if turn := TURN.search(page.text):
        return int(turn[1]) + (1 if month <= 3 else 0)
    if anchor and str(anchor.year) in {year for found in SPOKEN.findall(page.text) for year in found}:
        return anchor.year + (1 if anchor.turn and month <= 3 else 0)
    latest = _latest(page)
    return latest.year + ((month, day) < (latest.month, latest.day)) if latest and anchor and anchor.year > latest.year else None


def _latest(page: Page) -> date | None:
    """The latest day or month of a named year that the text tells of as past."""
    told = [found.what.period for found in page.all(PeriodMention) if found.what.period and YEAR.search(found.span.of(page.text))]
    return max((period.start_on for period in told if (period.end_on - period.start_on).days <= 31), default=None)


def _nearest(on: date, day: int, month: int) -> int:
    return on.year - 1 if (month, day) > (on.month, on.day) and month - on.month > 6 else on.year
