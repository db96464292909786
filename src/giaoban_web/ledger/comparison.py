"""Up to six places side by side over time, in one line of one indicator; restated over changes of places where that is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from giaoban.ledger.crosswalk import Basis
from giaoban.model import Quantity, Refused
from giaoban.render import charts
from giaoban_web.ledger.models import Entry, Line, ReportingPeriod
from giaoban_web.ledger.queries import standing_in, visible_to
from giaoban_web.ledger.restated import Shown, Told, periods_of, restated
from giaoban_web.ledger.rows import quantity
from giaoban_web.places.models import Place
from giaoban_web.ui import printed

MOST = 6
Cell = Entry | Shown | Refused | None
"""A figure as entered; one that was restated; why it cannot be; or nothing."""
PeriodRow = tuple[ReportingPeriod, list[Cell]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The figures of `places` by period, the earliest first, each list in the order of the places.

    changed  periods in which a form of one of the places began
    """

    places: tuple[Place, ...]
    periods: tuple[PeriodRow, ...]
    changed: tuple[str, ...]


def compare(user: Any, line: Line, places: Sequence[Place], *, restate: bool = False, basis: Basis | None = None) -> Comparison:
    """Actual figures of the units of `places`, of their earlier and later forms too, as far as `user` may see them.

    restate  fill what a unit has no figure of from the places it was made of, or became
    basis    by what places that went over in part are split
    """
    entries = visible_to(user).filter(line=line, role=0, place__path__in=[place.path for place in places], place__withdrawn=False)
    columns = {place.path: number for number, place in enumerate(places)}
    rows: dict[int, PeriodRow] = {}
    for each in standing_in(entries):
        entry = each.entry
        _period, cells = rows.setdefault(entry.period_id, (entry.period, [None] * len(places)))
        cells[columns[entry.place.path]] = entry
    if restate:
        _fill(rows, restated(user, line, places, basis), places)
    ordered = sorted(rows.values(), key=lambda row: (row[0].end_on, row[0].start_on))
    return Comparison(tuple(places), tuple(ordered), _changed(ordered))


def _fill(rows: dict[int, PeriodRow], found: Mapping[tuple[int, int], Told], places: Sequence[Place]) -> None:
    """Put restated figures where a unit has none of its own, and where the one it has is of an earlier form with another extent."""
    columns = {place.pk: number for number, place in enumerate(places)}
    periods = periods_of(found)
    for (place, period), told in found.items():
        _period, cells = rows.setdefault(period, (periods[period], [None] * len(places)))
        cells[columns[place]] = told


def chart(line: Line, compared: Comparison) -> str:
    """The lines of the places over their periods; "" where there is nothing to draw."""
    told = [printed.period(period.text) for period, _cells in compared.periods]
    pairs = [
        (at, place, drawn, period)
        for at, (period, cells) in zip(told, compared.periods, strict=True)
        for place, cell in zip(compared.places, cells, strict=True)
        if (drawn := shown_quantity(cell))
    ]
    if not pairs:
        return ""
    unit = pairs[0][2].unit
    points = [
        charts.Point(at, float(each.value), place.title, printed.number(each.value), each.bound, _part_of_year(period))
        for at, place, each, period in pairs
        if each.unit == unit
    ]
    words = charts.Words(unit, str(line.indicator), *printed.separators())
    return charts.lines(points, told, words, [printed.period(text) for text in compared.changed])


def _part_of_year(period: ReportingPeriod) -> str:
    """What a line may join: the same part of different years, never nine months to a whole year."""
    start, end = period.start_on, period.end_on
    return f"{start:%m-%d} {end:%m-%d} {end.year - start.year}"


def shown_quantity(cell: Cell) -> Quantity | None:
    if isinstance(cell, Entry):
        return quantity(cell)
    return cell.quantity if isinstance(cell, Shown) else None


def _changed(rows: Sequence[PeriodRow]) -> tuple[str, ...]:
    """Periods that saw a form of a place begin, but for the first period of all."""
    began = {cell.place.valid_from for _period, cells in rows for cell in cells if isinstance(cell, Entry | Shown)}
    return tuple(period.text for period, _cells in rows[1:] if any(period.start_on <= day <= period.end_on for day in began))
