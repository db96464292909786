"""What became of a place, and what it came from."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from giaoban_web.places.models import Change, Place


@dataclass(slots=True)
class Fate:
    """Changes of one day and act that belong together; `places` are those on their other side, `parts` the keys of those in part."""

    change: Change
    places: list[Place] = field(default_factory=list)
    parts: set[int] = field(default_factory=set)


def became(changes: Iterable[Change]) -> list[Fate]:
    """What each place became, in the order of the changes: one place, or several of which each took a part."""
    return _together(changes, one="before_id", other="after")


def standing_of(fates: Iterable[Fate]) -> list[Place]:
    """Of the places that a place became those that stand today, each once."""
    return list({each.pk: each for fate in fates for each in fate.places if each.valid_to is None}.values())


def came_from(changes: Iterable[Change]) -> list[Fate]:
    """What a place came from: on each day all that went into it."""
    return _together(changes, one="after_id", other="before")


def _together(changes: Iterable[Change], *, one: str, other: str) -> list[Fate]:
    found: dict[tuple[date, int, str], Fate] = {}
    for change in changes:
        fate = found.setdefault((change.on, getattr(change, one), change.act), Fate(change))
        fate.places.append(getattr(change, other))
        fate.parts |= {fate.places[-1].pk} if change.part else set()
    return list(found.values())
