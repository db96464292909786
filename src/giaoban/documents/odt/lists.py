"""The lists of an OpenDocument text: which of their numbers stands before which paragraph."""

import re

from lxml.etree import _Element as Element

from giaoban.documents.counting import LARGEST, LONGEST, Counts, Level
from giaoban.documents.odt.names import ID, ITEM, LISTED, OFFICE, STYLE, TEXT
from giaoban.documents.odt.styles import number

FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
PLACE = re.compile(r"%(\d{1,2})%")
OUTLINE = "outline"
DEEPEST = 10


class Lists:
    """Counts the lists of one document as its paragraphs come."""

    def __init__(self, roots: list[Element]) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._counts = Counts()
        self._counted: dict[str, str] = {}
        self._last: dict[str, str] = {}
        for root in roots:
            for kind in ("styles", "automatic-styles"):
                for style in root.iterfind(f"{OFFICE}{kind}/{TEXT}list-style"):
                    self._levels[style.get(f"{STYLE}name", "")] = _levels(style)
                for style in root.iterfind(f"{OFFICE}{kind}/{TEXT}outline-style"):
                    self._levels[OUTLINE] = _levels(style)

    def begun(self, element: Element, style: str) -> str:
        """The name under which an outermost list is counted: that of the one it goes on with, or one of its own."""
        name, before = element.get(ID) or element.get(f"{TEXT}id", ""), element.get(f"{TEXT}continue-list", "")
        own = f"{len(self._counted)}/{name}"
        counted = (
            self._counted.get(before) or (self._last.get(style) if element.get(f"{TEXT}continue-numbering") == "true" else None) or own
        )
        self._counted[name or own] = self._last[style] = counted
        return counted

    def item(self, element: Element, counted: str, level: int) -> None:
        """An item begins; it may tell the number that it has."""
        start = element.get(f"{TEXT}start-value")
        if element.tag == ITEM and start is not None:
            self._counts.begin(counted, level, number(start, 1))

    def label(self, counted: str, style: str, level: int) -> str:
        """The number of the next paragraph at this level."""
        return self._counts.next(counted, self._levels.get(style, {}), level)

    def outlined(self, heading: Element) -> str:
        """The number of a heading that stands in no list."""
        return self.label(OUTLINE, OUTLINE, number(heading.get(f"{TEXT}outline-level"), 1) - 1)


def _levels(style: Element) -> dict[int, Level]:
    found = {}
    for each in style:
        level = number(each.get(f"{TEXT}level"), 0) - 1
        if 0 <= level < DEEPEST:
            bullet = each.tag == f"{TEXT}list-level-style-bullet"
            form = "bullet" if bullet else FORMS.get(each.get(f"{STYLE}num-format", ""), "none")
            found[level] = Level(form, _pattern(each, level, form)[:LONGEST], min(number(each.get(f"{TEXT}start-value"), 1), LARGEST))
    return found


def _pattern(element: Element, level: int, form: str) -> str:
    """The look of a number, levels as %1, %2: told in one, or by what stands before and behind and how many levels are shown."""
    told = next(filter(None, map(element.get, LISTED)), None)
    if told is not None:
        return PLACE.sub(r"%\1", told)
    shown = min(number(element.get(f"{TEXT}display-levels"), 1), level + 1)
    places = ".".join(f"%{each}" for each in range(level + 2 - shown, level + 2)) if form != "none" else ""
    return f"{element.get(f'{STYLE}num-prefix', '')}{places}{element.get(f'{STYLE}num-suffix', '')}"
