"""Roles that a change left behind: on a place that became another whole, without reaching what it became."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from giaoban_web.accounts import actions as accounts
from giaoban_web.accounts.models import Grant, Role, User
from giaoban_web.accounts.queries import may
from giaoban_web.places import queries
from giaoban_web.places.models import Event, Place

MANAGE = "accounts.manage"


@dataclass(frozen=True, slots=True)
class Left:
    """A role that a person had on what ended, and what stands there now."""

    grant: Grant
    after: Place

    @property
    def mark(self) -> str:
        """How a form names it."""
        return f"{self.grant.pk}-{self.after.pk}"


def left_behind(event: Event, on: date) -> list[Left]:
    """Each role on what became another whole by `event` that does not reach it; none once the event was undone or what it made ended.

    What went over in part says nothing of who works for the whole.
    """
    links = [link for link in queries.ends(event) if not (link.part or link.after.withdrawn or _ended(link.after, on))]
    grants = Grant.objects.filter(user__is_active=True, place__path__in={link.before.path for link in links})
    held = list(grants.select_related("user", "place").order_by("user__name", "user__username", "role"))
    reach = _reach({grant.user_id for grant in held})
    found: dict[tuple[int, str, int], Left] = {}
    for link in links:
        for grant in held:
            if grant.place.path == link.before.path and not link.after.path.startswith(reach[grant.user_id, grant.role]):
                found.setdefault((grant.user_id, grant.role, link.after.pk), Left(grant, link.after))
    return list(found.values())


def yours(lefts: Iterable[Left], by: Any) -> list[Left]:
    """Those that `by` may grant anew: an administrator of what stands there now."""
    return [left for left in lefts if may(by, MANAGE, left.after)]


def who_may(lefts: Iterable[Left]) -> list[User]:
    """The administrators of what stands there now, by name: whom to ask."""
    afters = {left.after for left in lefts}
    grants = Grant.objects.filter(role=Role.ADMINISTRATOR, user__is_active=True).select_related("user").order_by("user__name")
    people = {grant.user_id: grant.user for grant in grants}
    return [person for person in people.values() if any(may(person, MANAGE, after) for after in afters)]


@transaction.atomic
def hand_on(event: Event, marks: Iterable[str], *, on: date, by: Any) -> int:
    """Grant anew, on what stands there now, each role left behind that is named by its mark; gives how many. Twice the same is once."""
    chosen = set(marks)
    wanted = [left for left in left_behind(event, on) if left.mark in chosen]
    for left in wanted:
        accounts.grant(person=left.grant.user, role=left.grant.role, place=left.after, by=by)
    return len(wanted)


def _ended(place: Place, on: date) -> bool:
    return place.valid_to is not None and place.valid_to <= on


def _reach(people: Iterable[int]) -> dict[tuple[int, str], tuple[str, ...]]:
    """Per person and role the paths at and below which it holds."""
    reach: dict[tuple[int, str], tuple[str, ...]] = {}
    for user, role, own, heirs in Grant.objects.filter(user__in=people).values_list("user", "role", "place__path", "place__heirs"):
        reach[user, role] = (*reach.get((user, role), ()), own, *heirs)
    return reach
