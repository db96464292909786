"""What a table means as a whole: its columns with their periods, the figures that comparisons are of, names and units put together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from giaoban.model import Period, Role
from giaoban.reading.engine import Page
from giaoban.reading.rules.figures.contexts import Context
from giaoban.reading.rules.figures.tables import comparing, units
from giaoban.reading.rules.figures.tables.captions import Caption, caption
from giaoban.reading.rules.figures.tables.grid import Table
from giaoban.reading.rules.figures.tables.headings import Column, Holds, columns, is_place, is_whole
from giaoban.reading.rules.figures.tables.labels import Label, names_measure, stands_alone
from giaoban.reading.rules.figures.tables.times import in_year, year_before
from giaoban.reading.rules.figures.tables.wordings import PART
from giaoban.reference.folding import fold

OF_WHICH = "trong do"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the columns hold, and for each what nobody else says of it.

    periods  of each column, as its heading, the table or the document says
    of       for a column of comparisons the column whose figures they are of
    more     whether a column of comparisons says how much more there was
    amounts  whether it says so in the unit of the row
    inside   places that are rows or columns of the table
    year     of the table, where it has one
    """

    columns: Sequence[Column]
    periods: Sequence[Period | None]
    of: Mapping[int, int]
    more: Mapping[int, bool]
    amounts: Mapping[int, bool]
    caption: Caption
    inside: frozenset[str]
    year: str

    @property
    def _names_rows(self) -> bool:
        return any(column.holds is Holds.NAMES for column in self.columns)

    def name(self, label: Label, at: int) -> str:
        """What a figure counts; empty where that is not told."""
        column = self.columns[at]
        if not self._names_rows:
            return self._of_column(at) if label.place or label.total or label.period else ""
        if label.total or not label.name:
            own = column.name if column.name and not is_place(column.name) else ""
            return own or (self.caption.name if stands_alone(self.caption.name) else "") if label.total else ""
        if self._only_compares and self.caption.name and stands_alone(self.caption.name) and not stands_alone(label.name):
            return f"{self.caption.name}: {label.name}"
        measures = stands_alone(column.name) or (names_measure(column.name) and not stands_alone(label.name))
        tells = column.name and not is_place(column.name) and (measures or not (column.says or column.period))
        return f"{column.name}: {label.name}" if tells else label.name

    def place(self, at: int) -> str | None:
        """The place of a column, else that of the table."""
        name = self.columns[at].name
        if name and is_place(name) and not is_whole(name):
            return name
        place = self.caption.place
        return None if place and any(fold(place) in each for each in self.inside) else place

    def unit(self, label: Label, at: int) -> tuple[str, bool]:
        """The unit of a figure, and whether it is only what the name counts."""
        column = self.columns[at]
        said = column.unit if column.unit == "%" else label.unit or column.unit or self._of_names
        if said:
            return said, False
        name = self.name(label, at)
        if over := units.of_all(self.caption.units, label.name or name):
            return over, False
        if whole := self._unit_of_whole(at):
            return whole, False
        parts = [*reversed(column.name.split(": ")), *reversed(name.split(": "))]
        return next((thing for part in parts if (thing := units.counted(part))), ""), True

    def _unit_of_whole(self, at: int) -> str:
        """The unit of the column of which one headed "Trong đó" is a part."""
        if not fold(self.columns[at].whole).startswith(OF_WHICH):
            return ""
        before = [each for each in self.columns[:at] if each.holds is Holds.FIGURES and not fold(each.whole).startswith(OF_WHICH)]
        return before[-1].unit if before else ""

    @property
    def _of_names(self) -> str:
        """The unit that stands in the heading of the names, where there is no column of units."""
        holds = {column.holds for column in self.columns}
        heading = next((column.whole for column in self.columns if column.holds is Holds.NAMES), "")
        return "" if Holds.UNITS in holds else units.parted(heading)[1]

    @property
    def _only_compares(self) -> bool:
        return not any(column.holds is Holds.FIGURES for column in self.columns)

    def _of_column(self, at: int) -> str:
        """The name of a column whose rows are places or periods; of one that parts the column before, with the name of that."""
        name = self.columns[at].name or self._beside(at) or self.caption.name
        before = [each for each in range(at) if self.columns[each].holds is Holds.FIGURES]
        if not self.columns[at].unit and self._is_part(name):
            return f"{self.caption.name}: {name}"
        parts = fold(self.columns[at].whole).startswith(OF_WHICH) or (PART.match(fold(name)) and not stands_alone(name))
        if parts and before and self.columns[at].holds is Holds.FIGURES:
            whole = next((self.columns[each].name for each in reversed(before) if not PART.match(fold(self.columns[each].name))), "")
            return f"{whole}: {name}" if whole else name
        return name

    def _is_part(self, name: str) -> bool:
        """Whether a name only says which part it is of what the caption names: "Nam" of "Dân số trung bình"."""
        whole = self.caption.name
        if not whole or stands_alone(name) or units.counted(name) or not stands_alone(whole):
            return False
        return not set(fold(name).split()) & set(fold(whole).split())

    def _beside(self, at: int) -> str:
        """The name of a column of the same unit, of which one without a name is the plan, or what was done."""
        unit = self.columns[at].unit
        alike = [each for each in self.columns if each.holds is Holds.FIGURES and each.name and (not unit or each.unit in ("", unit))]
        others = {each.name for each in alike if not PART.match(fold(each.name))}
        return others.pop() if len(others) == 1 else ""


def meaning(page: Page, table: Table, context: Context, rows: Sequence[comparing.Figures]) -> Meaning:
    """What the table means; `rows` has the values of each of its rows by column."""
    said = caption(page, table, context)
    year = str(said.period.start_on.year) if said.period else str(context.anchor.year) if context.anchor else ""
    held = comparing.with_shares(_aims(columns(table, year), said), rows)
    main = _main(held, said.period)
    periods = [_period(column, main, said.period) for column in held]
    of: dict[int, int] = {}
    more: dict[int, bool] = {}
    amounts: dict[int, bool] = {}
    for at, column in enumerate(held):
        if column.holds is Holds.COMPARISONS:
            which = comparing.compared_of(held, periods, at)
            base = comparing.base_of(held, periods, at, which, rows) if which is not None else None
            more[at] = comparing.moves(column, at, which, base, rows)
            amounts[at] = comparing.is_amount(column, at, which, base, rows)
            if which is not None:
                of[at] = which
            if which is not None and base is not None:
                held[at] = comparing.based(column, held[base], periods[which], periods[base])
    return Meaning(held, periods, of, more, amounts, said, _inside(table, held), year)


def _aims(held: Sequence[Column], said: Caption) -> list[Column]:
    """The columns, their figures aims where the caption says so and no heading says what they are; those of earlier periods stay."""
    if not said.plans or any(column.says or column.holds is Holds.COMPARISONS for column in held):
        return list(held)
    now = said.period and said.period.end_on
    return [
        replace(column, role=Role.TARGET)
        if column.holds is Holds.FIGURES and not (column.period and now and column.period.end_on < now)
        else column
        for column in held
    ]


def _inside(table: Table, held: Sequence[Column]) -> frozenset[str]:
    rows = (row.cells[at] for at, column in enumerate(held) if column.holds is Holds.PLACES for row in table.rows)
    return frozenset(map(fold, (*rows, *(column.name for column in held if column.name))))


def _names_year(column: Column) -> bool:
    """Whether the year of the column's period stands in its heading, and is not that of the table."""
    return column.period is not None and str(column.period.start_on.year) in column.whole


def _main(held: Sequence[Column], whole: Period | None) -> Period | None:
    """The period of what the table reports: that of its latest figures done, where their headings say it, else of the whole."""
    done = [each.period for each in held if each.holds is Holds.FIGURES and each.period and not each.same and each.role is not Role.TARGET]
    return max(done, key=lambda period: (period.end_on, period.start_on), default=whole) if done else whole


def _period(column: Column, main: Period | None, whole: Period | None) -> Period | None:
    period = column.period
    if column.same:
        if period is None or not _names_year(column):
            basis = period or main
            return basis and year_before(basis)
        return in_year(main, period.start_on.year) if main and len(period.text) == len("2024") else period
    if period is None and column.role is Role.TARGET and whole:
        return Period.parse(str(whole.start_on.year)) if "/" not in whole.text else whole
    return period or whole
