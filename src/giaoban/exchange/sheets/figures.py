"""The figures of a sheet whose layout is known, as rows that an import takes, each with the address of its cell."""

import re
from collections.abc import Callable, Iterator

from giaoban.exchange.figures import Row, plain
from giaoban.exchange.sheets.grid import Grid, address
from giaoban.exchange.sheets.headings import is_number
from giaoban.exchange.sheets.layout import (
    CODES,
    FIGURES,
    INDICATORS,
    LABELS,
    NAMED,
    OF_PLACES,
    PERIODS,
    PLACES,
    SKIPPED,
    UNITS,
    Column,
    Layout,
)
from giaoban.exchange.sheets.periods import timed
from giaoban.model import Bound
from giaoban.reading.rules.figures.tables.numbers import told
from giaoban.reference.folding import fold

Named = Callable[[str], str]
"""Code of the place, or key of the indicator, that a label names; empty where it is not known."""
PERCENT = "%"
CODE_BESIDE = "code_beside"
"""The field of a row in which the code beside its name stands, which no import stores: it is compared."""
GROUPED = "grouped"
"""The field of a row that keeps a cell as it was typed where its comma may stand for thousands: "7,400"."""
MAY_GROUP = re.compile(r"\D*[1-9]\d{0,2},\d{3}\D*")
OF_TIME = frozenset({"quy", "thang", "tuan", "ky", "ngay", "nam"})
"""Words that a period leaves over only where it was not understood: "quý IX/2020" is not the year."""


def labels(grid: Grid, layout: Layout, what: str = LABELS) -> list[str]:
    """The labels of the rows that hold any figure, or the names of their indicators (NAMED), each once, in their order."""
    column = _first(layout, what)
    holding = {number for number, each in layout.columns.items() if each.what == FIGURES}
    below = [row for at, row in sorted(grid.rows.items()) if at > layout.header[1] and not holding.isdisjoint(row)]
    return list(dict.fromkeys(row[column] for row in below if column in row))


def rows(grid: Grid, layout: Layout, named: Named, indicators: Named = lambda name: "") -> Iterator[Row]:
    """Every figure of the sheet. What cannot be understood stays as it was typed, so that the import tells it with its address.

    indicators  what the names in the column of indicators mean, where rows are places
    """
    column, naming, units, periods = (_first(layout, what) for what in (LABELS, NAMED, UNITS, PERIODS))
    codes, grouped = _codes(grid, layout, column, named), _grouped(grid, layout)
    for at, cells in sorted(grid.rows.items()):
        label, name = cells.get(column, ""), cells.get(naming, "") if layout.rows == PLACES else ""
        key, indicator = layout.labels.get(fold(label)), layout.named.get(fold(name)) if name else None
        if at <= layout.header[1] or not label or key == "" or indicator == "":
            continue
        code = cells.get(codes, "")
        key, indicator = key or named(label) or code or label, indicator or (indicators(name) or name if name else "")
        for number, each in layout.columns.items():
            if each.what == FIGURES and number in cells:
                fields = _fields(cells[number], each, layout, cells.get(units, ""), cells.get(periods, ""))
                if fields:
                    fields["indicator" if layout.rows == INDICATORS else "place"] = key
                    if layout.rows == PLACES:
                        fields["place_name"] = label
                    if code:
                        fields[CODE_BESIDE] = code
                    if indicator:
                        fields["indicator"] = indicator
                    if grouped.get(number) == at:
                        fields[GROUPED] = cells[number]
                    yield address(at, number), fields


def _codes(grid: Grid, layout: Layout, column: int, named: Named) -> int:
    """The column of codes of places beside their names; 0 where there is none, or nothing tells that its codes are those of places."""
    for number, each in layout.columns.items() if layout.rows == PLACES else ():
        heading = fold(each.heading).strip()
        if each.what == SKIPPED and heading in CODES:
            below = [(row.get(column, ""), row.get(number, "")) for at, row in grid.rows.items() if at > layout.header[1]]
            if heading in OF_PLACES or any(code and same_code(code, named(label)) for label, code in below if label):
                return number
    return 0


def _grouped(grid: Grid, layout: Layout) -> dict[int, int]:
    """By column the first row in which a comma may stand for thousands: every comma of the column has three digits behind it."""
    found: dict[int, int] = {}
    for number, each in layout.columns.items():
        cells = {at: row[number] for at, row in sorted(grid.rows.items()) if at > layout.header[1] and number in row}
        with_comma = {at: text for at, text in cells.items() if "," in text and is_number(text)}
        if each.what == FIGURES and with_comma and all(map(MAY_GROUP.fullmatch, with_comma.values())):
            found[number] = min(with_comma)
    return found


def same_code(one: str, other: str) -> bool:
    """Whether two codes are one; a sheet of numbers has lost the noughts before them."""
    return one.strip().lstrip("0") == other.strip().lstrip("0")


def _first(layout: Layout, what: str) -> int:
    return next((number for number, each in layout.columns.items() if each.what == what), 0)


def _fields(text: str, column: Column, layout: Layout, unit: str, period: str) -> dict[str, str]:
    """The columns of a flat row but for what the label names; none where the cell says that there is no figure."""
    try:
        number = told(text)
    except ValueError:
        number = None
        value, bound = text, Bound.EXACT
    else:
        if number is None:
            return {}
        value, bound = plain(number.value), number.bound
    return {
        "indicator": column.indicator or layout.indicator,
        "place": layout.place,
        "period": column.period or _period(period) or layout.period,
        "value": value,
        "unit": column.unit or unit or (PERCENT if number and number.percent else "") or layout.unit,
        "bound": bound.value,
        "role": column.role,
        "status": column.status,
    }


def _period(text: str) -> str:
    """The period that a cell names, as it was typed where it is not understood whole."""
    said = timed(text)
    return said.period.text if said.period and OF_TIME.isdisjoint(fold(said.rest).split()) else text
