"""Tables written once (corpus/tables) and set as DOCX, HTML and PDF.

Lines before an empty line are paragraphs; a line with "|" is a row. A cell "<" belongs to the one on its left, "^" to the one above.
"""

import json
from dataclasses import dataclass
from functools import cache
from html import escape
from io import BytesIO
from pathlib import Path

import typst
from docx import Document as Word

from tests.core.documents.made import font, page
from tests.tables import CORPUS

LEFT, ABOVE = "<", "^"
TYPST = """
#set page(paper: "a4", flipped: true, margin: 1.5cm)
#set text(font: "Be Vietnam Pro", size: 9pt, lang: "vi")
#let told = json(bytes(sys.inputs.told))
#for part in told {
  if part.kind == "paragraph" { par(part.text) } else {
    table(
      columns: part.widths.map(width => width * 1fr), stroke: if part.ruled { 0.5pt } else { none }, inset: (x: 6pt, y: 5pt),
      ..part.cells.map(cell => table.cell(x: cell.x, y: cell.y, colspan: cell.wide, rowspan: cell.high, cell.text)),
    )
  }
}
"""


@dataclass(frozen=True)
class Placed:
    """A cell with the row and column in which it begins, and how many it reaches over."""

    row: int
    column: int
    text: str
    wide: int = 1
    high: int = 1


def names() -> list[str]:
    return sorted(path.stem for path in (CORPUS / "tables").glob("*.txt"))


def parts(name: str) -> list[str | list[list[str]]]:
    """The paragraphs, and tables as rows of cells, in their order."""
    found: list[str | list[list[str]]] = []
    rows: list[list[str]] = []
    for line in (CORPUS / "tables" / f"{name}.txt").read_text("utf-8").splitlines():
        if "|" in line:
            if not rows:
                found.append(rows)
            rows.append([cell.strip() for cell in line.split("|")])
        elif line.strip():
            found.append(line.strip())
            rows = []
    return found


def placed(rows: list[list[str]]) -> list[Placed]:
    """The cells of a table, those that belong to another one taken together."""
    found = []
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            if text in (LEFT, ABOVE):
                continue
            wide = next((far for far in range(1, len(row) - column) if row[column + far] != LEFT), len(row) - column)
            high = next((far for far in range(1, len(rows) - at) if rows[at + far][column] != ABOVE), len(rows) - at)
            found.append(Placed(at, column, text, wide, high))
    return found


def word(name: str) -> bytes:
    document = Word()
    for part in parts(name):
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        table = document.add_table(len(part), max(map(len, part)))
        for cell in placed(part):
            last = table.cell(cell.row + cell.high - 1, cell.column + cell.wide - 1)
            table.cell(cell.row, cell.column).merge(last).text = cell.text
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def web(name: str) -> bytes:
    body = [f"<p>{escape(part)}</p>" if isinstance(part, str) else f"<table>{_rows(part)}</table>" for part in parts(name)]
    return page("\n".join(body))


def _rows(rows: list[list[str]]) -> str:
    cells = placed(rows)
    lines = ("".join(_cell(cell) for cell in cells if cell.row == at) for at in range(len(rows)))
    return "".join(f"<tr>{line}</tr>" for line in lines)


def _cell(cell: Placed) -> str:
    return f'<td colspan="{cell.wide}" rowspan="{cell.high}">{escape(cell.text)}</td>'


@cache
def pdf(name: str, ruled: bool = True) -> bytes:
    told = [{"kind": "paragraph", "text": part} if isinstance(part, str) else _set(part, ruled) for part in parts(name)]
    return typst.compile(TYPST.encode(), sys_inputs={"told": json.dumps(told)}, font_paths=[str(Path(font()).parent)])


def _set(rows: list[list[str]], ruled: bool) -> dict[str, object]:
    cells = placed(rows)
    longest = [
        max((len(cell.text) for cell in cells if cell.column == at and cell.wide == 1), default=6) for at in range(max(map(len, rows)))
    ]
    widths = [min(40, max(6, length)) for length in longest]
    told = [{"x": cell.column, "y": cell.row, "text": cell.text, "wide": cell.wide, "high": cell.high} for cell in cells]
    return {"kind": "table", "ruled": ruled, "widths": widths, "cells": told}


def pasted(name: str) -> bytes:
    """As text with tabs, as a sheet gives it when it is copied: of cells made one the first has the words."""
    told = (
        "\n".join("\t".join("" if cell in (LEFT, ABOVE) else cell for cell in row) for row in part) if isinstance(part, list) else part
        for part in parts(name)
    )
    return "\n\n".join(told).encode()


@cache
def long_pdf(rows: int, stroke: str, repeated: bool) -> bytes:
    """A table over several pages, its headings once or on each of them."""
    head = "[TT], [Chỉ tiêu], [ĐVT], [Kế hoạch năm 2025], [Thực hiện 6 tháng],"
    body = "".join(
        f"[{number}], [Sản lượng cây trồng số {number}], [tấn], [{1000 + number}], [{number},5]," for number in range(1, rows + 1)
    )
    above = "Biểu 1. Kết quả 6 tháng đầu năm 2025 huyện Bình Sơn"
    setting = '#set page(paper: "a4", margin: 2cm, numbering: "1")\n#set text(font: "Be Vietnam Pro", size: 10pt)\n'
    table = f"#table(columns: (1fr, 5fr, 1fr, 2fr, 2fr), stroke: {stroke}, {f'table.header({head}),' if repeated else head} {body})"
    return typst.compile(f"{setting}{above}\n{table}".encode(), font_paths=[str(Path(font()).parent)])
