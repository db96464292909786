"""Columns that compare: of which column each is, with what, and whether they say how much of it or how much more.

"So với cùng kỳ (%)": 108,5    how much of it, since 108.5 is what 1 302 is of 1 200
"So với cùng kỳ (%)": 8,5      how much more
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from statistics import median

from giaoban.model import Comparison, Measure, Period, Role
from giaoban.reading.rules.figures.tables.headings import Column, Holds
from giaoban.reading.rules.figures.tables.times import in_year
from giaoban.reference.folding import fold

Figures = Mapping[int, Decimal]
"""The values of a row by column."""
BARE = re.compile(r"ty le$|tien do$|ty le thuc hien$")
CLOSE = Decimal("0.6")
"""Percent points by which a share may differ from what the row's own numbers give."""
HALF = 40
"""Where nothing else tells, shares lie above this, and growth below."""


def compared_of(columns: Sequence[Column], periods: Sequence[Period | None], at: int) -> int | None:
    """The column whose figures a comparison is of: as its heading says, else the latest done on its left; None where there is none."""
    done = [each for each, column in enumerate(columns) if column.holds is Holds.FIGURES and column.role is not Role.TARGET]
    said = columns[at]
    told = said.says or said.period is not None
    figures = [each for each, column in enumerate(columns) if column.holds is Holds.FIGURES]
    if named := [each for each in (figures if said.role is Role.TARGET else done) if told and _like(said, columns[each], periods[each])]:
        return _latest(columns, periods, named, named[-1])
    left = [each for each in _spoken_of(columns, done, said) if each < at] or done
    return _latest(columns, periods, left)


def _latest(columns: Sequence[Column], periods: Sequence[Period | None], among: Sequence[int], else_: int | None = None) -> int | None:
    """The last of the columns that tell of the latest time; figures of the year before may stand between them and what compares."""
    now = [each for each in among if not columns[each].same]
    latest = max((end for each in now if (end := _end(periods[each]))), default="")
    return next((each for each in reversed(now) if not latest or _end(periods[each]) == latest), else_)


def with_shares(columns: Sequence[Column], rows: Sequence[Figures]) -> list[Column]:
    """The columns, one that is only headed "Tỷ lệ (%)" as a comparison where its numbers say how much was done of another column."""
    named = any(column.holds is Holds.NAMES for column in columns)
    found = list(columns)
    for at, column in enumerate(columns):
        *before, last = column.name.split(": ")
        if BARE.match(fold(last)):
            found[at] = _share(columns, at, rows, named and not before)
    return found


def _share(columns: Sequence[Column], at: int, rows: Sequence[Figures], named: bool) -> Column:
    """Where rows are places, or a heading above says of what it is, such a column may as well be a share of all there is: there only
    one of a plan is a comparison."""
    figures = [each for each in range(at) if columns[each].holds is Holds.FIGURES]
    for of in reversed(figures):
        for base in (each for each in figures if named or columns[each].role is Role.TARGET):
            told = list(_told(at, of, base, rows)) if of != base and columns[of].role is not Role.TARGET else []
            if len(told) * 2 > sum(1 for row in rows if at in row) and not any(told):
                against = "plan" if columns[base].role is Role.TARGET else None
                return replace(columns[at], holds=Holds.COMPARISONS, name="", against=against)
    return columns[at]


def _spoken_of(columns: Sequence[Column], done: Sequence[int], said: Column) -> list[int]:
    """Of columns that count different things those of whose name the comparison repeats most."""
    words = set(fold(said.whole).split())
    shared = {each: len(words & set(fold(columns[each].name).split())) for each in done}
    most = max(shared.values(), default=0)
    return [each for each in done if shared[each] == most] if len({columns[each].name for each in done}) > 1 else list(done)


def _like(said: Column, column: Column, period: Period | None) -> bool:
    return (not said.says or said.role is column.role) and (said.period is None or said.period == period)


def _end(period: Period | None) -> str:
    return period.end_on.isoformat() if period else ""


def base_of(columns: Sequence[Column], periods: Sequence[Period | None], at: int, of: int, rows: Sequence[Figures]) -> int | None:
    """The column that a comparison is with, where the table has it; a plan that its heading does not name only by the rows' own numbers."""
    figures = [each for each, column in enumerate(columns) if column.holds is Holds.FIGURES and each != of]
    plans = [each for each in figures if columns[each].role is Role.TARGET and _same_year(periods[each], periods[of])]
    before = [each for each in figures if columns[each].role is not Role.TARGET and _end(periods[each]) < _end(periods[of])]
    if columns[at].against is None:
        asked = sum(1 for row in rows if at in row)
        told = (each for each in (*before[::-1], *plans[::-1]) if len(list(_told(at, of, each, rows))) * 2 > asked)
        return next(told, before[-1] if before else None)
    among = plans if columns[at].against == "plan" else before
    return among[-1] if among else None


def based(column: Column, base: Column, period: Period | None, before: Period | None) -> Column:
    """The column with the base that its heading leaves to be seen: the plan, or the figures of the year before, beside those compared."""
    if column.against is None and base.role is Role.TARGET:
        return replace(column, against="plan")
    if column.against or period is None or before is None or in_year(before, period.start_on.year) != period:
        return column
    return replace(column, against="previous_year" if period.text.isdigit() else "same_period")


def _same_year(one: Period | None, other: Period | None) -> bool:
    return one is None or other is None or one.start_on.year == other.start_on.year


def moves(column: Column, at: int, of: int | None, base: int | None, rows: Sequence[Figures]) -> bool:
    """Whether a column says how much more there was, not how much of it: by the rows' own numbers, else its heading, else its size."""
    if is_amount(column, at, of, base, rows):
        return True
    told = list(_told(at, of, base, rows)) if of is not None and base is not None else []
    if told:
        return sum(told) * 2 > len(told)
    if column.against == "plan" or column.moves:
        return column.moves
    values = [row[at] for row in rows if at in row]
    return bool(values) and median(abs(value) for value in values) < HALF


def _told(at: int, of: int, base: int, rows: Sequence[Figures]) -> Iterator[bool]:
    """For each row whose numbers give the share or the growth that stands there, which of them it is."""
    for row in rows:
        if at in row and of in row and row.get(base):
            share = 100 * row[of] / row[base]
            if abs(share - row[at]) <= CLOSE:
                yield False
            elif abs(share - 100 - row[at]) <= CLOSE:
                yield True


def comparison(column: Column, value: Decimal, unit: str, more: bool) -> Comparison:
    """The comparison that a cell says; `unit` is that of the row, `more` as `moves` says."""
    kind = Measure.CHANGE if more else Measure.ATTAINMENT
    return Comparison(kind, -abs(value) if more and column.falls else value, column.unit or unit, base=column.against)


def is_amount(column: Column, at: int, of: int | None, base: int | None, rows: Sequence[Figures]) -> bool:
    """Whether a column says a difference in the unit of the row: as the rows' own numbers tell."""
    if of is None or base is None or column.unit:
        return False
    told = [abs(row[of] - row[base]) == abs(row[at]) for row in rows if at in row and of in row and base in row]
    return bool(told) and sum(told) * 2 > len(told)
