"""The lists of a Word document, and how each of their levels is numbered."""

from lxml.etree import _Element as Element

from giaoban.documents.counting import LARGEST, LONGEST, Counts, Level
from giaoban.documents.word.names import VALUE, W
from giaoban.documents.word.styles import number, value


class Numbering:
    """Counts the lists of one document as its paragraphs come."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._shared: dict[str, str] = {}
        self._counts = Counts()
        if root is not None:
            self._learn(root)

    def label(self, list_id: str, level: int) -> str:
        """The number of the next paragraph at this level of the list; empty for a list that is not known."""
        return self._counts.next(self._shared.get(list_id, ""), self._levels.get(list_id, {}), level)

    def _learn(self, root: Element) -> None:
        drawn = {each.get(f"{W}abstractNumId", ""): _levels(each) for each in root.iterfind(f"{W}abstractNum")}
        for each in root.iterfind(f"{W}num"):
            list_id, abstract = each.get(f"{W}numId", ""), value(each, "abstractNumId") or ""
            self._levels[list_id] = drawn.get(abstract, {}) | _levels(each)
            restarts = each.find(f"{W}lvlOverride/{W}startOverride") is not None
            self._shared[list_id] = f"{abstract}/{list_id}" if restarts else abstract


def _levels(element: Element) -> dict[int, Level]:
    found = {}
    for level in element.iter(f"{W}lvl"):
        place, start = number(level.get(f"{W}ilvl", "0")), number(value(level, "start") or "1")
        if place is not None and start is not None:
            text = level.find(f"{W}lvlText")
            pattern = "" if text is None else text.get(VALUE, "")
            found[place] = Level(value(level, "numFmt") or "decimal", pattern[:LONGEST], min(start, LARGEST))
    return found
