"""Figures as a workbook: one sheet with the columns of `figures.COLUMNS`, numbers as numbers that keep their printed digits.

A spreadsheet holds a number as a double: what has more than fifteen digits is written as text, so that none is lost. The digits printed
after the decimal point are the cell's number format.
"""

import io
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]

from giaoban.documents.archive import swollen
from giaoban.exchange import workbook
from giaoban.exchange.figures import COLUMNS, Figure, Row, row
from giaoban.exchange.flat import refuse_without
from giaoban.exchange.xlsx_stream import Cell, Number, pieces
from giaoban.model import Refused

NUMBERS = frozenset({"value", "value_to"})
SAFE_DIGITS = 15
MOST_UNPACKED = 2**30
DECIMALS = re.compile(r"(?:#,##)?0(?:\.(0+))?(?:_\)|_-)?(?:;.*)?")
"""Formats that show so many digits behind the point and nothing else, with or without signs between the thousands."""
UNREADABLE = (BadZipFile, KeyError, ValueError, TypeError, OSError, EOFError, SyntaxError, AttributeError, IndexError)


def write(figures: Iterable[Figure]) -> Iterator[bytes]:
    """The workbook, sent while it is written. Its sheet holds `xlsx_stream.MOST_ROWS` figures at most: whoever calls has counted them."""
    rows = ([_cell(name, text) for name, text in row(figure).items()] for figure in figures)
    return pieces("figures", COLUMNS, rows)


def rows(data: bytes) -> Iterator[Row]:
    """The rows of the first sheet; addresses are those of the row's first cell ("A7"). Refused for what is no such workbook."""
    archive = sound(data)
    try:
        there = workbook.rows(archive, printed)
        first, told = next(there, (0, {}))
    except UNREADABLE:
        raise Refused("sheet-unreadable") from None
    headings = {column: text.strip() for column, text in told.items()} if first == 1 else {}
    refuse_without(list(headings.values()))
    return _told(there, headings)


def sound(data: bytes) -> ZipFile:
    """The archive of a workbook; refused for what is none, and for what would unpack to more than a workbook of a million rows, or to
    hundreds of times its size."""
    try:
        archive = ZipFile(io.BytesIO(data))
    except UNREADABLE:
        raise Refused("sheet-unreadable") from None
    entries = archive.infolist()
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED or swollen(entries):
        raise Refused("sheet-swells")
    return archive


def is_flat(data: bytes) -> bool:
    """Whether this is a workbook whose first row names the columns of the flat form."""
    try:
        rows(data)
    except Refused:
        return False
    return True


def printed(value: Any, number_format: str) -> str:
    """A cell's value as text; a number with the digits after the point that its format shows, where it shows them plainly.

    A spreadsheet shows at most fifteen digits; what 1,1 + 2,2 holds behind them (3,3000000000000003) comes of counting by twos.
    """
    if isinstance(value, bool) or not isinstance(value, int | float):
        return "" if value is None else str(value)
    text = repr(value)
    if isinstance(value, float) and len(text) > SAFE_DIGITS + 1:
        text = repr(float(f"{value:.{SAFE_DIGITS}g}")).removesuffix(".0")
    whole, _, part = (text if "e" not in text else format(Decimal(text), "f")).partition(".")
    part = part.rstrip("0").ljust(_decimals(number_format), "0")
    return f"{whole}.{part}" if part else whole


def column(number: int) -> str:
    """The letters of a column counted from 1."""
    return str(get_column_letter(number))


@lru_cache(maxsize=256)
def _decimals(number_format: str) -> int:
    """How many digits after the point a format shows plainly."""
    shown = DECIMALS.fullmatch(number_format)
    return len(shown[1] or "") if shown else 0


def _cell(name: str, text: str) -> Cell:
    if name not in NUMBERS or not text or len(text.lstrip("-").replace(".", "").lstrip("0")) > SAFE_DIGITS:
        return text
    return Number(text)


def _told(there: Iterator[tuple[int, dict[int, str]]], headings: dict[int, str]) -> Iterator[Row]:
    """The rows below the headings, every column told, those without a heading left out. Refused where the file breaks off."""
    named = {column: name for column, name in headings.items() if name}
    try:
        for at, texts in there:
            yield f"A{at}", {name: texts.get(column, "") for column, name in named.items()}
    except UNREADABLE:
        raise Refused("sheet-unreadable") from None
