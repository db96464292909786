"""The year of a day that is told without one ("Sáng 12/3"): weighed from the years that the text names (`rules.named.years`).

    "6 tháng đầu năm 2017", "tính đến 31/5/2017"        2017, for a day of June
    "tổng kết năm 2020, nhiệm vụ năm 2021"              2020 for a day of December, 2021 for one of January
    "so với cuối năm 2015"                              too little: no year

Each year named says something for and against each year the day may be of, in points (`YEARLY`, `APART`); a year that
gathers too few is not taken. What must and must not be read: corpus/years.tsv.
"""

from calendar import monthrange
from datetime import date
from functools import lru_cache
from math import log2

from giaoban.model import Span
from giaoban.reading.rules.named.years import VAGUE, Named, named

POINTS = dict[int, float]
"""Points for the year of the meeting, by how many years after it the year named lies."""
YEARLY: dict[str, tuple[POINTS, POINTS, POINTS]] = {
    "results": ({-1: 1.5, 0: 0.3}, {0: 0.8, -1: 0.6}, {0: 1.6, -1: 0.3}),
    "call-up": ({0: 2.0}, {0: 1.2}, {1: 1.5, 0: 0.3}),
    "interim": ({0: 1.0, -1: 0.6}, {0: 1.4, -1: 0.3}, {0: 1.4, -1: 0.2}),
    "planned": ({0: 1.5, 1: 0.2, -1: 0.2}, {0: 1.2, 1: 0.6, -1: 0.1}, {1: 1.3, 0: 1.0}),
    "to plan": ({0: 1.0, 1: 0.4}, {1: 0.8, 0: 0.3}, {1: 1.5, 0: 0.3}),
    "discussed": ({0: 1.5, 1: 0.2, -1: 0.2}, {0: 1.0, 1: 0.9}, {1: 1.5, 0: 0.7}),
    "compared": ({-1: 0.5, -2: 0.4}, {-1: 0.4, 0: 0.1, -2: 0.1}, {-1: 0.5, 0: 0.1}),
    "same period": ({-1: 1.0, -2: 0.8}, {-1: 1.5}, {-1: 1.5}),
    "since end": ({-1: 1.0}, {-1: 1.0}, {-1: 0.8}),
    "attained": ({-1: 1.2, 0: 0.6}, {0: 1.6}, {0: 1.6}),
    "under way": ({0: 1.2, -1: 0.2}, {0: 1.4}, {0: 1.2}),
    "estimated": ({-1: 1.0, 0: 0.5}, {0: 1.6}, {0: 1.6}),
    "assigned": ({0: 0.8, -1: 0.6}, {0: 1.1, -1: 0.3}, {0: 1.1, 1: 0.3}),
    "to come": ({0: 0.8, 1: 0.4}, {0: 0.6, 1: 0.6}, {1: 0.9, 0: 0.4}),
    "is one": ({0: 0.9, -1: 0.5}, {0: 1.0, -1: 0.2, 1: 0.2}, {1: 0.7, 0: 0.6}),
    "to fulfil": ({0: 1.4}, {0: 1.3}, {0: 1.0, 1: 0.6}),
    "done": ({-1: 1.1, 0: 0.4}, {0: 0.7, -1: 0.7}, {0: 1.3, -1: 0.3}),
    "series": ({-1: 0.8, -2: 0.2}, {-1: 0.6, 0: 0.2}, {0: 0.6, -1: 0.4}),
    "ended": ({-1: 0.8}, {-1: 1.1, 0: 0.1}, {0: 0.6, -1: 0.2}),
    "end": ({-1: 0.6, 0: 0.2}, {-1: 0.4, 0: 0.4}, {0: 0.6, -1: 0.1}),
    "crop": ({0: 1.2, -1: 0.4}, {0: 1.6, -1: 0.1}, {0: 1.2, 1: 0.4}),
    "crop begun": ({-1: 0.6, 0: 0.1}, {-1: 0.4, 0: 0.2}, {0: 0.8}),
    "crop ended": ({0: 0.6}, {0: 0.4}, {1: 0.4}),
    "congress": ({0: 0.9, 1: 0.4}, {0: 0.9, 1: 0.2}, {1: 0.8, 0: 0.5}),
    "to congress": ({0: 0.9, 1: 0.4}, {0: 0.6, 1: 0.6}, {1: 0.8, 0: 0.5}),
    "midterm": ({-3: 0.9, -2: 0.4}, {-2: 0.8, -3: 0.8}, {-2: 0.9, -3: 0.5}),
    "election": ({0: 1.5}, {0: 1.0, 1: 0.3}, {1: 1.2, 0: 0.3}),
    "ahead": ({0: 0.2}, {0: 0.2}, {0: 0.2}),
    "aside": ({0: 0.2}, {0: 0.2}, {0: 0.2}),
    "plain": ({0: 0.8, -1: 0.7, 1: -0.3}, {0: 0.9, -1: 0.4, 1: -0.3}, {0: 0.9, 1: 0.4, -1: 0.2}),
    "since": ({-1: 0.1, 0: 0.1}, {-1: 0.1, 0: 0.1}, {-1: 0.1, 0: 0.1}),
    "until": ({0: 0.1}, {0: 0.1}, {0: 0.1}),
    "begun": ({0: 2.0, -1: 0.8}, {0: 3.0}, {0: 2.0, -1: 0.3}),
    "since start": ({0: 1.6, -1: 0.6}, {0: 2.2}, {0: 2.0, -1: 0.2}),
    "this": ({0: 2.0}, {0: 2.0}, {0: 2.0}),
    "stage ended": ({-1: 1.0, 0: 0.6}, {0: 1.3, -1: 0.5}, {0: 1.5, -1: 0.1}),
    "school ended": ({0: 1.0}, {0: 1.6}, {-1: 0.4, 0: 0.4}),
    "school planned": ({-1: 0.6}, {0: 1.6}, {0: 1.0}),
    "carried on": ({0: 0.9, -1: 0.2, 1: 0.1}, {0: 1.0, -1: 0.2, 1: 0.1}, {0: 1.0, -1: 0.2, 1: 0.1}),
    "anniversary": ({0: 1.5}, {0: 1.5}, {0: 1.2, 1: 0.6}),
    "counted": ({0: 2.0}, {0: 2.0}, {0: 2.0}),
    "cited": ({}, {}, {}),
    "closing": ({-1: 1.5}, {0: 2.5, -1: 0.2}, {0: 2.5}),
}
"""Points of a year named in some manner, for a meeting at the start of a year, in the middle, at its end."""
SEASONS = {1: (0,), 2: (0,), 3: (0,), 4: (0, 1), 5: (0, 1), 10: (2,), 11: (2,), 12: (2,)}
"""Which of these points count for a month, in the mean; those of the middle of the year for all others."""
OVER = frozenset(
    ("cited", "under way", "attained", "results", "done", "same period", "compared", "ended", "begun", "since start", "series")
)
"""Manners in which only a year that is over, or under way, is told of."""
APART: tuple[tuple[int, float], ...] = ((0, 1.2), (2, 2.0), (4, 1.2), (8, 0.7), (13, 0.4), (30, 0.1))
"""Points of a month told of as past, by how many months at most it lies before the meeting."""
COMING: tuple[tuple[int, float], ...] = ((7, 1.5), (11, 0.8), (14, 0.3), (30, 0.1))
"""The same for a month that lies ahead as a time limit."""
ABOUT: tuple[tuple[int, float], ...] = ((4, 1.2), (7, 0.9), (12, 0.3))
"""Points of a month in which an act has been carried out for whole years, or of a New Year, by how many months it lies from the meeting."""
ABOUT_THEN = frozenset(("carried on", "feast"))
OF: dict[str, tuple[int, tuple[tuple[int, float], ...], float]] = {
    "session": (-1, ((-1, 0.6), (1, 3.0), (2, 1.0)), -1.0),
    "school": (-2, ((-1, 0.4), (10, 0.9), (13, 0.4)), 0.0),
}
"""Points of the month that a session is of, or that a school year begins with: from how many months at least it lies before the meeting, by
how many at most, and of any other."""
QUARTER = 3
"""Months of a quarter, of which the last is named."""
PAST = {"told": 1.0, "quarter": 1.0, "within": 0.75, "limit": 0.5, "act": 0.25, "in force": 0.25, "ordered": 0.75}
"""What a month in the past counts as told of, as a time limit, as the date of an act, of an act under which one meets."""
AHEAD = {"limit": 1.0, "within": 1.0, "in force": 0.3}
"""What a month to come counts as a time limit, or as when a rule begins to hold."""
STALE = -0.4
"""A year said to lie ahead that would be over."""
BEYOND = {"plain": -0.3, "end": -1.0, "closing": -1.0}
"""A year told of without a word of what it is, or as one that ends, that would come after the next."""
LONG, FAR = 3, -0.5
"""Years ahead of which hardly anything but an aim is told, and what it counts where more is."""
LONG_AGO = -4
"""Years after which a programme is rather known by its year than planned: vốn vay từ chương trình năm 1997."""
CONTRARY = -2.5
"""A month told of as past that would lie ahead, a year of results that would be a later one."""
LATER = -0.4
"""A month told of without a word of what it is, that would lie ahead."""
ENOUGH = 0.85
"""Points below which no year is taken."""
ALONE = 0.95
"""The same where nothing says of the year what it is: bảng giá đất năm 2015."""
FALLS = 1.0
"""Points of a year in which the day told falls on the weekday told; as many against any other."""
LED = 0.1
"""Points by which the year taken must lead. Asked for more, fewer are wrong, but more right ones lost (docs/reading/tried/meetings.md)."""


def year_of(text: str, month: int, told: list[Span], weekday: tuple[int, int] | None = None) -> int | None:
    """The year of a meeting held in `month`, by all the years named; None where they say too little.

    weekday  the number of the day and its weekday (Monday 0), where the text names that
    """
    totals = totals_of(text, month, told, weekday)
    if not totals or totals[0][0] < ENOUGH or (len(totals) > 1 and totals[0][0] - totals[1][0] < LED):
        return None
    points, year = totals[0]
    return year if points >= ALONE or _said_what_it_is(year, named(text, told)) else None


def _said_what_it_is(year: int, every: list[Named]) -> bool:
    """Whether a year is named in some manner that says what it is, or by those beside it alone."""
    manners = {manner for each, manner, _, _ in every if each == year} - VAGUE
    return manners != {"plain"}


def totals_of(text: str, month: int, told: list[Span], weekday: tuple[int, int] | None = None) -> list[tuple[float, int]]:
    """Each year the meeting may be of with the points it gathers, the most first; `weekday` as for `year_of`."""
    every = named(text, told)
    years = {year + away for year, _, _, _ in every for away in (-1, 0, 1)}
    often: dict[Named, int] = {}
    for each in every:
        often[each] = often.get(each, 0) + 1
    said = [(each, 1 if each[1] in VAGUE else 1 + log2(times) / 2) for each, times in often.items()]
    return sorted(
        ((sum([_points(each, year, month) * times for each, times in said]) + _on(weekday, year, month), year) for year in years),
        reverse=True,
    )


def _on(weekday: tuple[int, int] | None, year: int, month: int) -> float:
    """Points for a year in which the day falls on its weekday, or does not."""
    if weekday is None or weekday[0] > monthrange(year, month)[1]:
        return 0.0
    return FALLS if date(year, month, weekday[0]).weekday() == weekday[1] else -FALLS


@lru_cache(maxsize=4096)
def _points(named: Named, year: int, month: int) -> float:
    said, manner, of, weight = named
    away = said - year
    if of is not None:
        return weight * _monthly(month - of - 12 * away, manner)
    if (away > 0 and manner in OVER) or (LONG_AGO <= away < -1 and manner == "planned"):
        return weight * CONTRARY
    if away < 0 and manner == "ahead":
        return STALE
    if away > 1 and manner in BEYOND:
        return BEYOND[manner]
    if away > LONG and manner not in ("ahead", "aside", "until"):
        return FAR
    seasons = SEASONS.get(month, (1,))
    return weight * sum(YEARLY[manner][season].get(away, 0.0) for season in seasons) / len(seasons)


def _monthly(apart: int, manner: str) -> float:
    """apart  months from the one named to the meeting"""
    if manner in ABOUT_THEN:
        return next((points for most, points in ABOUT if abs(apart) <= most), 0.0)
    if manner in OF:
        least, steps, other = OF[manner]
        return next((points for most, points in steps if least <= apart <= most), other)
    if manner == "quarter" and -QUARTER < apart < 0:
        apart = 0  # the quarter runs
    if apart > 0 or (apart == 0 and manner != "limit"):
        return next((points for most, points in APART if apart <= most), 0.0) * PAST[manner]
    if manner in ("told", "quarter") and apart >= -12:
        return LATER
    if manner not in AHEAD:
        return CONTRARY
    return next((points for most, points in COMING if -apart <= most), 0.0) * AHEAD[manner]
