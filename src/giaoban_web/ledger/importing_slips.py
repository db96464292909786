"""A figure of a file a thousand times, or a thousandth of, one of the same place, indicator and unit in it: thousands for millions."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from giaoban.model import Measure, Quantity, Refused

LEAST, MOST = 700, 1400
"""How many times one is as large as the other where only the unit differs: what it tells of changes less than that."""
MOST_SERIES = 20_000
"""Series of places that are remembered: files beyond are no office's own."""
Key = tuple[int, str, str, str]


class Slips:
    """Remembers the first figure of each series of a place."""

    def __init__(self) -> None:
        self._first: dict[Key, tuple[str, Decimal]] = {}

    def slip(self, where: str, place: int, fields: Mapping[str, str]) -> Refused | None:
        """The doubt about the level in that row; None where there is none. `place` is its key."""
        unit, value = fields.get("unit", ""), _value(fields)
        if value is None:
            return None
        key = place, fields.get("indicator", ""), fields.get("breakdown", ""), unit
        if key not in self._first:
            if len(self._first) < MOST_SERIES:
                self._first[key] = where, value
            return None
        cell, other = self._first[key]
        if not LEAST <= max(value, other) / min(value, other) <= MOST:
            return None
        return Refused("import-thousandfold", value=Quantity(value, unit), other=Quantity(other, unit), cell=cell)


def _value(fields: Mapping[str, str]) -> Decimal | None:
    """The one number of a level above nothing."""
    if fields.get("value_to") or fields.get("measure", "") not in ("", Measure.LEVEL.value):
        return None
    try:
        value = Decimal(fields.get("value", ""))
    except InvalidOperation:
        return None
    return value if value.is_finite() and value > 0 else None
