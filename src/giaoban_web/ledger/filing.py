"""What people do with a filing: type figures, submit, approve, return, lock, unlock. What is submitted and approved enters the ledger."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from giaoban.ledger import Status
from giaoban.model import Bound, Period, Refused, Role
from giaoban_web.accounts.queries import may
from giaoban_web.errors import Conflict
from giaoban_web.history import actions as history
from giaoban_web.ledger import catalogue, proof
from giaoban_web.ledger.filing_entries import enter_all
from giaoban_web.ledger.filing_moves import OPEN, STEPS, FilingState, Step
from giaoban_web.ledger.models import Filing, FilingCell, FilingMove, Indicator
from giaoban_web.places.models import Place


@dataclass(frozen=True, slots=True)
class Typed:
    """One figure as typed; without a value it is taken out. `value_to` is the upper end of a range."""

    role: Role
    value: Decimal | None
    unit: str
    value_to: Decimal | None = None
    bound: Bound = Bound.EXACT
    status: Status = Status.PROVISIONAL
    note: str = ""

    def fields(self) -> dict[str, str]:
        """The columns of a `FilingCell` that hold what was typed."""
        value, value_to = ("" if each is None else format(each, "f") for each in (self.value, self.value_to))
        told = {"bound": self.bound.value, "status": self.status.value, "note": self.note}
        return {"value": value, "value_to": value_to, "unit": self.unit, **told}


class Overtaken(Conflict):
    """Somebody else typed the same figures in between: `cells` are as they now stand."""

    def __init__(self, cells: Sequence[FilingCell]) -> None:
        super().__init__("figure-typed-meanwhile", by=str(cells[0].by))
        self.cells = cells


@transaction.atomic
def draft(
    *, place: Place, period: Period, indicator: str, typed: Sequence[Typed], seen: Mapping[Role, int], by: Any, breakdown: str = ""
) -> list[FilingCell]:
    """Keep the figures of one indicator as typed; gives those that stand now. Nothing is written where nothing changed.

    seen       how often each had been saved as the person saw it; `Overtaken` when one was saved in between as something else
    breakdown  the part of the whole

    Refused where the person may not enter figures there, or the filing is not open.
    """
    filing = _begun(place, period, by)
    row = Indicator.objects.get(key=indicator, retired_at=None)
    there = filing.cells.filter(indicator=row, breakdown=breakdown).select_related("by", "indicator")
    stand = {Role(cell.role): cell for cell in there}
    changed = [each for each in typed if _differs(each, stand.get(each.role))]
    overtaken = [cell for each in changed if (cell := stand.get(each.role)) and cell.number != seen.get(each.role, 0)]
    if overtaken:
        raise Overtaken(overtaken)
    for each in changed:
        stand[each.role] = _kept(
            stand.get(each.role) or FilingCell(filing=filing, indicator=row, breakdown=breakdown, role=each.role.value), each, by
        )
    if changed:
        told = {each.role.value: "–".join(filter(None, map(each.fields().get, ("value", "value_to")))) for each in changed}
        part = {"part": breakdown} if breakdown else {}
        history.record(filing, "figures typed", by=by, period=filing.period.text, indicator=indicator, **part, **told)
    return list(stand.values())


@transaction.atomic
def name_basis(*, place: Place, period: Period, basis: str, by: Any) -> None:
    """Say which paper set the targets and baselines; refused as `draft`."""
    filing = _begun(place, period, by)
    if filing.basis != basis:
        filing.basis = basis
        filing.save(update_fields=["basis"])
        history.record(filing, "basis named", by=by, period=filing.period.text, paper=basis)


def move(*, filing: Filing, step: str, seen: int, by: Any, reason: str = "") -> Filing:
    """Submit, approve, return, lock or unlock a filing, and enter into the ledger what that settles, in one transaction.

    seen  its version as the person saw it; `Conflict` when it moved in between

    Refused where the step does not lead out of its state, the person may not take it, or a reason or figures are missing.
    """
    wanted = STEPS[step]
    if not may(by, wanted.permission, filing.place):
        raise Refused("not-allowed-here", place=str(filing.place))
    with transaction.atomic():
        fresh = Filing.objects.select_for_update(of=("self",)).select_related("place", "period", "submitted_by").get(pk=filing.pk)
        _refuse_step(fresh, wanted, seen, by, reason)
        return _moved(fresh, step, wanted, by, reason.strip())


def lived(place: Place, period: Period) -> bool:
    """Whether there was such a place on some day of the period."""
    return place.valid_from <= period.end_on and (place.valid_to is None or place.valid_to > period.start_on)


def _moved(filing: Filing, name: str, step: Step, by: Any, reason: str) -> Filing:
    before, filing.state = filing.state, step.target
    filing.version, filing.moved_at = filing.version + 1, timezone.now()
    entered = enter_all(filing, name, by) if name in {"submit", "approve"} else []
    if name == "submit":
        filing.submitted_by = by
    filing.save()
    FilingMove.objects.create(filing=filing, step=name, before=before, after=filing.state, reason=reason, by=by)
    history.record(filing, step.done, by=by, period=filing.period.text, version=filing.version, reason=reason, **proof.told(entered))
    return filing


def _refuse_step(filing: Filing, step: Step, seen: int, by: Any, reason: str) -> None:
    if filing.version != seen:
        last = filing.moves.select_related("by").first()
        raise Conflict("filing-moved-meanwhile", by=str(last.by) if last else "", state=FilingState(filing.state).label)
    if filing.state not in step.origins:
        raise Refused("filing-not-in-state", state=FilingState(filing.state).label)
    if step.other and filing.submitted_by_id == by.pk:
        raise Refused("filing-own")
    if step.reason and not reason.strip():
        raise Refused("reason-missing")
    if step.target is FilingState.SUBMITTED and not filing.cells.exclude(value="").exists():
        raise Refused("filing-empty")


def _begun(place: Place, period: Period, by: Any) -> Filing:
    """The filing of a place and period, begun with its first figure and locked until the transaction ends."""
    if not may(by, "ledger.enter", place):
        raise Refused("not-allowed-here", place=str(place))
    if not lived(place, period):
        raise Refused("place-not-then", place=str(place), period=period)
    made = {"moved_at": timezone.now()}
    begun, _new = Filing.objects.get_or_create(place=place, period=catalogue.reporting_period(period), defaults=made)
    filing = Filing.objects.select_for_update(of=("self",)).select_related("place", "period").get(pk=begun.pk)
    if filing.state not in OPEN:
        raise Refused("filing-not-open", state=FilingState(filing.state).label)
    return filing


def _differs(typed: Typed, cell: FilingCell | None) -> bool:
    if cell is None:
        return typed.value is not None or bool(typed.note)
    return any(getattr(cell, name) != value for name, value in typed.fields().items())


def _kept(cell: FilingCell, typed: Typed, by: Any) -> FilingCell:
    for name, value in typed.fields().items():
        setattr(cell, name, value)
    cell.number, cell.by = cell.number + 1, by
    cell.save()
    return cell
