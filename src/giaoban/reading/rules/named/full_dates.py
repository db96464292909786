"""A full date as lines write it that say when a text was published.

    "12/03/2020"  "12 tháng 3 năm 2020"  "12 Tháng 3 2020"  "12 Tháng Ba, 2020"  "12 Th3 2020"      the day first
    "2020-03-12"  "2020/03/12"  "Tháng Ba 12, 2020"  "March 12, 2020"            the year, the month first
    "3/12/2020 2:05:11 PM"                                                        the month first, where the text names the 12/3

What must and must not be read: corpus/anchors.tsv.
"""

import re
from datetime import date

from giaoban.reading.rules.named.days import MONTHS

CENTURY = re.compile(r"(?:19|20)\d\d")
"""What no full date can do without."""
ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NAMED = rf"(?P<named>{'|'.join(sorted({*MONTHS} - {'năm'}, key=len, reverse=True))}|(?-i:Năm)|năm(?=,? năm ))"
"""Months by name; of the fifth, which is "year" as well, only where no number of months can be meant: 9 tháng năm 2019."""
ABROAD = r"(?P<abroad>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
DAY, YEAR = r"(?<![\d/.-])(?P<d>[0-3]?\d)", r"(?P<y>(?:19|20)\d\d)(?![\d/-])"
FORMS = tuple(re.compile(form, re.IGNORECASE) for form in (
    rf"{DAY}(?:(?P<s>[/.-])(?P<m>[01]?\d)(?P=s)| tháng (?P<m2>[01]?\d)(?:,? năm |,? )){YEAR}",
    r"(?<!\d)(?P<y>20\d\d)(?P<s>[-/])(?P<m>[01]\d)(?P=s)(?P<d>[0-3]\d)(?!\d)",
    rf"{DAY} (?:th(?P<m>[01]?\d)|tháng {NAMED}|{ABROAD})(?:,? năm)?,? {YEAR}",
    rf"(?:tháng (?:{NAMED}|(?P<m>[01]?\d))|\b{ABROAD}) (?P<d>[0-3]?\d),? {YEAR}",
))  # fmt: skip
MONTH_FIRST = re.compile(r"(?<![\d/])(?P<m>[01]?\d)/(?P<d>[0-3]?\d)/(?P<y>(?:19|20)\d\d),? \d{1,2}:\d\d(?::\d\d)? [AP]M\b")
"""A day as American programs write it; 3/12/2020 2:05 PM may be of March or of December."""


def find(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first full date in a stretch of text."""
    if CENTURY.search(text, start, end) is None:
        return None
    american = MONTH_FIRST.search(text, start, end)
    if american and _is_month_first(text, american):
        return american
    return next((match for form in FORMS if (match := form.search(text, start, end))), None)


def day_of(match: re.Match[str]) -> date | None:
    """The day that was found; None for one that no calendar has."""
    try:
        return date(int(match["y"]), _month(match.groupdict()), int(match["d"]))
    except ValueError:
        return None


def _month(said: dict[str, str | None]) -> int:
    if number := said["m"] or said.get("m2"):
        return int(number)
    if abroad := said.get("abroad"):
        return ENGLISH.index(abroad.lower()[:3]) + 1
    return MONTHS.index((said.get("named") or "").lower()) + 1


def _is_month_first(text: str, match: re.Match[str]) -> bool:
    """Whether the other order gives no day, or the text names the day in this one."""
    day, month = int(match["d"]), int(match["m"])
    if day > len(MONTHS):
        return True
    here = re.compile(rf"(?<![\d/.-])0?{day}[/.-]0?{month}(?![\d%])")
    there = re.compile(rf"(?<![\d/.-])0?{month}[/.-]0?{day}(?![\d%/])")
    return here.search(text) is not None and there.search(text) is None
