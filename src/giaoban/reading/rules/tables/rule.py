"""Figures in the rows of a table: a row's heading names them, a column's says in what role, over which period, in what unit.

    Chỉ tiêu        │ ĐVT      │ Kế hoạch 2020 │ Thực hiện 2019 │ So với kế hoạch (%)
    Thu ngân sách   │ tỷ đồng  │ 2.700         │ 2.572          │ 95,3

A row whose figures have no unit, in the row, the column or the line over the table, is left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from giaoban.model import Block, BlockKind, Comparison, Found, Measure, Observation, Period, Quantity, Role, Span
from giaoban.reading.engine import Page
from giaoban.reading.marks import PeriodMention
from giaoban.reading.rules.contexts import Context
from giaoban.reading.rules.numbers import numeral

FIGURE = re.compile(r"[-–]?\d[\d.,]*%?")
BRACKETED = re.compile(r"\(([^()\d]{1,30}|%)\)\s*$")
UNIT_LINE = re.compile(r"(?:[Đđ]ơn vị(?: tính)?|ĐVT|Đvt)\s*:\s*([^\n\t().;]{1,30})")
UNIT_COLUMN = ("đơn vị", "đvt", "dvt")
NUMBER_COLUMN = ("tt", "stt", "số tt")
PLAN = ("kế hoạch", "kh ", "dự toán", "chỉ tiêu", "mục tiêu", "nghị quyết", "phấn đấu")
EXPECTED = ("ước", "dự kiến")
COMPARED = ("so với", "so sánh", "tỷ lệ", "%", "tăng", "giảm", "/")
SURE, WITHOUT_PERIOD = 0.75, 0.6
LOOK_BACK = 200
"""Code points before a table in which the unit of all its figures may stand."""


@dataclass(frozen=True, slots=True)
class Column:
    """What the heading of a column says of the figures below it; `compares` is the base of a comparison."""

    role: Role = Role.ACTUAL
    period: Period | None = None
    unit: str = ""
    is_unit: bool = False
    is_figure: bool = True
    compares: str = ""


def is_row_of_figures(text: str, block: Block) -> bool:
    """Whether a row names something and gives bare figures of it."""
    if block.kind is not BlockKind.ROW or len(block.cells) < 2:
        return False
    cells = [cell.of(text).strip() for cell in block.cells]
    return _heading_at(cells) is not None and any(FIGURE.fullmatch(cell) for cell in cells[1:])


def table_figures(page: Page, context: Context) -> Iterator[Found[Observation]]:
    """The figures of every row of figures, in the order of the text."""
    columns: list[Column] = []
    under_heading = False
    for block in page.document.blocks:
        if block.kind is not BlockKind.ROW:
            columns, under_heading = [], False
        elif is_row_of_figures(page.text, block):
            under_heading = False
            yield from _of_row(page, block, columns, context)
        else:
            shared = _unit_over(page.text, block)
            headed = [_column(page, cell, shared) for cell in block.cells]
            columns = _joined(columns, headed) if under_heading else headed
            under_heading = True


def _heading_at(cells: list[str]) -> int | None:
    """The cell that names the row: the first with a word in it."""
    return next((at for at, cell in enumerate(cells) if sum(map(str.isalpha, cell)) > 1), None)


def _unit_over(text: str, block: Block) -> str:
    found = UNIT_LINE.search(text, max(0, block.span.start - LOOK_BACK), block.span.end)
    return found[1].strip() if found else ""


def _column(page: Page, cell: Span, unit: str) -> Column:
    said = cell.of(page.text).strip()
    low = f"{said.lower()} "
    periods = [found.what.period for found in page.within(PeriodMention, cell) if found.what.period]
    bracketed = BRACKETED.search(said)
    planned = any(word in low for word in PLAN)
    compares = ("plan" if planned else "same_period") if any(word in low for word in COMPARED) else ""
    role = Role.TARGET if planned else Role.ESTIMATE if any(word in low for word in EXPECTED) else Role.ACTUAL
    is_unit = low.startswith(UNIT_COLUMN)
    is_figure = not (is_unit or low.strip() in NUMBER_COLUMN or not low.strip())
    return Column(role, periods[-1] if periods else None, bracketed[1].strip() if bracketed else unit, is_unit, is_figure, compares)


def _joined(over: list[Column], under: list[Column]) -> list[Column]:
    """Columns whose heading has two lines: what the lower leaves open stands in the upper."""
    if len(over) != len(under):
        return under
    return [low if low.is_figure or low.is_unit else high for high, low in zip(over, under, strict=True)]


def _of_row(page: Page, block: Block, columns: list[Column], context: Context) -> Iterator[Found[Observation]]:
    text = page.text
    cells = [cell.of(text).strip() for cell in block.cells]
    named = _heading_at(cells)
    if len(columns) != len(cells) or named is None:
        return
    own = next((cells[at] for at, column in enumerate(columns) if column.is_unit), "")
    name, within = _without_unit(cells[named])
    start = block.cells[named].start
    figured = [(at, columns[at]) for at in range(named + 1, len(cells)) if columns[at].is_figure and FIGURE.fullmatch(cells[at])]
    compared = tuple(each for at, column in figured if column.compares and (each := _comparison(cells[at], column)))
    for at, column in figured:
        unit = own or within or ("%" if cells[at].endswith("%") else column.unit)
        value = _value(cells[at])
        if column.compares or value is None or not unit:
            continue
        last = column.role is not Role.TARGET
        period = column.period or context.own_period
        what = Observation(
            name,
            Quantity(value, unit),
            role=column.role,
            period=period.text if period else None,
            place=context.where.own,
            comparisons=compared if last else (),
        )
        yield Found(what, Span(start, block.cells[at].end), confidence=SURE if period else WITHOUT_PERIOD)
        start = block.cells[min(at + 1, len(cells) - 1)].start
        compared = () if last else compared


def _without_unit(said: str) -> tuple[str, str]:
    """The name of a row, and the unit in brackets after it."""
    bracketed = BRACKETED.search(said)
    name = said[: bracketed.start()] if bracketed else said
    return " ".join(name.split()).lstrip("-–+• "), bracketed[1].strip() if bracketed else ""


def _value(cell: str) -> Decimal | None:
    digits = cell.rstrip("%").lstrip("-–")
    value = numeral(digits)
    return -value if value is not None and cell[0] in "-–" else value


def _comparison(cell: str, column: Column) -> Comparison | None:
    value = _value(cell)
    if value is None:
        return None
    kind = Measure.ATTAINMENT if column.compares == "plan" else Measure.CHANGE
    return Comparison(kind, value, "%", base=column.compares)
