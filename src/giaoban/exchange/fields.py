"""Fields of a JSON object that came from elsewhere, each of its kind or refused: TypeError or ValueError, which says what stands there."""

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeVar

Thing = TypeVar("Thing")


def parsed(data: bytes) -> Any:
    """The JSON of some bytes, its numbers as `Decimal`; ValueError for what is none, NaN and infinity too."""
    return json.loads(data, parse_float=Decimal, parse_int=Decimal, parse_constant=_no_number)


def text(value: object) -> str:
    """A text."""
    if not isinstance(value, str):
        raise TypeError(f"no text: {value!r}")
    return value


def number(value: object) -> Decimal:
    """A number with its digits."""
    if not isinstance(value, Decimal):
        raise TypeError(f"no number: {value!r}")
    return value


def whole(value: object) -> int:
    """A whole number."""
    found = number(value)
    if found != found.to_integral_value():
        raise ValueError(f"no whole number: {value!r}")
    return int(found)


def or_none(read: Callable[[object], Thing], value: object) -> Thing | None:
    """`read(value)`, or None where the value is null."""
    return None if value is None else read(value)


def _no_number(name: str) -> None:
    raise ValueError(f"no number: {name}")
