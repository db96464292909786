"""Who may do what where, and who is behind a key: the one place that answers it."""

import hashlib
from typing import Any

from django.db.models import BooleanField, Exists, F, OuterRef, Q, QuerySet, Value

from giaoban.reference.abbreviations import written_out
from giaoban.reference.folding import fold
from giaoban.reference.place_kinds import place_of_body
from giaoban_web.accounts.models import Grant, Token, User
from giaoban_web.ui.numbers import whole

FOLD = 100
OFFERED = 100
"""Places that a list to choose from holds; whoever misses one names it."""
TRUE = Value(True, output_field=BooleanField())


def granted_paths(user: Any, permission: str) -> list[str]:
    """Paths of the places on which a grant of `user` allows `permission`; none for who is not signed in or not active."""
    return user.paths(permission) if isinstance(user, User) else []


def where(user: Any, permission: str, field: str = "place") -> Q:
    """Rows whose place (a relation named `field`) lies where `user` has `permission`; matches nothing without a grant."""
    return under(granted_paths(user, permission), f"{field}__path")


def under(paths: list[str], field: str) -> Q:
    """Rows whose `field` is a path at or below one of `paths`; matches nothing when there are none.

    A role on a province that merged goes on in a hundred communes. SQLite reads a chain of ORs only so deep: a long one is folded.
    """
    condition = Q(pk__in=[])
    for start in range(0, len(paths), FOLD):
        folded = Q()
        for path in paths[start : start + FOLD]:
            folded |= Q(**{f"{field}__startswith": path})
        condition |= folded if len(paths) <= FOLD else folded & Q(TRUE)
    return condition


def may(user: Any, permission: str, place: Any) -> bool:
    """Whether `user` has `permission` on `place`; without a place, anywhere at all."""
    return isinstance(user, User) and user.has_perm(permission, place)


def places_of(user: Any, permission: str) -> QuerySet[Any]:
    """Places on which `user` has `permission`."""
    return _places().filter(under(granted_paths(user, permission), "path"))


def people_of(administrator: Any) -> QuerySet[User]:
    """People with a role on a place of `administrator`; who has no role at all is seen by the administrators of a root place."""
    paths = granted_paths(administrator, "accounts.manage")
    seen = Q(Exists(Grant.objects.filter(under(paths, "place__path"), user=OuterRef("pk"))))
    if _places().filter(parent=None, path__in=paths).exists():
        seen |= ~Q(Exists(Grant.objects.filter(user=OuterRef("pk"))))
    return User.objects.filter(seen).order_by("name__folded", "name", "username")


def may_manage(administrator: Any, person: User) -> bool:
    """Whether every role of `person` lies within what `administrator` manages: else changing the person would reach beyond it."""
    paths = granted_paths(administrator, "accounts.manage")
    outside = person.grants.exclude(under(paths, "place__path")).exists()
    return not outside and people_of(administrator).filter(pk=person.pk).exists()


def find_places(places: QuerySet[Any], sought: str) -> QuerySet[Any]:
    """Places whose code is `sought` or whose name contains it, accents or not, also shortened or by a body: TX. Đông Triều, UBND TX …"""
    text = sought.replace("\0", "").strip()
    if not text:
        return places
    held = Q(code=text) | Q(name__icontains=text)
    folded = {" ".join(fold(said).split()) for said in (text, written_out(text))}
    for said in folded | set(filter(None, map(place_of_body, folded))):
        held |= Q(folded__contains=said)
    return places.filter(held)


def offered(places: QuerySet[Any], sought: str = "", chosen: Any = None) -> list[Any]:
    """Places to choose from: those that `sought` names, what stands before what has ended; the one `chosen` before is always among them.

    chosen  its key as it was sent, or anything else for none
    """
    named = find_places(places, sought).order_by(F("valid_to").desc(nulls_first=True), "path", "-valid_from")
    kept = places.filter(pk=whole(str(chosen or "")))
    return list({each.pk: each for each in (*kept, *named[:OFFERED])}.values())


def digest(key: str) -> str:
    """The hash by which a key is stored; the key itself is not."""
    return hashlib.sha256(key.encode()).hexdigest()


def token_of(key: str) -> Token | None:
    """The token that `key` opens, unless it was revoked or its owner has left."""
    return Token.objects.select_related("user").filter(digest=digest(key), revoked_at=None, user__is_active=True).first()


def _places() -> QuerySet[Any]:
    return Grant._meta.get_field("place").related_model._default_manager.all()
