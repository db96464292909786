"""Briefs of many places for one meeting, each kept for itself: one of which nothing is known holds up no other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q

from giaoban.model import Refused
from giaoban_web.accounts.queries import places_of
from giaoban_web.briefs import brief_queries
from giaoban_web.briefs.brief_composing import COMPOSING, compose
from giaoban_web.briefs.brief_gathering import About
from giaoban_web.briefs.models import Brief
from giaoban_web.places.models import Place

MOST = 150
"""Places: more communes no province has for one meeting."""


@dataclass(slots=True)
class Composed:
    """What came of it: the briefs, those of them that there were already, and the places for which none was made, with why."""

    briefs: list[Brief] = field(default_factory=list)
    before: int = 0
    left: list[tuple[Place, Refused]] = field(default_factory=list)


def places_below(user: Any, above: Place, on: date) -> list[Place]:
    """A place and those directly below it that stand on a day and for which `user` may compose: itself first, then by name."""
    stands = Q(valid_from__lte=on) & (Q(valid_to=None) | Q(valid_to__gt=on))
    there = Q(path=above.path) | Q(parent__path=above.path)
    found = places_of(user, COMPOSING).filter(stands, there).order_by("name", "kind", "pk")
    return sorted(found, key=lambda each: each.path != above.path)


def latest(user: Any, places: Iterable[Place]) -> dict[str, Brief]:
    """By the path of a place the newest brief on it."""
    found = brief_queries.visible_to(user).filter(body=None, place__path__in=[each.path for each in places])
    return {each.place.path: each for each in found.order_by("on", "pk")}


def compose_all(places: Sequence[Place], *, meeting: str, meeting_on: date | None, on: date, by: Any) -> Composed:
    """A brief of each place, set against the one before it there; one for the same meeting as of the same day is not made twice."""
    done = Composed()
    for place in places:
        about = About(place, meeting=meeting, meeting_on=meeting_on)
        same = {"place__path": place.path, "body": None, "on": on, "meeting": meeting, "meeting_on": meeting_on}
        if there := brief_queries.visible_to(by).filter(**same).order_by("-pk").first():
            done.briefs.append(there)
            done.before += 1
            continue
        try:
            done.briefs.append(compose(about=about, on=on, by=by, last=brief_queries.before(by, place, None, on)))
        except Refused as refused:
            done.left.append((place, refused))
    return done
