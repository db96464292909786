"""Rows of the entry grid that are no whole: the parts of an indicator, and what is told in a unit that does not convert to its own."""

from giaoban.ledger.apart import AXIS, axes, mark, told_in
from giaoban.reference.axes import AXES
from giaoban.reference.indicators import Indicator

BETWEEN = ":"
"""Between the key of an indicator and its part; no key holds it."""


def row_key(indicator: str, breakdown: str) -> str:
    """Names a row: "viec_lam", "viec_lam:sex=female"."""
    return f"{indicator}{BETWEEN}{breakdown}" if breakdown else indicator


def read_key(key: str) -> tuple[str, str]:
    """The indicator and the part that a row's key names.

    >>> read_key("viec_lam:sex=female")
    ('viec_lam', 'sex=female')
    """
    indicator, _between, breakdown = key.partition(BETWEEN)
    return indicator, breakdown


def parts(indicator: Indicator) -> list[str]:
    """The parts that can be filed: along each of its axes, and in each unit that does not convert to the first."""
    along = [f"{axis}={part}" for axis in indicator.breakdowns if axis in AXES for part in AXES[axis].parts]
    counted = {AXES[axis].of for axis in indicator.breakdowns if axis in AXES}
    marks = dict.fromkeys(mark(unit, indicator) for unit in indicator.units)
    return [*along, *(f"{AXIS}={each}" for each in marks if each and each not in counted)]


def units(indicator: Indicator, breakdown: str) -> tuple[str, ...]:
    """The units in which a row can be typed; those of the catalogue all, where none of them is the row's."""
    plain = {name: part for name, part in axes(breakdown).items() if name != AXIS}
    without = ";".join(f"{name}={part}" for name, part in sorted(plain.items()))
    return tuple(unit for unit in indicator.units if told_in(unit, without, indicator) == breakdown) or indicator.units
