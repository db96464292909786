"""The number in a cell and where it stands in the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from giaoban.model import Bound, Span
from giaoban.reading.rules.figures.tables.grid import Row
from giaoban.reading.rules.figures.tables.headings import noted
from giaoban.reading.rules.figures.tables.numbers import told

NUMBER = re.compile(r"(?:[-−–+(]\s*)?\d(?:[\d., \u00a0]*\d)?\)?\s*%?")
CODE = re.compile(r"0\d{2,}")
"""Digits that are no number: of a telephone, a form, a person's card."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure as it stands in its cell; `commas` when the number is of things that come in wholes."""

    value: Decimal
    bound: Bound
    percent: bool
    span: Span
    commas: Decimal


def cells(text: str, row: Row) -> Iterator[tuple[int, Cell]]:
    """The figures of a row with their columns; a cell over several columns is of none."""
    for at, span in enumerate(row.block.cells[: len(row.cells)]):
        alone = row.begins(at) and (at + 1 == len(row.cells) or row.begins(at + 1))
        if alone and row.cells[at] and (cell := _cell(span.of(text), span.start)):
            yield at, cell


def _cell(written: str, start: int) -> Cell | None:
    said = noted(" ".join(written.split()))
    place = NUMBER.search(written)
    try:
        number, whole = told(said), told(said, whole=True)
    except ValueError:
        return None
    if number is None or whole is None or place is None or CODE.match(place[0].strip()):
        return None
    span = Span(start + place.start(), start + len(written[: place.end()].rstrip()))
    return Cell(number.value, number.bound, number.percent, span, whole.value)
