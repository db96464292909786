"""A sheet as a grid of texts: merged cells told everywhere they reach, hidden rows left out and counted, formulas by their last value."""

import csv
import io
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from openpyxl import load_workbook  # type: ignore[import-untyped]

from giaoban.documents.archive import opened
from giaoban.exchange.flat import text_of
from giaoban.exchange.sheets.counting import cells
from giaoban.exchange.xlsx import UNREADABLE, column, printed
from giaoban.model import Refused

DELIMITERS = ("\t", ";", ",")
"""Where two would do the first is meant: a comma stands within numbers and names as well."""
SAMPLE = 4_096
"""Letters of a file of which is asked what stands between its cells."""
LARGEST = 2_000_000
"""The most cells of a sheet that is laid out by hand; larger ones come in one of the flat forms."""
Cells = Mapping[int, str]
"""Texts by column, both counted from 1; empty cells are not there."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet.

    rows      by row number, those that hold something and can be seen
    merged    the texts of merged cells at every cell they cover but the first, which is in `rows`
    hidden    numbers of the rows that are hidden and hold something
    unworked  addresses of formulas that were never worked out, so that nobody knows their value
    unseen    numbers of the columns that are hidden
    """

    name: str
    rows: Mapping[int, Cells]
    merged: Mapping[int, Cells] = field(default_factory=dict)
    hidden: tuple[int, ...] = ()
    unworked: tuple[str, ...] = ()
    unseen: frozenset[int] = frozenset()

    def heading(self, number: int) -> Cells:
        """The texts of one row, merged cells told wherever they reach."""
        return {**self.merged.get(number, {}), **self.rows.get(number, {})}


def address(row: int, number: int) -> str:
    """The address of a cell: B7."""
    return f"{column(number)}{row}"


def grids(data: bytes) -> list[Grid]:
    """The sheets of a workbook or a CSV file. Refused for what is neither, holds nothing, or is too large to be laid out by hand."""
    found = [grid for grid in (_of_book(data) if data.startswith(b"PK") else [_of_csv(data)]) if grid.rows]
    if not found:
        raise Refused("sheet-empty")
    return found


def _of_csv(data: bytes) -> Grid:
    text = text_of(data)
    try:
        listed = _listed(text, _delimiter(text))
    except csv.Error:
        raise Refused("sheet-unreadable") from None
    _refuse_large(sum(map(len, listed)))
    rows = {at: {number: cell.strip() for number, cell in enumerate(row, 1) if cell.strip()} for at, row in enumerate(listed, 1)}
    return Grid("csv", {at: row for at, row in rows.items() if row})


def _delimiter(text: str) -> str:
    """What stands between the cells: with it the most of the first lines have equally many, however many commas stand within them."""
    first = text[:SAMPLE] if len(text) <= SAMPLE else text[: text.rfind("\n", 0, SAMPLE) + 1] or text[:SAMPLE]
    return max(DELIMITERS, key=lambda each: _alike(_listed(first, each)))


def _alike(listed: list[list[str]]) -> int:
    """How many lines have as many cells as most have that have several."""
    several = Counter(len(row) for row in listed if len(row) > 1)
    return max(several.values(), default=0)


def _listed(text: str, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def _of_book(data: bytes) -> list[Grid]:
    archive = opened(data)
    try:
        _refuse_large(cells(archive, LARGEST))
        values = load_workbook(io.BytesIO(data), data_only=True)
        formulas = load_workbook(io.BytesIO(data))
        _refuse_large(sum(page.max_row * page.max_column for page in values.worksheets))
        return [_of_page(page, formulas[page.title]) for page in values.worksheets if page.sheet_state == "visible"]
    except UNREADABLE:
        raise Refused("sheet-unreadable") from None


def _of_page(page: Any, formulas: Any) -> Grid:
    rows: dict[int, dict[int, str]] = {}
    hidden, unworked = [], []
    for at, row in enumerate(page.iter_rows(), 1):
        told = {number: text for number, cell in enumerate(row, 1) if (text := _text(cell))}
        if page.row_dimensions[at].hidden:
            hidden += [at] if told else []
            continue
        for number, cell in enumerate(row, 1):
            if cell.value is None and formulas.cell(at, number).data_type == "f":
                unworked.append(address(at, number))
        if told:
            rows[at] = told
    return Grid(page.title, rows, _merged(page), tuple(hidden), tuple(unworked), _unseen(page))


def _unseen(page: Any) -> frozenset[int]:
    """The columns that are hidden; neighbours that look alike stand in the file as one."""
    hidden = [each for each in page.column_dimensions.values() if each.hidden and each.min and each.max]
    return frozenset(number for each in hidden for number in range(each.min, min(each.max, page.max_column) + 1))


def _merged(page: Any) -> dict[int, dict[int, str]]:
    found: dict[int, dict[int, str]] = {}
    for area in page.merged_cells.ranges:
        text = _text(page.cell(area.min_row, area.min_col))
        for row in range(area.min_row, area.max_row + 1):
            for number in range(area.min_col, area.max_col + 1):
                if text and (row, number) != (area.min_row, area.min_col):
                    found.setdefault(row, {})[number] = text
    return found


def _text(cell: Any) -> str:
    """What the cell shows; numbers as Vietnam writes them, so that 1.234 typed as text and the number 1,234 are told apart."""
    value = cell.value
    if isinstance(value, datetime):
        value = value.date() if value.time() == datetime.min.time() else value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, int | float):
        return "" if value is None else " ".join(str(value).split())
    shown = cell.number_format
    if "%" in shown:
        return f"{_comma(printed(round(value * 100, 10), shown.replace('%', '')))}%"
    return _comma(printed(value, shown))


def _comma(text: str) -> str:
    return text.replace(".", ",")


def _refuse_large(many: int) -> None:
    if many > LARGEST:
        raise Refused("sheet-too-large", limit=LARGEST)
