"""Entries for tests, in one line each."""

from datetime import date
from decimal import Decimal

from giaoban.ledger import ByPerson, Cell, Entry, InDocument, Source, Status
from giaoban.model import Bound, Measure, Period, Quantity, Role, Span

ON = date(2020, 3, 12)
PERSON = ByPerson("steward")


def text(start: int = 0, document: str = "a") -> InDocument:
    return InDocument(document, Span(start, start + 10))


def quantity(value: str, unit: str = "tỷ đồng", bound: Bound = Bound.EXACT) -> Quantity:
    return Quantity(Decimal(value), unit, bound)


def entry(
    indicator: str,
    value: str,
    unit: str = "tỷ đồng",
    period: str = "2019",
    *,
    bound: Bound = Bound.EXACT,
    place: str = "p",
    measure: Measure = Measure.LEVEL,
    base: str = "",
    breakdown: str = "",
    role: Role = Role.ACTUAL,
    status: Status = Status.PROVISIONAL,
    source: Source = PERSON,
    on: date = ON,
    number: int = 0,
) -> Entry:
    cell = Cell(indicator, place, Period.parse(period) if period else None, measure, base, breakdown)
    return Entry(cell, quantity(value, unit, bound), source, on, role, status, number)


def growth(indicator: str, value: str, unit: str = "%", base: str = "same_period", **more) -> Entry:
    return entry(indicator, value, unit, measure=Measure.CHANGE, base=base, **more)


def attained(indicator: str, value: str, base: str = "plan", **more) -> Entry:
    return entry(indicator, value, "%", measure=Measure.ATTAINMENT, base=base, **more)
