"""From the parts of a named date or period to its exchange form, filling in the year that is not said."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from giaoban.reading.marks import TimeAnchor

SCHOOL_FROM = 8
"""The month in which a school year begins to be spoken of."""
AFTER_SCHOOL = range(8, 11)
"""Months in which the school year gone by is the one before."""
TERM = 5
"""Years of a term; those of the Party end with 0 or 5, those of the councils a year later."""
YEARS_AWAY = {"nay": 0, "này": 0, "ngoái": -1, "trước": -1, "qua": 0, "sau": 1, "tới": 1}
STEPS_AWAY = {"này": 0, "nay": 0, "qua": -1, "trước": -1, "tới": 1, "sau": 1}


GONE_BY = {(6, 12): "H2", (6, 1): "H2", (3, 7): "Q2", (3, 10): "Q3", (3, 12): "Q4", (3, 1): "Q4"}
"""What months have gone by, by how many they are and the month in which it is told."""


@dataclass(slots=True, unsafe_hash=True)  # never changed; made by the thousand, and frozen takes three times as long
class Parts:
    """What a form says: numbers as read, `end` "đầu" or "cuối", `relative` "nay", "trước" …"""

    year: int | None = None
    to: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    quarter: int | None = None
    count: int | None = None
    end: str | None = None
    relative: str | None = None


LEAP = 2024
"""A year in which every day is."""


def impossible(parts: Parts) -> bool:
    """Whether no calendar has the day: 31/4 in no year, 29/2 in a year that is said and is no leap year."""
    if parts.day is None or parts.month is None:
        return False
    return max(parts.day, parts.last_day or 0) > monthrange(parts.year or LEAP, parts.month)[1]


def resolve(kind: str, parts: Parts, anchor: TimeAnchor | None, by: bool) -> str | None:
    """The exchange form, or None where the year stays unknown. A time limit (`by`) lies ahead of the day the text speaks from."""
    return RESOLVERS[kind](parts, anchor, by)


def _day(parts: Parts, anchor: TimeAnchor | None, by: bool) -> str | None:
    month, day = parts.month or 1, parts.day or 1
    year = _year(parts, anchor, month, by)
    if year is None:
        return None
    first = f"{year}-{month:02}-{day:02}"
    return f"{first}/{year}-{month:02}-{parts.last_day:02}" if parts.last_day and parts.last_day > day else first


def _month(parts: Parts, anchor: TimeAnchor | None, by: bool) -> str | None:
    year = _year(parts, anchor, parts.month or 1, by)
    return f"{year}-{parts.month:02}" if year else None


def _this_month(parts: Parts, anchor: TimeAnchor | None, by: bool) -> str | None:
    if anchor is None or anchor.on is None:
        return None
    return _named(anchor.on.year * 12 + anchor.on.month - 1 + STEPS_AWAY[parts.relative or "này"])


def _quarter(parts: Parts, anchor: TimeAnchor | None, by: bool) -> str | None:
    year = _year(parts, anchor, 3 * (parts.quarter or 1), by)
    return f"{year}-Q{parts.quarter}" if year else None


def _this_quarter(parts: Parts, anchor: TimeAnchor | None, by: bool) -> str | None:
    if anchor is None or anchor.on is None:
        return None
    quarters = anchor.on.year * 4 + (anchor.on.month - 1) // 3 + STEPS_AWAY[parts.relative or "này"]
    return f"{quarters // 4}-Q{quarters % 4 + 1}"


def _months(parts: Parts, anchor: TimeAnchor | None, by: bool) -> str | None:
    """The first or last months of a year: three are a quarter, six a half, twelve the year."""
    count = parts.count or 0
    if not 1 <= count <= 12:
        return None
    year = _year(parts, anchor, 13 - count if parts.end == "cuối" else count, by)
    if year is None:
        return None
    if parts.end == "cuối":
        return {3: f"{year}-Q4", 6: f"{year}-H2"}.get(count, f"{year}-{13 - count:02}/{year}-12")
    return {1: f"{year}-01", 3: f"{year}-Q1", 6: f"{year}-H1", 12: f"{year}"}.get(count, f"{year}-M{count}")


def _months_so_far(parts: Parts, anchor: TimeAnchor | None, by: bool) -> str | None:
    """The first months of the year; those that have gone by may be others: sáu tháng qua, told in December, tám tháng qua, in March."""
    on, count = anchor.on if anchor and parts.end else None, parts.count or 0
    if on and count >= on.month and (count, on.month) not in GONE_BY:
        last = on.year * 12 + on.month - 2
        return f"{_named(last - count + 1)}/{_named(last)}"
    past = GONE_BY.get((parts.count or 0, on.month)) if on else None
    return f"{on.year - (on.month == 1)}-{past}" if on and past else _months(parts, anchor, by)


def _named(months: int) -> str:
    """The exchange form of a month, by how many lie before it."""
    return f"{months // 12}-{months % 12 + 1:02}"


def _quarters(parts: Parts, anchor: TimeAnchor | None, by: bool) -> str | None:
    """The first or last quarters of a year, by their months."""
    return _months(replace(parts, count=3 * (parts.count or 0)), anchor, by)


def _years_past(parts: Parts, anchor: TimeAnchor | None, by: bool) -> str | None:
    """The years up to the one the text speaks from: 10 năm qua."""
    return f"{anchor.year - parts.count}/{anchor.year}" if anchor and parts.count and parts.count > 1 else None


def _years_ahead(parts: Parts, anchor: TimeAnchor | None, by: bool) -> str | None:
    """The years after the one the text speaks from: 3 năm tới."""
    return f"{anchor.year + 1}/{anchor.year + parts.count}" if anchor and parts.count and parts.count > 1 else None


def _term_past(parts: Parts, anchor: TimeAnchor | None, by: bool) -> str | None:
    """The five years before a congress, or before the councils are elected anew the year after; else nobody knows which they are."""
    return f"{anchor.year - TERM}/{anchor.year}" if anchor and anchor.year % TERM <= 1 else None


def _school_year(parts: Parts, anchor: TimeAnchor | None, by: bool) -> str | None:
    """The school year by the day the text speaks from: before August the one begun the year before; a new one then lies ahead."""
    if anchor is None or anchor.on is None:
        return None
    begun = anchor.year - (anchor.on.month < SCHOOL_FROM)
    if parts.relative == "mới":
        begun = anchor.year
    elif parts.relative != "qua" or anchor.on.month in AFTER_SCHOOL:
        begun += STEPS_AWAY[parts.relative or "này"]
    return f"{begun}/{begun + 1}"


def _years_since(parts: Parts, anchor: TimeAnchor | None, by: bool) -> str | None:
    """The years from one up to that of the text: từ 2013 đến nay."""
    if anchor is None or parts.year is None:
        return None
    return f"{parts.year}/{anchor.year}" if parts.year < anchor.year else str(parts.year)


def _half(parts: Parts, anchor: TimeAnchor | None, by: bool) -> str | None:
    year = _year(parts, anchor, 7 if parts.end == "cuối" else 6, by)
    return f"{year}-H{2 if parts.end == 'cuối' else 1}" if year else None


def _years(parts: Parts, anchor: TimeAnchor | None, by: bool) -> str | None:
    return f"{parts.year}/{parts.to}"


def _whole_year(parts: Parts, anchor: TimeAnchor | None, by: bool) -> str | None:
    if parts.year:
        return str(parts.year)
    if anchor is None:
        return None
    just_over = parts.relative == "qua" and anchor.on is not None and anchor.on.month <= 3
    return str(anchor.year + YEARS_AWAY[parts.relative or "nay"] - just_over)


def _year(parts: Parts, anchor: TimeAnchor | None, month: int, by: bool) -> int | None:
    """The year said, or the one that brings `month` nearest to the anchor's day (not before it, for a time limit)."""
    if parts.year:
        return parts.year
    if anchor is None:
        return None
    if parts.relative:
        return anchor.year + YEARS_AWAY[parts.relative]
    if anchor.on is None:
        return anchor.year + (anchor.turn and parts.day is not None and month <= 3)
    return min((anchor.year + away for away in (0, -1, 1)), key=lambda year: _distance(anchor.on, year, month, by))


def _distance(on: date | None, year: int, month: int, by: bool) -> int:
    if on is None:
        return 0
    months = (year - on.year) * 12 + month - on.month
    if by:
        return months if months >= 0 else 12 - months
    return abs(months) * 2 + (months > 0)


def _each_month(parts: Parts, anchor: TimeAnchor | None, by: bool) -> str | None:
    """No one day: vào ngày 25 hằng tháng."""
    return None


RESOLVERS: dict[str, Callable[[Parts, TimeAnchor | None, bool], str | None]] = {
    "each month": _each_month,
    "day": _day,
    "days": _day,
    "bare day": _day,
    "month": _month,
    "this month": _this_month,
    "quarter": _quarter,
    "this quarter": _this_quarter,
    "months": _months,
    "months so far": _months_so_far,
    "months reached": _months,
    "quarters": _quarters,
    "school year": _school_year,
    "term past": _term_past,
    "years since": _years_since,
    "half": _half,
    "years past": _years_past,
    "years ahead": _years_ahead,
    "years": _years,
    "year": _whole_year,
    "bare year": _whole_year,
    "this year": _whole_year,
    "all year": _whole_year,
}
