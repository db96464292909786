"""A list or summary of tasks as a workbook with real numbers and dates, ready to print on A4 lying down."""

import io
import re
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook  # type: ignore[import-untyped]
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # type: ignore[import-untyped]
from openpyxl.styles import Alignment, Border, Font, Side  # type: ignore[import-untyped]
from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]

from giaoban.render.register_heights import heading_heights, height
from giaoban.render.register_paper import Cell, Paper

FONT = "Times New Roman"
LONGEST_CELL, LONGEST_TITLE = 32_767, 31
NO_TITLE = re.compile(r"[\\/*?:\[\]']")
"""What the name of a sheet may not hold."""
WIDTH = 1.15
"""Characters that a column is wide for each share of its width."""
PLAIN, BOLD = Font(name=FONT), Font(name=FONT, bold=True)
LINE = Border(*(Side(style="thin"),) * 4)
WRAPPED = Alignment(wrap_text=True, vertical="top")
CENTRED = Alignment(wrap_text=True, vertical="center", horizontal="center")


def xlsx_of(paper: Paper) -> bytes:
    """The bytes of the workbook. Text stays text: what a spreadsheet would run as a formula is written so that it does not."""
    book = Workbook()
    page = book.active
    page.title = NO_TITLE.sub(" ", paper.title)[:LONGEST_TITLE].strip() or "1"
    _title(page, paper)
    first = page.max_row + 2
    _headings(page, paper, first)
    rows = [] if paper.total is None else [(paper.total, BOLD)]
    rows += [(row, PLAIN) for row in paper.rows]
    below = first + paper.grouped + 1  # counted here: asked for its last row, a sheet looks at every cell
    widths = _widths(paper)
    for at, (row, font) in enumerate(rows, below):
        _row(page, at, row, font)
        page.row_dimensions[at].height = height(zip(row, widths, strict=True))
    if paper.foot:
        _merged(page, below + len(rows) + 1, paper.foot, _printed(paper), Font(name=FONT, italic=True), WRAPPED)
        page.row_dimensions[below + len(rows) + 1].height = height([(paper.foot, sum(widths[: _printed(paper)]))])
    _printing(page, paper, first, below + len(rows) + (1 if paper.foot else -1))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _title(page: Any, paper: Paper) -> None:
    across = _printed(paper)
    if paper.office:
        _merged(page, 1, paper.office.upper(), across, Font(name=FONT, bold=True), Alignment(vertical="center"))
    _merged(page, 2, paper.title, across, Font(name=FONT, bold=True, size=14), CENTRED)
    lines = [(text, Font(name=FONT, italic=True), CENTRED) for text in paper.under]
    lines += [(text, Font(name=FONT), WRAPPED) for text in paper.notes]
    for number, (text, font, alignment) in enumerate(lines, 3):
        _merged(page, number, text, across, font, alignment)
        page.row_dimensions[number].height = height([(text, sum(_widths(paper)[:across]))])


def _printed(paper: Paper) -> int:
    """The number of columns that are printed on paper."""
    return sum(each.printed for each in paper.columns)


def _widths(paper: Paper) -> list[float]:
    """Characters that each column is wide."""
    return [each.width * WIDTH for each in paper.columns]


def _merged(page: Any, row: int, text: str, across: int, font: Font, alignment: Alignment) -> None:
    _put(page.cell(row, 1), text, font, alignment)
    page.merge_cells(start_row=row, end_row=row, start_column=1, end_column=across)


def _headings(page: Any, paper: Paper, first: int) -> None:
    last = first + paper.grouped
    bold = Font(name=FONT, bold=True)
    for number, column in enumerate(paper.columns, 1):
        upper, lower = page.cell(first, number), page.cell(last, number)
        _put(upper, column.group or column.heading, bold, CENTRED)
        if column.group:
            _put(lower, column.heading, bold, CENTRED)
        upper.border = lower.border = LINE
        page.column_dimensions[get_column_letter(number)].width = column.width * WIDTH
    at = 1
    for _text, span in paper.headings():
        down = first if paper.columns[at - 1].group else last
        if span > 1 or down > first:
            page.merge_cells(start_row=first, end_row=down, start_column=at, end_column=at + span - 1)
        at += span
    upper_height, lower_height = heading_heights(paper.columns, _widths(paper))
    page.row_dimensions[first].height = upper_height if paper.grouped else lower_height + upper_height
    if paper.grouped:
        page.row_dimensions[last].height = lower_height
    page.freeze_panes = f"A{last + 1}"


def _row(page: Any, number: int, row: Sequence[Cell], font: Font) -> None:
    for at, value in enumerate(row, 1):
        cell = page.cell(number, at)
        _put(cell, value, font, WRAPPED)
        cell.border = LINE


def _put(cell: Any, value: Cell, font: Font, alignment: Alignment) -> None:
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)[:LONGEST_CELL]
        cell.data_type = "s"
    elif value is not None:
        cell.value = value
        cell.number_format = "dd/mm/yyyy" if cell.is_date else cell.number_format
    cell.font, cell.alignment = font, alignment


def _printing(page: Any, paper: Paper, first: int, last: int) -> None:
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_area = f"A1:{get_column_letter(_printed(paper))}{last}"
    page.print_title_rows = f"{first}:{first + paper.grouped}"
