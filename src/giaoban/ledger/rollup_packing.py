"""Figures of places out of their members, packed: one record of fixed size for each place."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

import numpy as np

from giaoban.ledger.packing import Numbers
from giaoban.ledger.rollup import Rolled
from giaoban.model import Bound, Quantity

TOO_LARGE = "aggregation-too-large"
WHYS = ("", "aggregation-none", "aggregation-needs-weights", "unit-not-of-indicator", "bounds-do-not-add", "unit-unknown", TOO_LARGE)
"""Codes of refusals as small numbers. The order is stored, so only add at the end."""
RECORD = np.dtype([("place", "<u4"), ("reported", "<u4"), ("of", "<u4"), ("amount", "<i8"), ("amount_to", "<i8"), ("digits", "u1"),
                   ("range", "u1"), ("unit", "u1"), ("bound", "u1"), ("why", "u1")])  # fmt: skip
MOST = 2**63 - 1


def pack_rolled(rows: Iterable[Rolled], units: Sequence[str], bounds: Sequence[Bound]) -> bytes:
    """The bytes of what was rolled up. `units` are those of the indicator, `bounds` the codes; a value past 63 bits is refused."""
    return np.array([_record(row, units, bounds) for row in rows], RECORD).tobytes()


def unpack_rolled(data: bytes) -> Numbers:
    """The records over the very bytes that `pack_rolled` made."""
    return np.frombuffer(data, RECORD)


def rolled(records: Numbers, units: Sequence[str], bounds: Sequence[Bound]) -> Iterator[Rolled]:
    """Unpacks roll-ups; the digits are those that were packed."""
    for place, reported, of, amount, amount_to, digits, ranged, unit, bound, why in records.tolist():
        upper = Decimal(amount_to).scaleb(-digits) if ranged else None
        told = None if why else Quantity(Decimal(amount).scaleb(-digits), units[unit], bounds[bound], upper)
        yield Rolled(place, reported, of, told, WHYS[why])


def _record(row: Rolled, units: Sequence[str], bounds: Sequence[Bound]) -> tuple[int, ...]:
    head = row.place, row.reported, row.of
    if row.quantity is None:
        return (*head, 0, 0, 0, 0, 0, 0, WHYS.index(row.why))
    value, upper = row.quantity.value, row.quantity.value_to
    end = value if upper is None else upper
    digits = max(0, *(-int(each.as_tuple().exponent) for each in (value, end)))
    low, high = int(value.scaleb(digits)), int(end.scaleb(digits))
    if max(abs(low), abs(high)) > MOST:
        return (*head, 0, 0, 0, 0, 0, 0, WHYS.index(TOO_LARGE))
    return (*head, low, high, digits, upper is not None, units.index(row.quantity.unit), bounds.index(row.quantity.bound), 0)
