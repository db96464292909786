"""Figures of the ledger as they leave for another system, or come from one: flat, named in codes, every digit kept."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from giaoban.ledger import Cell, Status
from giaoban.ledger.entries import ROLES
from giaoban.model import Bound, Measure, Period, Quantity, Refused, Role

NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)
Word = TypeVar("Word", Bound, Measure, Role, Status)


@dataclass(frozen=True, slots=True)
class Figure:
    """One entry of the ledger.

    cell        its `place` is the code, and after "@" the day from which the place is so where that is known
    place_from  that day
    source      a title or an address, for people
    """

    cell: Cell
    quantity: Quantity
    role: Role = Role.ACTUAL
    status: Status = Status.PROVISIONAL
    place_from: date | None = None
    place_name: str = ""
    indicator_name: str = ""
    reported_on: date | None = None
    source: str = ""

    @property
    def place_code(self) -> str:
        return self.cell.place.partition("@")[0]

    @property
    def period(self) -> str:
        return str(self.cell.period) if self.cell.period else ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of what came in: its address in the file ("3", "Sheet1!B7"), and the figure it tells or why it was refused."""

    address: str
    told: Figure | Refused


#: Columns of the flat forms, in their order; a file may leave out those after `value`, in any order.
COLUMNS = (
    "indicator", "place", "period", "value", "unit", "value_to", "bound", "measure", "base", "breakdown", "role", "status",
    "place_from", "place_name", "indicator_name", "reported_on", "source",
)  # fmt: skip
NEEDED = COLUMNS[:4]


Row = tuple[str, Mapping[str, str]]
"""A row that came in: its address, and its text by column; not looked at yet."""


def row(figure: Figure) -> dict[str, str]:
    """The figure as text by column; numbers as printed, with a decimal point."""
    quantity, cell = figure.quantity, figure.cell
    return {
        "indicator": cell.indicator,
        "place": figure.place_code,
        "period": figure.period,
        "value": plain(quantity.value),
        "unit": quantity.unit,
        "value_to": "" if quantity.value_to is None else plain(quantity.value_to),
        "bound": quantity.bound.value,
        "measure": cell.measure.value,
        "base": cell.base,
        "breakdown": cell.breakdown,
        "role": figure.role.value,
        "status": figure.status.value,
        "place_from": figure.place_from.isoformat() if figure.place_from else "",
        "place_name": figure.place_name,
        "indicator_name": figure.indicator_name,
        "reported_on": figure.reported_on.isoformat() if figure.reported_on else "",
        "source": figure.source,
    }


def figure(fields: Mapping[str, str]) -> Figure:
    """The figure that a row tells; Refused, with the column and what stands in it, for one that cannot be understood."""
    for name in NEEDED:
        if not fields.get(name):
            raise Refused("figure-column-empty", column=name)
    place_from = _day(fields, "place_from")
    upper = fields.get("value_to")
    quantity = Quantity(
        number(fields["value"], "value"),
        fields.get("unit", ""),
        _word(Bound, fields, "bound", Bound.EXACT),
        number(upper, "value_to") if upper else None,
    )
    role = _word(Role, fields, "role", Role.ACTUAL)
    if role not in ROLES:
        raise Refused("figure-column-wrong", column="role", value=role.value)
    return Figure(
        _cell(fields, place_from),
        quantity,
        role,
        _word(Status, fields, "status", Status.PROVISIONAL),
        place_from,
        fields.get("place_name", ""),
        fields.get("indicator_name", ""),
        _day(fields, "reported_on"),
        fields.get("source", ""),
    )


def lines(rows: Iterable[Row]) -> Iterator[Line]:
    """Each row with its address as a line; one that cannot be understood keeps no other from being read."""
    for address, fields in rows:
        try:
            yield Line(address, figure(fields))
        except Refused as refused:
            yield Line(address, refused)


def plain(value: Decimal) -> str:
    """Digits as printed, without an exponent."""
    return format(value, "f")


def number(text: str, column: str) -> Decimal:
    """A number written with a decimal point, also with an exponent of up to three digits; Refused for anything else."""
    if not NUMBER.fullmatch(bare := text.strip()):
        raise Refused("figure-column-wrong", column=column, value=text)
    return Decimal(bare)


def _cell(fields: Mapping[str, str], place_from: date | None) -> Cell:
    place = f"{fields['place']}@{place_from.isoformat()}" if place_from else fields["place"]
    try:
        period = Period.parse(fields["period"])
    except ValueError:
        raise Refused("figure-column-wrong", column="period", value=fields["period"]) from None
    measure = _word(Measure, fields, "measure", Measure.LEVEL)
    try:
        return Cell(fields["indicator"], place, period, measure, fields.get("base", ""), fields.get("breakdown", ""))
    except ValueError:
        told = f"{fields.get('base', '')} {fields.get('breakdown', '')}".strip()
        raise Refused("figure-column-wrong", column="base / breakdown", value=told) from None


def _word(kind: type[Word], fields: Mapping[str, str], column: str, otherwise: Word) -> Word:
    text = fields.get(column) or otherwise.value
    try:
        return kind(text)
    except ValueError:
        raise Refused("figure-column-wrong", column=column, value=text) from None


def _day(fields: Mapping[str, str], column: str) -> date | None:
    text = fields.get(column)
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Refused("figure-column-wrong", column=column, value=text) from None
