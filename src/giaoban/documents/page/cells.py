"""The rows of a web page's tables, every cell in its column, also below cells that reach over several rows."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from giaoban.documents.page.tree import words
from giaoban.documents.pieces import Piece
from giaoban.model import BlockKind

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LONG_CELL, FEW_BLOCKS = 400, 2
"""A cell with more text, in code points, or with more paragraphs shows that the table only arranges the page."""
BLOCKS = ("p", "div", "li", "h1", "h2", "h3", "h4")
MOST, WIDEST = 64, 256
"""No cell reaches over more rows or columns, nor past that column: cells that push each other aside would make few lines endless."""


class Tables:
    """Reads rows in the order of the page, and remembers of a table the cells that reach down into its next rows."""

    def __init__(self) -> None:
        self._table: Element | None = None
        self._down: dict[int, int] = {}

    def row(self, element: "Element") -> Piece | None:
        """The row as a piece; None for one that only arranges the page. The next call counts from where this row ends."""
        cells = [cell for cell in element if cell.tag in ("td", "th")]
        table = next(element.iterancestors("table"), None)
        if table is not self._table or table is None:
            self._table, self._down = table, {}
        placed = list(self._placed(cells))
        texts = [words(cell) if cell is not None else "" for cell, _ in placed]
        if not any(texts) or sum(width for _, width in placed) < 2 or _arranges(element, cells, texts):
            return None
        return Piece("", BlockKind.ROW, cells=tuple(texts), widths=tuple(width for _, width in placed))

    def _placed(self, cells: list["Element"]) -> Iterator[tuple["Element | None", int]]:
        """Each cell with its width; None for a column that a cell from above reaches down to."""
        column, above = 0, self._down
        self._down = {at: left - 1 for at, left in above.items() if left > 1}
        for cell in cells:
            while column in above:
                yield None, 1
                column += 1
            wide, high = min(reach(cell, "colspan"), max(1, WIDEST - column)), reach(cell, "rowspan")
            if high > 1:
                self._down |= dict.fromkeys(range(column, column + wide), high - 1)
            yield cell, wide
            column += wide
        while column in above:
            yield None, 1
            column += 1


def reach(cell: "Element", name: str) -> int:
    """Over how many rows ("rowspan") or columns ("colspan") a cell reaches."""
    said = (cell.get(name) or "").strip()
    return min(int(said[:4]), MOST) if said.isascii() and said.isdigit() and int(said[:4]) else 1


def laid_out(root: "Element") -> int:
    """How many elements a page comes to, each cell counted in every row and column that it reaches over."""
    return sum(reach(each, "colspan") * reach(each, "rowspan") for each in root.iter())


def _arranges(row: "Element", cells: list["Element"], texts: list[str]) -> bool:
    """Whether the row only arranges the page: it holds a table, or running text."""
    if next(row.iter("table"), None) is not None or any(len(text) > LONG_CELL for text in texts):
        return True
    return any(sum(1 for _ in cell.iter(*BLOCKS)) > FEW_BLOCKS for cell in cells)
