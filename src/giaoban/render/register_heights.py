"""How high the rows of a printed sheet are: LibreOffice and merged headings fit no height to what is wrapped in them."""

from collections.abc import Iterable, Sequence

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
    """Points of the upper and the lower line of headings; what stands over both has room in the two together."""
    lower = max((lines(each.heading, width) for each, width in zip(columns, widths, strict=True) if each.group), default=0)
    over_both = max((lines(each.heading, width) for each, width in zip(columns, widths, strict=True) if not each.group), default=1)
    return LINE, LINE * max(lower, over_both - 1, 1)
