"""Figures on their way out: what stands of a selection, as the forms of `giaoban.exchange` take it, a few places at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from giaoban.exchange.figures import Figure
from giaoban.exchange.formats import FORMATS, Format
from giaoban.exchange.iati import About
from giaoban.model import Refused
from giaoban_web.ledger.codes import ROLES, STATUSES
from giaoban_web.ledger.models import Entry
from giaoban_web.ledger.queries import standing_in, visible_to
from giaoban_web.ledger.rows import cell, quantity
from giaoban_web.places.queries import below

PLACES_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked for; an empty field asks for all.

    place      code of a place: it and everything below it
    indicator  key
    period     in the exchange form
    known_on   as it was known at the end of that day
    """

    place: str = ""
    indicator: str = ""
    period: str = ""
    known_on: date | None = None

    def of(self, entries: QuerySet[Entry]) -> QuerySet[Entry]:
        """Those of `entries` that it asks for."""
        if self.place:
            entries = entries.filter(below(self.place, "place__path"))
        if self.indicator:
            entries = entries.filter(line__indicator__key=self.indicator)
        return entries.filter(period__text=self.period) if self.period else entries


def selected(user: Any, selection: Selection) -> Iterator[Figure]:
    """What stands of the selection among what `user` may see."""
    return standing(selection.of(visible_to(user)), selection.known_on)


def standing(entries: QuerySet[Entry], known_on: date | None = None) -> Iterator[Figure]:
    """What stands of `entries`, place by place."""
    keys = list(entries.order_by("place__path", "place_id").values_list("place_id", flat=True).distinct())
    for start in range(0, len(keys), PLACES_AT_ONCE):
        several = entries.filter(place__in=keys[start : start + PLACES_AT_ONCE])
        yield from (figure(each.entry) for each in standing_in(several, known_on))


def figure(entry: Entry) -> Figure:
    """The entry as a figure that leaves."""
    place = entry.place
    return Figure(
        cell(place, entry.line, entry.period),
        quantity(entry),
        ROLES[entry.role],
        STATUSES[entry.status],
        place.valid_from,
        str(place),
        entry.line.indicator.name,
        entry.source.reported_on,
        entry.source.name,
    )


def written(figures: Iterator[Figure], form: str) -> tuple[Format, Iterator[bytes]]:
    """The form of that name, and the figures in it. Refused, before the first byte, for an unknown form and for what it cannot hold."""
    known = FORMATS.get(form)
    if known is None:
        raise Refused("figures-form-unknown", forms=", ".join(FORMATS))
    pieces = known.write(figures, About(timezone.now()))
    first = next(pieces, b"")
    return known, chain([first], pieces)
