"""The day, month, quarter or year that a directive tells itself as its limit.

    "rà soát hồ sơ │xong trước ngày 30/6│"                 the day
    "Nhiệm vụ năm 2010" "- Đấu giá 12 lô đất │trong quý II│"   the quarter of that year
    "│phấn đấu đến 2025│ có ba xã về đích"                 the year

What must and must not be read: corpus/parties.tsv.
"""

import re
from bisect import bisect_left
from dataclasses import replace

from giaoban.reading.rules.clauses.ahead import told_ahead, told_behind
from giaoban.reading.rules.clauses.leads import LOOK_BACK
from giaoban.reading.rules.clauses.over import told_over
from giaoban.reading.rules.clauses.soon import so_called, soon
from giaoban.reading.rules.clauses.times import DAILY, MONTHLY, YEAR, Due, Named, Times

LATEST = re.compile(
    r"(?:trước|chậm nhất|muộn nhất|hạn cuối|hạn chót|không quá|xong|(?:đến|tới) hết|thời hạn:?|(?<=[,;(] )hạn:?)"
    r"(?: (?:trước|trong|vào|là|ngày|hết|dịp|lễ|ngày lễ|Quốc khánh|kỷ niệm|\d+ ?(?:giờ|h|g)(?: ?\d+)?(?: phút)?|sáng|chiều))* $",
    re.IGNORECASE,
)
"""Before a day by which a thing must be done, and nothing else."""
PARTS = DAILY | MONTHLY
MUST_BE = re.compile(r" phải (?:có|xong|hoàn thành|báo cáo|nộp|gửi|trình)\b")
UP_TO = re.compile(r"\b(?:đến|tới)(?: ngày)? $", re.IGNORECASE)
IF = re.compile(r"\bnếu (?:[^\s,;.]+ ){0,3}$", re.IGNORECASE)
"""Before a day that only a condition names."""
SPAN = re.compile(r"(?:\btừ (?:ngày |sáng |0h )?\d|\btính |\bkể từ )[^,;]{0,25}$", re.IGNORECASE)
"""Before a day up to which something lasts or is counted."""
WITHIN = re.compile(
    r"(?:trong|trong suốt|hết|đến hết|xong|vào|dự kiến|chậm nhất|muộn nhất|trước)(?: (?:trong|hết|cuối|vào|là))* $", re.IGNORECASE
)
"""Before a month or a quarter within which it must be done."""
BY_YEAR = re.compile(r"(?:trước|chậm nhất|muộn nhất|(?:đến|tới) hết|xong|vào cuối)(?: (?:hết|cuối|trong|vào|là))* $", re.IGNORECASE)
"""Before a year within which it must be done."""
STRIVE = re.compile(r"(?:tiếp tục )?phấn đấu,? (?:đến|tới|trong)(?: hết| cuối)?(?: năm)? ", re.IGNORECASE)
"""How a directive opens that strives for something up to a year: phấn đấu đến │2025│ có ba xã về đích."""
AIMED = re.compile(
    r"(?:phấn đấu|hoàn thành|hoàn tất|về đích|dứt điểm|đạt chuẩn|vượt|thu đạt)\b[^.;]{0,70}$|(?:trong|ngay|ngay trong|cả|trong cả) $"
    r"|(?<!không đưa )\bvào (?:kế hoạch|dự toán|danh mục|chương trình)\b[^.,;]{0,40}$",
    re.IGNORECASE,
)
"""Before the year in which an aim is to be reached: phấn đấu hoàn thành chỉ tiêu thu ngân sách │ năm 2021."""
WHOLE_YEAR = "cả năm"
"""How the year under way is named as a whole: giữ dư nợ tăng │cả năm│ không quá 25%."""
UNDER_WAY = frozenset(("this year", "next year"))
OF_PLANS = frozenset(("plan of", "other", "within"))
LOOKED_BACK = frozenset(("act", "compared", "since", "report"))
"""What stands before a period that a directive looks back at."""


def outright(times: Times, due: Due) -> str | None:
    """The day, month or quarter that the directive itself says it must be done by: no other time is its limit then."""
    text = times.page.text
    told = told_ahead(times, due)
    inside = [_planned(times, due, named) for place in named_inside(times, due) if (named := times.named(place))]
    for shapes, pattern in ((DAILY, LATEST), (MONTHLY, WITHIN)):
        for named in inside:
            says = pattern.search(text, max(due.span.start, named.at - LOOK_BACK), named.at) or _must(times, named)
            if named.shape in shapes and (says or (named.ahead != "past" and so_called(text, due.span.start, named.at))):
                if named.ahead != "past":
                    return named.text
                if named.bare and times.year is not None:
                    return f"{times.year}{named.text[YEAR:]}"
    if last := next((named for named in inside if _closes(times, due, named) or _up_to(text, due, named)), None):
        return last.text
    if year := next((named for named in inside if named.shape == "year" and _by_year(text, due, named)), None):
        return year.text
    behind = told_behind(times, due)
    if ahead := [named for named in inside if named.ahead != "past"]:
        return behind or _aimed(text, due, inside) or _told_for(times, due, ahead)
    own = behind or soon(due.span.of(text), times.on, times.year)
    return own or told or told_over(times, due.span.start)


def _by_year(text: str, due: Due, named: Named) -> bool:
    """Whether a year is one by which it must be done, or up to which something is striven for."""
    if STRIVE.fullmatch(text, due.span.start, named.at):
        return True
    return named.ahead != "past" and BY_YEAR.search(text, max(due.span.start, named.at - LOOK_BACK), named.at) is not None


def named_inside(times: Times, due: Due) -> list[int]:
    """The places of the periods in a directive; none that a condition names: điều chuyển vốn nếu │đến 15/11│ có mặt bằng."""
    text, start = times.page.text, due.span.start
    return [
        place
        for place in times.within(start, due.span.end)
        if (named := times.named(place)) is None or not IF.search(text, max(start, named.at - LOOK_BACK), named.at)
    ]


def _planned(times: Times, due: Due, named: Named) -> Named:
    """A time without its year as that of the later year whose tasks the list is of: Nhiệm vụ năm 2010: │đấu giá 12 lô đất trong quý II│."""
    if not named.bare or named.shape not in PARTS:
        return named
    year = told_over(times, due.span.start)
    if year is None or len(year) != YEAR or not named.text[:YEAR] < year:
        return named
    return replace(named, text=f"{year}{named.text[YEAR:]}", ahead="next year")


def _must(times: Times, named: Named) -> bool:
    """Whether it is told behind a day or month that something must be then: biên soạn đề cương, │tháng 12 phải có│."""
    mention = next((each for each in times.mentions[bisect_left(times.starts, named.at) :][:1]), None)
    return mention is not None and MUST_BE.match(times.page.text, mention.span.end) is not None


LASTS = re.compile(r"\b(?:sang|từ|liên tục|kéo dài|kể từ|tính|cho)\b[^,;.]{0,12}$", re.IGNORECASE)
"""Before a month in or up to which something lasts, not by which it is done."""


def _closes(times: Times, due: Due, named: Named) -> bool:
    """Whether a month or quarter to come is all that stands at the end of a directive: đưa kho lạnh vào khai thác │quý III/2024│."""
    if named.shape not in MONTHLY or named.ahead == "past" or named.lead != "other":
        return False
    if LASTS.search(times.page.text, max(due.span.start, named.at - LOOK_BACK), named.at):
        return False
    mention = next((each for each in times.mentions[bisect_left(times.starts, named.at) :][:1]), None)
    return mention is not None and mention.span.end == due.span.end


def _up_to(text: str, due: Due, named: Named) -> bool:
    """Whether a day is one up to which there is time: "đến ngày 30/6 xong", not "từ ngày 26 đến ngày 30/6"."""
    floor = max(due.span.start, named.at - LOOK_BACK)
    said = UP_TO.search(text, floor, named.at) if named.shape in DAILY and named.ahead != "past" else None
    return said is not None and not SPAN.search(text, floor, said.start())


def _aimed(text: str, due: Due, inside: list[Named]) -> str | None:
    """The one year named in a directive, under way or the next, in which its aim is to be reached."""
    if len(inside) != 1 or inside[0].shape != "year" or inside[0].ahead not in UNDER_WAY or inside[0].lead not in OF_PLANS:
        return None
    whole = text.startswith(WHOLE_YEAR, inside[0].at)
    return inside[0].text if whole or AIMED.search(text, due.span.start, inside[0].at) else None


def _told_for(times: Times, due: Due, inside: list[Named]) -> str | None:
    """The time told ahead, where the directive names that or looks back: Năm 2019, đề nghị tỉnh │làm tốt hơn năm 2018│."""
    told = told_ahead(times, due)
    return told if all(named.lead in LOOKED_BACK or named.text == told for named in inside) else None
