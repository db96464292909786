"""The numbers that Word draws before the paragraphs of a list, as they are seen: "1.", "2.1.", "a)", "-"."""

import re
from dataclasses import dataclass

from lxml.etree import _Element as Element

from giaoban.documents.word.names import VALUE, W
from giaoban.documents.word.styles import number, value

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


class Numbering:
    """Counts the lists of one document as its paragraphs come."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._shared: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if root is not None:
            self._learn(root)

    def label(self, list_id: str, level: int) -> str:
        """The number of the next paragraph at this level of the list; empty for a list that is not known."""
        levels = self._levels.get(list_id, {})
        if level not in levels:
            return ""
        counts = self._counts.setdefault(self._shared[list_id], {})
        counts[level] = min(counts.get(level, levels[level].start - 1) + 1, LARGEST)
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        if levels[level].form == "bullet":
            return BULLET
        return PLACE.sub(lambda place: self._shown(levels, counts, int(place[1]) - 1), levels[level].pattern)

    def _shown(self, levels: dict[int, Level], counts: dict[int, int], level: int) -> str:
        known = levels.get(level, Level("decimal", "", 1))
        return shown(counts.get(level, known.start), known.form)

    def _learn(self, root: Element) -> None:
        drawn = {each.get(f"{W}abstractNumId", ""): _levels(each) for each in root.iterfind(f"{W}abstractNum")}
        for each in root.iterfind(f"{W}num"):
            list_id, abstract = each.get(f"{W}numId", ""), value(each, "abstractNumId") or ""
            self._levels[list_id] = drawn.get(abstract, {}) | _levels(each)
            restarts = each.find(f"{W}lvlOverride/{W}startOverride") is not None
            self._shared[list_id] = f"{abstract}/{list_id}" if restarts else abstract


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


def _roman(count: int) -> str:
    letters = []
    for size, sign in ROMAN:
        times, count = divmod(count, size)
        letters.append(sign * times)
    return "".join(letters)


def _levels(element: Element) -> dict[int, Level]:
    found = {}
    for level in element.iter(f"{W}lvl"):
        place, start = number(level.get(f"{W}ilvl", "0")), number(value(level, "start") or "1")
        if place is not None and start is not None:
            text = level.find(f"{W}lvlText")
            pattern = "" if text is None else text.get(VALUE, "")
            found[place] = Level(value(level, "numFmt") or "decimal", pattern[:LONGEST], min(start, LARGEST))
    return found
