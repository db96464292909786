"""Why a figure of a table was read: what the headings of its row and column say; and why a row has none."""

from collections.abc import Iterator

from giaoban.model import Block, Span
from giaoban.reading.engine import Page
from giaoban.reading.explaining.reason import Reason
from giaoban.reading.rules.figures.tables.grid import Row, Table


def reasons(page: Page, span: Span) -> list[Reason]:
    """By which headings the number at `span` was read; empty where it stands in no table."""
    for table, row in _rows(page):
        for at, cell in enumerate(row.block.cells):
            if row in table.rows and cell.covers(span):
                named = next((text for text in row.cells if sum(map(str.isalpha, text)) > 1), "")
                return [Reason("read-by-headings", {"column": " · ".join(table.heading(at)), "row": named})]
    return []


def why_none(page: Page, block: Block) -> Iterator[Reason]:
    """Why a row of a table has no figure: it has the headings, does not stand in their columns, or nobody says what its numbers are."""
    for table, row in _rows(page):
        if row.block == block:
            code = "heads-a-table" if row in table.heads else "askew-in-table" if row in table.passed else "untold-in-table"
            yield Reason(code)


def _rows(page: Page) -> Iterator[tuple[Table, Row]]:
    for found in page.all(Table):
        yield from ((found.what, row) for row in (*found.what.heads, *found.what.rows, *found.what.passed))
