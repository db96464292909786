"""Bringing a table of places into the register: all of it or nothing, and again without changing anything."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from giaoban.reference.folding import fold
from giaoban_web.history.actions import record
from giaoban_web.places import bulk, findable, happenings, heirs, seals
from giaoban_web.places.models import Place
from giaoban_web.places.paths import segment
from giaoban_web.places.register import Register
from giaoban_web.places.table import Row, Table

FIELDS = ("kind", "name", "parent_id", "path", "valid_to", "folded", "source", "doubt", "area", "lat", "lon")
Progress = Callable[[str, int], None]


@dataclass
class Loaded:
    """What a load did: how many places and events were new or different."""

    added: int = 0
    changed: int = 0
    events: int = 0
    places: list[Place] = field(default_factory=list)

    @property
    def touched(self) -> int:
        return self.added + self.changed + self.events


def silent(_step: str, _count: int) -> None:
    """Progress that nobody watches."""


@transaction.atomic
def load(table: Table, *, by: Any = None, progress: Progress = silent) -> Loaded:
    """Bring the register in line with `table`. Rows already there as given are left alone, those not given stay."""
    register = Register.read()
    done = Loaded()
    for level in _by_level(table.rows, register):
        progress("places", len(level))
        _places(level, register, done)
    progress("changes", len(table.events))
    done.events, touched = happenings.bring_in(table.events, register)
    if done.touched:
        bulk.count()
        heirs.renew(register)
        progress("search", findable.index([*done.places, *touched], register))
    if done.touched or seals.kept() is None:
        _log(table, done, by)
    return done


def _by_level(rows: Iterable[Row], register: Register) -> list[list[Row]]:
    """Rows in sets of which each needs only the earlier ones for its parents and paths."""
    depth: dict[str, int] = {}
    levels: dict[int, list[Row]] = {}
    for row in rows:
        depth[row.code] = found = depth.get(row.parent, -1) + 1 if row.parent in depth or not row.parent else 1
        levels.setdefault(2 * found + row.new, []).append(row)
    return [levels[number] for number in sorted(levels)]


def _places(rows: list[Row], register: Register, done: Loaded) -> None:
    added, changed = [], []
    for row in rows:
        place = register.of_key(row.code, row.valid_from)
        values = _values(row, place, register)
        if place is None:
            added.append(Place(code=row.code, valid_from=row.valid_from, **values))
        elif any(getattr(place, name) != value for name, value in values.items()):
            for name, value in values.items():
                setattr(place, name, value)
            changed.append(place)
    bulk.add(added)
    bulk.rewrite(changed, [name.removesuffix("_id") for name in FIELDS])
    register.add(added)
    done.added += len(added)
    done.changed += len(changed)
    done.places += [*added, *changed]


def _values(row: Row, place: Place | None, register: Register) -> dict[str, Any]:
    parent = register.at(row.parent, row.valid_from) if row.parent else None
    if row.parent and parent is None:
        raise LookupError(f"{row.code} {row.valid_from}: no place has the code {row.parent} on that day")
    return {
        "kind": row.kind,
        "name": row.name,
        "parent_id": parent and parent.pk,
        "path": place.path if place else _path(row, parent, register),
        "valid_to": row.valid_to or (register.declared_end(place) if place else None),
        "folded": fold(f"{row.kind} {row.name}"),
        "source": row.source,
        "doubt": row.doubt,
        "area": row.area,
        "lat": row.lat,
        "lon": row.lon,
    }


def _path(row: Row, parent: Place | None, register: Register) -> str:
    above = parent.path if parent else ""
    taken = row.new and f"{above}{row.code}/" in register.paths
    return above + segment(row.code, row.valid_from, taken=taken)


def _log(table: Table, done: Loaded, by: Any) -> None:
    """One entry for each root that the load touched: national loads have ten thousand places."""
    roots: dict[str, int] = {}
    for place in done.places:
        root = place.path.partition("/")[0] + "/"
        roots[root] = roots.get(root, 0) + 1
    whole = {"table_loaded": table.name, "places_added": done.added, "places_changed": done.changed, "changes_loaded": done.events}
    sealed = seals.told()
    if not roots:
        record(Place(), "places loaded", by=by, within=Place(path=""), **whole, **sealed)
    for path, count in sorted(roots.items()):
        record(Place(), "places loaded", by=by, within=Place(path=path), places=count, **whole, **sealed)
