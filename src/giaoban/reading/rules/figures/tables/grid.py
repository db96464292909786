"""The tables of a document: which rows make one, which of them are headings, and what stands above it.

A table's rows follow one another. Its headings are the first row with several cells and no figure, and the rows under it that only
divide its cells. A row whose cells do not stand in the columns of the headings is passed over: nothing is said rather than something wrong.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from giaoban.model import Block, BlockKind
from giaoban.reading.engine import Page
from giaoban.reading.rules.figures.tables.numbers import told
from giaoban.reference.folding import fold

SERIAL = frozenset({"stt", "tt", "so tt", "so thu tu", "#", "no", "no."})
NAMES = re.compile(r"(?:cac |ten |mot so )?(?:chi tieu|noi dung|danh muc|chi so|tieu chi|nganh|linh vuc|cay trong|loai|khoan muc)\b")
"""How the heading of what the rows are about begins."""
COUNTED = re.compile(r"[a-eđ]|\(?\d{1,2}\)?(?:\s*=.*)?", re.IGNORECASE)
"""A cell of the row that only counts the columns: (1), A, 5=4/3."""
YEAR = re.compile(r"(?:nam )?(?:19|20)\d\d")
ABOVE = 4
"""So many blocks above a table may be its captions."""
CAPTION = 250
"""Code points of a caption at most."""
TITLES, HEADS = 3, 5
"""Rows of one cell over the headings, and rows of headings, at most."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the text of the cell in each column, accents kept; a cell over several columns stands in each of them."""

    block: Block
    cells: tuple[str, ...]

    def begins(self, column: int) -> bool:
        """Whether a cell begins in that column, rather than reaching into it."""
        spans = self.block.cells
        return not column or spans[column] != spans[column - 1]

    @property
    def said(self) -> list[str]:
        """Its cells that hold something, each once."""
        return [cell for column, cell in enumerate(self.cells) if cell and self.begins(column)]


@dataclass(slots=True)
class Table:
    """A table with headings.

    heads   rows of headings
    rows    the rows below, of the same columns
    passed  rows among them that do not stand in these columns
    above   blocks over the table that may be its captions, the nearest first
    titles  what rows of one cell say over the headings
    """

    heads: list[Row]
    above: tuple[Block, ...] = ()
    titles: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    passed: list[Row] = field(default_factory=list)

    @property
    def in_doubt(self) -> bool:
        """Whether the columns were only guessed from a page, and some row with figures, or before others, does not stand in them."""
        last = self.rows[-1].block.span.start if self.rows else 0
        askew = (row for row in self.passed if row.block.span.start < last or names_figures(row))
        return self.heads[0].block.page is not None and any(askew)

    @property
    def width(self) -> int:
        return len(self.heads[0].cells)

    def heading(self, column: int) -> tuple[str, ...]:
        """What the headings say of a column, from the top, nothing twice."""
        return tuple(dict.fromkeys(text for at in range(len(self.heads)) if (text := self._head(at, column))))

    def _head(self, at: int, column: int) -> str:
        """The cell of a heading row; an empty one over a divided heading is that on its left."""
        text = self.heads[at].cells[column]
        if text or not column or at + 1 >= len(self.heads):
            return text
        divided = all(any(row.cells[each] for row in self.heads[at + 1 :]) for each in (column - 1, column))
        return self._head(at, column - 1) if divided else ""


def found_in(page: Page) -> Iterator[Table]:
    """The tables with headings and rows below them."""
    if not _rows(page):
        return
    above: list[Block] = []
    for is_row, group in groupby(page.document.blocks, key=_is_row):
        blocks = list(group)
        if not is_row:
            above = blocks[-ABOVE:][::-1]
            continue
        near = tuple(block for block in above if len(block.span) <= CAPTION)
        for table in _of_run([_row(page.text, block) for block in blocks], near):
            if table.rows:
                yield table


def is_figure(text: str) -> bool:
    """Whether a cell holds a number and nothing else, a year not being one."""
    try:
        return bool(text) and told(text) is not None and not YEAR.fullmatch(fold(text))
    except ValueError:
        return False


def names_figures(row: Row) -> bool:
    """Whether a row names something and then gives bare figures of it."""
    named = next((at for at, cell in enumerate(row.cells) if _words(cell)), None)
    return named is not None and any(map(is_figure, row.cells[named + 1 :]))


def rows_in(page: Page) -> Iterator[Row]:
    """Every row of cells, of whatever table."""
    return (_row(page.text, block) for block in _rows(page))


def _rows(page: Page) -> list[Block]:
    kind = BlockKind.ROW
    return [block for block in page.document.blocks if block.kind is kind and len(block.cells) > 1]


def _is_row(block: Block) -> bool:
    return block.kind is BlockKind.ROW and len(block.cells) > 1


def _row(text: str, block: Block) -> Row:
    return Row(block, tuple(" ".join(cell.of(text).split()) for cell in block.cells))


def _of_run(rows: Sequence[Row], above: tuple[Block, ...]) -> Iterator[Table]:
    """The tables of rows that follow one another; headings that come back, as on each page, begin no new one."""
    table: Table | None = None
    at = 0
    while at < len(rows):
        found = _headed(rows, at, table)
        if found is None:
            if table is not None:
                row = _fitted(rows[at], table.width)
                (table.rows if len(row.cells) == table.width else table.passed).append(row)
            at += 1
            continue
        fresh, at = found
        if table is None or [head.cells for head in table.heads] != [head.cells for head in fresh.heads]:
            if table is not None:
                yield table
            fresh.above = above if table is None else ()
            table = fresh
    if table is not None:
        yield table


def _fitted(row: Row, width: int) -> Row:
    """The row; columns that its last cell reaches over beyond the headings are cut off."""
    size = len(row.cells)
    while size > width and not row.begins(size - 1):
        size -= 1
    return Row(row.block, row.cells[:size])


def _headed(rows: Sequence[Row], at: int, table: Table | None) -> tuple[Table, int] | None:
    """The table whose headings begin at a row, and the row after them; None where none begin there."""
    titles: list[str] = []
    while table is None and at < len(rows) and len(titles) < TITLES and len(rows[at].said) == 1:
        titles += rows[at].said
        at += 1
    if at >= len(rows) or not _heads(rows[at], table) or _counts(rows[at]):
        return None
    heads, width = [rows[at]], len(rows[at].cells)
    named = next((column for column, text in enumerate(rows[at].cells) if _words(text) and fold(text) not in SERIAL), 0)
    at += 1
    while at < len(rows) and len(rows[at].cells) == width and len(heads) < HEADS and _divides(rows[at], named):
        heads.append(rows[at])
        at += 1
    return Table([head for head in heads if not _counts(head)], titles=titles), at


def _heads(row: Row, table: Table | None) -> bool:
    """Whether a row is one of headings: without figures; below a table that has some, only as such rows begin."""
    said = row.said
    if len(said) < 2 or any(map(is_figure, said)):
        return False
    return table is None or fold(said[0]) in SERIAL or NAMES.match(fold(said[0])) is not None


def _divides(row: Row, named: int) -> bool:
    """Whether a row only divides the headings above it, or counts the columns."""
    if _counts(row):
        return True
    return bool(row.said) and not row.cells[named] and not any(map(is_figure, row.said))


def _counts(row: Row) -> bool:
    said = row.said
    return len(said) > 1 and all(COUNTED.fullmatch(cell) for cell in said)


def _words(text: str) -> bool:
    return sum(map(str.isalpha, text)) > 1
