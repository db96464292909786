"""What the ledger says of the indicators that a task should move: before it was given, and since."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from giaoban.model import Measure, Role
from giaoban_web.accounts.queries import may
from giaoban_web.directives.models import Aim, Directive
from giaoban_web.ledger.codes import ROLES
from giaoban_web.ledger.models import Entry
from giaoban_web.ledger.queries import standing_in

FEW = 3


@dataclass(frozen=True, slots=True)
class AimFigures:
    """An aim with the figures of its place: the last ones `before` the task was given, and those `since`, oldest first."""

    aim: Aim
    before: Sequence[Entry] = ()
    since: Sequence[Entry] = ()

    @property
    def all(self) -> list[Entry]:
        return [*self.before, *self.since]


def aim_figures(user: Any, directive: Directive, aims: Sequence[Aim]) -> list[AimFigures]:
    """The aims with their figures, as far as `user` may see the ledger there; the number of queries does not grow with them."""
    place = about(directive)
    if not aims or not may(user, "ledger.view", place):
        return [AimFigures(aim) for aim in aims]
    levels = {"line__measure": Measure.LEVEL.value, "line__breakdown": "", "role": ROLES.index(Role.ACTUAL)}
    rows = Entry.objects.filter(place__path=place.path, line__indicator__in=[aim.indicator_id for aim in aims], **levels)
    entries = sorted((each.entry for each in standing_in(rows)), key=lambda each: (each.period.end_on, each.period.start_on))
    return [_split(aim, [each for each in entries if each.line.indicator_id == aim.indicator_id], directive.given_on) for aim in aims]


def about(directive: Directive) -> Any:
    """The place whose figures it should move: the one that the meeting reviewed, else where it is filed."""
    return directive.meeting.place if directive.meeting else directive.place


def _split(aim: Aim, entries: Sequence[Entry], given_on: date | None) -> AimFigures:
    before = [each for each in entries if given_on is None or each.period.end_on < given_on]
    since = [each for each in entries if given_on is not None and each.period.end_on >= given_on]
    return AimFigures(aim, before[-FEW:], since[-FEW:])
