"""How high the rows of a printed sheet are: LibreOffice fits no row to what is wrapped in it, and no program fits merged headings."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from giaoban.render.register_paper import Cell, Column

LINE = 15.0
"""Points of a line."""
HIGHEST = 409.0
"""Points of the highest row that a workbook may have."""
FILLED = 0.9
"""Of a line so much is filled before a word goes to the next."""


def lines(value: Cell, width: float) -> int:
    """Lines of a cell that is so many characters wide; one where it holds no text.

    >>> lines("Sở Tài nguyên và Môi trường tỉnh Quảng Ninh", 20), lines(118, 3)
    (3, 1)
    """
    if not isinstance(value, str):
        return 1
    room = max(int(width * FILLED), 1)
    return sum(1 + max(len(part) - 1, 0) // room for part in value.split("\n"))


def height(row: Iterable[tuple[Cell, float]]) -> float | None:
    """Points that these cells, each with its width, need; None where one line is enough."""
    most = max((lines(value, width) for value, width in row), default=1)
    return min(most * LINE, HIGHEST) if most > 1 else None


def heading_heights(columns: Sequence[Column], widths: Sequence[float]) -> tuple[float, float]:
    """Points of the upper and the lower line of headings; what stands over both has room in the two together.

    A group has the width of all its columns that lie together.
    """
    both = list(zip(columns, widths, strict=True))
    groups = [(name, sum(width for _column, width in beside)) for name, beside in groupby(both, key=lambda each: each[0].group) if name]
    upper = max((lines(name, width) for name, width in groups), default=1)
    lower = max((lines(each.heading, width) for each, width in both if each.group), default=0)
    over_both = max((lines(each.heading, width) for each, width in both if not each.group), default=1)
    return LINE * upper, LINE * max(lower, over_both - upper, 1)
