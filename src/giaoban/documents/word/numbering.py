"""The lists of a Word document, and how each of their levels is numbered."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from giaoban.documents.counting import LARGEST, LONGEST, Counts, Level
from giaoban.documents.word.names import VALUE, W
from giaoban.documents.word.styles import number, value


class Numbering:
    """Counts the lists of one document as its paragraphs come."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._shared: dict[str, str] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counts = Counts()
        if root is not None:
            self._learn(root)

    def label(self, list_id: str, level: int) -> str:
        """The number of the next paragraph at this level of the list; empty for a list that is not known."""
        counted, start = self._shared.get(list_id, ""), self._restarts.get(list_id, {}).pop(level, None)
        if start is not None:
            self._counts.begin(counted, level, start)
        return self._counts.next(counted, self._levels.get(list_id, {}), level)

    def _learn(self, root: Element) -> None:
        drawn = {each.get(f"{W}abstractNumId", ""): _levels(each) for each in root.iterfind(f"{W}abstractNum")}
        for each in root.iterfind(f"{W}num"):
            list_id, abstract = each.get(f"{W}numId", ""), value(each, "abstractNumId") or ""
            self._levels[list_id] = drawn.get(abstract, {}) | _levels(each)
            # Lists that look the same are counted as one; of some the first paragraph begins anew.
            self._shared[list_id], self._restarts[list_id] = abstract, dict(_restarts(each))


def _restarts(element: Element) -> Iterator[tuple[int, int]]:
    """The levels that begin anew with this list, and with which number."""
    for changed in element.iterfind(f"{W}lvlOverride"):
        level, start = number(changed.get(f"{W}ilvl", "0")), number(value(changed, "startOverride"))
        if level is not None and start is not None:
            yield level, start


def _levels(element: Element) -> dict[int, Level]:
    found = {}
    for level in element.iter(f"{W}lvl"):
        place, start = number(level.get(f"{W}ilvl", "0")), number(value(level, "start") or "1")
        if place is not None and start is not None:
            text = level.find(f"{W}lvlText")
            pattern = "" if text is None else text.get(VALUE, "")
            found[place] = Level(value(level, "numFmt") or "decimal", pattern[:LONGEST], min(start, LARGEST))
    return found
