"""Briefs as a person may see them, and what a new one begins with."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from giaoban_web.accounts.queries import granted_paths, places_of, where
from giaoban_web.bodies.models import Body
from giaoban_web.briefs.brief_composing import COMPOSING
from giaoban_web.briefs.models import Brief
from giaoban_web.places.models import Place

VIEWING = "briefs.view"


def visible_to(user: Any) -> QuerySet[Brief]:
    """Briefs on places where `user` may view them, and on bodies kept there; without what they say, which a list does not need."""
    return Brief.objects.filter(where(user, VIEWING)).select_related("place", "body", "made_by").defer("said")


def before(user: Any, place: Place, body: Body | None, on: date) -> Brief | None:
    """The latest brief of an earlier day on the same place or body: what the next one is set against."""
    same = {"body": body} if body else {"body": None, "place__path": place.path}
    return visible_to(user).filter(on__lt=on, **same).order_by("-on", "-pk").first()


def usual_place(user: Any, code: str = "") -> Place | None:
    """The place of that code where `user` may compose; without a code the highest of her places. As it is now, else as it was last."""
    mine = places_of(user, COMPOSING)
    found = mine.filter(code=code) if code else mine.filter(path__in=granted_paths(user, COMPOSING))
    return found.order_by("path", "-valid_from").first()


def latest_of(user: Any, most: int) -> list[Brief]:
    """The latest briefs, of coming meetings first."""
    today = timezone.localdate()
    # Keys first: what a brief says lies before its other columns, and SQLite would read through all of it to sort.
    keys = list(visible_to(user).order_by("-on", "-pk").values_list("pk", flat=True)[: 5 * most])
    found = sorted(visible_to(user).filter(pk__in=keys), key=lambda each: keys.index(each.pk))
    found.sort(key=lambda each: each.meeting_on is None or each.meeting_on < today)
    return found[:most]
