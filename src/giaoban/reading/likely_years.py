"""The years that a meeting is likely of whose day is told without one ("ngày 12/3"), for a person to choose among.

The reader takes a year only where it is sure (`rules.named.years_weighed`); a person who is asked is shown those that come next, and why.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from giaoban.model import Span
from giaoban.reading.rules.named.days import DAY, held_day, month_of, weekday, without_year
from giaoban.reading.rules.named.years import named
from giaoban.reading.rules.named.years_weighed import totals_of

MOST = 4
"""Years that are offered."""
SEVERAL = 2
"""Of these by the years that the text names, by the weekday, and of the latest before it was known."""
BACK = 100
"""Years before the text was known that are looked at."""


@dataclass(frozen=True, slots=True)
class Likely:
    """A year, and why it is offered: "weekday" (the day falls on the weekday told), "named" (by the years the text names), "known" (the day
    was lately before the text was known)."""

    year: int
    why: str


def likely_years(text: str, day: str, told: Span, known_on: date) -> tuple[Likely, ...]:
    """The years offered, the likeliest first; none that lies after `known_on` or has no such day.

    day       month and day, --03-12, as in `Meeting.day`
    told      the sentence that tells of the meeting
    known_on  the day on which the text was there, at the latest
    """
    month, number = int(day[2:4]), int(day[5:])
    falls = _weekday(text, month, number)
    may_be = [year for year in range(known_on.year, known_on.year - BACK, -1) if (on := _on(year, month, number)) and on <= known_on]
    spoken = [year for points, year in totals_of(text, month, [told], falls) if points > 0 and year in may_be]
    named_years = {year for year, *_ in named(text, [told])}
    near = [year for year in spoken if year in named_years][:SEVERAL]
    fit = [year for year in may_be if falls and date(year, month, number).weekday() == falls[1]]
    return tuple(dict.fromkeys(_ordered(near, fit, may_be[:SEVERAL])))[:MOST]


def day_in(words: str) -> str | None:
    """Month and day (--03-12) on which a meeting was held by the words that tell of it, where they do not say the year."""
    return without_year(held_day(words, 0, len(words)))


def _ordered(near: list[int], fit: list[int], latest: list[int]) -> Iterator[Likely]:
    """First those for which both speak."""
    said = dict.fromkeys(latest, "known") | dict.fromkeys(near, "named") | dict.fromkeys(fit, "weekday")
    yield from (Likely(year, said[year]) for year in [*(year for year in near if year in fit), *fit[:SEVERAL], *near, *latest])


def _weekday(text: str, month: int, number: int) -> tuple[int, int] | None:
    """The weekday that the text tells of that day."""
    days: Iterator[re.Match[str]] = (each for each in DAY.finditer(text) if (month_of(each), int(each["day"])) == (month, number))
    return next((said for each in days if (said := weekday(text, each))), None)


def _on(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
