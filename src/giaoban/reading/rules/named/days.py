"""Days as texts say them, and which of those in a stretch of text may be that of a meeting: no time limit, no day of an act.

    "Sáng 12/3, UBND xã họp"                         12/3
    "báo cáo trước ngày 30/6"                        none
    "sau cuộc đối thoại ngày 6/5, họp ngày 12/5"     12/5

Of which year it is: `rules.named.held_on`. What must and must not be read: corpus/meetings.tsv.
"""

import re
from collections.abc import Iterator
from datetime import date

from giaoban.reading import beginnings
from giaoban.reading.gates import Gated
from giaoban.reading.letters import CAPITALS

MONTHS = ("một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai")
"""Months by name: ngày 12 tháng Ba."""
MORE = r"(?:(?:,? và |, ?| ?[-–] ?|,? đến )(?:(?:sáng|chiều|tối|ngày) )*[0-3]?\d)"
"""Another day of a meeting of several: ngày 12, 13 │và 14/3."""
DASH = (
    r"(?:[–-] ?| [–-](?! )| [–-] (?=\d\d? ?[/.–-] ?(?:19|20)\d\d)|(?:(?<=gày \d)|(?<=gày \d\d)) [–-] "
    r"| [–-] (?=(?:1[0-2]|0?[1-9])[,)]))"
)
"""Between day and month; with blanks on both sides only after "ngày", before a year or at the end of a clause, else it is a range:
chiều 5 – 6 người."""
SAID = (
    r"(?:[Ss]áng|SÁNG|[Cc]hiều|CHIỀU|[Tt]ối|[Tt]rưa|[Tt]ừ(?= [0-3]?\d ?(?:đến|[-–]) ?[0-3]?\d ?[/.-])|[Đđ]êm|[Nn]gày|NGÀY"
    r"|[Hh]ôm(?: nay| qua)?|\bnay|\bqua|[Tt]hứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy)|[Cc]hủ nhật)"
    r"(?: (?:nay|qua|tối|sớm|muộn|ngày|hôm nay|hôm qua|thứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy)|đầu tuần|cuối tuần))*,? ?\(?"
    r"(?:m[ùồ]ng )?"
    rf"(?P<day>[0-3]?\d)(?P<to>{MORE}{{1,4}}(?= ?[/.–-] ?\d| tháng ))?"
    rf"(?: ?[/.] ?|{DASH}| ?,? ?tháng )(?:(?P<month>1[0-2]|0?[1-9])"
    r"|(?<=tháng )(?P<named>[Mm]ột|[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy|[Tt]ám|[Cc]hín|[Mm]ười(?: (?:[Mm]ột|[Hh]ai))?)\b"
    r"(?! \d))"
    r"(?: ?[/.–-] ?(?P<year>(?:19|20)\d\d)|,? ?năm ?(?P<year2>(?:19|20)\d\d))?(?![\d%]| ?(?:giờ|h)\b)"
)
"""How a day is said."""
DAY = beginnings.compiled(SAID)
DATE = re.compile(r"\d ?(?:,? ?tháng |[/.–-] ?[01]?\d(?!\d))")
"""What every day that is said with its month has in it, and what is looked for first."""
TODAY = Gated(r"(?:[Hh]ôm|[Ss]áng|[Tt]rưa|[Cc]hiều|[Tt]ối) (?P<which>nay|qua)\b")
SENT = re.compile(
    r"[^\n,.:()\d]{2,40}(?:,| [-–]| (?=\(\d[\d/.-]+\) ?[-–] )) ?(?:ngày |\()?"
    r"(?P<day>[0-3]?\d) ?[/.-] ?(?P<month>1[0-2]|0?[1-9])(?:[/.-](?P<year>(?:19|20)\d\d))?"
    r"(?P<year2>)?\)?(?: ?\([^()\n]{2,30}\)| ?[-–] |: )"
)
"""A line that says where and when news was sent."""
LEAP = 2000
"""A year that has every day."""
HEAD = 1500
"""Code points at the start of a text in which the line stands that says where and when news was sent."""
NOT_HELD = re.compile(
    r"(?:từ|đến|trước|hết|dự kiến|số [\w.]*[/-][\w/-]+|QĐ-\w+|NQ/\w+|NQ-\w+|CT-\w+|CT/\w+|TTg|CP|sau|kể từ|tính đến"
    r"|họp báo(?! cáo)[^.;]{0,60}) (?:hết )?$",
    re.IGNORECASE,
)
LIMITS = ("từ ", "đến ", "trước ", "hết ", "kiến ", "ttg ", "cp ", "sau ")
"""How that ends, in small letters, where it is neither the number of an act nor a press conference."""


WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "chủ nhật": 6}
WEEKDAY = re.compile(
    r"(?:(?<!việc )(?<!ngày )(?<!họp )thứ (?P<of>hai|ba|tư|năm|sáu|bảy)|(?P<last>chủ nhật))\W{0,3}(?:ngày )?$", re.IGNORECASE
)
"""Before the number of a day: sáng thứ Ba (│12/3)."""
BRACKETED = Gated(
    r"(?:[Hh]ội [Nn]ghị|[Pp]hiên|[Kk]ỳ họp|[Cc]uộc họp|[Bb]uổi|[Gg]iao ban|[Ll]àm việc|[Hh]ọp)\b[^.;()\n]{0,160}"
    rf"\((?P<day>[0-3]?\d)(?P<to>{MORE}{{0,4}})(?P<s>[/.-])(?P<month>1[0-2]|0?[1-9])(?:(?P=s)(?P<year>(?:19|20)\d\d))?(?P<year2>)\)"
)
"""A date in brackets after the word for the meeting."""


HEADED = re.compile(
    r"\s*(?:(?:\d{1,2}|[IVX]{1,4})[.)] ?|[-+•] ?)?Thời gian(?: họp| bắt đầu|,? (?:và )?địa điểm)? ?:[^\n.;]{0,40}?(?<![\d/.-])"
    r"(?P<day>[0-3]?\d)(?P<to>)(?P<s>[/.-])(?P<month>1[0-2]|0?[1-9])(?P=s)(?P<year>(?:19|20)\d\d)(?P<year2>)"
)
"""A full date under the heading of minutes that tells when."""
BARE = re.compile(
    r"\s*(?:Ngày [^,;.\d]{3,40}, )?(?P<day>[0-3]?\d)(?P<to>)(?P<s>[/-])(?P<month>1[0-2]|0?[1-9])"
    r"(?:(?P=s)(?P<year>(?:19|20)\d\d))?(?P<year2>), (?=\D)"
)
"""A day that opens a sentence without a word for it: 28/10│, chủ trì cuộc họp; Ngày cuối năm, │31-12│, UBND tỉnh họp."""
YET_TO_BE = Gated(
    r"sẽ (?:được )?(?:tổ chức|diễn ra|khai mạc|họp|tiến hành)(?: hội nghị| kỳ họp| đại hội| lễ)?"
    r"(?: trong)?(?: vào)?(?: hồi| lúc)?(?: \d+ giờ)? $"
)
"""Before the day of what is yet to be held: thống nhất sẽ tổ chức vào │sáng 29/8."""
LEAD = 400
"""Code points at the start of a text in which that is rather the meeting itself."""
BEFOREHAND = Gated(
    r"[Ss]au (?:(?:khi (?:khảo sát|kiểm tra|thăm|thị sát|đi)|chuyến)\b|(?:các |hai )?(?:cuộc|buổi|phiên|kỳ) )[^.;\d]{0,80}(?:trong |vào )?$"
    r"|(?:[Tt]hực hiện|[Tt]heo|[Tt]iếp (?:theo|nối)|[Cc]ăn cứ|[Tt]rên cơ sở) [^.;\d]{0,80}\b(?:họp|hội nghị|làm việc|giao ban)"
    r"[^.;\d]{0,20}$"
    r"|(?:Nhân(?= (?:dịp|kỷ niệm|ngày|lễ|sự kiện|Tết|Tháng|tháng|chuyến|đợt)\b)"
    r"|Hưởng ứng|Chào mừng|Thực hiện|Theo|Chuẩn bị|Để chuẩn bị|Căn cứ|Hướng tới) [^.;,]{0,90}$"
)
"""Before the day of what went before, or that is met for, the meeting: sau cuộc đối thoại │ngày 6/5, UBND huyện họp."""
FAR = 110
"""Code points in which that stands."""
DATELINE = re.compile(r"(?:[ĐD]ộc l[aâậ]p|\b[Ss]ố ?:)[^;]{0,140}, ?$")
"""Before the day of a paper whose head runs into its title: Số: 12/TB-UBND Tân Sơn, │ngày 10 tháng 6 năm 2019│ THÔNG BÁO."""
ENTITLED = re.compile(rf"\s*[{CAPITALS}]{{3,}}")
"""What stands behind it."""
HEAD_WITHIN = 200
"""Code points in which that stands."""
EARLIEST = 1990
"""A day of an earlier year is one of history."""
COMING = re.compile(r"\)? ?(?:sắp )?tới\b")
"""Behind a day that is yet to come: ngày 10/3│ tới."""
UNTIL = re.compile(r" ?(?:đến|[-–]) ?(?:hết )?(?:ngày )?(?P<day>[0-3]?\d) ?[/.-] ?(?P<month>1[0-2]|0?[1-9])(?!\d)")
MONTH, SESSION = 31, 9
"""Days of a month, and of a meeting of several."""
YEAR = 12 * MONTH


def held_day(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first day in a stretch of text that may be that of a meeting: no time limit, no day of an act.

    One in brackets, or of what went before, only where there is no other.
    """
    if not DATE.search(text, start, end):
        return None
    second: re.Match[str] | None = None
    for match in DAY.finditer(text, start, end):
        if _unheld(text, start, match):
            continue
        if text[match.start() - 1 : match.start()] != "(" and not BEFOREHAND.search(text, max(start, match.start() - FAR), match.start()):
            return match
        second = second or match
    in_brackets = BRACKETED.search(text, start, end) if text.find("(", start, end) >= 0 else None
    return second or in_brackets or HEADED.match(text, start, end) or BARE.match(text, start, end)


def held_days(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The days in a stretch of text that may each be that of a meeting; none of what went before it."""
    for match in DAY.finditer(text, start, end):
        if not _unheld(text, start, match) and not BEFOREHAND.search(text, max(start, match.start() - FAR), match.start()):
            yield match


def _unheld(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether what stands around a day makes it a limit, or that of an act or of the paper.

    A meeting of several days begins on the first.
    """
    if ENTITLED.match(text, match.end()) and DATELINE.search(text, max(0, match.start() - HEAD_WITHIN), match.start()):
        return True
    if COMING.match(text, match.end()) or int(match["year"] or match["year2"] or EARLIEST) < EARLIEST:
        return True
    if start >= LEAD and YET_TO_BE.search(text, max(start, match.start() - 80), match.start()):
        return True
    before = _limit(text[max(start, match.start() - 80) : match.start()])
    return before is not None and not (before[0].lower() == "từ " and (match["to"] or _for_days(text, match)))


def _limit(said: str) -> re.Match[str] | None:
    """What makes a day that follows it a limit; looked for only where one of its words stands."""
    small = said.lower()
    return NOT_HELD.search(said) if small.endswith(LIMITS) or "/" in small or "-" in small or "họp báo" in small else None


def _for_days(text: str, first: re.Match[str]) -> bool:
    """Whether a day is the first of few: từ │ngày 12/3│ đến ngày 14/3."""
    last = UNTIL.match(text, first.end())
    if last is None:
        return False
    return 0 < days_until((month_of(first), int(first["day"])), (int(last["month"]), int(last["day"]))) <= SESSION


def days_until(first: tuple[int, int], last: tuple[int, int]) -> int:
    """Days from one month and day to the next such day, about, be it round the turn of the year."""
    return ((last[0] - first[0]) * MONTH + last[1] - first[1]) % YEAR


def without_year(day: re.Match[str] | None) -> str | None:
    """Month and day (--03-12) of a day that was found; None for none, for one with its year and for one that no calendar has."""
    if day is None or day["year"] or day["year2"]:
        return None
    on = calendar_day(LEAP, month_of(day), int(day["day"]))
    return f"--{on:%m-%d}" if on else None


def month_of(day: re.Match[str]) -> int:
    """The month of a day that was found, by its number or by its name (tháng Ba)."""
    named = day.groupdict().get("named")
    return MONTHS.index(named.lower()) + 1 if named else int(day["month"])


def sent_line(text: str) -> re.Match[str] | None:
    """The first line near the start of a text that says where and when news was sent."""
    return first_line(text, SENT)


def first_line(text: str, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The first line near the start of a text that begins so."""
    at = 0
    while not (match := pattern.match(text, at, HEAD)):
        at = text.find("\n", at, HEAD) + 1
        if not at:
            return None
    return match


def weekday(text: str, match: re.Match[str]) -> tuple[int, int] | None:
    """The number of the day and its weekday (Monday 0) where the text names that."""
    said = WEEKDAY.search(text, max(0, match.start() - 12), match.start("day"))
    return (int(match["day"]), WEEKDAYS[(said["of"] or said["last"]).lower()]) if said else None


def calendar_day(year: int, month: int, day: int) -> date | None:
    """That day; None where no calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
