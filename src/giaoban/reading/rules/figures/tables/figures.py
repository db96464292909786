"""The figures of one table, named by its rows, in the role, period and unit that its columns say.

A comparison belongs to the row's figure that it is of; where the row has none it stands alone. A figure whose unit nobody tells is
left out.
"""

import re
from collections.abc import Iterator

from giaoban.model import Comparison, Found, Measure, Observation, Quantity
from giaoban.reading.engine import Page
from giaoban.reading.rules.figures.contexts import Context
from giaoban.reading.rules.figures.measured import GROWING
from giaoban.reading.rules.figures.names.naming import GROWTH
from giaoban.reading.rules.figures.roles.timing import by_time
from giaoban.reading.rules.figures.tables.cells import Cell, cells
from giaoban.reading.rules.figures.tables.comparing import comparison
from giaoban.reading.rules.figures.tables.grid import Table
from giaoban.reading.rules.figures.tables.headings import Holds, fits
from giaoban.reading.rules.figures.tables.labels import Label, Labels
from giaoban.reading.rules.figures.tables.meaning import Meaning, meaning
from giaoban.reference.units import COUNTED

SURE, LIKELY, UNDATED, ALONE = 0.9, 0.8, 0.6, 0.7
"""How often a figure is right whose period its heading says, the caption says, nobody says; and of a comparison that stands alone."""
GUESSED = 0.1
"""So much less where the unit is only the thing that the name counts."""
POINTS = "điểm %"
YEARS = re.compile(r"\d{4}(?:/\d{4})?")
MOVES = re.compile(r"(?P<verb>Giảm|Tăng) (?=tỷ lệ|số|diện tích|sản lượng|mức|thu nhập|hộ (?:cận )?nghèo)")
"""How the name of a change begins, where a table lists what is to grow or fall."""


class TableReading:
    """One table while it is read."""

    def __init__(self, page: Page, table: Table, context: Context) -> None:
        self._anchor = context.anchor
        self._rows = [(row, dict(cells(page.text, row))) for row in table.rows]
        values = [{at: cell.value for at, cell in row.items()} for _, row in self._rows]
        self._means: Meaning = meaning(page, table, context, values)

    def figures(self) -> Iterator[Found[Observation]]:
        labels = Labels(self._means.columns, self._means.year)
        for row, told in self._rows:
            if fits(row, self._means.columns):
                yield from self._of_row(labels.of(row), told)

    def _of_row(self, label: Label, told: dict[int, Cell]) -> Iterator[Found[Observation]]:
        """The figures of a row in their order; a comparison whose figure is among them belongs to it."""
        held = self._means.columns
        levels = {at: unit for at, cell in told.items() if held[at].holds is Holds.FIGURES and (unit := self._unit(label, at, cell))}
        compared: dict[int, tuple[Comparison, ...]] = {}
        for at, cell in told.items():
            if held[at].holds is Holds.COMPARISONS and (of := self._means.of.get(at)) in levels:
                compared[of] = (*compared.get(of, ()), self._comparison(at, cell, levels[of][0]))
        for at, cell in told.items():
            name = self._means.name(label, at)
            if name and at in levels:
                yield self._level(label, name, at, cell, levels[at], compared.get(at, ()))
            elif name and held[at].holds is Holds.COMPARISONS and self._means.of.get(at) not in levels:
                yield self._alone(label, name, at, cell)

    def _unit(self, label: Label, at: int, cell: Cell) -> tuple[str, bool] | None:
        """The unit of a figure, and whether it is only what the name counts; None where nobody tells it."""
        unit, guessed = ("%", False) if cell.percent else self._means.unit(label, at)
        return (unit, guessed) if unit else None

    def _comparison(self, at: int, cell: Cell, unit: str) -> Comparison:
        """What a cell compares; `unit` is that of the figure, for a difference in it."""
        in_unit = unit if self._means.amounts.get(at) and not cell.percent else ""
        return comparison(
            self._means.columns[at], cell.value, POINTS if in_unit == "%" else in_unit or "%", self._means.more.get(at, False)
        )

    def _level(
        self, label: Label, name: str, at: int, cell: Cell, told: tuple[str, bool], compared: tuple[Comparison, ...]
    ) -> Found[Observation]:
        column, (unit, guessed) = self._means.columns[at], told
        period = label.period or self._means.periods[at]
        whole_years = period and YEARS.fullmatch(period.text)
        role = by_time(column.role, period, self._anchor) if whole_years and not column.says else column.role
        value = cell.commas if unit.lower() in COUNTED else cell.value
        measure, name, falls = _moving(name, unit)
        quantity = Quantity(-value if falls else value, unit, cell.bound)
        what = Observation(name, quantity, measure, role, period.text if period else None, label.place or self._means.place(at), compared)
        sure = SURE if column.period else LIKELY if period else UNDATED
        return Found(what, cell.span, confidence=round(sure - GUESSED * guessed, 2))

    def _alone(self, label: Label, name: str, at: int, cell: Cell) -> Found[Observation]:
        """A comparison of a figure that the table does not have."""
        period = label.period or self._means.periods[at]
        said = self._comparison(at, cell, "")
        quantity = Quantity(said.value, said.unit, cell.bound)
        place = label.place or self._means.place(at)
        what = Observation(name, quantity, said.kind, self._means.columns[at].role, period.text if period else None, place)
        return Found(what, cell.span, confidence=ALONE if period else UNDATED)


def _moving(name: str, unit: str) -> tuple[Measure, str, bool]:
    """Level or change, the name without the verb that says so, and whether it falls: "Giảm tỷ lệ hộ nghèo"."""
    if verb := MOVES.match(name):
        return Measure.CHANGE, name[verb.end() :], verb["verb"] == "Giảm"
    low = name.lower()
    grows = unit == "%" and (low.startswith(GROWING) or any(word in low for word in GROWTH))
    return (Measure.CHANGE if grows else Measure.LEVEL), name, False
