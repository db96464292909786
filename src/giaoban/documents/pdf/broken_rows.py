"""Rows of a table that a page or the end of a cell's line breaks.

3 │ Kiểm tra việc chấp      │ Phòng Nội vụ │        one row, though its second half stands on the next page,
  │ hành kỷ luật của các xã │              │        there perhaps below the table's headings
30/10/202 2                                       the day 30/10/2022
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from giaoban.documents.pieces import Piece
from giaoban.model import BlockKind

FEWEST = 3
"""Columns of a table whose rows are put together: the two sides of a letterhead are none."""
ENDED = re.compile(r"[.;:!?]$")
DAY = re.compile(r"(?<![\d/.-])(\d{1,2}[/.-]\d{1,2}[/.-])((?:19?\d?|20?\d?)) (\d{1,3})(?![\d/.,-])")
YEAR = re.compile(r"(?:19|20)\d\d")


def mended(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, a row that goes on over the end of a page put together in the place where it begins."""
    found: list[Piece] = []
    begun: int | None = None
    heads: set[tuple[str, ...]] = set()
    for piece in map(_whole_days, pieces):
        if not _is_row(piece):
            begun, heads = None, set()
        elif begun is not None and _goes_on(found[begun], piece):
            found[begun] = _together(found[begun], piece)
            continue
        elif piece.cells not in heads:
            begun = len(found)
            heads.add(piece.cells)
        found.append(piece)
    return found


def _is_row(piece: Piece) -> bool:
    return piece.kind is BlockKind.ROW and len(piece.cells) >= FEWEST


def _goes_on(row: Piece, piece: Piece) -> bool:
    """Whether a row is the rest of one on the page before: what it says begins small, and goes on with cells that say something."""
    if row.page is None or piece.page != row.page + 1 or len(row.cells) != len(piece.cells) or any(row.unsure + piece.unsure):
        return False
    said = [(above.strip(), below.strip()) for above, below in zip(row.cells, piece.cells, strict=True) if below.strip()]
    if piece.cells[0].strip() or not said or not all(above for above, _ in said):
        return False
    above, below = said[0]
    return below[0].islower() and not ENDED.search(above)


def _together(row: Piece, rest: Piece) -> Piece:
    cells = (f"{above.strip()} {below.strip()}".strip() for above, below in zip(row.cells, rest.cells, strict=True))
    return replace(row, cells=tuple(cells))


def _whole_days(piece: Piece) -> Piece:
    if not any(DAY.search(cell) for cell in piece.cells):
        return piece
    return replace(piece, cells=tuple(DAY.sub(_joined, cell) for cell in piece.cells))


def _joined(day: re.Match[str]) -> str:
    """A day whose year is whole only when its two halves are put together; any other as it stands."""
    before, first, last = day.groups()
    year = f"{first}{last}"
    return f"{before}{year}" if YEAR.fullmatch(year) else day[0]
