"""Figures in units that do not convert into each other are of different cells: output a head in đồng and in dollars.

A cell of the indicator's own unit, the first that the catalogue names, says nothing of it; any other says on the axis `unit` what its
figures measure. So no figure is ever chosen over, checked against, added to or drawn beside one that it cannot be told in.

    triệu đồng/người   of an indicator in triệu đồng/người or USD/người   ""
    USD/người                                                           "unit=USD/person"
    người              of accidents in vụ: the dead among them          "outcome=killed", for that counts people
"""

from dataclasses import replace
from functools import lru_cache

from giaoban.ledger.cells import Cell
from giaoban.ledger.conversion import fits, unit_among, unit_for
from giaoban.model import Measure
from giaoban.reference.axes import AXES
from giaoban.reference.dimensions import dimension
from giaoban.reference.indicators import Catalogue, Indicator

AXIS = "unit"


def of_unit(cell: Cell, unit: str, catalogue: Catalogue) -> Cell:
    """`cell` as it is for a figure in `unit`.

    The unit of a level decides, whatever the cell said before. A change or an attainment belongs to the level it was told of; only one that
    is told in a unit of the indicator itself (300 USD/người more) says by it of which.
    """
    known = catalogue.get(cell.indicator)
    if known is None or not unit:
        return cell
    level = cell.measure is Measure.LEVEL
    if not level and (AXIS in axes(cell.breakdown) or unit_for(unit, known) is None):
        return cell
    told = told_in(unit, cell.breakdown, known)
    return cell if told == cell.breakdown else replace(cell, breakdown=told)


def told_in(unit: str, breakdown: str, indicator: Indicator) -> str:
    """`breakdown` as it is for levels in `unit`."""
    measured = mark(unit, indicator)
    if not breakdown and not measured:
        return breakdown
    told = {name: part for name, part in axes(breakdown).items() if name != AXIS}
    counted = next((AXES[name].of for name in told if name in AXES and AXES[name].of), "")
    if counted and any(mark(each, indicator) == counted for each in indicator.units):
        measured = "" if measured == counted else measured or _named(indicator.unit)
    return ";".join(f"{name}={part}" for name, part in sorted((told | ({AXIS: measured} if measured else {})).items()))


def mark(unit: str, indicator: Indicator) -> str:
    """What a level in `unit` measures; empty where it can be told in the indicator's own unit."""
    return _mark(unit, indicator.units)


def units_of(measured: str, indicator: Indicator) -> tuple[str, ...]:
    """The units of the catalogue in which such figures are told, the one that is compared in first."""
    return tuple(unit for unit in indicator.units if mark(unit, indicator) == measured)


def axes(breakdown: str) -> dict[str, str]:
    """The parts of a breakdown by axis.

    >>> axes("sex=female;unit=USD/person")
    {'sex': 'female', 'unit': 'USD/person'}
    """
    return dict(each.split("=", 1) for each in breakdown.split(";")) if breakdown else {}


def said(breakdown: str, indicator: Indicator | None) -> str:
    """A breakdown in words that stand behind the indicator's name; empty for the whole.

    >>> said("sector=services;sex=female", None)
    'dịch vụ, nữ'
    """
    return ", ".join(_said(axis, part, indicator) for axis, part in axes(breakdown).items())


def _said(axis: str, part: str, indicator: Indicator | None) -> str:
    if axis == AXIS:
        units = units_of(part, indicator) if indicator else ()
        return f"tính bằng {units[0] if units else part}"
    known = AXES.get(axis)
    return known.parts[part][0] if known and part in known.parts else part


@lru_cache(maxsize=4096)
def _mark(unit: str, units: tuple[str, ...]) -> str:
    told = unit_among(unit, units)
    return "" if told is not None and fits(told, units[0]) else _named(told or unit)


def _named(unit: str) -> str:
    """What a unit measures; for one that the table does not know itself, without the signs that part a breakdown."""
    measured = dimension(unit)
    return "/".join((measured.what, *measured.per)) if measured else unit.casefold().replace("=", " ").replace(";", " ").strip()
