"""Numbers as they are seen before the paragraphs of a list, counted on as these come: "1.", "2.1.", "a)", "-"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

PLACE = re.compile(r"%([1-9])")
ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
BULLET = "-"
LARGEST, LONGEST = 9_999, 40


@dataclass(frozen=True, slots=True)
class Level:
    """How the numbers of one level look; `pattern` names levels as %1, %2."""

    form: str
    pattern: str
    start: int


class Counts:
    """How far the numbers of each list have come."""

    def __init__(self) -> None:
        self._counts: dict[str, dict[int, int]] = {}

    def next(self, counted: str, levels: Mapping[int, Level], level: int) -> str:
        """The number of the next paragraph at this level of the list that is counted so; empty where the level is not known."""
        if level not in levels:
            return ""
        counts = self._counts.setdefault(counted, {})
        counts[level] = min(counts.get(level, levels[level].start - 1) + 1, LARGEST)
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        if levels[level].form == "bullet":
            return BULLET
        return PLACE.sub(lambda place: _at(levels, counts, int(place[1]) - 1), levels[level].pattern)

    def begin(self, counted: str, level: int, at: int) -> None:
        """The next paragraph at this level has that number."""
        self._counts.setdefault(counted, {})[level] = min(at, LARGEST) - 1


def shown(count: int, form: str) -> str:
    """A number in one of Word's forms.

    >>> shown(4, "upperRoman"), shown(3, "lowerLetter")
    ('IV', 'c')
    """
    if form in ("lowerRoman", "upperRoman"):
        letters = _roman(count)
        return letters if form == "upperRoman" else letters.lower()
    if form in ("lowerLetter", "upperLetter"):
        times, place = divmod(max(count, 1) - 1, 26)
        letters = chr(ord("a") + place) * (times + 1)
        return letters if form == "lowerLetter" else letters.upper()
    return "" if form == "none" else str(count)


def _at(levels: Mapping[int, Level], counts: Mapping[int, int], level: int) -> str:
    known = levels.get(level, Level("decimal", "", 1))
    return shown(counts.get(level, known.start), known.form)


def _roman(count: int) -> str:
    letters = []
    for size, sign in ROMAN:
        times, count = divmod(count, size)
        letters.append(sign * times)
    return "".join(letters)
