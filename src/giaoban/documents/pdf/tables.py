"""Ruled tables on a page: each row becomes one line whose parts are its cells, however many lines a cell has."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from giaoban.documents.pdf.glyphs import Word
from giaoban.documents.pdf.lines import Line, Part, lines
from giaoban.documents.pdf.rules import Grid
from giaoban.documents.unsure import united

LONG_CELL = 600
"""A cell with more text, in code points, shows that the rules only frame running text."""
RISE = 0.3
"""A word stands in the row in which its middle lies: so much above its base line, in font sizes."""

Cells = dict[tuple[int, int], list[Word]]


def with_tables(found: Sequence[Line], words: Sequence[Word], grids: Sequence[Grid]) -> list[Line]:
    """The lines of a page, those within a ruled table put together to its rows."""
    kept = list(found)
    for grid in grids:
        cells = _cells(grid, words)
        if len({column for _, column in cells}) > 1 and not any(_length(cell) > LONG_CELL for cell in cells.values()):
            inside = [line for line in kept if grid.top <= line.base <= grid.bottom]
            rows = [_row(grid, number, cells, inside) for number in sorted({row for row, _ in cells})]
            kept = sorted([*(line for line in kept if line not in inside), *rows], key=lambda line: line.number)
    return kept


def _cells(grid: Grid, words: Sequence[Word]) -> Cells:
    """The words in each cell, by row and column; those of cells that were made one go to the first of them."""
    cells: Cells = defaultdict(list)
    for word in words:
        row = bisect_right(grid.rows, word.base - RISE * word.size) - 1
        column = bisect_right(grid.columns, (word.left + word.right) / 2) - 1
        if 0 <= row < len(grid.rows) - 1 and 0 <= column < len(grid.columns) - 1:
            cells[_first(grid, row, column)].append(word)
    return dict(cells)


def _first(grid: Grid, row: int, column: int) -> tuple[int, int]:
    """The upper left place of the cell: as far as no line parts it from its neighbours."""
    while column and (row, column) not in grid.walls:
        column -= 1
    while row and (row, column) not in grid.floors:
        row -= 1
    return row, column


def _row(grid: Grid, row: int, cells: Cells, inside: Sequence[Line]) -> Line:
    """One row as a line; a cell without words keeps its place."""
    base = min(word.base for (number, _), cell in cells.items() if number == row for word in cell)
    number = min((line.number for line in inside if line.base >= base - 1), default=1)
    page = inside[0].page if inside else 1
    parts: list[Part] = []
    for column, (left, right) in enumerate(pairwise(grid.columns)):
        first = _first(grid, row, column)
        if first[0] == row and first[1] < column:
            parts[-1] = replace(parts[-1], right=right, columns=parts[-1].columns + 1)
            continue
        cell = cells.get((row, column), [])
        held = lines(cell, page)
        unsure = united((line.text, line.unsure) for line in held)
        parts.append(Part(" ".join(line.text for line in held), left, right, base, cell[0].size if cell else 1.0, unsure=unsure))
    return Line(page, number, tuple(parts), tabled=True)


def _length(cell: Sequence[Word]) -> int:
    return sum(len(word.text) + 1 for word in cell)
