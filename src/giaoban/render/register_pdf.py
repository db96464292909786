"""A list or summary of tasks as PDF/A, tagged, on A4 lying down, its headings repeated on every page."""

from collections.abc import Callable, Sequence
from typing import Any

from giaoban.render import typesetting
from giaoban.render.register_paper import Cell, Column, Paper


def pdf_of(paper: Paper, printed: Callable[[Cell], str]) -> bytes:
    """The bytes of the PDF (PDF/A-2a); `printed` writes a cell in the reader's language."""

    def row(cells: Sequence[Cell]) -> list[str]:
        return [printed(cell) for cell in cells]

    told = {
        "office": paper.office,
        "title": paper.title,
        "under": list(paper.under),
        "notes": list(paper.notes),
        "grouped": paper.grouped,
        "upper": [_upper(text, span, paper) for text, span in paper.headings()],
        "lower": [column.heading for column in paper.columns if column.group],
        "columns": [_column(column) for column in paper.columns],
        "rows": [row(cells) for cells in paper.rows],
        "total": row(paper.total) if paper.total is not None else [],
        "foot": paper.foot,
    }
    return typesetting.pdf("register.typ", register=told)


def _upper(text: str, span: int, paper: Paper) -> dict[str, Any]:
    """A heading of the upper line; one without a group reaches down through both."""
    groups = {column.group for column in paper.columns if column.group}
    return {"text": text, "columns": span, "rows": 1 if text in groups or not paper.grouped else 2}


def _column(column: Column) -> dict[str, Any]:
    return {"width": column.width, "number": column.number}
