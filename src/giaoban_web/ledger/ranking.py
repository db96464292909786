"""The figures of many places in one period, ranked: numbers for all of them, rows of the ledger only for those that are shown."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, overload

import numpy as np

from giaoban.ledger.conversion import fits, told
from giaoban.ledger.packing import Packed
from giaoban.model import Measure, Quantity
from giaoban.reference.indicators import Indicator as Known
from giaoban_web.ledger.models import Entry, Line, ReportingPeriod
from giaoban_web.ledger.rows import quantity
from giaoban_web.places.models import Place

SAFE = 2**62


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """The figure of one place, in the indicator's own unit; `rank` is None where another unit keeps it from being compared."""

    entry: Entry
    quantity: Quantity
    rank: int | None = None

    @property
    def place(self) -> Place:
        return self.entry.place

    @property
    def told(self) -> Entry:
        return self.entry


class Ranking(Sequence[PlaceRow]):
    """Figures of a line in a period, the largest first, those in another unit last; a slice of it is read in one query.

    figures  actual figures by place, as packed
    units    names of units by id
    known    the indicator as the catalogue has it, in whose unit is compared
    """

    def __init__(self, line: Line, period: ReportingPeriod, figures: Packed, units: Mapping[int, str], known: Known | None) -> None:
        self._line, self._period, self._known = line, period, known
        self._figures = figures
        shown = {key: comparable(Quantity(Decimal(1), units[key]), line, known) for key in np.unique(figures.unit).tolist()}
        self.unit = self._usual({key: each.unit for key, each in shown.items()})
        tens = {key: each.value.adjusted() for key, each in shown.items()}
        usual = np.isin(figures.unit, [key for key, each in shown.items() if each.unit == self.unit])
        self._last = max((int(digits) for digits in figures.digits), default=0) - min(tens.values(), default=0)
        self._keys = self._scaled(tens)
        first = np.flatnonzero(usual)
        self._order = np.concatenate([first[np.argsort(-self._keys[first], kind="stable")], np.flatnonzero(~usual)])
        self.ranked = len(first)

    def __len__(self) -> int:
        return len(self._order)

    @overload
    def __getitem__(self, at: int) -> PlaceRow: ...
    @overload
    def __getitem__(self, at: slice) -> list[PlaceRow]: ...
    def __getitem__(self, at: int | slice) -> PlaceRow | list[PlaceRow]:
        if isinstance(at, int):
            return self._rows([range(len(self))[at]])[0]
        return self._rows(list(range(len(self))[at]))

    def __iter__(self) -> Iterator[PlaceRow]:
        return iter(self[:])

    @cached_property
    def values(self) -> list[Decimal]:
        """The values of those that are ranked, the largest first."""
        return [Decimal(key).scaleb(-self._last) for key in self._sorted.tolist()]

    @property
    def places(self) -> list[int]:
        """Ids of the places that are ranked, in order."""
        found: list[int] = self._figures.at[self._order[: self.ranked]].tolist()
        return found

    @property
    def _sorted(self) -> Any:
        return self._keys[self._order[: self.ranked]]

    def _usual(self, shown: Mapping[int, str]) -> str:
        counts: dict[str, int] = {}
        for key, count in zip(*(each.tolist() for each in np.unique(self._figures.unit, return_counts=True)), strict=True):
            counts[shown[key]] = counts.get(shown[key], 0) + count
        return max(sorted(counts), key=counts.__getitem__, default="")

    def _scaled(self, tens: Mapping[int, int]) -> Any:
        """Values as whole numbers to the finest digit of all; of Python's where 63 bits are too few."""
        figures = self._figures
        moved = np.zeros(len(figures), np.int64)
        for key, power in tens.items():
            moved[figures.unit == key] = power
        power = self._last - figures.digits.astype(np.int64) + moved
        largest = int(np.abs(figures.amount).max()) if len(figures) else 0
        if largest * 10 ** int(power.max(initial=0)) < SAFE:
            return figures.amount * 10**power
        return np.array([amount * 10**by for amount, by in zip(figures.amount.tolist(), power.tolist(), strict=True)], object)

    def _rows(self, wanted: list[int]) -> list[PlaceRow]:
        chosen = self._order[wanted]
        numbers = dict(zip(self._figures.at[chosen].tolist(), self._figures.number[chosen].tolist(), strict=True))
        found = Entry.objects.filter(line=self._line, period=self._period, place__in=numbers, number__in=set(numbers.values()))
        related = found.select_related("place", "line__indicator", "period", "unit", "source__by")
        rows = {entry.place_id: entry for entry in related if entry.number == numbers[entry.place_id]}
        ranks = np.searchsorted(-self._sorted, -self._keys[chosen], side="left") + 1
        return [
            PlaceRow(rows[place], comparable(quantity(rows[place]), self._line, self._known), rank if at < self.ranked else None)
            for place, rank, at in zip(numbers, ranks.tolist(), wanted, strict=True)
        ]


def comparable(own: Quantity, line: Line, known: Known | None) -> Quantity:
    """The quantity in the unit in which its indicator is compared, where it fits one."""
    fitting = known and line.measure == Measure.LEVEL and any(fits(own.unit, unit) for unit in known.units)
    return told(own, known) if known and fitting else own
