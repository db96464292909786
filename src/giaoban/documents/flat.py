"""Tables that a document writes as a stream: paragraphs, then a mark that ends their cell, then one that ends the row.

Columns are told by where cells end on the page, so a table is known when it is over: a cell reaches over as many as end within it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from giaoban.documents import rows
from giaoban.documents.pieces import Piece
from giaoban.model import Refused

DEEPEST = 50
"""Tables within cells of tables: more are none of any paper."""
NEAR = 30
"""Twentieths of a point within which two cells end at the same place."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Where a row begins and each of its cells ends, and of each whether it goes on with the one on its left, or the one above it."""

    edges: tuple[int, ...] = ()
    joined: tuple[bool, ...] = ()
    continues: tuple[bool, ...] = ()


@dataclass(slots=True)
class Open:
    """A table whose end has not been met."""

    rows: list[tuple[list[list[Piece]], Shape]] = field(default_factory=list)
    cells: list[list[Piece]] = field(default_factory=list)
    cell: list[Piece] = field(default_factory=list)


class Tables:
    """Takes paragraphs and marks as they come, each with how many tables deep it stands, and gives out pieces."""

    def __init__(self) -> None:
        self.done: list[Piece] = []
        """What stands in no table, and the rows of those that are over."""
        self._open: list[Open] = []

    def paragraph(self, pieces: Iterable[Piece], depth: int) -> None:
        """A paragraph."""
        (self._at(depth).cell if depth else self._outside()).extend(pieces)

    def end_cell(self, depth: int) -> None:
        """The cell ends that the paragraphs before stand in."""
        table = self._at(max(1, depth))
        table.cells.append(table.cell)
        table.cell = []

    def end_row(self, depth: int, shape: Shape) -> None:
        """The row ends whose cells have ended before."""
        table = self._at(max(1, depth))
        if table.cell:
            self.end_cell(depth)
        table.rows.append((table.cells, shape))
        table.cells = []

    def end(self) -> list[Piece]:
        """Everything, when nothing more comes."""
        self._outside()
        return self.done

    def _outside(self) -> list[Piece]:
        self._close(0)
        return self.done

    def _at(self, depth: int) -> Open:
        if depth > DEEPEST:
            raise Refused("nested")
        self._close(depth)
        while len(self._open) < depth:
            self._open.append(Open())
        return self._open[-1]

    def _close(self, depth: int) -> None:
        while len(self._open) > depth:
            table = self._open.pop()
            if table.cell:
                table.cells.append(table.cell)
            if table.cells:
                table.rows.append((table.cells, Shape()))
            (self._open[-1].cell if self._open else self.done).extend(_pieces(table.rows))


def _pieces(table: Sequence[tuple[list[list[Piece]], Shape]]) -> Iterator[Piece]:
    ends = _columns(edge for _, shape in table for edge in shape.edges)
    within: list[Piece] = []
    for cells, shape in table:
        told = len(shape.edges) == len(cells) + 1
        places = [_column(ends, edge) for edge in shape.edges] if told else list(range(len(cells) + 1))
        before, after = (places[0], len(ends) - 1 - places[-1]) if told else (0, 0)
        yield from rows.row(list(_cells(cells, shape, places)), within, before, after)
    yield from within


def _cells(cells: Sequence[list[Piece]], shape: Shape, places: Sequence[int]) -> Iterator[rows.Cell]:
    """The cells, those that are joined being one."""
    at = 0
    while at < len(cells):
        end = at + 1
        while end < len(cells) and end < len(shape.joined) and shape.joined[end]:
            end += 1
        pieces = [piece for cell in cells[at:end] for piece in cell]
        continues = at < len(shape.continues) and shape.continues[at]
        yield rows.Cell(pieces, max(1, places[end] - places[at]), continues)
        at = end


def _columns(edges: Iterable[int]) -> list[int]:
    """The places where columns begin and end, of those of all rows: what is near to another is the same."""
    found: list[int] = []
    for edge in sorted(set(edges)):
        if not found or edge - found[-1] > NEAR:
            found.append(edge)
    return found


def _column(ends: Sequence[int], edge: int) -> int:
    """The number of the place that an edge is near to."""
    return max(0, bisect_left(ends, edge + 1) - 1)
