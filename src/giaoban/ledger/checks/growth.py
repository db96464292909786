"""A figure and its growth say what there was before: 19.200 after 15,1 % more is about 16.681.

The implied figure is told where nothing is known of the time before; where something is, the two are compared. Targets with a planned
growth are compared with what they start from, and only doubted: they are often set before the year is over.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from giaoban.ledger.cells import Cell
from giaoban.ledger.conversion import convert, fits
from giaoban.ledger.discrepancies import Discrepancy, Implied, Severity, said
from giaoban.ledger.facts import Facts, Figure, when
from giaoban.ledger.intervals import INFINITE, Interval, point, rounded
from giaoban.ledger.periods import before, years_before
from giaoban.messages.printed import Moved
from giaoban.model import Measure, Period, Role

CHECK = "growth"
NEAR = Decimal("0.02")
"""Figures of the time before are revised: less than 2 % apart is a doubt."""
CODES = {False: "growth-contradicts-ledger", True: "growth-at-constant-prices"}
WAYS = ("way-correct-reading", "way-correct-entry", "way-choose-other", "way-explain")


def growths(facts: Facts) -> Iterator[Discrepancy]:
    """What levels and their changes say of the time before, and where the ledger has something else."""
    for level, change in facts.compared(Measure.CHANGE, (Role.ACTUAL, Role.TARGET)):
        implied = _implied(level, change)
        if implied is None:
            continue
        base = change.cell.base or ("same_period" if change.cell.measure is Measure.LEVEL else "")
        cell, role = _earlier(level.cell, base)
        recorded = _recorded(facts, cell, role) if cell else None
        if cell and recorded and recorded.entry is not level.entry and recorded.quantity.unit == level.quantity.unit:
            if not recorded.open.meets(implied.open):
                yield _contradiction(facts, (level, change, recorded), implied, cell)
            continue
        code, period = _told(cell, role)
        values = said(**_values(facts, level, change, implied), period=period)
        yield Discrepancy(CHECK, Severity.IMPLICATION, (level.entry, change.entry), code, values, implied, cell=cell)


def _recorded(facts: Facts, cell: Cell, role: Role) -> Figure | None:
    """What the ledger has of the time before: the figure itself, else what a report named as the earlier level."""
    return facts.find(cell, role) or (facts.find(cell, Role.BASELINE) if role is Role.ACTUAL else None)


def _told(cell: Cell | None, role: Role) -> tuple[str, Period | str]:
    if role is Role.TARGET:
        return "growth-implies-plan", ""
    return ("growth-implies", when(cell)) if cell else ("growth-implies-before", "")


def _values(facts: Facts, level: Figure, change: Figure, implied: Implied) -> dict[str, object]:
    moved, value = Moved(change.entry.quantity), level.entry.quantity
    return {"indicator": facts.name(level.entry), "value": value, "change": moved, "implied": implied.rough(value.unit)}


def _contradiction(facts: Facts, figures: tuple[Figure, Figure, Figure], implied: Implied, cell: Cell) -> Discrepancy:
    level, change, recorded = figures
    known = facts.indicator(level.cell)
    constant = bool(known and known.constant_prices)
    apart = implied.open.apart(recorded.open) > NEAR * abs(implied.value)
    planned = Role.TARGET in {level.entry.role, recorded.entry.role}
    severity = Severity.CONTRADICTION if apart and not constant and not planned else Severity.DOUBT
    code = "growth-contradicts-plan" if recorded.entry.role is Role.TARGET else CODES[constant]
    values = said(**_values(facts, level, change, implied), period=when(cell), recorded=recorded.entry.quantity)
    factor = _factor(change)
    needed = (recorded.open * factor if factor else recorded.open + _moved(level, change), None, implied.open)
    inputs = (level.entry, change.entry, recorded.entry)
    return Discrepancy(CHECK, severity, inputs, code, values, implied, recorded.entry.quantity, cell, needed, WAYS)


def _factor(change: Figure) -> Interval | None:
    """By what the level before was multiplied; None for a change in the level's own unit."""
    return point(1) + change.open.scaled(Decimal("0.01")) if change.quantity.unit == "%" else None


def _implied(level: Figure, change: Figure) -> Implied | None:
    """What there was before. None where the change is no plain one ("2 lần"), or leaves nothing."""
    factor = _factor(change)
    if factor and level.quantity.unit != "%":
        before = _divided(level.open, factor)
        if before is None:
            return None
        value = level.value / (1 + change.value / 100)
        return Implied(rounded(value, level.quantity), before, level.quantity.unit)
    unit = level.quantity.unit
    if unit == "%" and fits(change.quantity.unit, "điểm %"):
        return Implied(level.value - change.value, level.open - change.open, unit)
    if unit != "%" and fits(change.quantity.unit, unit):
        return Implied(level.value - convert(change.quantity, unit).value, level.open - _moved(level, change), unit)
    return None


def _divided(level: Interval, factor: Interval) -> Interval | None:
    """The level before: after a fall by more than so much at least what that much leaves of it; None where nothing may have been left."""
    if factor.low > 0:
        return level / factor
    return Interval(level.low / factor.high, INFINITE) if factor.low == -INFINITE and factor.high > 0 and level.low >= 0 else None


def _moved(level: Figure, change: Figure) -> Interval:
    """By how much the level moved, in its own unit: of 100 tỷ đồng, 1.500 triệu đồng more are 1,5; points of a share are its percents."""
    if level.quantity.unit == "%":
        return change.open
    moved = convert(change.quantity, level.quantity.unit).value
    return change.open.shifted(moved.adjusted() - change.value.adjusted())


def _earlier(cell: Cell, base: str) -> tuple[Cell | None, Role]:
    """The cell that the change is against, and the role of its figure; None where the base does not say."""
    if base == "plan":
        return cell, Role.TARGET
    period = _base_period(cell.period, base) if cell.period else None
    return (replace(cell, period=period) if period else None), Role.ACTUAL


def _base_period(period: Period, base: str) -> Period | None:
    whole_year = len(period.text) == 4
    kind, _colon, year = base.partition(":")
    if kind == "same_period" or (kind == "previous_year" and whole_year):
        return years_before(period)
    if kind == "previous_period":
        return before(period)
    return Period.parse(year) if kind == "baseline_year" and whole_year else None
