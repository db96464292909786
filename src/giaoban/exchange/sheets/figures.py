"""The figures of a sheet whose layout is known, as rows that an import takes, each with the address of its cell."""

from collections.abc import Callable, Iterator

from giaoban.exchange.figures import Row, plain
from giaoban.exchange.sheets.grid import Grid, address
from giaoban.exchange.sheets.layout import FIGURES, INDICATORS, LABELS, PERIODS, PLACES, UNITS, Column, Layout
from giaoban.exchange.sheets.periods import timed
from giaoban.model import Bound
from giaoban.reading.rules.tables.numbers import told
from giaoban.reference.folding import fold

Named = Callable[[str], str]
"""Code of the place, or key of the indicator, that a label names; empty where it is not known."""
PERCENT = "%"


def labels(grid: Grid, layout: Layout) -> list[str]:
    """The labels of the rows below the headings, each once, in their order."""
    column = _first(layout, LABELS)
    return list(dict.fromkeys(row[column] for at, row in sorted(grid.rows.items()) if at > layout.header[1] and column in row))


def rows(grid: Grid, layout: Layout, named: Named) -> Iterator[Row]:
    """Every figure of the sheet. What cannot be understood stays as it was typed, so that the import tells it with its address."""
    column, units, periods = (_first(layout, what) for what in (LABELS, UNITS, PERIODS))
    for at, cells in sorted(grid.rows.items()):
        label = cells.get(column, "")
        key = layout.labels.get(fold(label))
        if at <= layout.header[1] or not label or key == "":
            continue
        key = key or named(label) or label
        for number, each in layout.columns.items():
            if each.what == FIGURES and number in cells:
                fields = _fields(cells[number], each, layout, cells.get(units, ""), cells.get(periods, ""))
                if fields:
                    fields["indicator" if layout.rows == INDICATORS else "place"] = key
                    if layout.rows == PLACES:
                        fields["place_name"] = label
                    yield address(at, number), fields


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
    said = timed(period).period if period else None
    return {
        "indicator": column.indicator or layout.indicator,
        "place": layout.place,
        "period": column.period or (said.text if said else period) or layout.period,
        "value": value,
        "unit": column.unit or unit or (PERCENT if number and number.percent else "") or layout.unit,
        "bound": bound.value,
        "role": column.role,
        "status": column.status,
    }
