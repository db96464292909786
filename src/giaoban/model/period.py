"""The span of time a figure is about, in the exchange form: 2019, 2020-03, 2020-03-12, 2020-Q1, 2020-H1, 2020-M9, 2016/2020."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

YEAR = r"(?P<year>\d{4})"
FORMS = tuple(
    re.compile(YEAR + rest, re.ASCII)
    for rest in (
        "",
        r"-(?P<month>\d\d)",
        r"-(?P<month>\d\d)-(?P<day>\d\d)",
        r"-Q(?P<quarter>[1-4])",
        r"-H(?P<half>[12])",
        r"-M(?P<months>\d{1,2})",
    )
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
        return _parsed(text)

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=4096)
def _parsed(text: str) -> Period:
    """One for each form wherever it stands: a text names few, and never changes them."""
    first, slash, last = text.partition("/")
    start_on, end_on = _days(first)
    if slash:
        _, end_on = _days(last)
    if end_on < start_on:
        raise ValueError(f"ends before it starts: {text}")
    return Period(text, start_on, end_on)


@lru_cache(maxsize=4096)
def _days(text: str) -> tuple[date, date]:
    """The first and last day of a period that is no range; ValueError for anything else."""
    for form in FORMS:
        if match := form.fullmatch(text):
            return _ends(**{name: int(value) for name, value in match.groupdict().items()})
    raise ValueError(f"not a period: {text}")


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
