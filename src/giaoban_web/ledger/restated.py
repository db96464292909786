"""Figures of a line restated onto the places of today: from what they were made of, or became. A view: the ledger is not changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from giaoban.ledger.conversion import convert, fits, told
from giaoban.ledger.crosswalk import Basis, Crosswalk
from giaoban.ledger.restating import Restated, not_additive, ratio, restate, restate_mean
from giaoban.model import Measure, Quantity, Refused
from giaoban.reference.indicators import Aggregation, Formula
from giaoban.reference.indicators import Indicator as Known
from giaoban_web.ledger import catalogue
from giaoban_web.ledger.models import Entry, Line, ReportingPeriod
from giaoban_web.ledger.queries import standing_in, visible_to
from giaoban_web.ledger.rows import quantity
from giaoban_web.places.models import Place
from giaoban_web.places.queries import crosswalk

KEYED = ("place", "target", "names")
"""Values of a refusal in which the core names places by their keys."""
Figures = Mapping[int, Mapping[int, Entry]]
"""Standing actual figures of a line, by period and place."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A restated figure: what it was worked out from, in the order of its pieces."""

    place: Place
    quantity: Quantity
    parts: tuple[tuple[Entry, Any], ...]
    basis: Basis | None


Told = Shown | Refused


def restated(
    user: Any,
    line: Line,
    places: Sequence[Place],
    basis: Basis | None,
    *,
    known_on: date | None = None,
    period: ReportingPeriod | None = None,
) -> dict[tuple[int, int], Told]:
    """For each of `places` and each period of which it has no figure of its own but its relatives have: the restated figure, or why not.

    known_on  as it was known at the end of that day
    period    of that period alone

    Keys are (place, period). Only figures that `user` may see go in; levels only.
    """
    if line.measure != Measure.LEVEL:
        return {}
    series = _Series(user, line, crosswalk(places), basis, known_on, period)
    found: dict[tuple[int, int], Told] = {}
    for at, figures in series.of(line).items():
        for place in places:
            if place.pk not in figures and (shown := series.one(place, at)) is not None:
                found[place.pk, at] = shown
    return found


def periods_of(found: Mapping[tuple[int, int], Told]) -> dict[int, ReportingPeriod]:
    """The periods of restated figures by key."""
    return ReportingPeriod.objects.in_bulk({period for _place, period in found})


class _Series:
    """The figures of a line at the relatives of some places, and of the lines that it is made of or weighed by; each read once."""

    def __init__(
        self, user: Any, line: Line, links: Crosswalk[int], basis: Basis | None, known_on: date | None, period: ReportingPeriod | None
    ) -> None:
        self._user, self._line, self._links, self._basis = user, line, links, basis
        self._known_on, self._period = known_on, period
        self._catalogue = catalogue.catalogue()
        self._known = self._catalogue.get(line.indicator.key)
        self._read: dict[int, Figures] = {}

    def of(self, line: Line | None) -> Figures:
        """The figures of `line`; nothing for none."""
        if line is None:
            return {}
        if line.pk not in self._read:
            entries = visible_to(self._user).filter(line=line, role=0, place__in=self._links.places())
            entries = entries.filter(period=self._period) if self._period else entries
            by_period: dict[int, dict[int, Entry]] = {}
            for each in standing_in(entries, self._known_on):
                by_period.setdefault(each.entry.period_id, {})[each.entry.place_id] = each.entry
            self._read[line.pk] = by_period
        return self._read[line.pk]

    def one(self, place: Place, period: int) -> Told | None:
        """The restated figure or its refusal; None where it is the figure of the same unit, or where nothing of the place is known."""
        figures = self.of(self._line)[period]
        additive = self._known is None or self._known.aggregation is Aggregation.SUM
        name, quantities = str(self._line.indicator), {key: _in_unit(entry, self._known) for key, entry in figures.items()}
        try:
            made: Restated[int] = restate(place.pk, quantities, self._links, indicator=name, additive=additive, basis=self._basis)
        except Refused as refused:
            if refused.code == "restate-unknown-target":
                return None
            anew = self._anew(place, period) if refused.code == "restate-ratio" else None
            if refused.code == "restate-ratio":
                refused = Refused(not_additive(self._known), **refused.values)
            return anew or _named(refused)
        parts = tuple((figures[piece.place], piece.share) for piece in made.pieces)
        if made.same and parts[0][0].place.path == place.path:
            return None
        return Shown(place, made.quantity, parts, made.basis)

    def _anew(self, place: Place, period: int) -> Shown | None:
        """A ratio worked out from its numerator and denominator, else as the mean by what weighs it; None where they are not known."""
        known = self._known
        for way in (self._by_formula, self._by_weight):
            try:
                if known and (shown := way(known, place, period)):
                    return shown
            except Refused:
                continue
        return None

    def _by_formula(self, known: Known, place: Place, period: int) -> Shown | None:
        formula = known.formula
        if formula is None or self._line.breakdown:
            return None
        sides = [self._side(*side, place, period) for side in _sides(formula)]
        made = ratio(sides[0][0], sides[1][0], indicator=known.name, unit=known.unit, scale=formula.scale)
        return Shown(place, made.quantity, (*sides[0][1], *sides[1][1]), made.basis)

    def _side(self, key: str, unit: str, place: Place, period: int) -> tuple[Restated[int], tuple[tuple[Entry, Any], ...]]:
        figures = self.of(self._related.get(key)).get(period, {})
        quantities = {at: convert(quantity(entry), unit) for at, entry in figures.items()}
        made: Restated[int] = restate(place.pk, quantities, self._links, indicator=key, basis=self._basis)
        return made, tuple((figures[piece.place], piece.share) for piece in made.pieces)

    def _by_weight(self, known: Known, place: Place, period: int) -> Shown | None:
        weighing = self._catalogue.get(known.weight)
        if weighing is None or self._line.breakdown:
            return None
        figures, weights = self.of(self._line)[period], self.of(self._related.get(weighing.id)).get(period, {})
        measured = {at: _in_unit(entry, weighing) for at, entry in weights.items()}
        plain: dict[int, Decimal] = {at: each.value for at, each in measured.items() if each.unit == weighing.unit}
        rates = {at: _in_unit(entry, known) for at, entry in figures.items()}
        made: Restated[int] = restate_mean(place.pk, rates, plain, self._links, indicator=known.name)
        several = [(part[piece.place], piece.share) for piece in made.pieces for part in (figures, weights)]
        return Shown(place, made.quantity, tuple(several), None)

    @cached_property
    def _related(self) -> dict[str, Line]:
        """The lines of what the indicator is made of and weighed by, by their keys."""
        known = self._known
        keys = {known.weight, *(key for key, _unit in _sides(known.formula))} if known else set()
        found = Line.objects.filter(indicator__key__in=keys, measure=Measure.LEVEL.value, base="", breakdown="")
        return {line.indicator.key: line for line in found.select_related("indicator")}


def _sides(formula: Formula | None) -> tuple[tuple[str, str], ...]:
    if formula is None:
        return ()
    return (formula.numerator, formula.numerator_unit), (formula.denominator, formula.denominator_unit)


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
