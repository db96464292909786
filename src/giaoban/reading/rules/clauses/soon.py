"""Time limits that count from the day of the meeting, in the words of a directive.

    "xong trước ngày 25", a meeting of 18 May 2017     25 May 2017; a day gone by is that of the next month
    "trưa mai phải có"                                 the day after the meeting
    "trong tháng", "hết năm"                           the month, the year of the meeting
    "trước thứ Sáu", a meeting on Monday 19 August     23 August

What must and must not be read: corpus/parties.tsv.
"""

import re
from datetime import date, timedelta

from giaoban.reading.gates import Gated
from giaoban.reading.rules.named.calendar import Parts, impossible

DIGIT = re.compile(r"\d")
BARE = Gated(
    r"(?:trước|chậm nhất|muộn nhất|hạn cuối)(?: là| vào)? ngày (?P<day>[0-3]?\d)"
    r"(?! ?[/.-] ?\d|\d| ?(?:tháng|và|-|–|,) ?(?:ngày )?\d| (?:hằng|hàng|mỗi|tết|âm|giêng|chạp|của))"
)
"""In small letters."""
DOTTED = Gated(
    r"(?<!năm )(?<!tháng )(?<!kỳ )(?<!quý )(?<!tuần )(?<!lần )(?<!ngày )(?:trước|chậm nhất|muộn nhất|hạn cuối)(?: là| vào)?(?: ngày)?"
    r" (?P<day>[0-3]?\d) ?[./-] ?(?P<month>[01]?\d)(?![./-]?\d| ?%| (?:ngày|giờ|phút|buổi|tuần|tháng|quý|năm(?! \d)|lần|điểm|bước"
    r"|km|m|ha|tấn|kg|triệu|tỷ|tỉ|nghìn|đồng|người|hộ|vụ)\b)"
)
"""A day and its month without the word for either, and no range: trước 25.11. In small letters."""
DAYS = Gated(r"\b(?:(?:tối|chiều|đêm|trưa) (?P<today>nay)|(?:sáng|trưa|chiều|tối|ngày) (?P<next>mai))\b")
WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "bẩy": 5, **{str(day): day - 2 for day in range(2, 8)}}
COMING = r"(?: tuần (?:(?P<next>sau|tới)|này))?"
"""Of which week, if it is said."""
WEEKDAY = Gated(
    rf"(?:trước|chậm nhất|muộn nhất|hạn cuối|xong|hết|đến|trong|nộp|gửi|vào)(?: là| vào| hết| cuối)?(?: ngày| sáng| trưa| chiều| tối)?"
    rf" (?:thứ (?P<day>{'|'.join(WEEKDAYS)})|(?P<sunday>chủ nhật))(?! (?:hằng|hàng|mỗi|hai|ba|tư)\b| ?\d)(?=[ ,.;:)”(]|$){COMING}"
)
"""In small letters."""
SO_CALLED = re.compile(rf"\b(?:thứ (?:{'|'.join(WEEKDAYS)})|chủ nhật)(?: tuần (?:này|sau|tới))?,? ?\(?(?:ngày )?$", re.IGNORECASE)
"""Before a day that is told with its weekday, as only that of an appointment is: vào sáng thứ Sáu (│30/10│)."""
HOUR = re.compile(r"(?<!từ )(?<!của )(?<!kể )(?:sáng|trưa|chiều|tối) (?:ngày )?\d", re.IGNORECASE)
"""How a day begins that is told with its part of the day, as an appointment is, too: │chiều 30/10│ họp lại."""
SO_CALLED_WITHIN = 36
"""Code points in which that stands."""
EACH_WEEK = ("hằng tuần", "hàng tuần", "mỗi tuần")
"""What comes round has no limit."""
DAYS_OF_WEEK = 7
HALF_YEAR = 6
"""Months."""
MONTH = Gated(r"\btrong tháng(?: này)?(?! ?\d| (?:tới|sau|trước|qua|giêng|chạp|hành|cao|an))(?=[ ,.;:)”]|$)")
YEAR = Gated(
    r"(?<!tháng )(?<!quý )(?<!kỳ )\b(?:(?:đến hết|tới hết|hết|đến cuối|vào cuối|(?<!lần )cả) năm(?: nay| này)?"
    r"(?! ?\d| (?:qua|ngoái|trước|sau|tới|học|nay|này))(?=[ ,.;:)”]|$)|(?<!lần )(?<!ngày )(?<!đợt )trong năm(?=[,.;:)”]|$))"
)


def so_called(text: str, floor: int, at: int) -> bool:
    """Whether the day at `at` is told as that of an appointment is: with its weekday before it, or its part of the day."""
    return bool(HOUR.match(text, at) or SO_CALLED.search(text, max(floor, at - SO_CALLED_WITHIN), at))


def soon(said: str, on: date | None, year: int | None) -> str | None:
    """The limit that the words of a directive set from the day or the year of its meeting; None where they set none.

    on  the day of the meeting, or of the paper
    """
    if on and DIGIT.search(said):
        lowered = said.lower()
        if match := BARE.search(lowered):
            return _day_of_month(on, int(match["day"]))
        if match := DOTTED.search(lowered):
            return _day_of_year(on, int(match["month"]), int(match["day"]))
    if on and ("nay" in said or "mai" in said) and (match := DAYS.search(said)):
        return str(on + timedelta(days=bool(match["next"])))
    if on and ("thứ" in said or "nhật" in said) and (told := _weekday(on, said.lower())):
        return told
    if on and MONTH.search(said):
        return f"{on.year}-{on.month:02}"
    return str(year) if year and " năm" in said and YEAR.search(said) else None


def _weekday(on: date, said: str) -> str | None:
    """The day that words in small letters set by its name: the next such one after the meeting, or that of the week they tell."""
    match = None if any(each in said for each in EACH_WEEK) else WEEKDAY.search(said)
    if match is None:
        return None
    day = on + timedelta(days=(DAYS_OF_WEEK - 1 if match["sunday"] else WEEKDAYS[match["day"]]) - on.weekday())
    return str(day + timedelta(days=DAYS_OF_WEEK * (match["next"] is not None or day <= on)))


def _day_of_year(on: date, month: int, day: int) -> str | None:
    """That day of the year; of the next one where it lies more than half a year back."""
    parts = Parts(year=on.year + (month + HALF_YEAR < on.month), month=month, day=day)
    return None if day == 0 or not 1 <= month <= 12 or impossible(parts) else f"{parts.year}-{parts.month:02}-{day:02}"


def _day_of_month(on: date, day: int) -> str | None:
    month = on.year * 12 + on.month - 1 + (day < on.day)
    parts = Parts(year=month // 12, month=month % 12 + 1, day=day)
    return None if day == 0 or impossible(parts) else f"{parts.year}-{parts.month:02}-{day:02}"
