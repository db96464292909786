"""A line in one period restated onto the places of today and ranked: what each was made of, or why there is no figure of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, overload

from giaoban.ledger.crosswalk import Basis
from giaoban.model import Quantity, Refused
from giaoban_web.accounts.queries import granted_paths, under
from giaoban_web.ledger import catalogue
from giaoban_web.ledger.models import Entry, Line, ReportingPeriod
from giaoban_web.ledger.queries import standing_in, visible_to
from giaoban_web.ledger.ranking import comparable
from giaoban_web.ledger.restated import Shown, Told, restated
from giaoban_web.ledger.rows import quantity
from giaoban_web.places.models import Place
from giaoban_web.places.queries import crosswalk

MOST = 1_500
"""The most figures that are restated for one page; of more, a place is to be named within which."""


@dataclass(frozen=True, slots=True)
class RestatedRow:
    """A place of today. `told` is its own figure, a restated one, or why it cannot be restated; `rank` is None where it is not ranked."""

    place: Place
    told: Entry | Told
    quantity: Quantity | None = None
    rank: int | None = None

    @property
    def entry(self) -> Entry | None:
        """Its own figure, where it has one."""
        return self.told if isinstance(self.told, Entry) else None


class RestatedRanking(Sequence[RestatedRow]):
    """Rows of places of today, the largest first, then those that are not ranked; what can be drawn of it as of a `Ranking`."""

    def __init__(self, rows: Sequence[RestatedRow]) -> None:
        self.unit = _usual(rows)
        ranked = [row for row in rows if row.quantity and row.quantity.unit == self.unit]
        ranked.sort(key=lambda row: -_value(row))
        self.values = [_value(row) for row in ranked]
        self.places = [row.place.pk for row in ranked]
        self.ranked = len(ranked)
        self._rows = [*_numbered(ranked), *(row for row in rows if not row.quantity or row.quantity.unit != self.unit)]

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> RestatedRow: ...
    @overload
    def __getitem__(self, at: slice) -> list[RestatedRow]: ...
    def __getitem__(self, at: int | slice) -> RestatedRow | list[RestatedRow]:
        return self._rows[at]


def ranked(
    user: Any, line: Line, period: ReportingPeriod, *, on: date, below: Place | None, basis: Basis | None, known_on: date | None
) -> RestatedRanking:
    """What stands of places that are there on the day `on`, and of their predecessors restated onto them, as far as `user` may see them.

    Refused (`restate-too-many`) for more than 1,500 figures: then a place is to be named within which.
    """
    entries = visible_to(user).filter(line=line, period=period, role=0, place__withdrawn=False)
    if below:
        entries = entries.filter(place__path__startswith=below.path)
    if (count := entries.count()) > MOST:
        raise Refused("restate-too-many", count=count, most=MOST)
    stand = {each.entry.place_id: each.entry for each in standing_in(entries, known_on)}
    today = Place.objects.on(on).filter(under(granted_paths(user, "ledger.view"), "path"))
    reached = crosswalk([entry.place for entry in stand.values()]).places() | set(stand)
    targets = list(today.filter(pk__in=reached).order_by("path"))
    made = restated(user, line, targets, basis, known_on=known_on, period=period)
    return RestatedRanking(list(_rows(line, targets, stand, {place: told for (place, _period), told in made.items()})))


def _rows(line: Line, places: Sequence[Place], stand: dict[int, Entry], made: dict[int, Told]) -> Iterator[RestatedRow]:
    known = catalogue.one(line.indicator.key).get(line.indicator.key)
    for place in places:
        told = stand.get(place.pk) or made.get(place.pk)
        if isinstance(told, Entry | Shown):
            own = quantity(told) if isinstance(told, Entry) else told.quantity
            yield RestatedRow(place, told, comparable(own, line, known))
        elif told is not None:
            yield RestatedRow(place, told)


def _usual(rows: Sequence[RestatedRow]) -> str:
    units = [row.quantity.unit for row in rows if row.quantity]
    return max(sorted(set(units)), key=units.count, default="")


def _numbered(rows: Sequence[RestatedRow]) -> Iterator[RestatedRow]:
    """Equal values have one rank."""
    rank = 0
    for at, row in enumerate(rows):
        if not at or _value(row) != _value(rows[at - 1]):
            rank = at + 1
        yield RestatedRow(row.place, row.told, row.quantity, rank)


def _value(row: RestatedRow) -> Decimal:
    return row.quantity.value if row.quantity else Decimal(0)
