"""A quantity in another unit, its digits kept: 19,2 nghìn tỷ đồng is 1.92E+4 tỷ đồng, still three digits."""

from dataclasses import replace
from functools import lru_cache

from giaoban.model import Quantity, Refused
from giaoban.reference.dimensions import dimension
from giaoban.reference.indicators import Indicator


def convert(quantity: Quantity, unit: str) -> Quantity:
    """`quantity` in `unit`; bound and number of digits stay.

    Refused where one of the units is not known (`unit-unknown`), or they do not measure the same (`unit-does-not-fit`).

    >>> from decimal import Decimal
    >>> convert(Quantity(Decimal("19.2"), "nghìn tỷ đồng"), "tỷ đồng").value
    Decimal('1.92E+4')
    """
    if quantity.unit.casefold() == unit.casefold():
        return replace(quantity, unit=unit)
    tens = _power(quantity.unit) - _power(unit)
    if not fits(quantity.unit, unit):
        raise Refused("unit-does-not-fit", unit=quantity.unit, wanted=unit)
    upper = None if quantity.value_to is None else quantity.value_to.scaleb(tens)
    return replace(quantity, value=quantity.value.scaleb(tens), value_to=upper, unit=unit)


def fits(unit: str, wanted: str) -> bool:
    """Whether figures in `unit` can be told in `wanted`; the "/năm" of `wanted` may be left unsaid, for the period says it."""
    first, second = dimension(unit), dimension(wanted)
    if first is None or second is None:
        return unit.casefold() == wanted.casefold()
    return first.what == second.what and second.per in {first.per, (*first.per, "year")}


def unit_for(unit: str, indicator: Indicator) -> str | None:
    """The unit of `indicator` in which a figure in `unit` can be told; None where there is none.

    What a figure is for each of may be left unsaid: an income of 71 triệu đồng is triệu đồng/người/năm.
    """
    return unit_among(unit, indicator.units)


@lru_cache(maxsize=4096)
def unit_among(unit: str, units: tuple[str, ...]) -> str | None:
    """The first of `units` in which a figure in `unit` can be told, as `unit_for`."""
    for wanted in units:
        if fits(unit, wanted):
            return wanted
    return next((wanted for wanted in units if "/" not in unit and "/" in wanted and fits(unit, _above(wanted))), None)


def told(quantity: Quantity, indicator: Indicator) -> Quantity:
    """`quantity` in the unit of `indicator` that it fits. Refused where it fits none (`unit-not-of-indicator`)."""
    wanted = unit_for(quantity.unit, indicator)
    if wanted is None:
        raise Refused("unit-not-of-indicator", unit=quantity.unit, indicator=indicator.name, units=", ".join(indicator.units))
    if fits(quantity.unit, wanted):
        return convert(quantity, wanted)
    return replace(convert(quantity, _above(wanted)), unit=wanted)


def _above(unit: str) -> str:
    return unit.partition("/")[0]


def _power(unit: str) -> int:
    known = dimension(unit)
    if known is None:
        raise Refused("unit-unknown", unit=unit)
    return known.power
