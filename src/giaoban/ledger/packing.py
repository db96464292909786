"""Standing figures of one line packed as numbers: column after column, so that an array over the bytes is made without a copy.

A packing holds the figures of one place by period, or of one period by place: `at` names which. Exact: amount / 10^digits, as an entry
keeps it; the few upper ends of ranges follow behind the columns.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import accumulate
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[Any]
COLUMNS = (("amount", "<i8"), ("at", "<u4"), ("unit", "<u4"), ("number", "<u2"), ("digits", "u1"), ("bound", "u1"), ("role", "u1"),
           ("status", "u1"))  # fmt: skip
RANGE = np.dtype([("row", "<u4"), ("amount_to", "<i8")])
HEAD = 4
"""Bytes before the columns: how many rows there are."""
KINDS: dict[str, np.dtype[Any]] = {**{name: np.dtype(kind) for name, kind in COLUMNS}, "ranges": RANGE}
STARTS = accumulate((np.dtype(kind).itemsize for _name, kind in COLUMNS), initial=0)
PLACES = {name: (kind, start) for (name, kind), start in zip(KINDS.items(), STARTS, strict=True)}
"""Of each column what it holds, and how many bytes of a row stand before it."""
POWERS = 10.0 ** np.arange(256)


class Row(NamedTuple):
    """One standing figure; `at` is the id of its period or place, the rest as an entry keeps it."""

    at: int
    role: int
    number: int
    amount: int
    amount_to: int | None
    digits: int
    unit: int
    bound: int
    status: int

    @property
    def value(self) -> Decimal:
        return Decimal(self.amount).scaleb(-self.digits)


class Packed:
    """Columns of equal length, each an array; `ranges` names the rows that have an upper end.

    Over the bytes that `pack` made each array is made when it is asked for: most readers want two of the nine.
    """

    __slots__ = (*PLACES, "_count", "_data")
    amount: Numbers
    at: Numbers
    unit: Numbers
    number: Numbers
    digits: Numbers
    bound: Numbers
    role: Numbers
    status: Numbers
    ranges: Numbers

    def __init__(self, data: bytes, **columns: Numbers) -> None:
        self._data, self._count = data, int.from_bytes(data[:HEAD], "little")
        for name, column in columns.items():
            setattr(self, name, column)

    def __getattr__(self, name: str) -> Numbers:
        """A column that was not asked for before."""
        kind, width = PLACES[name]
        made = np.frombuffer(self._data, kind, -1 if name == "ranges" else self._count, HEAD + width * self._count)
        setattr(self, name, made)
        return made

    def __len__(self) -> int:
        return len(self.amount)

    @property
    def values(self) -> Numbers:
        """The values as floating numbers: for charts and estimates, never for what is printed."""
        digits = HEAD + PLACES["digits"][1] * self._count
        if self._count and self._data.count(0, digits, digits + self._count) == self._count:
            return np.frombuffer(self._data, KINDS["amount"], self._count, HEAD).astype(float)
        return np.asarray(self.amount / POWERS.take(self.digits))

    @property
    def high(self) -> Numbers:
        """Upper ends; of a figure without one the amount itself."""
        found = self.amount.copy()
        found[self.ranges["row"]] = self.ranges["amount_to"]
        return found

    def where(self, wanted: Numbers) -> "Packed":
        """Only the rows for which `wanted` is true, in their order."""
        columns = {name: getattr(self, name)[wanted] for name, _kind in COLUMNS}
        kept = self.ranges[wanted[self.ranges["row"]]].copy()
        kept["row"] = np.cumsum(wanted)[kept["row"]] - 1
        return Packed(b"", **columns, ranges=kept)

    def rows(self) -> Iterator[Row]:
        """The figures one by one, exact."""
        upper = dict(zip(self.ranges["row"].tolist(), self.ranges["amount_to"].tolist(), strict=True))
        columns = zip(*(getattr(self, name).tolist() for name, _kind in COLUMNS), strict=True)
        for row, (amount, at, unit, number, digits, bound, role, status) in enumerate(columns):
            yield Row(at, role, number, amount, upper.get(row), digits, unit, bound, status)


def pack(rows: Iterable[Sequence[int | None]]) -> bytes:
    """The bytes of rows (in the order of the fields of `Row`), sorted by `at` and role."""
    told = sorted(rows)  # type: ignore[type-var]
    at, role, number, amount, upper, digits, unit, bound, status = zip(*told, strict=True) if told else ((),) * len(Row._fields)
    columns = {"amount": amount, "at": at, "unit": unit, "number": number, "digits": digits, "bound": bound, "role": role, "status": status}
    ranges = np.array([(row, high) for row, high in enumerate(upper) if high is not None], RANGE)
    parts = [*(np.array(columns[name], kind) for name, kind in COLUMNS), ranges]
    return len(told).to_bytes(HEAD, "little") + b"".join(part.tobytes() for part in parts)


def unpack(data: bytes) -> Packed:
    """The columns over the very bytes that `pack` made."""
    return Packed(bytes(data))
