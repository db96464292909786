"""What a person did to many finds of a record in one stroke, kept in her session: shown to her afterwards, and taken back in one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest

from giaoban_web.records import actions, amending
from giaoban_web.records.cards import Card
from giaoban_web.records.models import Decision, Find, Record

STROKE = "stroke"


@dataclass(frozen=True, slots=True)
class Shown:
    """The last stroke, as far as nobody decided since.

    cards   the finds that still stand as it left them; at: when it was made
    changed whether finds were changed by it, which still wait; else they were confirmed
    """

    cards: Sequence[Card] = ()
    changed: bool = False
    at: datetime | None = None

    @property
    def keys(self) -> set[int]:
        return {each.id for each in self.cards}


def keep(request: HttpRequest, record_id: int, decisions: Iterable[Decision], changed: Iterable[Find] = (), amendment: int = 0) -> None:
    """Remember a stroke in the place of the one before; one that did nothing leaves that as it is.

    decisions  those that it made; changed: the finds of the `amendment` (the number of its log entry) that went along
    """
    own, along = [each.pk for each in decisions], [find.standing_id for find in changed]
    if own or along:
        request.session[STROKE] = {"record": record_id, "decisions": own, "changed": along, "amendment": amendment}


def shown(request: HttpRequest, record: Record, cards: Iterable[Card]) -> Shown:
    """The last stroke of this session on this record."""
    stroke = _last(request, record)
    left = {*stroke.get("decisions", ()), *stroke.get("changed", ())}
    standing = [each for each in cards if each.decision and each.decision.pk in left]
    at = max((each.decision.at for each in standing if each.decision), default=None)
    return Shown(standing, bool(stroke.get("changed")), at)


def take_back(request: HttpRequest, record: Record) -> int:
    """Let the finds of the last stroke stand as before it, but for those that somebody decided since; gives how many they are."""
    stroke = _last(request, record)
    request.session.pop(STROKE, None)
    number, decisions = stroke.get("amendment"), stroke.get("decisions")
    changed = len(amending.take_back(record=record, number=number, by=request.user).changed) if number else 0
    return changed + (actions.undo_stroke(record=record, decisions=decisions, by=request.user) if decisions else 0)


def _last(request: HttpRequest, record: Record) -> dict[str, Any]:
    stroke = request.session.get(STROKE) or {}
    return stroke if stroke.get("record") == record.pk else {}
