"""A whole record set aside that should not have been put in, and used again: each of its finds is rejected, none is lost."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_noop as _

from giaoban.model import Refused
from giaoban_web.accounts.queries import may
from giaoban_web.history import actions as history
from giaoban_web.history import queries as log
from giaoban_web.history.models import Entry
from giaoban_web.records import actions
from giaoban_web.records.models import Find, Kind, Record, Verdict
from giaoban_web.records.queries import finds_of
from giaoban_web.records.standing import standing

SET_ASIDE, USED_AGAIN = _("record set aside"), _("record used again")


@transaction.atomic
def set_aside(*, record: Record, reason: str, by: Any) -> int:
    """Reject every find that is not rejected, for one reason; gives how many. What was made of them in other steps stays there.

    Where it is aside already and some finds stand again, the rest joins what was set aside before.
    Refused: `not-allowed-here`, `aside-without-reason`, `aside-nothing-left` where every find is rejected, or it has none and is aside.
    """
    finds = _locked(record, by)
    if not reason.strip():
        raise Refused("aside-without-reason")
    left = [find for find in finds if standing(find).state != Verdict.REJECTED]
    before = aside(record)
    if not left and (finds or before):
        raise Refused("aside-nothing-left")
    made = [_rejected(find, reason.strip(), by) for find in left]
    earlier = before.details["decisions"] if before else []
    history.record(record, SET_ASIDE, by=by, reason=reason.strip(), decisions=[*earlier, *made])
    return len(made)


@transaction.atomic
def use_again(*, record: Record, by: Any) -> int:
    """Let its finds stand as they did before it was set aside, but for those decided since; gives how many.

    Refused: `not-allowed-here`, `aside-not` where it is not set aside.
    """
    finds = _locked(record, by)
    entry = aside(record)
    if entry is None:
        raise Refused("aside-not")
    made = set(entry.details["decisions"])
    back = [find for find in finds if find.standing_id in made]
    for find in back:
        actions.undo(find=find, seen=standing(find).number, by=by)
    history.record(record, USED_AGAIN, by=by, entry=entry.number, finds=len(back))
    return len(back)


def aside(record: Record) -> Entry | None:
    """The entry of the log that tells by whom and why it was set aside, where it is."""
    last = log.about(record).filter(act__in=(SET_ASIDE, USED_AGAIN)).select_related("by").last()
    return last if last and last.act == SET_ASIDE else None


def those_aside(records: Iterable[Record]) -> set[int]:
    """Keys of those of the records that are set aside."""
    keys = [str(each.pk) for each in records]
    told = Entry.objects.filter(subject_type=Record._meta.label_lower, subject_id__in=keys, act__in=(SET_ASIDE, USED_AGAIN))
    last = dict(told.order_by("number").values_list("subject_id", "act"))
    return {int(key) for key, act in last.items() if act == SET_ASIDE}


def _locked(record: Record, by: Any) -> list[Find]:
    """Its finds, meetings first, as every stroke takes them, while nobody else decides about it."""
    if not may(by, "records.decide", record.place):
        raise Refused("not-allowed-here", place=str(record.place))
    Record.objects.select_for_update().only("pk").get(pk=record.pk)
    return sorted(finds_of(record), key=lambda find: standing(find).kind != Kind.MEETING)


def _rejected(find: Find, reason: str, by: Any) -> int:
    return actions.decide(find=find, verdict=Verdict.REJECTED, seen=standing(find).number, by=by, reason=reason).pk
