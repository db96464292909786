"""Figures as Parquet, for programs that analyse them.

`value` and `value_to` are decimals with eighteen places, so that they can be reckoned with at once and lose nothing; `digits` and
`digits_to` say how many places of each were printed: 85,70 is 85.700000000000000000 with 2. The other columns are those of
`figures.COLUMNS`, days as days.
"""

import io
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import islice
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from giaoban.exchange.figures import COLUMNS, Figure, Row, row
from giaoban.exchange.flat import refuse_without
from giaoban.model import Refused

AT_ONCE = 50_000
PLACES, MOST = 18, 38
DIGITS, DAYS = {"value": "digits", "value_to": "digits_to"}, ("place_from", "reported_on")
TYPES = dict.fromkeys(COLUMNS, pa.string()) | dict.fromkeys(DIGITS, pa.decimal128(MOST, PLACES)) | dict.fromkeys(DAYS, pa.date32())
SCHEMA = pa.schema([*TYPES.items(), *((name, pa.uint8()) for name in DIGITS.values())])


class _Sink(io.RawIOBase):
    """A file of which what was written is taken away again and again."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._at = 0

    def writable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def write(self, data: Any) -> int:
        self._pieces.append(bytes(data))
        self._at += len(self._pieces[-1])
        return len(self._pieces[-1])

    def taken(self) -> bytes:
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)


def write(figures: Iterable[Figure]) -> Iterator[bytes]:
    """Row groups of 50,000 figures, each given out when it is full. Refused for more than eighteen decimal places."""
    sink, rest = _Sink(), iter(figures)
    with pq.ParquetWriter(sink, SCHEMA, compression="zstd") as writer:
        while group := [_values(figure) for figure in islice(rest, AT_ONCE)]:
            writer.write_table(pa.Table.from_pylist(group, SCHEMA))
            yield sink.taken()
    yield sink.taken()


def rows(data: bytes) -> Iterator[Row]:
    """The rows of a Parquet file; addresses count from 1. Numbers may also be text or doubles. Refused for what is no such file."""
    try:
        file = pq.ParquetFile(pa.BufferReader(data))
    except (pa.ArrowException, OSError):
        raise Refused("figures-not-parquet") from None
    refuse_without(file.schema_arrow.names)
    there = (each for batch in file.iter_batches(AT_ONCE) for each in batch.to_pylist())
    return ((str(count), _fields(each)) for count, each in enumerate(there, 1))


def _values(figure: Figure) -> dict[str, Any]:
    fields: dict[str, Any] = {name: text or None for name, text in row(figure).items()}
    fields |= {"place_from": figure.place_from, "reported_on": figure.reported_on}
    for name, value in (("value", figure.quantity.value), ("value_to", figure.quantity.value_to)):
        fields |= {name: value, DIGITS[name]: None if value is None else _digits(value)}
    return fields


def _digits(value: Decimal) -> int:
    digits = max(0, -int(value.as_tuple().exponent))
    if digits > PLACES or abs(value) >= 10 ** (MOST - PLACES):
        raise Refused("figure-column-wrong", column="value", value=value)
    return digits


def _fields(told: dict[str, Any]) -> dict[str, str]:
    digits = {name: told.pop(DIGITS[name], None) for name in DIGITS}
    return {name: _text(value, digits.get(name)) for name, value in told.items() if value is not None}


def _text(value: Any, digits: int | None) -> str:
    if isinstance(value, float):
        value = Decimal(repr(value))
    if isinstance(value, Decimal) and value.is_finite():
        whole, _point, places = format(value, "f").partition(".")
        kept = places.rstrip("0") if digits is None else places[:digits]
        return f"{whole}.{kept}" if kept else whole
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
