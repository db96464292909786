"""Figures of a line restated onto the places of today: from what they were made of, or became. A view: the ledger is not changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from giaoban.ledger.conversion import fits, told
from giaoban.ledger.crosswalk import Basis, Crosswalk
from giaoban.ledger.restating import Restated, restate
from giaoban.model import Measure, Quantity, Refused
from giaoban.reference.indicators import Aggregation
from giaoban.reference.indicators import Indicator as Known
from giaoban_web.ledger import catalogue
from giaoban_web.ledger.models import Entry, Line, ReportingPeriod
from giaoban_web.ledger.queries import standing_in, visible_to
from giaoban_web.ledger.rows import quantity
from giaoban_web.places.models import Place
from giaoban_web.places.queries import crosswalk

KEYED = ("place", "target", "names")
"""Values of a refusal in which the core names places by their keys."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A restated figure: what it was worked out from, in the order of its pieces."""

    place: Place
    quantity: Quantity
    parts: tuple[tuple[Entry, Any], ...]
    basis: Basis | None


Told = Shown | Refused


def restated(user: Any, line: Line, places: Sequence[Place], basis: Basis | None) -> dict[tuple[int, int], Told]:
    """For each of `places` and each period of which it has no figure of its own but its relatives have: the restated figure, or why not.

    Keys are (place, period). Only figures that `user` may see go in; levels only.
    """
    if line.measure != Measure.LEVEL:
        return {}
    links = crosswalk(places)
    relatives = links.places()
    entries = visible_to(user).filter(line=line, role=0, place__in=relatives)
    by_period: dict[int, dict[int, Entry]] = {}
    for each in standing_in(entries):
        by_period.setdefault(each.entry.period_id, {})[each.entry.place_id] = each.entry
    known = catalogue.catalogue().get(line.indicator.key)
    found: dict[tuple[int, int], Told] = {}
    for period, figures in by_period.items():
        for place in places:
            if place.pk not in figures and (shown := _one(place, figures, links, line, known, basis)) is not None:
                found[place.pk, period] = shown
    return found


def periods_of(found: Mapping[tuple[int, int], Told]) -> dict[int, ReportingPeriod]:
    """The periods of restated figures by key."""
    return ReportingPeriod.objects.in_bulk({period for _place, period in found})


def _one(
    place: Place, figures: Mapping[int, Entry], links: Crosswalk[int], line: Line, known: Known | None, basis: Basis | None
) -> Told | None:
    """The restated figure or its refusal; None where it is the figure of the same unit, or where nothing of the place is known at all."""
    quantities = {key: _in_unit(entry, known) for key, entry in figures.items()}
    additive = known is None or known.aggregation is Aggregation.SUM
    try:
        made: Restated[int] = restate(place.pk, quantities, links, indicator=str(line.indicator), additive=additive, basis=basis)
    except Refused as refused:
        return None if refused.code == "restate-unknown-target" else _named(refused)
    parts = tuple((figures[piece.place], piece.share) for piece in made.pieces)
    if made.same and parts[0][0].place.path == place.path:
        return None
    return Shown(place, made.quantity, parts, made.basis)


def _in_unit(entry: Entry, known: Known | None) -> Quantity:
    own = quantity(entry)
    return told(own, known) if known and any(fits(own.unit, unit) for unit in known.units) else own


def _named(refused: Refused) -> Refused:
    """The refusal with the names of places where the core has their keys."""
    keys = [key for name in KEYED for key in str(refused.values.get(name, "")).split(", ") if key.isdigit()]
    names = {str(place.pk): str(place) for place in Place.every.filter(pk__in=keys)}
    said = {name: ", ".join(names.get(key, key) for key in str(value).split(", ")) if name in KEYED else value
            for name, value in refused.values.items()}  # fmt: skip
    return Refused(refused.code, **said)
