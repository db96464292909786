"""The span of time a figure is about, in the exchange form: 2019, 2020-03, 2020-03-12, 2020-Q1, 2020-H1, 2020-M9, 2016/2020."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

FORMS = (
    re.compile(r"(?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)"),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"),
    re.compile(r"(?P<year>\d{4})-Q(?P<quarter>[1-4])"),
    re.compile(r"(?P<year>\d{4})-H(?P<half>[12])"),
    re.compile(r"(?P<year>\d{4})-M(?P<months>\d{1,2})"),
)


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `start_on` to `end_on`, both within the period; `text` is the exchange form.

    >>> Period.parse("2020-M9").end_on
    datetime.date(2020, 9, 30)
    """

    text: str
    start_on: date
    end_on: date

    @classmethod
    def parse(cls, text: str) -> "Period":
        """The period written so; ValueError for anything else."""
        first, slash, last = text.partition("/")
        if slash:
            start, end = cls.parse(first), cls.parse(last)
            if end.end_on < start.start_on:
                raise ValueError(f"ends before it starts: {text}")
            return cls(text, start.start_on, end.end_on)
        for form in FORMS:
            if match := form.fullmatch(text):
                parts = {name: int(value) for name, value in match.groupdict().items()}
                return cls(text, *_ends(**parts))
        raise ValueError(f"not a period: {text}")

    def __str__(self) -> str:
        return self.text


def _ends(
    year: int,
    month: int | None = None,
    day: int | None = None,
    quarter: int | None = None,
    half: int | None = None,
    months: int | None = None,
) -> tuple[date, date]:
    if day is not None and month is not None:
        return date(year, month, day), date(year, month, day)
    first, last = 1, 12
    if month is not None:
        first = last = month
    elif quarter is not None:
        first, last = 3 * quarter - 2, 3 * quarter
    elif half is not None:
        first, last = 6 * half - 5, 6 * half
    elif months is not None:
        last = months
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
