"""A brief as plain JSON values and back, nothing lost: decimals keep their digits, of several possible kinds the name is kept."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from giaoban.brief.brief import Brief
from giaoban.model import Period, Refused

FORMAT = "giaoban-brief-1"


def stored(brief: Brief) -> dict[str, Any]:
    """The brief as JSON values."""
    return {"format": FORMAT, "brief": _plain(brief, Brief)}


def restored(value: Mapping[str, Any]) -> Brief:
    """The brief that was stored so. Refused (`brief-unreadable`) for anything else."""
    try:
        if value["format"] != FORMAT:
            raise ValueError(f"format {value['format']}")
        brief = _made(value["brief"], Brief)
    except (KeyError, TypeError, ValueError, AttributeError, InvalidOperation) as error:
        raise Refused("brief-unreadable", why=f"{type(error).__name__}: {error}"[:200]) from error
    assert isinstance(brief, Brief)
    return brief


def loaded(data: bytes) -> Brief:
    """The brief of a file that holds it as JSON. Refused like `restored`."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Refused("brief-unreadable", why=f"{type(error).__name__}: {error}"[:200]) from error
    return restored(value)


def _plain(value: Any, kind: Any) -> Any:
    several = _several(kind)
    if len(several) > 1 and value is not None:
        return {"is": type(value).__name__, "value": _plain(value, type(value))}
    if isinstance(value, tuple):
        return [_plain(each, its) for each, its in zip(value, _members(several[0], len(value)), strict=True)]
    if isinstance(value, Mapping):
        key, its = get_args(several[0])
        return {_plain(name, key): _plain(each, its) for name, each in value.items()}
    if write := _listed(WRITERS, value.__class__):
        return write(value)
    if value is not None and hasattr(value, "__dataclass_fields__"):
        return {name: _plain(getattr(value, name), its) for name, its in _hints(value.__class__).items()}
    return value


WRITERS = ((Period, str), (Decimal, str), (date, date.isoformat), (Enum, lambda value: value.value))


def _made(value: Any, kind: Any) -> Any:
    several = _several(kind)
    if value is None:
        if type(None) not in get_args(kind):
            raise ValueError("null where a value is wanted")
        return None
    if len(several) > 1:
        return _made(value["value"], {each.__name__: each for each in several}[value["is"]])
    return _of(value, several[0])


def _of(value: Any, kind: Any) -> Any:
    origin = get_origin(kind)
    if origin is tuple:
        return tuple(_made(each, its) for each, its in zip(value, _members(kind, len(value)), strict=True))
    if origin is not None:
        key, its = get_args(kind)
        return {_made(name, key): _made(each, its) for name, each in value.items()}
    if read := _listed(READERS, kind):
        return read(kind, value)
    if hasattr(kind, "__dataclass_fields__"):
        fields = {name: _made(value[name], its) for name, its in _hints(kind).items()}
        return kind(**fields)
    if not isinstance(value, kind):
        raise TypeError(f"{kind.__name__} is wanted, not {value!r}")
    return value


READERS = (
    (Period, lambda _kind, value: Period.parse(value)),
    (Enum, lambda kind, value: kind(value)),
    (Decimal, lambda _kind, value: Decimal(value)),
    (date, lambda _kind, value: date.fromisoformat(value)),
)


@cache
def _listed(table: tuple[tuple[type, Any], ...], kind: type) -> Any:
    """The entry of a table for the first family that a kind belongs to; None where there is none."""
    return next((told for family, told in table if issubclass(kind, family)), None)


@cache
def _several(kind: Any) -> tuple[Any, ...]:
    """The kinds that a value may be of, besides None."""
    if get_origin(kind) in {Union, UnionType}:
        return tuple(each for each in get_args(kind) if each is not type(None))
    return (kind,)


def _members(kind: Any, count: int) -> tuple[Any, ...]:
    """The kind of each member of a tuple of that kind."""
    members = get_args(kind)
    return (members[0],) * count if members[-1:] == (Ellipsis,) else members


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
