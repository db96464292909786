"""Adding entries to cells, one at a time, and taking them out of account: the only two ways in which the ledger changes by hand."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max

from giaoban.ledger import Cell, Status
from giaoban.ledger.apart import of_unit
from giaoban.model import Quantity, Role
from giaoban_web.ledger import catalogue, proof_withdrawn
from giaoban_web.ledger import read_models_marks as marks
from giaoban_web.ledger.codes import BOUNDS, ROLES, STATUSES
from giaoban_web.ledger.models import Entry, Source, Withdrawal
from giaoban_web.ledger.rows import amounts
from giaoban_web.places.models import Place

Key = tuple[int, int, int, int]


def enter(*, cell: Cell, place: Place, quantity: Quantity, role: Role, status: Status, source: Source, spot: int = 0) -> Key:
    """Add an entry to `cell`, which names a period and an indicator of the catalogue; gives its key. Wants a transaction around it.

    In a unit that does not convert to the indicator's own it goes to the cell of that unit.
    """
    if cell.period is None or not transaction.get_connection().in_atomic_block:
        raise RuntimeError("an entry needs its period and the transaction of what it belongs to")
    own = of_unit(cell, quantity.unit, catalogue.one(cell.indicator))
    line, period = catalogue.line(own), catalogue.reporting_period(cell.period)
    _one_at_a_time(place)
    last = Entry.objects.filter(place=place, line=line, period=period).aggregate(last=Max("number"))["last"]
    amount, amount_to, digits = amounts(quantity)
    entry = Entry.objects.create(
        place=place,
        line=line,
        period=period,
        number=0 if last is None else last + 1,
        amount=amount,
        amount_to=amount_to,
        digits=digits,
        unit=catalogue.unit(quantity.unit),
        bound=BOUNDS.index(quantity.bound),
        role=ROLES.index(role),
        status=STATUSES.index(status),
        source=source,
        spot=spot,
    )
    marks.cells([(entry.place_id, entry.line_id, entry.period_id)])
    return entry.place_id, entry.line_id, entry.period_id, entry.number


def withdraw(keys: Sequence[Sequence[int]], *, by: Any, reason: str) -> None:
    """Let entries no longer count; they stay in the ledger."""
    for place, line, period, number in keys:
        named = {"place_id": place, "line_id": line, "period_id": period, "number": number}
        Withdrawal.objects.get_or_create(**named, defaults={"by": by, "reason": reason})
        marks.cells([(place, line, period)])
    if keys:
        proof_withdrawn.record(keys, by=by)


def _one_at_a_time(place: Place) -> None:
    """Wait for whoever enters figures of the same place just now, so that two of them never take one number."""
    Place.every.select_for_update().only("pk").get(pk=place.pk)
