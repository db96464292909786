"""What the log keeps of the register of places as hashes: a place renamed, moved or taken away past the program is found out.

Every entry that changes the register carries one hash for each root (a province with all below it, as far as it ever was), one for what
happened to places and one for their outlines. The last such entry must say what the register now is.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from giaoban_web.history.models import Entry
from giaoban_web.history.rows import LOOKS, Looked
from giaoban_web.places.models import Boundary, Change, Event, Place, Share

NAME = "register"
"""Under which an entry has them."""
PLACE = (
    "path", "pk", "code", "kind", "name", "parent_id", "valid_from", "valid_to", "source", "doubt", "lat", "lon", "area", "heirs",
    "began_by_id", "ended_by_id", "withdrawn",
)  # fmt: skip
BESIDE: Mapping[str, tuple[tuple[Any, tuple[str, ...]], ...]] = {
    "places.event": (
        (Event, ("pk", "kind", "on", "act", "source", "doubt", "by_id", "undoes_id")),
        (Change, ("pk", "event_id", "before_id", "after_id", "part")),
        (Share, ("pk", "change_id", "basis", "share", "source")),
    ),
    "places.boundary": ((Boundary, ("pk", "geometry", "source")),),
}
"""What is kept beside the places, by what it is called where it is wrong: the tables, with their columns."""
Sums = dict[str, str]


def register() -> Sums:
    """The hashes of the register as it now stands, by the path of each root and the names of what is beside."""
    roots: dict[str, Any] = {}
    for row in _rows(Place, PLACE):
        root = row[0].partition("/")[0] + "/"
        _add(roots.setdefault(root, hashlib.sha256()), row)
    for name, tables in BESIDE.items():
        roots[name] = hashlib.sha256()
        for model, columns in tables:
            for row in _rows(model, columns):
                _add(roots[name], row)
    return {name: each.hexdigest() for name, each in sorted(roots.items())}


def told() -> dict[str, Sums]:
    """What an entry says of the register after a change."""
    return {NAME: register()}


def kept() -> Sums | None:
    """What the last entry says of it; None where only entries of an older version tell of it."""
    last = Entry.objects.filter(details__has_key=NAME).order_by("-number").values_list("details", flat=True).first()
    return last and last[NAME]


def looked() -> Looked:
    """The register, set against the last entry about it. Somebody may change it just while this looks: what is wrong is so each time."""
    for _ in range(LOOKS - 1):
        if not (found := _looked()).changed:
            return found
    return _looked()


def _looked() -> Looked:
    before = kept()
    if before is None:
        return Looked([], Place.every.count())
    now = register()
    wrong = sorted(name for name in before.keys() | now.keys() if before.get(name) != now.get(name))
    return Looked([name if name in BESIDE else f"places.place {name}" for name in wrong], 0)


def _rows(model: Any, columns: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
    yield from model._base_manager.order_by("pk").values_list(*columns).iterator(2_000)


def _add(to: Any, row: tuple[Any, ...]) -> None:
    to.update(repr(list(map(_plain, row))).encode())


def _plain(value: Any) -> Any:
    """A value the same on every database."""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, dict):
        return json.dumps(value, sort_keys=True)
    return value.isoformat() if hasattr(value, "isoformat") else value
