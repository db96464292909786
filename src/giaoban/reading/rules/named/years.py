"""Every year that a text names, and in what manner: what `rules.named.years_weighed` weighs for the year of a day told without one.

    "6 tháng đầu năm 2017"                a year begun
    "tổng kết năm 2020, nhiệm vụ năm 2021"   a year of results, a year of plans
    "so với cuối năm 2015"                a year compared with
    "Nghị quyết số 12/2011/NQ-HĐND"       no year that is spoken of

What must and must not be read: corpus/years.tsv.
"""

import re
from functools import lru_cache

from giaoban.model import Span
from giaoban.reading.gates import may_stand
from giaoban.reading.letters import ROMAN, SAID
from giaoban.reading.rules.named.centuries import years
from giaoban.reading.rules.named.lunar import NEW_YEAR, lunar_years
from giaoban.reading.rules.named.year_prospects import BUILT, IN_FORCE, LAST, LOOKED_BACK
from giaoban.reading.rules.named.year_ranges import (
    ANNIVERSARY,
    DASHES,
    OF_TERM,
    RANGE_AFTER,
    RANGE_BEFORE,
    SUMMED_WITHIN,
    first_of,
    last_of,
)
from giaoban.reading.rules.named.year_wordings import (
    AFTER,
    AIM,
    AIMED_AFTER,
    AIMED_LIST,
    ASIDE_OF,
    AT_ONCE,
    AT_START,
    BEGAN,
    COMPARED,
    CROP_OF,
    DAY,
    DONE,
    ENDING,
    HAD,
    LEGAL,
    LIMIT,
    LOOK_BACK,
    MANNERS,
    MONTH,
    MONTHS_OF,
    NEW,
    OF_DATE,
    OF_DATE_WITHIN,
    OF_YEAR,
    ORDERED,
    ORDINAL,
    ORDINALS,
    PART,
    PART_WITHIN,
    PASSED,
    PASSES,
    QUARTER,
    RESOLVED,
    REVIEWED,
    SAME_PERIOD,
    SESSION,
    SINCE,
    SINCE_ACT,
    SITTING,
    SO_FAR,
    SO_LITTLE,
    SOMEBODY,
    SOMEBODY_WILL,
    SPAN,
    SPENT,
    START,
    TAIL,
    THIS,
    THIS_AFTER,
    TO_ATTAIN,
    TO_SESSION,
    UNDER_WAY,
    UNTIL_NOW,
    VOWED,
    VOWED_WITHIN,
    WILL,
    YEAR,
    in_brackets,
    of_series,
)
from giaoban.reading.syllables import pieces

VAGUE = frozenset(("ahead", "aside", "since", "until", "cited"))
"""Manners that say so little that they count once, however often and wherever a year is named so."""
ONCE = VAGUE | {"act", "to congress"}
"""Manners that count no more in the sentences that tell of the meeting: the act that one meets for."""
EARLIEST = 1990
"""A year before this one is that of no text."""
TWICE = 2.0
"""What is said in the sentences that tell of the meeting counts so much."""


Told = tuple[int, str, int | None]
"""Which year a number names, how, and with which month; of one in the name of an act there is none."""
Named = tuple[int, str, int | None, float]
"""A year named in the text: in what manner, with the month where it has one (of a quarter the last), and what it weighs."""


def named(text: str, told: list[Span]) -> list[Named]:
    """Every year of `text` that says something; told: the sentences that tell of the meeting."""
    found: list[Named] = []
    for start, year, manner, month in _every(text):
        here = any(span.start <= start < span.end for span in told)
        under = "act" if manner == "ordered" and told and not here else manner
        found.append((year, under, month, TWICE if here and manner not in ONCE else 1.0))
    return found


def later(text: str, year: int) -> list[tuple[int, str]]:
    """Each time that a year after some year is named by its number, and in what manner; of acts carried on since, the year of the act."""
    return [(told[0], told[1]) for match in _numbers(text) if int(match[0]) > year and (told := _told(text, match))]


def _every(text: str) -> list[tuple[int, int, str, int | None]]:
    """Every year named: where, which, how, with which month."""
    found = [(match.start(), *told) for match in _numbers(text) if (told := _told(text, match))]
    return found + [(start, year, "feast", NEW_YEAR) for start, year in lunar_years(text)]


@lru_cache(maxsize=1)
def _numbers(text: str) -> list[re.Match[str]]:
    """The numbers of years before the end of a page that names other articles. Of one text asked for its own year and for the meeting's."""
    tail = TAIL.search(text, max(len(text) // 3, len(text) - ENDING))
    end = tail.start() if tail else len(text)
    return [match for match in years(text, YEAR) if match.start() < end and int(match[0]) >= EARLIEST]


@lru_cache(maxsize=1)
def _known(text: str) -> dict[int, Told | None]:
    """What is known so far of the numbers of years in a text, by where each stands."""
    return {}


def _told(text: str, match: re.Match[str]) -> Told | None:
    """What is known of a number, found out when it is first asked for."""
    known, at = _known(text), match.start()
    if at not in known:
        known[at] = _read(text, match)
    return known[at]


def _read(text: str, match: re.Match[str]) -> Told | None:
    start = match.start()
    before = text[max(0, start - LOOK_BACK) : start].lower().rsplit("\n\n", 1)[-1]
    before = " ".join(before.split()) + " " * before.endswith((" ", "\n"))
    acted = "hành" in before or "hiện" in before
    if acted and (since := SINCE_ACT.search(before)) and not RANGE_AFTER.match(text, match.end()) and not RANGE_BEFORE.search(before):
        on = DAY.search(before) or MONTH.search(before)
        return int(match[0]) + (SAID.get(since["n"]) or int(since["n"])), "carried on", _month(on) if on else None
    if acted and REVIEWED.search(before):
        return None
    named = _manner(before, text, match)
    return (int(match[0]), *named) if named else None


def _manner(before: str, text: str, match: re.Match[str]) -> tuple[str, int | None] | None:
    """How the year is named, and with which month; None for a year in the name of an act."""
    start = match.start()
    if before.rstrip()[-1:] in DASHES and RANGE_BEFORE.search(before):
        told = OF_TERM.search(before) and (DONE.match(text, match.end()) or HAD.match(text, match.end()))
        return "stage ended" if told else last_of(before, text[max(0, start - SUMMED_WITHIN) : start].lower(), int(match[0])), None
    if RANGE_AFTER.match(text, match.end()):
        return first_of(before)
    dates = (DAY, MONTH, QUARTER) if OF_DATE.search(before, max(0, len(before) - OF_DATE_WITHIN)) else ()
    if part := next((part for pattern in dates if (part := pattern.search(before))), None):
        return _with_month(part, before, text, match)
    if part_of := _part(before, text, match.end()):
        return part_of
    if LEGAL.search(before) and not RESOLVED.search(before):
        return ("cited", None) if before.endswith("/") and text[match.end() : match.end() + 1] == "/" else None
    return _bare(before, text, match.end()), None


def _with_month(part: re.Match[str], before: str, text: str, match: re.Match[str]) -> tuple[str, int | None]:
    """How a year is named that has a month, and with which."""
    start, end, day = match.start(), match.end(), part.re is DAY
    led = text[max(0, start - VOWED_WITHIN) : start - len(before) + part.start()].lower()
    if RANGE_BEFORE.search(led) and ANNIVERSARY.search(led):
        return "anniversary", None
    manner = _dated(before[: part.start()].removesuffix("ngày "), text, end, day=day)
    if manner == "told" and not day and VOWED.search(led):
        manner = "limit"
    manner = "quarter" if manner in ("told", "act") and part.re is QUARTER else manner
    if manner in ("told", "quarter") and not day and led.endswith("trong ") and not HAD.match(text, end):
        manner = "within"
    return manner, None if manner == "same period" else _month(part)


def _part(before: str, text: str, end: int) -> tuple[str, int | None] | None:
    """How a year is named of which a part is told of, its start or its end, with the month of its feast."""
    if feast := NEW.search(before):
        return ("same period", None) if COMPARED.search(before[: feast.start()]) else ("feast", NEW_YEAR)
    at = max(0, len(before) - PART_WITHIN)
    if before.endswith(AT_START) and AT_ONCE.search(before, at) and not SO_FAR.match(text, end):
        return "planned", None
    if before.endswith(AT_START) and (start := START.search(before, at)) and not (start["since"] and _lies_ahead(text, end)):
        return "since start", None
    if before.endswith(OF_YEAR) and (part := PART.search(before, at)):
        led = before[: part.start()]
        aside = SAME_PERIOD.search(led) or COMPARED.search(led) or ASIDE_OF.search(led)
        return ("same period" if aside else "begun" if part["end"] == "đầu" else "closing"), None
    return None


def _bare(before: str, text: str, end: int) -> str:
    """How a year is named that has no month and is in no act."""
    if before.endswith(("tháng ", "tháng năm ", "tháng của năm ")) and (months := MONTHS_OF.search(before)):
        led = before[: months.start()]
        return "same period" if COMPARED.search(led) or ASIDE_OF.search(led) else "begun"
    if THIS.search(before) or (before.endswith("năm ") and THIS_AFTER.match(text, end)):
        return "this"
    if LAST.search(before):
        return "same period"
    last = before.removesuffix("năm ").rstrip(" ,").rpartition(" ")[2]
    if (last in ORDINALS and ORDINAL.search(before)) or (last == "giữa" and SITTING.search(before)):
        return "counted"
    if (
        in_brackets(before, text, end)
        or (last in PASSES and PASSED.search(before))
        or (before.endswith(AIMED_AFTER) and AIMED_LIST.search(before))
    ):
        return "aside"
    said = frozenset([word for between in before.split(" ") for word in pieces(between).words])
    manner = next((manner for manner, pattern in MANNERS if may_stand(pattern.ways, said) and pattern.search(before)), None)
    manner = manner or ("crop" if CROP_OF.search(before) else _plain(text, end))
    manner = "under way" if _runs(manner, before, text, end) else manner
    manner = "to plan" if manner == "attained" and TO_ATTAIN.search(before) else manner
    manner = (of_series(before, text, end) or manner) if manner == "done" else manner
    return "ended" if manner == "end" and HAD.match(text, end) else manner


def _runs(manner: str, before: str, text: str, end: int) -> bool:
    """Whether so little of the plan of a year is told to be done that it is not over."""
    if manner == "planned":
        return UNDER_WAY.match(text, end) is not None
    return manner in ("done", "attained") and SPENT.search(before) is not None and SO_LITTLE.match(text, end) is not None


def _plain(text: str, end: int) -> str:
    """How a year is named of which nothing before says it, by what stands after."""
    if _somebody_will(text, end):
        return "planned"
    return next((manner for manner, pattern in AFTER if pattern.match(text, end)), "plain")


def _lies_ahead(text: str, end: int) -> bool:
    return WILL.match(text, end) is not None or _somebody_will(text, end)


def _somebody_will(text: str, end: int) -> bool:
    return SOMEBODY_WILL.match(text, end, end + SOMEBODY) is not None


def _dated(before: str, text: str, end: int, *, day: bool) -> str:
    """The same for a year with its month, and with its day or not, by what stands before the date and after it."""
    if not day and SESSION.search(before):
        return "limit" if TO_SESSION.search(before) else "session"
    if (SPAN.search(before) and not AIM.search(before)) or (SINCE.search(before) and UNTIL_NOW.match(text, end)):
        return "limit" if WILL.match(text, end) else "told"
    if LEGAL.search(before):
        return "ordered" if ORDERED.search(before) else "act"
    if SAME_PERIOD.search(before) or COMPARED.search(before):
        return "same period"
    if BEGAN.search(before) and not AIM.search(before) and not WILL.match(text, end):
        return "act"
    return (
        "in force"
        if IN_FORCE.search(before) or (not day and BUILT.search(before))
        else "limit"
        if _lies_ahead_by(before, text, end, day=day)
        else "told"
    )


def _lies_ahead_by(before: str, text: str, end: int, *, day: bool) -> bool:
    """Whether the words around a date make it a time limit, or what is planned."""
    if not day and LOOKED_BACK.search(before):
        return False
    limits = LIMIT.search(before) and not UNTIL_NOW.match(text, end) and (AIM.search(before) or not HAD.match(text, end))
    return bool(WILL.match(text, end) or limits)


def _month(part: re.Match[str]) -> int:
    named = part.groupdict()
    if quarter := named.get("q"):
        return 3 * (ROMAN.get(quarter.upper()) or int(quarter))
    return min(12, int(named.get("m") or named["m2"]))
