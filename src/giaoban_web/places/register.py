"""The whole register in memory, for what has to look at all of it: a load, and what follows from a change."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Self

from giaoban_web.places.models import Change, EventKind, Place


class Register:
    """Places by key, by code and by path, and what became of which."""

    def __init__(self, places: Iterable[Place], changes: Iterable[Change]) -> None:
        self.places: dict[int, Place] = {}
        self.versions: dict[str, list[Place]] = defaultdict(list)
        self.paths: set[str] = set()
        self.changes: dict[int, Change] = {}
        self.later: dict[int, list[Change]] = defaultdict(list)
        self.earlier: dict[int, list[Change]] = defaultdict(list)
        self.add(places)
        self.link(changes)

    @classmethod
    def read(cls) -> Self:
        """As it stands in the database; what undone changes had made is left out."""
        return cls(Place.objects.all(), Change.objects.filter(event__undone_by=None).select_related("event"))

    def add(self, places: Iterable[Place]) -> None:
        for place in places:
            self.places[place.pk] = place
            self.versions[place.code].append(place)
            self.paths.add(place.path)

    def link(self, changes: Iterable[Change]) -> None:
        for change in changes:
            self.changes[change.pk] = change
            self.later[change.before_id].append(change)
            self.earlier[change.after_id].append(change)

    def unlink(self, change: Change) -> None:
        del self.changes[change.pk]
        self.later[change.before_id].remove(change)
        self.earlier[change.after_id].remove(change)

    def of_key(self, code: str, valid_from: date) -> Place | None:
        """The place with that key."""
        return next((place for place in self.versions.get(code, ()) if place.valid_from == valid_from), None)

    def at(self, code: str, on: date) -> Place | None:
        """The place that has `code` on that day."""
        return next(
            (each for each in self.versions.get(code, ()) if each.valid_from <= on and (not each.valid_to or each.valid_to > on)), None
        )

    def declared_end(self, place: Place) -> date | None:
        """The day on which `place` ended by a change that a person declared: no table takes that back."""
        declared = any(change.event.by_id for change in self.later[place.pk] if change.event_id == place.ended_by_id)
        return place.valid_to if declared else None

    def made_of(self, place: Place) -> list[Change]:
        """What went into `place`; the ends of the levels above it left out."""
        ends = EventKind.ABOLITION
        return [each for each in self.earlier[place.pk] if each.kind != ends or self.places[each.before_id].code == place.code]

    def fate(self, place: Place) -> list[Change]:
        """What became of `place`, step by step to those that stand today, earliest first."""
        found: dict[int, Change] = {}
        frontier = [place.pk]
        while frontier:
            steps = [step for key in frontier for step in self.later[key] if step.pk not in found]
            found |= {step.pk: step for step in steps}
            frontier = [step.after_id for step in steps]
        return sorted(found.values(), key=lambda each: (each.on, self.places[each.after_id].path))
