"""The year of a day that is told without one ("Sáng 12/3"): weighed from the years that the text names.

    "6 tháng đầu năm 2017", "tính đến 31/5/2017"        2017, for a day of June
    "tổng kết năm 2020, nhiệm vụ năm 2021"              2020 for a day of December, 2021 for one of January
    "so với cuối năm 2015"                              too little: no year

Each year named says something for and against each year the day may be of, in points (`YEARLY`, `APART`); a year that
gathers too few is not taken. What must and must not be read: corpus/meetings.tsv.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from math import log2
from typing import NamedTuple

from giaoban.model import Span
from giaoban.reading.gates import Gated
from giaoban.reading.letters import ROMAN, SAID
from giaoban.reading.rules.lunar import NEW_YEAR, lunar_years

YEAR = re.compile(r"[12](?<![\d.,].)(?:(?<=1)9|(?<=2)0)\d\d(?![\d%]|[.,]\d)")
"""Begins with its digits, so that a text is searched quickly."""
LOOK_BACK = 70
DAY = re.compile(r"(?P<d>[0-3]?\d)(?:[/.-]| tháng )(?P<m>[01]?\d)(?:[/.-]|,? năm )$")
MONTH = re.compile(r"(?:(?<![\d/.-])|tháng )(?P<m>1[0-2]|0?[1-9])(?: ?[/.-] ?|,? năm )$")
QUARTER = re.compile(r"qu[ýí] (?P<q>iv|i{1,3}|[1-4])(?:[/.-]| năm )$")
OF_DATE = re.compile(r"[\div](?: ?[/.-] ?|,? năm )$")
"""How what `DAY`, `MONTH` and `QUARTER` find ends."""
PART = re.compile(rf"(?:(?:\d+|{'|'.join(SAID)}|những|các|mấy) tháng|nửa|tháng|quý) (?P<end>đầu|cuối)(?: của)? năm $")
OF_YEAR = ("đầu năm ", "cuối năm ", " của năm ")
"""How what `PART` finds ends."""
LEGAL = re.compile(
    r"(?:luật|nghị định|nghị quyết|thông tư|quyết định|công văn|chỉ thị|kết luận(?: số)? \d|pháp lệnh|căn cứ|số \d)[^;.]{0,50}$"
    r"|/$|\d/[a-zđ-]+[^;.]{0,30}$"
)
SINCE_ACT = re.compile(
    rf"(?:sơ kết|tổng kết|đánh giá|nhìn lại|qua|sau) (?P<n>\d{{1,2}}|{'|'.join(SAID)}) năm "
    r"(?:triển khai |tổ chức )*(?:thực hiện|thi hành)\b[^;.]*$"
)
"""Before the date of an act that has been carried out for some years: tổng kết 10 năm thực hiện Chỉ thị số 03, ngày 10-4-│2009."""
REVIEWED = re.compile(
    r"(?:sơ kết|tổng kết|nhìn lại)\b[^.;]{0,30}?(?:thực hiện|thi hành) "
    r"(?:luật|nghị quyết|nghị định|chỉ thị|kết luận|quyết định) số\b[^.;]*$"
)
"""Before the date of an act that is looked back on, be it soon or long after: tổng kết việc thực hiện Nghị quyết số 18 ngày │ 25-10-2017"""
RANGE_AFTER = re.compile(r" ?[-–] ?\d{2,4}(?!\d)")
RANGE_BEFORE = re.compile(r"(?:19|20)\d\d ?[-–] ?$")
DASHES = frozenset("-–")
SCHOOL = re.compile(r"năm học (?:(?:19|20)\d\d ?[-–] ?)?$")
CROP = re.compile(r"(?:đông xuân|niên vụ)(?: [^\W\d]+){0,2} (?:19|20)\d\d ?[-–] ?$")
"""A crop of two years, of which plans are made: vụ đông xuân 2019-│2020."""
CROP_ENDED = re.compile(r"(?:tổng kết|sơ kết|kết quả)(?: (?!triển|kế|nhiệm|phương)[^\W\d]+){0,6} (?:19|20)\d\d ?[-–] ?$")
"""The same where it is summed up."""
SAME_PERIOD = re.compile(r"(?:cùng kỳ|cùng thời điểm|so cùng)(?: \w+){0,3} $")
ATTAINED = re.compile(
    r"(?:bằng|đạt|được|tới|khoảng|đương) [\d.,]+ ?%(?: so với)?"
    r" (?:dự toán|kế hoạch|chỉ tiêu|mục tiêu)(?: (?!năm\b)[^\W\d]+){0,4} (?:năm )?$"
)
COMPARED = re.compile(
    r"với (?:(?:cùng kỳ|mức|kết quả) )?(?:của )?(?:năm )?$|(?:so với|(?:thấp|cao|nhiều|ít|lớn|nhanh|chậm) hơn|bằng|gấp)(?: [\w,.%]+){0,4} $"
)
SINCE_END = re.compile(r"so với (?:thời điểm |ngày )?(?:cuối|kết thúc|hết|31/12|tháng 12) (?:năm )?$")
PLANNED = re.compile(
    r"(?:nhiệm vụ|phương hướng|kế hoạch|chương trình|đề án|mục tiêu|chỉ tiêu|dự toán|phấn đấu|quyết nghị|danh mục|triển khai|bước sang"
    r"|bước vào|giải pháp|dự kiến)"
    r"(?:[,;]? (?!năm\b)[\w-]+){0,12},? (?:năm )?$"
)
TO_PLAN = re.compile(r"(?:xây dựng|lập|chuẩn bị)(?: dự thảo| phương án)? (?:dự toán|kế hoạch)(?: (?!năm\b)[\w-]+){0,8} (?:năm )?$")
CARRIED_OUT = re.compile(
    r"(?:kết quả|đánh giá|báo cáo|sơ kết|tổng kết|kiểm điểm|tình hình)\b[^.;]{0,45}?thực hiện[^.;]{0,30}? "
    r"(?:chương trình|kế hoạch|nhiệm vụ|chỉ tiêu|dự toán|mục tiêu)(?:,? (?!năm\b)[\w-]+){0,8} (?:năm )?$"
)
"""Before a year whose plan is looked back on: đánh giá kết quả thực hiện nhiệm vụ năm │ 2020."""
RESULTS = re.compile(r"(?:tổng kết|sơ kết|kết quả|kết thúc|báo cáo|nhìn lại)(?:,? (?!năm\b)[\w-]+){0,10} (?:năm )?$")
ENDED = re.compile(r"(?:(?:tính |thời điểm )(?:đến )?(?:cuối|hết)|tính đến|thời điểm) (?:năm )?$")
END = re.compile(r"(?:cuối|hết) (?:năm )?$")
AHEAD = re.compile(r"(?:đến|tới|tầm nhìn|định hướng)(?: cuối| đầu| giữa| vụ| niên vụ| dịp| mùa)? (?:năm )?$")
ASIDE = re.compile(
    r"(?:trước|vào|từ|để|cho|khởi công|hoàn thành|khánh thành|thành lập|ban hành)(?: cuối| đầu| vụ| niên vụ| dịp| mùa)? (?:năm )?$"
)
SUMMED = re.compile(r"(?:tổng kết|sơ kết|kết quả|nhìn lại|đánh giá)[^.;]{0,90}$")
SUMMED_WITHIN = 120
"""Code points before a range of years in which it stands that they are summed up."""
LIMIT = re.compile(
    r"(?:trước|chậm nhất|hoàn thành|báo cáo|phấn đấu|sẽ|dự kiến|từ|tới|kể từ"
    r"|nhiệm vụ|phương hướng|kế hoạch|giải pháp|trọng tâm|chương trình(?: công tác)?|tới đây|thời gian tới)(?: [^\W\d]+){0,5} $"
    r"|(?<!tính )(?:đến|hết) (?:ngày |hết |tháng )*$"
)
SESSION = re.compile(
    r"(?:họp|giao ban|hội nghị|sơ kết|(?:định|thường|lệ) kỳ|thường lệ|trực báo)(?: (?:phiên|thường|định|lệ|kỳ|niên|công tác|ban|chấp|hành"
    r"|ubnd|hđnd|ủy|tỉnh|huyện|thị|xã|thành|phố|phường|quận)){0,6} (?:tháng )?$"
)
"""Before the month that a session is of: phiên họp thường kỳ tháng │ 8/2020."""
NOT_DONE = r",? (?!dự kiến|ước|phấn đấu|phải|cần|sẽ)(?:[^\W\d]+,? ){0,8}?"
DONE = re.compile(NOT_DONE + r"(?:đạt|thu được|hoàn thành được|đã|còn) (?:[^\W\d]+ ){0,2}\d")
"""After a year of which a result is told: "Năm 2019 thu ngân sách đạt 270 tỷ"."""
HAD = re.compile(NOT_DONE + r"(?:đã|có|còn|đạt) (?:[^\W\d]+ ){0,2}\d")
"""After the end of a year at which something was so: "hết năm 2019, cả tỉnh có 40 xã"."""
CLOSES = re.compile(r" (?:đã |đang )?(?:sắp|gần|chuẩn bị) (?:hết|kết thúc|qua|khép lại)")
UNTIL_NOW = re.compile(r" (?:đến|tới) (?:nay|giờ|hết|ngày|cuối)\b")
"""After a month since which something has been so."""
WILL = re.compile(r",? (?:sẽ|phải|cần|để|nhằm)\b")
"""After a year or month that lies ahead."""
ORDERED = re.compile(r"(?:thực hiện|triển khai|theo) (?:kế hoạch|chương trình công tác|công văn|thông báo)\b[^;.]{0,50}$")
MANNERS = tuple((manner, Gated(pattern.pattern)) for manner, pattern in (
    ("attained", ATTAINED), ("same period", SAME_PERIOD), ("since end", SINCE_END), ("compared", COMPARED), ("ended", ENDED), ("end", END),
    ("ahead", AHEAD), ("aside", ASIDE), ("to plan", TO_PLAN),
    ("results", CARRIED_OUT), ("planned", PLANNED), ("results", RESULTS),
))  # fmt: skip
"""How a year is named, by what stands before it; the first that fits."""
AFTER = (("closing", CLOSES), ("planned", WILL), ("done", DONE))
"""The same by what stands after it."""

POINTS = dict[int, float]
"""Points for the year of the meeting, by how many years after it the year named lies."""
YEARLY: dict[str, tuple[POINTS, POINTS, POINTS]] = {
    "results": ({-1: 1.5, 0: 0.3}, {0: 0.8, -1: 0.6}, {0: 1.6, -1: 0.3}),
    "planned": ({0: 1.5, 1: 0.2, -1: 0.2}, {0: 1.2, 1: 0.6, -1: 0.1}, {1: 1.3, 0: 1.0}),
    "to plan": ({0: 1.0, 1: 0.4}, {1: 1.2, 0: 0.4}, {1: 1.5, 0: 0.3}),
    "compared": ({-1: 0.5, -2: 0.4}, {-1: 0.4, 0: 0.1, -2: 0.1}, {-1: 0.5, 0: 0.1}),
    "same period": ({-1: 1.0, -2: 0.8}, {-1: 1.5}, {-1: 1.5}),
    "since end": ({-1: 1.0}, {-1: 1.0}, {-1: 0.8}),
    "attained": ({-1: 1.2, 0: 0.6}, {0: 1.6}, {0: 1.6}),
    "done": ({-1: 1.1, 0: 0.4}, {0: 0.7, -1: 0.7}, {0: 1.3, -1: 0.3}),
    "ended": ({-1: 0.8}, {-1: 0.8, 0: 0.2}, {0: 0.6, -1: 0.2}),
    "end": ({-1: 0.6, 0: 0.2}, {-1: 0.4, 0: 0.4}, {0: 0.6, -1: 0.1}),
    "ahead": ({0: 0.2}, {0: 0.2}, {0: 0.2}),
    "aside": ({0: 0.2}, {0: 0.2}, {0: 0.2}),
    "plain": ({0: 0.8, -1: 0.7}, {0: 0.9, -1: 0.4}, {0: 0.9, 1: 0.4, -1: 0.2}),
    "since": ({-1: 0.1, 0: 0.1}, {-1: 0.1, 0: 0.1}, {-1: 0.1, 0: 0.1}),
    "until": ({0: 0.1}, {0: 0.1}, {0: 0.1}),
    "begun": ({0: 2.0, -1: 0.8}, {0: 3.0}, {0: 2.0, -1: 0.3}),
    "stage ended": ({-1: 1.0, 0: 0.6}, {0: 1.3, -1: 0.5}, {0: 1.5, -1: 0.1}),
    "school ended": ({0: 1.0}, {0: 1.6}, {-1: 0.4, 0: 0.4}),
    "school planned": ({-1: 0.6}, {0: 1.6}, {0: 1.0}),
    "carried on": ({0: 0.9, -1: 0.2, 1: 0.1}, {0: 1.0, -1: 0.2, 1: 0.1}, {0: 1.0, -1: 0.2, 1: 0.1}),
    "closing": ({-1: 1.5}, {0: 2.5, -1: 0.2}, {0: 2.5}),
}
"""Points of a year named in some manner, for a meeting at the start of a year, in the middle, at its end."""
SEASONS = {1: (0,), 2: (0,), 3: (0,), 10: (1, 2), 11: (2,), 12: (2,)}
"""Which of these points count for a month, in the mean; those of the middle of the year for all others."""
OVER = frozenset(("attained", "results", "done", "same period", "compared", "ended", "begun"))
"""Manners in which only a year that is over, or under way, is told of."""
APART: tuple[tuple[int, float], ...] = ((0, 1.2), (2, 2.0), (4, 1.2), (8, 0.7), (13, 0.4), (30, 0.1))
"""Points of a month told of as past, by how many months at most it lies before the meeting."""
COMING: tuple[tuple[int, float], ...] = ((7, 1.5), (11, 0.8), (14, 0.3), (30, 0.1))
"""The same for a month that lies ahead as a time limit."""
OF_SESSION: tuple[tuple[int, float], ...] = ((-1, 0.6), (1, 3.0), (2, 1.0))
"""Points of the month that the session is of, by how many months at most it lies before the meeting."""
PAST = {"told": 1.0, "limit": 0.5, "act": 0.25, "ordered": 0.65}
"""What a month in the past counts as told of, as a time limit, as the date of an act, of an act under which one meets."""
VAGUE = frozenset(("ahead", "aside", "since", "until"))
"""Manners that say so little that they count once, however often and wherever a year is named so."""
STALE = -0.4
"""A year said to lie ahead that would be over."""
BEYOND = {"plain": -0.3, "end": -1.0, "closing": -1.0}
"""A year told of without a word of what it is, or as one that ends, that would come after the next."""
LONG, FAR = 3, -0.5
"""Years ahead of which hardly anything but an aim is told, and what it counts where more is."""
CONTRARY = -2.5
"""A month told of as past that would lie ahead, a year of results that would be a later one."""
LATER = -0.4
"""A month told of without a word of what it is, that would lie ahead."""
ENOUGH = 0.85
LED = 0.15
"""Points by which the year taken must lead."""
TWICE = 2.0
"""What is said in the sentences that tell of the meeting counts so much."""


class Named(NamedTuple):
    """A year named in the text: how, with the month where it has one (of a quarter the last)."""

    year: int
    manner: str
    month: int | None
    weight: float


def year_of(text: str, month: int, told: list[Span]) -> int | None:
    """The year of a meeting held in `month`, by all the years named; None where they say too little."""
    named = list(_named(text, told))
    years = {each.year + away for each in named for away in (-1, 0, 1)}
    said = Counter({each: 1 if each.manner in VAGUE else often for each, often in Counter(named).items()})
    totals = sorted(
        ((sum(_points(each, year, month) * (1 + log2(often) / 2) for each, often in said.items()), year) for year in years), reverse=True
    )
    if not totals or totals[0][0] < ENOUGH or (len(totals) > 1 and totals[0][0] - totals[1][0] < LED):
        return None
    return totals[0][1]


def _points(named: Named, year: int, month: int) -> float:
    away = named.year - year
    if named.month is not None:
        return named.weight * _monthly(month - named.month - 12 * away, named.manner)
    if (away > 0 and named.manner in OVER) or (away < -1 and named.manner == "planned"):
        return named.weight * CONTRARY
    if away < 0 and named.manner == "ahead":
        return STALE
    if away > 1 and named.manner in BEYOND:
        return BEYOND[named.manner]
    if away > LONG and named.manner not in ("ahead", "aside", "until"):
        return FAR
    seasons = SEASONS.get(month, (1,))
    return named.weight * sum(YEARLY[named.manner][season].get(away, 0.0) for season in seasons) / len(seasons)


def _monthly(apart: int, manner: str) -> float:
    """apart  months from the one named to the meeting"""
    if manner == "session":
        return next((points for most, points in OF_SESSION if -1 <= apart <= most), -1.0)
    if apart > 0 or (apart == 0 and manner != "limit"):
        return next((points for most, points in APART if apart <= most), 0.0) * PAST[manner]
    if manner == "told" and apart >= -12:
        return LATER
    if manner != "limit":
        return CONTRARY
    return next((points for most, points in COMING if -apart <= most), 0.0)


def _named(text: str, told: list[Span]) -> Iterator[Named]:
    for start, year, manner, month in _every(text):
        weight = TWICE if manner not in VAGUE and any(span.start <= start < span.end for span in told) else 1.0
        yield Named(year, manner, month, weight)


@lru_cache(maxsize=1)
def _every(text: str) -> list[tuple[int, int, str, int | None]]:
    """Every year named: where, which, how, with which month. Of one text it is asked for its own year and for the meeting's."""
    found: list[tuple[int, int, str, int | None]] = []
    for match in YEAR.finditer(text):
        start = match.start()
        before = text[max(0, start - LOOK_BACK) : start].lower().rsplit("\n\n", 1)[-1]
        before = " ".join(before.split()) + " " * before.endswith((" ", "\n"))
        acted = "hành" in before or "hiện" in before
        if acted and (since := SINCE_ACT.search(before)) and not RANGE_AFTER.match(text, match.end()) and not RANGE_BEFORE.search(before):
            found.append((start, int(match[0]) + (SAID.get(since["n"]) or int(since["n"])), "carried on", None))
        elif not (acted and REVIEWED.search(before)) and (named := _manner(before, text, match)):
            found.append((start, int(match[0]), *named))
    found += [(start, year, "limit", NEW_YEAR) for start, year in lunar_years(text)]
    return found


def _manner(before: str, text: str, match: re.Match[str]) -> tuple[str, int | None] | None:
    """How the year is named, and with which month; None for a year in the name of an act."""
    start = match.start()
    if before.rstrip()[-1:] in DASHES and RANGE_BEFORE.search(before):
        return _until(before, text[max(0, start - SUMMED_WITHIN) : start].lower()), None
    if RANGE_AFTER.match(text, match.end()):
        school = SCHOOL.search(before)
        return ("school planned" if school and PLANNED.search(before[: school.start()]) else "since"), None
    dates = (DAY, MONTH, QUARTER) if OF_DATE.search(before) else ()
    if part := next((part for pattern in dates if (part := pattern.search(before))), None):
        manner = _dated(before[: part.start()].removesuffix("ngày "), text, match.end())
        return manner, None if manner == "same period" else _month(part)
    if before.endswith(OF_YEAR) and (part := PART.search(before)):
        return ("begun" if part["end"] == "đầu" else "closing"), None
    if LEGAL.search(before):
        return None
    manner = next((manner for manner, pattern in MANNERS if pattern.search(before)), None) or _plain(text, match.end())
    return ("ended" if manner == "end" and HAD.match(text, match.end()) else manner), None


def _plain(text: str, end: int) -> str:
    """How a year is named of which nothing before says it, by what stands after."""
    return next((manner for manner, pattern in AFTER if pattern.match(text, end)), "plain")


def _until(before: str, led: str) -> str:
    """How the last year of a range is named: of a school year or a stage that is summed up, or a mere limit.

    led  what stands before, further back
    """
    if CROP.search(before):
        return "stage ended" if CROP_ENDED.search(before) else "until"
    if not SUMMED.search(led):
        return "until"
    return "school ended" if SCHOOL.search(before) else "stage ended"


def _dated(before: str, text: str, end: int) -> str:
    """The same for a year with its month, by what stands before the date and after it."""
    if SESSION.search(before):
        return "session"
    if LEGAL.search(before):
        return "ordered" if ORDERED.search(before) else "act"
    if SAME_PERIOD.search(before) or COMPARED.search(before):
        return "same period"
    ahead = WILL.match(text, end) or (LIMIT.search(before) and not UNTIL_NOW.match(text, end))
    return "limit" if ahead else "told"


def _month(part: re.Match[str]) -> int:
    named = part.groupdict()
    if quarter := named.get("q"):
        return 3 * (ROMAN.get(quarter.upper()) or int(quarter))
    return min(12, int(named["m"]))
