"""The places of a day as the tree they form, and what became of one."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from giaoban_web.places.models import Change, Place


@dataclass(slots=True)
class Branch:
    """A place with what lies in it; `facts` counts those known of it and of everything below."""

    place: Place
    facts: int
    below: list["Branch"] = field(default_factory=list)


def tree(on: date, known: Iterable[Place]) -> list[Branch]:
    """The places that stand on that day, roots first, each with what lies in it; `known` are the places with facts."""
    counts = [(place.path, place.facts) for place in known]
    roots: list[Branch] = []
    branches: dict[str, Branch] = {}
    for place in Place.objects.on(on).order_by("path"):
        branch = Branch(place, sum(number for path, number in counts if path.startswith(place.path)))
        branches[place.path] = branch
        above = branches.get(place.path[: place.path.rstrip("/").rfind("/") + 1])
        (above.below if above else roots).append(branch)
    return roots


@dataclass(slots=True)
class Fate:
    """Changes of one day and act that belong together; `places` are those on their other side."""

    change: Change
    places: list[Place]


def became(changes: Iterable[Change]) -> list[Fate]:
    """What each place became, in the order of the changes: one place, or several of which each took a part."""
    return _together(changes, one="before_id", other="after")


def came_from(changes: Iterable[Change]) -> list[Fate]:
    """What a place came from: on each day all that went into it."""
    return _together(changes, one="after_id", other="before")


def _together(changes: Iterable[Change], *, one: str, other: str) -> list[Fate]:
    found: dict[tuple[date, int, str], Fate] = {}
    for change in changes:
        found.setdefault((change.on, getattr(change, one), change.act), Fate(change, [])).places.append(getattr(change, other))
    return list(found.values())
