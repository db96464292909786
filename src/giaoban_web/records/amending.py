"""One change to many finds that wait to be confirmed: they say something else then, and still wait, each for its own look.

Whoever puts a wrong place right once for thirty figures has not looked at the thirty numbers: none of them becomes a fact by it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_noop as _

from giaoban.model import Refused
from giaoban_web.accounts.queries import may
from giaoban_web.history import actions as history
from giaoban_web.history import queries as log
from giaoban_web.records.matching import Setting, place_of, setting, topic_named
from giaoban_web.records.models import Decision, Find, Record, Verdict
from giaoban_web.records.queries import finds_of
from giaoban_web.records.seals import of_decision
from giaoban_web.records.standing import standing, undone

AMENDED, TAKEN_BACK = _("finds changed together"), _("finds changed back together")


@dataclass(frozen=True, slots=True)
class Wish:
    """What a find shall say: the `fields` to change by name, and the number of the last decision that the person saw (0 for none)."""

    seen: int
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Amendment:
    """What became of it: the number of its log entry (0 where nothing was changed), the finds changed, those left as they are."""

    number: int = 0
    changed: list[Find] = field(default_factory=list)
    left: list[Find] = field(default_factory=list)


@transaction.atomic
def amend(*, record: Record, wishes: Mapping[int, Wish], by: Any, noted: Mapping[str, Any] | None = None) -> Amendment:
    """Change all those finds that nobody has decided since; the others are left. Each is named in the one entry of the log.

    noted  what else the entry tells, by name
    """
    _refuse_unless_allowed(record, by)
    changed, left = _parted(_locked(record, wishes), lambda find: _waits(find, wishes[find.pk]))
    around = setting(record)
    if not changed:
        return Amendment(left=left)
    for find in changed:
        fields = standing(find).fields | dict(wishes[find.pk].fields)
        _stand(find, Verdict.AMENDED, fields, around, by)
    told = [{**_told(find), "fields": dict(wishes[find.pk].fields)} for find in changed]
    entry = history.record(record, AMENDED, by=by, **(noted or {}), finds=told, left=[find.pk for find in left])
    return Amendment(entry.number, changed, left)


@transaction.atomic
def take_back(*, record: Record, number: int, by: Any) -> Amendment:
    """Let the finds of the amendment in that log entry say again what they said before, but for those that were decided since.

    Refused: `amendment-unknown` where the log of this record has no such entry.
    """
    _refuse_unless_allowed(record, by)
    entry = log.about(record).filter(number=number, act=AMENDED).first()
    if entry is None:
        raise Refused("amendment-unknown", number=number)
    made = {told["find"]: told["decision"] for told in entry.details["finds"]}
    changed, left = _parted(_locked(record, made), lambda find: standing(find).number == made[find.pk])
    around = setting(record)
    for find in changed:
        earlier = undone(find)
        _stand(find, earlier.verdict if earlier else Verdict.REOPENED, (earlier or find).fields, around, by, undo=True)
    if not changed:
        return Amendment(left=left)
    told = history.record(record, TAKEN_BACK, by=by, entry=number, finds=[_told(find) for find in changed], left=[find.pk for find in left])
    return Amendment(told.number, changed, left)


def _refuse_unless_allowed(record: Record, by: Any) -> None:
    if not may(by, "records.decide", record.place):
        raise Refused("not-allowed-here", place=str(record.place))


def _locked(record: Record, keys: Iterable[int]) -> list[Find]:
    """Those finds of the record as they stand, while nobody else decides about it."""
    Record.objects.select_for_update().only("pk").get(pk=record.pk)
    return list(finds_of(record).filter(pk__in=list(keys)))


def _parted(finds: list[Find], taken: Callable[[Find], bool]) -> tuple[list[Find], list[Find]]:
    chosen = [find for find in finds if taken(find)]
    return chosen, [find for find in finds if find not in chosen]


def _waits(find: Find, wish: Wish) -> bool:
    """Whether it still waits, as the person saw it, has such fields, and says something else."""
    now = standing(find)
    differs = any(now.fields.get(name) != value for name, value in wish.fields.items())
    return not now.decided and now.number == wish.seen and differs and wish.fields.keys() <= now.fields.keys()


def _stand(find: Find, verdict: str, fields: dict[str, Any], around: Setting, by: Any, *, undo: bool = False) -> None:
    now = standing(find)
    place = place_of(find.record, now.kind, fields, around)
    find.standing = Decision.objects.create(
        find=find, number=now.number + 1, verdict=verdict, kind=now.kind, start=now.start, end=now.end,
        fields=fields, topic=topic_named(fields), place=place, undo=undo, by=by,
    )  # fmt: skip
    find.save(update_fields=["standing"])


def _told(find: Find) -> dict[str, Any]:
    return {"find": find.pk, "decision": standing(find).number, "seal": of_decision(find.standing)}
