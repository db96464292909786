"""A figure of a file a thousand times, or a thousandth of, one of the same place, indicator and unit in it: thousands for millions."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from giaoban.model import Measure, Quantity, Refused

LEAST, MOST = 700, 1400
"""How many times one is as large as the other where only the unit differs: what it tells of changes less than that."""
MOST_SERIES = 20_000
"""Series of places that are remembered: files beyond are no office's own."""
Key = tuple[int, str, str, str]


@dataclass(slots=True)
class Level:
    """The first figure at a level of a series, and how many were seen there."""

    cell: str
    value: Decimal
    count: int = 1

    def times(self, value: Decimal) -> Decimal:
        """The larger of the two levels divided by the smaller."""
        return max(value, self.value) / min(value, self.value)


@dataclass(slots=True)
class Series:
    """What is taken for right in a series, and what was doubted by it: whichever more figures have is right."""

    level: Level
    doubted: Level | None = None

    def differs_from(self, cell: str, value: Decimal) -> Level | None:
        """The figure by which this one is doubted; None where it is of the level that most have."""
        if not LEAST <= self.level.times(value) <= MOST:
            self.level.count += 1
            return None
        if self.doubted is None or self.doubted.times(value) >= LEAST:
            self.doubted = Level(cell, value)
        else:
            self.doubted.count += 1
        if self.doubted.count > self.level.count:
            self.level, self.doubted = self.doubted, self.level
            return None
        return self.level


class Slips:
    """Remembers the levels of each series of a place."""

    def __init__(self) -> None:
        self._series: dict[Key, Series] = {}

    def slip(self, where: str, place: int, fields: Mapping[str, str]) -> Refused | None:
        """The doubt about the level in that row, which names the other figure; None where there is none. `place` is its key.

        A slip at the head of a series is doubted beside the second figure; that the third is as the second tells which of both is right.
        """
        unit, value = fields.get("unit", ""), _value(fields)
        if value is None:
            return None
        key = place, fields.get("indicator", ""), fields.get("breakdown", ""), unit
        if key not in self._series:
            if len(self._series) < MOST_SERIES:
                self._series[key] = Series(Level(where, value))
            return None
        other = self._series[key].differs_from(where, value)
        return other and Refused("import-thousandfold", value=Quantity(value, unit), other=Quantity(other.value, unit), cell=other.cell)


def _value(fields: Mapping[str, str]) -> Decimal | None:
    """The one number of a level above nothing."""
    if fields.get("value_to") or fields.get("measure", "") not in ("", Measure.LEVEL.value):
        return None
    try:
        value = Decimal(fields.get("value", ""))
    except InvalidOperation:
        return None
    return value if value.is_finite() and value > 0 else None
