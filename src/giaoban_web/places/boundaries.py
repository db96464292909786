"""Loading outlines of places from GeoJSON: what can be used is kept, everything else is reported."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from giaoban.model import Refused
from giaoban.reference.places_outline import BadOutline, area, rings
from giaoban_web.history.actions import record
from giaoban_web.places import bulk, seals
from giaoban_web.places.models import Boundary, Place

MEGABYTE = 1_000_000
LIMIT = 100
TOLERANCE = Decimal("0.05")
"""How far the area of an outline may be from the one of the register before it is reported: simplified outlines lose a little."""


@dataclass
class Drawn:
    """What a load of boundaries did; `problems` are refusals of single outlines, or remarks on some that were kept."""

    written: int = 0
    same: int = 0
    problems: list[Refused] = field(default_factory=list)


@transaction.atomic
def load_boundaries(data: bytes, *, source: str, on: date | None = None, by: Any = None) -> Drawn:
    """Keep the outline of every feature whose property "code" is the code of a place on that day (today if left out)."""
    day = on or timezone.localdate()
    done = Drawn()
    places = {place.code: place for place in Place.objects.on(day)}
    known = {each.pk: each for each in Boundary.objects.all()}
    new: list[Boundary] = []
    other: list[Boundary] = []
    seen: set[str] = set()
    for number, feature in enumerate(_features(data), 1):
        try:
            wanted = _outline(feature, number, places, seen, day)
        except Refused as refused:
            done.problems.append(refused)
            continue
        done.problems += _doubtful(wanted)
        wanted.source = source
        present = known.get(wanted.place_id)
        if present is None:
            new.append(wanted)
        elif (present.geometry, present.source) != (wanted.geometry, wanted.source):
            other.append(wanted)
        else:
            done.same += 1
    bulk.add(new)
    bulk.rewrite(other, ["geometry", "source"])
    done.written = len(new) + len(other)
    if done.written:
        record(
            Boundary(), "boundaries loaded", by=by, within=Place(path=""), source=source, boundaries_written=done.written, **seals.told()
        )
    return done


def _features(data: bytes) -> Iterator[dict[str, Any]]:
    if len(data) > LIMIT * MEGABYTE:
        raise Refused("boundaries-too-large", size=len(data) // MEGABYTE, limit=LIMIT)
    try:
        features = json.loads(data.decode("utf-8-sig"))["features"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Refused("boundaries-unreadable") from error
    if not isinstance(features, list) or not all(isinstance(each, dict) for each in features):
        raise Refused("boundaries-unreadable")
    yield from features


def _outline(feature: dict[str, Any], number: int, places: dict[str, Place], seen: set[str], day: date) -> Boundary:
    properties = feature.get("properties")
    code = str(properties.get("code") or "") if isinstance(properties, dict) else ""
    if not code:
        raise Refused("boundary-without-code", number=number)
    if code not in places:
        raise Refused("boundary-unknown-code", key=code, on=day)
    if code in seen:
        raise Refused("boundary-twice", key=code)
    geometry = feature.get("geometry")
    try:
        rings(geometry)
    except BadOutline as bad:
        raise Refused(f"boundary-{bad}", key=code) from bad
    seen.add(code)
    return Boundary(place=places[code], geometry=geometry)


def _doubtful(outline: Boundary) -> list[Refused]:
    known = outline.place.area
    if not known:
        return []
    drawn = area(outline.geometry)
    if abs(drawn - known) <= TOLERANCE * known:
        return []
    return [Refused("boundary-area-differs", key=outline.place.code, drawn=drawn, known=known)]
