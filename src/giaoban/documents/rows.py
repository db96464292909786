"""A row of a table in a document of Word or its kind: one piece with its cells, or the paragraphs in it where it only arranges the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from giaoban.documents.pieces import Piece
from giaoban.model import BlockKind

LONG_CELL = 600
"""A cell with more text, in code points, shows that the table only arranges the page: its paragraphs are read as such."""
MAX_SPAN = 64


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, over how many columns it reaches, and whether it only goes on with the one above it."""

    pieces: Sequence[Piece]
    width: int = 1
    continues: bool = False


def row(cells: Sequence[Cell], within: list[Piece], before: int = 0, after: int = 0) -> Iterator[Piece]:
    """One row; rows of tables in its cells are put `within`, behind the table: each table has its rows below its own headings.

    before, after    columns of the table that the row leaves out on its left and right
    """
    texts = [[piece for piece in cell.pieces if piece.text.strip() or any(piece.cells)] for cell in cells]
    own = [[piece for piece in pieces if not piece.cells] for pieces in texts]
    if not cells or (len(cells) == 1 and cells[0].width < 2) or any(_length(pieces) > LONG_CELL for pieces in own):
        yield from (piece for pieces in texts for piece in pieces)
        return
    within += (piece for pieces in texts for piece in pieces if piece.cells)
    said = ["" if cell.continues else " ".join(piece.text for piece in pieces) for cell, pieces in zip(cells, own, strict=True)]
    widths = [max(1, min(cell.width, MAX_SPAN)) for cell in cells]
    before, after = min(before, MAX_SPAN), min(after, MAX_SPAN)
    yield Piece("", BlockKind.ROW, cells=(*[""] * before, *said, *[""] * after), widths=(*[1] * before, *widths, *[1] * after))


def _length(pieces: Sequence[Piece]) -> int:
    return sum(len(piece.text) for piece in pieces)
