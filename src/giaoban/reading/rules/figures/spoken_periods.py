"""The month, quarter or year that a sentence speaks of without naming it, as reports do that named it before.

    "Giao ban tháng 9 … Trong tháng, xảy ra 12 vụ"             September
    "Kết quả 6 tháng đầu năm … Trong quý, kết nạp 15 đảng viên"  the second quarter

What must and must not be read: corpus/contexts.tsv, column "weighed period".
"""

import re
from bisect import bisect_left
from datetime import date

from giaoban.model import Period, Role
from giaoban.reading.cues import SAME, VERSUS
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.contexts import Context
from giaoban.reading.rules.figures.drafts import Draft, Line

WITHIN = re.compile(
    r"[Tt](?<!\w.)(?:(?<!một .)(?<!\b1 .)rong (?P<shape>năm|quý|tháng|tuần)"
    r"(?=,| (?:đã|có|xảy|ghi|toàn|các|tỉnh|huyện|xã|thành|lực|công|ngành|tiếp(?! theo)|thu|cấp|kết|tổ|phát"
    r"|giải|sẽ|phải|đạt|ước|là|được|cả|thị|phường|cơ|đơn|UBND|HĐND|Cục|Chi|Công|Sở|Ban|Hội)\b)"
    r"|rong (?P<next>năm (?:tiếp theo|kế tiếp))\b"
    r"|ừ đầu năm(?! (?:19|20)\d\d|,? (?:đến|tới) (?:ngày|hết|tháng|\d))(?: (?:đến|tới) nay)?)"
)
"""What speaks of the time named before. Begins with its first letter, so that a text is searched quickly."""
HELD = ("rong năm", "rong quý", "rong tháng", "rong tuần", "ừ đầu năm")
"""What that holds, of which a stretch of text has one seldom."""
LOOK_BACK = 160
"""Code points before a figure that are looked at."""
SHAPES = {
    "năm": re.compile(r"\d{4}"),
    "quý": re.compile(r"\d{4}-Q\d"),
    "tháng": re.compile(r"\d{4}-\d\d"),
    "tuần": re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d"),
}
LAST = {
    "tháng": {
        "Q1": "03",
        "H1": "06",
        "Q2": "06",
        "Q3": "09",
        "Q4": "12",
        "H2": "12",
        **{f"M{month}": f"{month:02}" for month in range(2, 12)},
    },
    "quý": {"H1": "Q2", "M9": "Q3", "H2": "Q4"},
}
"""The last month and quarter of the parts of a year."""
FIRST = frozenset(("Q1", "H1", *(f"M{month}" for month in range(2, 12))))
"""Parts of a year that begin with it."""
MONTHS = {"03": "Q1", "06": "H1", "Q2": "H1", "Q3": "M9", **{f"{month:02}": f"M{month}" for month in (2, 4, 5, 7, 8, 9, 10, 11)}}
"""The first months of a year by their last month or quarter."""
WHOLE = frozenset(("", "12", "Q4", "H2"))
"""Parts of a year, and the year, with whose end it is over."""
JUST_OVER = 3
"""The last month in which a year gone by is still reported on as the one there is."""
YEAR = 4
ALL_YEAR = "cả năm"
ALL_YEAR_BEFORE = re.compile(r"\b[Cc]ả năm (?:(?:đạt|ước|ước đạt|là|thu|được|khoảng|trên) ){0,2}$")
LONGEST_ALL_YEAR = len("cả năm ước đạt khoảng ")
SAME_MONTHS = re.compile(r"(?P<year>\d{4})-(?:(?P<part>[QHM]\d+)|(?P<month>\d\d))")
"""Parts of a year, of which the same were a year before; of a month those up to it are told."""


def spoken(context: Context, line: Line, draft: Draft, role: Role) -> Period | None:
    """The time spoken of before a figure, where no other is named in between; None where the text does not tell which it is."""
    start = max(line.span.start, draft.amount.start - LOOK_BACK)
    last = None
    if max([line.text.rfind(held, start, draft.amount.start) for held in HELD]) < 0:
        return None
    for match in WITHIN.finditer(line.text, start, draft.amount.start):
        last = match
    if last is None or any(item.period and item.start > last.start() for item in line.row[: draft.amount.first]):
        return None
    shape, own = last["shape"], context.own_period
    if last["next"]:
        return Period.parse(str(own.end_on.year + 1)) if own else None
    if shape is None:
        return _so_far(context, role)
    if own is not None and SHAPES[shape].fullmatch(own.text):
        return own
    before = context.told.texts[: bisect_left(context.told.starts, line.span.start)]
    named = next((text for text in reversed(before) if SHAPES[shape].fullmatch(text)), None)
    return Period.parse(named) if named else _last_of(own, shape)


def opened(context: Context, line: Line, draft: Draft, role: Role) -> Period | None:
    """The time spoken of with which a sentence opens, of which the next ones tell, too: Trong năm, có 12 vụ. Tai nạn làm chết │9 người."""
    match = WITHIN.match(line.text, line.span.start)
    return spoken(context, line, draft, role) if match and match["shape"] else None


def of_all_year(context: Context, line: Line, draft: Draft, text: str) -> str:
    """The year of a period, or of the text, for a figure right before whose number all of it is said: thu cả năm │845 triệu đồng.

    What stands beside goes by its own time: vụ mùa cấy 290 ha, thu cả năm 845 triệu đồng.
    """
    start = max(line.span.start, draft.amount.start - LONGEST_ALL_YEAR)
    if "/" in text or not ALL_YEAR_BEFORE.search(line.text, start, draft.amount.start):
        return text
    return text[:YEAR] or (str(context.anchor.year) if context.anchor else "")


def same_before(context: Context, row: list[Item], draft: Draft, role: Role) -> Period | None:
    """The same months of the year before, of which a level is told to be: 9 tháng 47 vụ (cùng kỳ │ 39 vụ); None where none are told."""
    if role is not Role.BASELINE or context.own_period is None:
        return None
    words = row[draft.floor : draft.amount.first]
    at = next((at for at in range(len(words) - 1, -1, -1) if SAME in words[at].means), -1)
    form = SAME_MONTHS.fullmatch(context.own_period.text)
    if at < 0 or form is None or any(VERSUS in item.means for item in words):
        return None
    named = next((item.period.period for item in words[at:] if item.period and item.period.period), None)
    year = named.start_on.year if named else int(form["year"]) - 1
    return Period.parse(f"{year}-{form['part'] or 'M' + str(int(form['month']))}")


def reported_year(context: Context, item: Item, role: Role) -> str:
    """The year that a paper of the next one reports on, where all of it is spoken of: cả năm; empty where it is another."""
    own = context.own_period
    return own.text if item.text == ALL_YEAR and role is not Role.TARGET and own is not None and len(own.text) == YEAR else ""


def _so_far(context: Context, role: Role) -> Period | None:
    """The year so far: the first months that the text reports on, or those up to its month or quarter; aims are for the year.

    A year that is over is meant where the text reports on its end and is written right after it; else it is the year of the text.
    """
    own, anchor = context.own_period, context.anchor
    if own is not None and role is not Role.TARGET and "/" not in own.text:
        part = own.text[YEAR + 1 :]
        if part in FIRST or part in MONTHS:
            return Period.parse(f"{own.text[:YEAR]}-{MONTHS.get(part, part)}")
        if part in WHOLE and anchor is not None and anchor.on is not None and _just_over(int(own.text[:YEAR]), anchor.on):
            return Period.parse(own.text[:YEAR])
    return Period.parse(str(anchor.year)) if anchor else None


def _just_over(year: int, on: date) -> bool:
    return on.year == year + 1 and on.month <= JUST_OVER


def _last_of(own: Period | None, shape: str) -> Period | None:
    """The last month or quarter of what the text reports on, or its year."""
    if own is None or "/" in own.text:
        return None
    if shape == "năm":
        return Period.parse(own.text[:YEAR])
    part = LAST.get(shape, {}).get(own.text[YEAR + 1 :])
    return Period.parse(f"{own.text[:YEAR]}-{part}") if part else None
