"""Who may do what where: the one place that answers it."""

from typing import Any

from django.db.models import Q

from giaoban_web.accounts.models import User
from giaoban_web.accounts.permissions import ALLOWED


def granted_paths(user: Any, permission: str) -> list[str]:
    """Paths of the places on which a grant of `user` allows `permission`; none for who is not signed in or not active."""
    if not isinstance(user, User) or not user.is_active:
        return []
    roles = [role.value for role in ALLOWED[permission]]
    return sorted(user.grants.filter(role__in=roles).values_list("place__path", flat=True).distinct())


def where(user: Any, permission: str, field: str = "place") -> Q:
    """Rows whose place (a relation named `field`) lies where `user` has `permission`; matches nothing without a grant."""
    condition = Q(pk__in=[])
    for path in granted_paths(user, permission):
        condition |= Q(**{f"{field}__path__startswith": path})
    return condition


def may(user: Any, permission: str, place: Any) -> bool:
    """Whether `user` has `permission` on `place`; without a place, anywhere at all."""
    paths = granted_paths(user, permission)
    return bool(paths) if place is None else any(place.path.startswith(path) for path in paths)
