"""Where a text has the digits of a year of this century or the last."""

import re
from collections.abc import Iterator
from functools import lru_cache

CENTURIES, DIGITS = ("19", "20"), 4


def years(text: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The finds of a pattern of a year's digits, and of what stands or does not stand around them."""
    return (match for at in _places(text) if (match := pattern.match(text, at)))


@lru_cache(maxsize=1)
def _places(text: str) -> list[int]:
    """Of one text it is asked several times."""
    found: list[int] = []
    for century in CENTURIES:
        at = text.find(century)
        while at >= 0:
            year = text[at : at + DIGITS]
            if len(year) == DIGITS and year.isdecimal():
                found.append(at)
            at = text.find(century, at + 1)
    return sorted(found)
