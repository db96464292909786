"""A list or summary of tasks as PDF/A, tagged, on A4 lying down, its headings repeated on every page."""

from collections.abc import Callable, Sequence
from typing import Any

from giaoban.render import typesetting
from giaoban.render.brief_paper import short
from giaoban.render.register_paper import Cell, Column, Paper


def pdf_of(paper: Paper, printed: Callable[[Cell], str], language: str = "vi") -> bytes:
    """The bytes of the PDF (PDF/A-2a, PDF/UA-1); `printed` writes a cell in the reader's language, which the paper is marked as."""

    def row(cells: Sequence[Cell]) -> list[str]:
        return [_cut(printed(cell), column) for cell, column in zip(cells, paper.columns, strict=True)]

    told = {
        "language": language,
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


def _cut(words: str, column: Column) -> str:
    return short(words, len(words), column.letters) if column.letters else words


def _upper(text: str, span: int, paper: Paper) -> dict[str, Any]:
    """A heading of the upper line; one without a group reaches down through both."""
    groups = {column.group for column in paper.columns if column.group}
    return {"text": text, "columns": span, "rows": 1 if text in groups or not paper.grouped else 2}


def _column(column: Column) -> dict[str, Any]:
    return {"width": column.width, "number": column.number}
