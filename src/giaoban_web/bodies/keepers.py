"""Who keeps the bodies of a place: whom to ask by name for a body, or for a person to sit there."""

from collections.abc import Iterable
from typing import Any

from giaoban_web.accounts.models import Grant, User
from giaoban_web.accounts.permissions import ALLOWED
from giaoban_web.bodies.queries import line
from giaoban_web.places.models import Place

NAMED = 4
"""People who are named at most."""


def keepers(place: Place) -> list[str]:
    """Their names, nearest first, those whose role goes on for the place from one that is no more last; empty where nobody keeps them."""
    near = _held().filter(place__path__in=line(place))
    found = sorted(near, key=lambda grant: (-len(grant.place.path), grant.role)) or _inherited(place)
    return list(dict.fromkeys(str(grant.user) for grant in found))[:NAMED]


def place_of(user: Any) -> Place | None:
    """Where a person works: the narrowest place on which she has a role; None where she has none."""
    grants = Grant.objects.filter(user=user).select_related("place") if isinstance(user, User) else ()
    return max((grant.place for grant in grants), key=lambda place: (len(place.path), -place.pk), default=None)


def _inherited(place: Place) -> Iterable[Grant]:
    return [grant for grant in _held() if place.path.startswith(tuple(grant.place.heirs))]


def _held() -> Any:
    return Grant.objects.filter(role__in=ALLOWED["bodies.keep"], user__is_active=True).select_related("user", "place").order_by("pk")
