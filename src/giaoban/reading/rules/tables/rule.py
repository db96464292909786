"""The figures of tables, each an observation: named by its row, in the role, period and unit that its column says.

A comparison belongs to the row's figure that it is of; where the row has none it stands alone. A figure whose unit nobody tells is
left out.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from giaoban.model import Comparison, Found, Measure, Observation, Period, Quantity, Span
from giaoban.reading.engine import Page, rule
from giaoban.reading.marks import AgencyMention, PeriodMention, PlaceMention, TimeAnchor
from giaoban.reading.rules.contexts import Context, opening
from giaoban.reading.rules.linking import GROWING
from giaoban.reading.rules.naming import GROWTH
from giaoban.reading.rules.roles import by_time
from giaoban.reading.rules.tables.cells import Cell, cells
from giaoban.reading.rules.tables.comparing import comparison
from giaoban.reading.rules.tables.grid import Table, found_in, names_figures, rows_in
from giaoban.reading.rules.tables.headings import FIGURED, Holds, columns, fits
from giaoban.reading.rules.tables.labels import Label, Labels
from giaoban.reading.rules.tables.meaning import Meaning, meaning
from giaoban.reading.sentences import Sentence
from giaoban.reference.units import COUNTED

SURE, LIKELY, UNDATED, ALONE = 0.9, 0.8, 0.6, 0.7
"""How often a figure is right whose period its heading says, the caption says, nobody says; and of a comparison that stands alone."""
MOVES = re.compile(r"(?P<verb>Giảm|Tăng) (?=tỷ lệ|số|diện tích|sản lượng|mức|thu nhập)")
GUESSED = 0.1
"""So much less where the unit is only the thing that the name counts."""


@rule(makes=Table)
def tables(page: Page) -> Iterator[Found[Table]]:
    """The tables that have a column of figures; of others the rows are read as sentences."""
    for table in found_in(page):
        if not table.in_doubt and any(column.holds in FIGURED for column in columns(table, "")):
            yield Found(table, Span(table.heads[0].block.span.start, table.rows[-1].block.span.end))


def tabled(page: Page) -> frozenset[int]:
    """Where the blocks begin that are rows of such tables, or of figures that no headings tell anything of."""
    rows = (row for found in page.all(Table) for row in (*found.what.heads, *found.what.rows, *found.what.passed))
    return frozenset(row.block.span.start for row in (*rows, *filter(names_figures, rows_in(page))))


@rule(makes=Observation, needs=(Table, Sentence, PeriodMention, PlaceMention, AgencyMention, TimeAnchor))
def table_figures(page: Page) -> Iterator[Found[Observation]]:
    """The figures of every table, row by row."""
    found = page.all(Table)
    context = opening(page) if found else None
    for each in found:
        if context:
            yield from _TableReading(page, each.what, context).figures()


class _TableReading:
    """One table while it is read."""

    def __init__(self, page: Page, table: Table, context: Context) -> None:
        self._page, self._table, self._anchor = page, table, context.anchor
        self._read = [(row, dict(cells(page.text, row))) for row in table.rows]
        values = [{at: cell.value for at, cell in row.items()} for _, row in self._read]
        self._means: Meaning = meaning(page, table, context, values)

    def figures(self) -> Iterator[Found[Observation]]:
        labels = Labels(self._means.columns, self._means.year)
        for row, figures in self._read:
            if not fits(row, self._means.columns):
                continue
            label = labels.of(row)
            compared = self._compared(label, figures)
            for at, cell in figures.items():
                if found := self._found(label, at, cell, compared.get(at, ()), figures):
                    yield found

    def _compared(self, label: Label, figures: dict[int, Cell]) -> dict[int, tuple[Comparison, ...]]:
        """The comparisons of a row by the column of the figure that each is of."""
        found: dict[int, tuple[Comparison, ...]] = {}
        for at, cell in figures.items():
            of = self._means.of.get(at)
            if of in figures and self._means.columns[at].holds is Holds.COMPARISONS:
                unit = self._unit(label, of, figures[of])[0]
                found[of] = (*found.get(of, ()), self._comparison(at, cell, unit))
        return found

    def _comparison(self, at: int, cell: Cell, unit: str) -> Comparison:
        column = self._means.columns[at]
        by_unit = unit if self._means.amounts.get(at) and not cell.percent else ""
        return comparison(column, cell.value, "điểm %" if by_unit == "%" else by_unit or "%", self._means.more.get(at, False))

    def _found(
        self, label: Label, at: int, cell: Cell, compared: tuple[Comparison, ...], figures: dict[int, Cell]
    ) -> Found[Observation] | None:
        column = self._means.columns[at]
        name = self._means.name(label, at)
        if not name or column.holds not in FIGURED:
            return None
        period = self._period(label, at)
        text = period.text if period else None
        place = label.place or self._means.place(at)
        if column.holds is Holds.COMPARISONS:
            if self._means.of.get(at) in figures:
                return None
            alone = self._comparison(at, cell, "")
            what = Observation(name, Quantity(alone.value, alone.unit, cell.bound), alone.kind, column.role, text, place)
            return Found(what, cell.span, confidence=ALONE if period else UNDATED)
        unit, guessed = self._unit(label, at, cell)
        if not unit:
            return None
        value: Decimal = cell.commas if unit.lower() in COUNTED else cell.value
        whole_years = period and len(period.text.partition("/")[0]) == len("2030")
        role = by_time(column.role, period, self._anchor) if whole_years and not column.says else column.role
        measure, name, falls = _moving(name, unit)
        what = Observation(name, Quantity(-value if falls else value, unit, cell.bound), measure, role, text, place, compared)
        sure = SURE if column.period else LIKELY if period else UNDATED
        return Found(what, cell.span, confidence=round(sure - GUESSED * guessed, 2))

    def _period(self, label: Label, at: int) -> Period | None:
        return label.period or self._means.periods[at]

    def _unit(self, label: Label, at: int, cell: Cell) -> tuple[str, bool]:
        """The unit of a figure, and whether it is only what the name counts."""
        if cell.percent:
            return "%", False
        return self._means.unit(label, at)


def _moving(name: str, unit: str) -> tuple[Measure, str, bool]:
    """Level or change, the name without the verb that says so, and whether it falls: "Giảm tỷ lệ hộ nghèo"."""
    if verb := MOVES.match(name):
        return Measure.CHANGE, name[verb.end() :], verb["verb"] == "Giảm"
    low = name.lower()
    grows = unit == "%" and (low.startswith(GROWING) or any(word in low for word in GROWTH))
    return (Measure.CHANGE if grows else Measure.LEVEL), name, False
