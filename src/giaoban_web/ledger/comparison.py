"""Up to six places side by side over time, in one line of one indicator."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from giaoban.render import charts
from giaoban_web.ledger.codes import BOUNDS
from giaoban_web.ledger.models import Entry, Line, ReportingPeriod
from giaoban_web.ledger.queries import standing_in, visible_to
from giaoban_web.places.models import Place
from giaoban_web.ui import printed

MOST = 6
PeriodRow = tuple[ReportingPeriod, list[Entry | None]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The figures of `places` by period, the earliest first, each list in the order of the places.

    changed  periods in which a form of one of the places began
    """

    places: tuple[Place, ...]
    periods: tuple[PeriodRow, ...]
    changed: tuple[str, ...]


def compare(user: Any, line: Line, places: Sequence[Place]) -> Comparison:
    """Actual figures of the units of `places`, of their earlier and later forms too, as far as `user` may see them."""
    entries = visible_to(user).filter(line=line, role=0, place__path__in=[place.path for place in places], place__withdrawn=False)
    columns = {place.path: number for number, place in enumerate(places)}
    rows: dict[int, PeriodRow] = {}
    for each in standing_in(entries):
        entry = each.entry
        _period, cells = rows.setdefault(entry.period_id, (entry.period, [None] * len(places)))
        cells[columns[entry.place.path]] = entry
    ordered = sorted(rows.values(), key=lambda row: (row[0].end_on, row[0].start_on))
    return Comparison(tuple(places), tuple(ordered), _changed(ordered))


def chart(line: Line, compared: Comparison) -> str:
    """The lines of the places over their periods; "" where there is nothing to draw."""
    told = [printed.period(period.text) for period, _cells in compared.periods]
    pairs = [(at, place, entry) for at, (_period, cells) in zip(told, compared.periods, strict=True)
             for place, entry in zip(compared.places, cells, strict=True) if entry]  # fmt: skip
    if not pairs:
        return ""
    unit = pairs[0][2].unit.name
    points = [
        charts.Point(at, float(entry.value), place.title, printed.number(entry.value), BOUNDS[entry.bound])
        for at, place, entry in pairs
        if entry.unit.name == unit
    ]
    words = charts.Words(unit, str(line.indicator), *printed.separators())
    return charts.lines(points, told, words, [printed.period(text) for text in compared.changed])


def _changed(rows: Sequence[PeriodRow]) -> tuple[str, ...]:
    """Periods that saw a form of a place begin, but for the first period of all."""
    began = {entry.place.valid_from for _period, cells in rows for entry in cells if entry}
    return tuple(period.text for period, _cells in rows[1:] if any(period.start_on <= day <= period.end_on for day in began))
