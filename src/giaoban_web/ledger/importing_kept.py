"""Why rows of a file are refused or doubtful, as plain JSON values that an upload keeps, and back."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from giaoban.messages.printed import Moved, Rough
from giaoban.model import Bound, Period, Quantity, Refused

AGAIN: Mapping[str, Callable[[str], object]] = {"period": Period.parse, "on": date.fromisoformat}
"""How a value of a refusal that was kept as text becomes what it was, by its name."""
TAGGED: Mapping[type, tuple[str, Callable[[Any], Any], Callable[[Any], Any]]] = {
    Rough: ("rough", lambda rough: _plain(rough.quantity), lambda told: Rough(_quantity(told))),
    Moved: ("moved", lambda moved: _plain(moved.quantity), lambda told: Moved(_quantity(told))),
    Decimal: ("number", str, Decimal),
    int: ("number", str, Decimal),
    date: ("day", date.isoformat, date.fromisoformat),
    Period: ("period", str, Period.parse),
}
"""By the kind of a value the name under which it is kept, how, and how it comes back."""
BACK = {name: back for name, _kept, back in TAGGED.values()}
REFUSED = "refused"


def kept(why: Refused) -> dict[str, Any]:
    """The refusal as plain JSON values; `again` gives it back. A quantity is its number, unit and bound."""
    return {"code": why.code, "values": {name: _plain(value) for name, value in why.values.items()}}


def again(told: Mapping[str, Any]) -> Refused:
    """The refusal as `kept` kept it."""
    return Refused(told["code"], **{name: _again(name, value) for name, value in told["values"].items()})


def _plain(value: object) -> object:
    if isinstance(value, Quantity):
        return [str(value.value), value.unit, value.bound.value, *([] if value.value_to is None else [str(value.value_to)])]
    if isinstance(value, Refused):
        return {REFUSED: kept(value)}
    if tagged := TAGGED.get(type(value)):
        name, keep, _back = tagged
        return {name: keep(value)}
    return str(value)


def _quantity(told: list[str]) -> Quantity:
    value, unit, bound, *upper = told
    return Quantity(Decimal(value), unit, Bound(bound), Decimal(upper[0]) if upper else None)


def _again(name: str, value: Any) -> object:
    if isinstance(value, list):
        return _quantity(value)
    if isinstance(value, dict):
        ((tag, told),) = value.items()
        return again(told) if tag == REFUSED else BACK[tag](told)
    try:
        return AGAIN[name](value) if name in AGAIN else value
    except ValueError:
        return value
