"""Filing a record under another place: its meeting and what was confirmed of it follow, tasks and notices stay."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_noop as _

from giaoban.model import Refused
from giaoban_web.accounts.queries import may
from giaoban_web.history import actions as history
from giaoban_web.places.models import Place
from giaoban_web.records.actions import Known
from giaoban_web.records.indexing import index_fact
from giaoban_web.records.linking import link
from giaoban_web.records.matching import place_of
from giaoban_web.records.models import Kind, Record

REFILED = _("record filed under another place")


@transaction.atomic
def refile(*, record: Record, place: Place, by: Any) -> int:
    """File it there; gives how many confirmed facts moved to another place with it.

    Refused: `not-allowed-here` for who may not decide about it or may not put a record in there, `Known` where the same file lies there.
    """
    for permission, where in (("records.decide", record.place), ("records.put_in", place)):
        if not may(by, permission, where):
            raise Refused("not-allowed-here", place=str(where))
    fresh = Record.objects.select_for_update().select_related("place").get(pk=record.pk)
    if place == fresh.place:
        return 0
    if twin := Record.objects.filter(place=place, sha256=fresh.sha256).first():
        raise Known(twin)
    before, fresh.place = fresh.place, place
    fresh.save(update_fields=["place"])
    _meetings_follow(fresh)
    linked = link(fresh, by=by)
    history.record(fresh, REFILED, by=by, before=_key(before), place=_key(place), moved=linked.moved, figures=linked.followed)
    record.place, record.meeting = fresh.place, fresh.meeting
    return linked.moved


def _meetings_follow(record: Record) -> None:
    """A meeting that names no place is about the one under which its record is filed."""
    for find in record.finds.facts().select_related("standing__place"):
        find.record, decision = record, find.standing
        if decision.kind == Kind.MEETING:
            decision.place = place_of(record, decision.kind, decision.fields)
            decision.save(update_fields=["place"])
            index_fact(find, decision)


def _key(place: Place) -> str:
    return f"{place.code} {place.valid_from.isoformat()}"
