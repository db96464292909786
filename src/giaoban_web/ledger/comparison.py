"""Up to six places side by side over time, in one line of one indicator; restated over changes of places where that is asked."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from giaoban.ledger.crosswalk import Basis
from giaoban.model import Quantity, Refused
from giaoban.render import charts
from giaoban_web.ledger import catalogue
from giaoban_web.ledger.models import Entry, Line, ReportingPeriod
from giaoban_web.ledger.queries import standing_in, visible_to
from giaoban_web.ledger.ranking import comparable
from giaoban_web.ledger.restated import Shown, periods_of, restated
from giaoban_web.ledger.restated import Told as Found
from giaoban_web.ledger.rows import quantity
from giaoban_web.ledger.templatetags.ledger import named
from giaoban_web.places.models import Place
from giaoban_web.ui import printed

MOST = 6
Cell = Entry | Shown | Refused | None
"""A figure as entered; one that was restated; why it cannot be; or nothing."""
PeriodRow = tuple[ReportingPeriod, list[Cell]]


class Told(NamedTuple):
    """A figure of a place in a period, in the unit in which its indicator is compared where it can be told in that.

    reported  as entered, not worked out
    as_told   in the unit in which it was entered: its digits are those that were printed
    """

    place: Place
    period: ReportingPeriod
    quantity: Quantity
    reported: bool
    as_told: bool

    @property
    def shown(self) -> str:
        """The number as printed, or to two decimals where it was worked out."""
        value = self.quantity.value
        if not self.reported:
            return printed.number(round(value, 2))
        return printed.digits(value if self.as_told else printed.shortest(value))


@dataclass(frozen=True, slots=True)
class Comparison:
    """The figures of `places` by period, the earliest first, each list in the order of the places.

    changed  periods in which a form of one of the places began
    """

    places: tuple[Place, ...]
    periods: tuple[PeriodRow, ...]
    changed: tuple[str, ...]

    @property
    def titles(self) -> tuple[str, ...]:
        """How each place is headed: by the names that it bore in the periods of its figures, the earliest first; else by its own."""
        return tuple(" → ".join(self._borne(number)) or place.title for number, place in enumerate(self.places))

    def _borne(self, number: int) -> tuple[str, ...]:
        column = (cells[number] for _period, cells in self.periods)
        return tuple(dict.fromkeys(cell.place.title for cell in column if isinstance(cell, Entry | Shown)))

    def told(self, line: Line) -> Iterator[Told]:
        """Every figure with its place and period, in the unit in which the indicator is compared."""
        known = catalogue.one(line.indicator.key).get(line.indicator.key)
        for period, cells in self.periods:
            for place, cell in zip(self.places, cells, strict=True):
                if (quantity := shown_quantity(cell)) is not None:
                    shown = comparable(quantity, line, known)
                    yield Told(place, period, shown, isinstance(cell, Entry), quantity.unit == shown.unit)


def compare(
    user: Any, line: Line, places: Sequence[Place], *, restate: bool = False, basis: Basis | None = None, known_on: date | None = None
) -> Comparison:
    """Actual figures of the units of `places`, of their earlier and later forms too, as far as `user` may see them.

    restate   fill what a unit has no figure of from the places it was made of, or became
    basis     by what places that went over in part are split
    known_on  as it was known at the end of that day
    """
    entries = visible_to(user).filter(line=line, role=0, place__path__in=[place.path for place in places], place__withdrawn=False)
    columns = {place.path: number for number, place in enumerate(places)}
    rows: dict[int, PeriodRow] = {}
    for each in standing_in(entries, known_on):
        entry = each.entry
        _period, cells = rows.setdefault(entry.period_id, (entry.period, [None] * len(places)))
        cells[columns[entry.place.path]] = entry
    if restate:
        _fill(rows, restated(user, line, places, basis, known_on=known_on), places)
    ordered = sorted(rows.values(), key=lambda row: (row[0].end_on, row[0].start_on))
    return Comparison(tuple(places), tuple(ordered), _changed(ordered))


def _fill(rows: dict[int, PeriodRow], found: Mapping[tuple[int, int], Found], places: Sequence[Place]) -> None:
    """Put restated figures where a unit has none of its own, and where the one it has is of an earlier form with another extent."""
    columns = {place.pk: number for number, place in enumerate(places)}
    periods = periods_of(found)
    for (place, period), told in found.items():
        _period, cells = rows.setdefault(period, (periods[period], [None] * len(places)))
        cells[columns[place]] = told


def chart(line: Line, compared: Comparison) -> tuple[str, tuple[Told, ...]]:
    """The lines of the places over their periods, "" where there is nothing to draw; and what is left out, told in another unit."""
    told = list(compared.told(line))
    if not told:
        return "", ()
    unit = usual(told)
    called = {place.pk: title for place, title in zip(compared.places, compared.titles, strict=True)}
    points = [_point(each, called[each.place.pk]) for each in told if each.quantity.unit == unit]
    words = charts.Words(printed.unit(unit), named(line), *printed.separators())
    changed = [printed.period(text) for text in compared.changed]
    drawn = charts.lines(points, [printed.period(period.text) for period, _cells in compared.periods], words, changed)
    return drawn, tuple(each for each in told if each.quantity.unit != unit)


def usual(told: Iterable[Told]) -> str:
    """The unit in which most of the figures are told; "" for none."""
    counts = Counter(each.quantity.unit for each in told)
    return max(sorted(counts), key=counts.__getitem__, default="")


def _point(told: Told, called: str) -> charts.Point:
    value, bound = float(told.quantity.value), told.quantity.bound
    return charts.Point(printed.period(told.period.text), value, called, told.shown, bound, _part_of_year(told.period))


def _part_of_year(period: ReportingPeriod) -> str:
    """What a line may join: the same part of different years, never nine months to a whole year."""
    start, end = period.start_on, period.end_on
    return f"{start:%m-%d} {end:%m-%d} {end.year - start.year}"


def shown_quantity(cell: Cell) -> Quantity | None:
    """The figure in a cell of the table, as entered or restated; None where there is none."""
    if isinstance(cell, Entry):
        return quantity(cell)
    return cell.quantity if isinstance(cell, Shown) else None


def _changed(rows: Sequence[PeriodRow]) -> tuple[str, ...]:
    """Periods that saw a form of a place begin, but for the first period of all."""
    began = {cell.place.valid_from for _period, cells in rows for cell in cells if isinstance(cell, Entry | Shown)}
    return tuple(period.text for period, _cells in rows[1:] if any(period.start_on <= day <= period.end_on for day in began))
