"""Where a role goes on when places change: on what was made entirely out of the places it was granted on.

A role on a town holds on its wards, and on the five wards that were made of them when the town ended. A role on one of two communes
that merge does not reach the other's land by itself: an administrator grants it anew.
"""

from collections import defaultdict

from giaoban_web.places import bulk
from giaoban_web.places.models import Place
from giaoban_web.places.paths import above
from giaoban_web.places.register import Register


def renew(register: Register) -> None:
    """Work out anew, for the whole register, where roles go on, and write what differs."""
    reached = reach(register)
    changed = []
    for place in register.places.values():
        if place.heirs != (wanted := sorted(reached.get(place.path, ()))):
            place.heirs = wanted
            changed.append(place)
    bulk.rewrite(changed, ["heirs"])


def reach(register: Register) -> dict[str, set[str]]:
    """For each path, the paths outside it of units that were made entirely out of places at, below or inherited by it."""
    covers: dict[str, set[str]] = {}
    reached: dict[str, set[str]] = defaultdict(set)
    units: dict[str, Place] = {}
    for place in sorted(register.places.values(), key=lambda each: (each.valid_from, each.path)):
        units.setdefault(place.path, place)
    for path, first in units.items():
        own = _own(path, covers)
        before = [register.places[each.before_id].path for each in register.made_of(first)]
        kept = set.intersection(*(covers.get(each, {each}) for each in before)) if before else set()
        covers[path] = own | kept
        for heir in kept - own:
            reached[heir].add(path)
    return reached


def _own(path: str, covers: dict[str, set[str]]) -> set[str]:
    """Itself, what it lies in, and whatever reaches those."""
    found = {path}
    for each in above(path):
        found |= covers.get(each, {each})
    return found
