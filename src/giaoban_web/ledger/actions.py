"""What people do with the ledger: pick the indicator of a figure, have another entry stand, keep the catalogue."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from giaoban.model import Refused
from giaoban.reference.folding import fold
from giaoban_web.accounts.queries import may, where
from giaoban_web.history import actions as history
from giaoban_web.ledger import read_models_marks as marks
from giaoban_web.ledger.discrepancies import Shown
from giaoban_web.ledger.models import Choice, Indicator, Posting, PostingState, Settlement, Wording
from giaoban_web.ledger.posting import OF_OTHERS, post, told
from giaoban_web.ledger.queries import entries_of
from giaoban_web.places.models import Place


@transaction.atomic
def pick(*, posting: Posting, indicator: Indicator, by: Any) -> list[Posting]:
    """Enter a waiting figure under `indicator`, learn its wording, and enter every other figure that waits with the same words.

    Gives what was entered, the figure itself first; alone, and nothing learned, where it cannot be entered so, or waits for what its
    sentence says and not for its name. Refused where the person may not decide, or somebody entered it meanwhile.
    """
    fresh = _still_waiting(posting, by)
    of_others = fresh.why.get("code") == OF_OTHERS
    first = post(fresh.find, fresh.decision, by=by, chosen=indicator)
    if first.state != PostingState.POSTED or of_others:
        history.record(first, "indicator picked", by=by, within=first.place, indicator=indicator.key, figure=told(first))
        return [first]
    name = fresh.decision.fields["indicator"]
    wording, _made = Wording.objects.update_or_create(folded=_folded(name), defaults={"indicator": indicator, "text": name[:300], "by": by})
    same = [other for other in _waiting(by) if _folded(other.decision.fields["indicator"]) == wording.folded]
    entered = [first, *(post(each.find, each.decision, by=by, chosen=indicator) for each in same)]
    figures = {str(each.find_id): told(each) for each in entered}
    history.record(wording, "indicator picked", by=by, within=first.place, text=wording.text, indicator=indicator.key, figures=figures)
    return entered


@transaction.atomic
def leave_out(*, posting: Posting, by: Any) -> Posting:
    """A waiting figure that is of no indicator waits no more; the fact stays. Confirmed anew in its record it waits again.

    Refused where the person may not decide, or somebody entered it meanwhile.
    """
    fresh = _still_waiting(posting, by)
    fresh.state, fresh.why = PostingState.LEFT_OUT, {"code": "figure-left-out"}
    fresh.save(update_fields=["state", "why", "at"])
    history.record(fresh, "figure left out of the ledger", by=by, within=fresh.place, figure=told(fresh))
    return fresh


def _still_waiting(posting: Posting, by: Any) -> Posting:
    _refuse_unless(by, "ledger.decide", posting.find.record.place)
    fresh = Posting.objects.select_for_update(of=("self",)).select_related("find__record", "decision__place").get(pk=posting.pk)
    if fresh.state != PostingState.WAITING:
        raise Refused("figure-posted-meanwhile", name=fresh.decision.fields["indicator"])
    return fresh


@transaction.atomic
def choose(*, place: Place, line: int, period: int, number: int | None, reason: str, by: Any) -> Choice:
    """Have the entry of this number stand in a cell; None lets the rule decide again. Refused without a reason."""
    _refuse_unless(by, "ledger.decide", place)
    if not reason.strip():
        raise Refused("reason-missing")
    if number is not None and not entries_of(place, line, period).filter(number=number).exists():
        raise Refused("entry-unknown", number=number)
    choice = Choice.objects.create(place=place, line_id=line, period_id=period, number=number, reason=reason.strip(), by=by)
    marks.cells([(place.pk, line, period)])
    history.record(choice, "entry chosen", by=by, line=line, period=period, number=number, reason=choice.reason)
    return choice


@transaction.atomic
def settle(*, place: Place, found: Shown, reason: str, by: Any) -> Settlement:
    """Settle what a check found, with a reason. Refused without one, or where the person may not decide."""
    _refuse_unless(by, "ledger.decide", place)
    if not reason.strip():
        raise Refused("reason-missing")
    settlement, made = Settlement.objects.get_or_create(
        mark=found.mark, defaults={"place": place, "check_name": found.found.check, "reason": reason.strip(), "by": by}
    )
    if made:
        entries = [list(entry.pk) for entry in found.entries]
        history.record(settlement, "discrepancy settled", by=by, check=found.found.check, entries=entries, reason=settlement.reason)
    return settlement


def _waiting(by: Any) -> QuerySet[Posting]:
    found = Posting.objects.filter(where(by, "ledger.decide", "find__record__place"), state=PostingState.WAITING)
    found = found.exclude(why__code=OF_OTHERS)
    return found.select_related("find__record__place", "decision__place", "place")


def _folded(name: str) -> str:
    return fold(name)[:300]


def _refuse_unless(by: Any, permission: str, place: Place) -> None:
    if not may(by, permission, place):
        raise Refused("not-allowed-here", place=str(place))
