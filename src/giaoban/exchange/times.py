"""Periods as other systems write them: SDMX (2020-S1, 2020-01-01/P9M, 2020-03-05/P5D) and DHIS2 (2020S1, 202003)."""

import re
from calendar import monthrange
from datetime import date, timedelta

from giaoban.model import Period

SDMX_SAME = re.compile(r"\d{4}|\d{4}-\d\d|\d{4}-\d\d-\d\d|\d{4}-Q[1-4]")
SDMX_READ = (
    (re.compile(r"(\d{4})-A1"), r"\1"),
    (re.compile(r"(\d{4})-S([12])"), r"\1-H\2"),
    (re.compile(r"(\d{4})-M(\d\d)"), r"\1-\2"),
    (re.compile(r"(\d{4})-Q([1-4])"), r"\1-Q\2"),
    (re.compile(r"(\d{4}|\d{4}-\d\d|\d{4}-\d\d-\d\d)"), r"\1"),
)
RANGE = re.compile(r"(\d{4}-\d\d-\d\d)(?:T00:00:00)?/P(\d+)([YMD])")
FREQUENCIES = (
    (re.compile(r"\d{4}"), "A"),
    (re.compile(r"\d{4}-H\d"), "S"),
    (re.compile(r"\d{4}-Q\d"), "Q"),
    (re.compile(r"\d{4}-\d\d"), "M"),
    (re.compile(r"\d{4}-\d\d-\d\d"), "D"),
)
OTHER_FREQUENCY = "_O"
DHIS2 = (
    (re.compile(r"(\d{4})"), r"\1"),
    (re.compile(r"(\d{4})-H([12])"), r"\1S\2"),
    (re.compile(r"(\d{4})-Q([1-4])"), r"\1Q\2"),
    (re.compile(r"(\d{4})-(\d\d)"), r"\1\2"),
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)"), r"\1\2\3"),
)
DHIS2_READ = (
    (re.compile(r"(\d{4})"), r"\1"),
    (re.compile(r"(\d{4})S([12])"), r"\1-H\2"),
    (re.compile(r"(\d{4})Q([1-4])"), r"\1-Q\2"),
    (re.compile(r"(\d{4})(\d\d)"), r"\1-\2"),
    (re.compile(r"(\d{4})(\d\d)(\d\d)"), r"\1-\2-\3"),
)


def sdmx(period: Period) -> str:
    """TIME_PERIOD: a year, half, quarter, month or day as SDMX has it, whatever is longer or odd as a range from its first day."""
    if SDMX_SAME.fullmatch(period.text):
        return period.text
    if half := re.fullmatch(r"(\d{4})-H([12])", period.text):
        return f"{half[1]}-S{half[2]}"
    return f"{period.start_on.isoformat()}/{_length(period)}"


def from_sdmx(text: str) -> Period:
    """The period of a TIME_PERIOD; ValueError for what this system has no period for."""
    for form, ours in SDMX_READ:
        if match := form.fullmatch(text):
            return Period.parse(match.expand(ours))
    if match := RANGE.fullmatch(text):
        start, length = date.fromisoformat(match[1]), int(match[2])
        return _days(start, length) if match[3] == "D" else _from(start, length * (12 if match[3] == "Y" else 1))
    raise ValueError(f"not a time period: {text}")


def frequency(period: Period) -> str:
    """The code of CL_FREQ: A, S, Q, M, D, or _O for cumulative and longer periods."""
    return next((code for form, code in FREQUENCIES if form.fullmatch(period.text)), OTHER_FREQUENCY)


def dhis2(period: Period) -> str | None:
    """The period's id in DHIS2; None for cumulative and longer periods, which it does not know."""
    return next((match.expand(theirs) for form, theirs in DHIS2 if (match := form.fullmatch(period.text))), None)


def from_dhis2(text: str) -> Period:
    """The period of a DHIS2 id; ValueError for weeks, financial years and the like."""
    for form, ours in DHIS2_READ:
        if match := form.fullmatch(text):
            return Period.parse(match.expand(ours))
    raise ValueError(f"not a period: {text}")


def _length(period: Period) -> str:
    """How long it is: in years or months where it is of whole ones, else in days."""
    start, end = period.start_on, period.end_on
    if start.day != 1 or end.day != monthrange(end.year, end.month)[1]:
        return f"P{(end - start).days + 1}D"
    months = 12 * (end.year - start.year) + end.month - start.month + 1
    return f"P{months // 12}Y" if months % 12 == 0 else f"P{months}M"


def _days(start: date, days: int) -> Period:
    try:
        return Period.parse(f"{start.isoformat()}/{(start + timedelta(days - 1)).isoformat()}")
    except OverflowError as error:
        raise ValueError(f"too many days: {days}") from error


def _from(start: date, months: int) -> Period:
    if start.day != 1:
        raise ValueError(f"months that do not begin with a month: {start}")
    last = start.year * 12 + start.month - 2 + months
    year, month = divmod(last, 12)
    if start.month == start.day == 1:
        if months % 12 == 0:
            return Period.parse(str(start.year) if months == 12 else f"{start.year}/{year}")
        if months < 12:
            return Period.parse(f"{start.year}-M{months}")
    return Period.parse(f"{start.year}-{start.month:02}/{year}-{month + 1:02}")
