"""The day, month, quarter or year that a wording names as the limit of a task, and whether a deadline agrees with it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from giaoban.ledger.periods import canonical
from giaoban.model import Period

NAMED = r"(?:ngày\s+)?(?P<day>\d{1,2}/\d{1,2}/\d{4})|tháng\s+(?P<month>\d{1,2}/\d{4})|quý\s+(?P<quarter>(?:IV|I{1,3})/\d{4})"
LIMIT = re.compile(rf"\b(?:trước|đến|hết|trong|nhất|xong|vào)\s+(?:hết\s+|cuối\s+|là\s+)?(?:{NAMED})\b", re.IGNORECASE)
"""What a wording names as its limit; a day that only dates a decision has another word before it."""
ALONE = re.compile(rf"(?:{NAMED}|năm\s+(?P<year>\d{{4}}))\b", re.IGNORECASE)
"""What stands in a field that holds nothing but a deadline."""
QUARTERS = ("I", "II", "III", "IV")
DATED = r"(?:\d/|số|quyết định|nghị quyết|công văn|kế hoạch|chỉ thị|thông báo|kết luận|văn bản|hội nghị|cuộc họp|lúc|sinh)[^,;.]{0,60}?"
DAY = re.compile(rf"(?P<paper>{DATED})?\b(?P<words>(?:từ\s+)?ngày\s+\d{{1,2}}/\d{{1,2}}(?:/\d{{4}})?)(?![\d/])", re.IGNORECASE)
BEFORE = timedelta(days=1)
""" "Trước ngày 30/6" may be kept as the 29th."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit as worded, and its first and last day."""

    words: str
    first: date
    last: date


def limits(wording: str, *, alone: bool = False) -> tuple[Limit, ...]:
    """Every limit that a wording names, in its order; `alone` for the words of a deadline, which need no "trước" or "trong" before them."""
    return tuple(_limits((ALONE if alone else LIMIT).finditer(wording)))


def said_of(wording: str, worded: str = "") -> tuple[Limit, ...]:
    """The limits of a task: those of its deadline as worded, else those that its wording names."""
    return limits(worded, alone=True) or limits(wording)


def day_named(wording: str) -> str:
    """A day that no word makes the limit: "hoàn thành ngày 30/10/2026"; "" where there is none, or it is that of a paper or a meeting.

    >>> day_named("khánh thành cầu ngày 30/10/2026"), day_named("thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2026")
    ('ngày 30/10/2026', '')
    """
    return next((found["words"] for found in DAY.finditer(wording) if not found["paper"]), "")


def against(deadline: str | None, wording: str, worded: str = "") -> str:
    """The words that a deadline contradicts: it lies in none of the limits that they name; "" where it agrees or they name none.

    deadline  exchange form of `Period`
    worded    the deadline as worded, which goes before the wording
    """
    if not deadline:
        return ""
    day = canonical(Period.parse(deadline)).end_on
    named = said_of(wording, worded)
    if any(each.first - BEFORE <= day <= each.last for each in named):
        return ""
    return named[-1].words if named else ""


def _limits(found: Iterator[re.Match[str]]) -> Iterator[Limit]:
    for each in found:
        period = _period(**each.groupdict())
        if period is not None:
            yield Limit(each[0], period.start_on, period.end_on)


def _period(day: str | None, month: str | None, quarter: str | None, year: str | None = None) -> Period | None:
    """The period of "15/12/2026", "12/2026", "IV/2026" or "2026"; None for one that no calendar has."""
    number, *rest = (day or month or quarter or year or "").split("/")
    try:
        if day:
            text = f"{rest[1]}-{int(rest[0]):02}-{int(number):02}"
        elif month:
            text = f"{rest[0]}-{int(number):02}"
        else:
            text = f"{rest[0]}-Q{QUARTERS.index(number.upper()) + 1}" if quarter else number
        return canonical(Period.parse(text))
    except ValueError:
        return None
