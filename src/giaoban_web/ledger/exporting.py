"""Figures on their way out: what stands of a selection, as the forms of `giaoban.exchange` take it, a few places at a time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain, groupby
from operator import itemgetter
from typing import Any

from django.db.models import Count, QuerySet
from django.utils import timezone

from giaoban.exchange.figures import Figure
from giaoban.exchange.formats import FORMATS, Format
from giaoban.exchange.iati import About
from giaoban.model import Refused
from giaoban_web.ledger.codes import ROLES, STATUSES
from giaoban_web.ledger.models import Entry
from giaoban_web.ledger.queries import more_than, standing_in, visible_to
from giaoban_web.ledger.rows import cell, quantity
from giaoban_web.places.queries import below

PLACES_AT_ONCE, FIGURES_AT_ONCE = 50, 5_000
"""What is loaded at once: so many places, or entries, whichever is less."""


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
        """The entries that the selection asks for."""
        if self.place:
            entries = entries.filter(below(self.place, "place__path"))
        if self.indicator:
            entries = entries.filter(line__indicator__key=self.indicator)
        return entries.filter(period__text=self.period) if self.period else entries


def selected(user: Any, selection: Selection, form: str = "") -> Iterator[Figure]:
    """What stands of the selection among what `user` may see; refused, when the first is asked for, where the form holds fewer."""
    return standing(selection.of(visible_to(user)), selection.known_on, form)


def standing(entries: QuerySet[Entry], known_on: date | None = None, form: str = "") -> Iterator[Figure]:
    """What stands of `entries`, place by place; refused as `selected` is."""
    most = FORMATS[form].most if form in FORMATS else None
    if most and more_than(most, entries, known_on):
        raise Refused("figures-too-many", form=form, most=most)
    for several in _batches(entries):
        yield from (figure(each.entry) for each in standing_in(several, known_on))


def _batches(entries: QuerySet[Entry]) -> Iterator[QuerySet[Entry]]:
    """The entries in parts that memory holds, no cell in two of them: some places, or some lines of a place that has many entries."""
    counted = entries.order_by("place__path", "place_id", "line_id").values_list("place_id", "line_id").annotate(Count("pk"))
    several: list[int] = []
    held = 0
    for place, rows in groupby(counted, key=itemgetter(0)):
        lines = [(line, many) for _place, line, many in rows]
        size = sum(many for _line, many in lines)
        if several and (held + size > FIGURES_AT_ONCE or len(several) == PLACES_AT_ONCE):
            yield entries.filter(place__in=several)
            several, held = [], 0
        if size > FIGURES_AT_ONCE:
            yield from (entries.filter(place=place, line__in=part) for part in _parts(lines))
        else:
            several, held = [*several, place], held + size
    if several:
        yield entries.filter(place__in=several)


def _parts(lines: Iterable[tuple[int, int]]) -> Iterator[list[int]]:
    """Lines and how many entries each has, parted so that no part has too many; one line stays whole."""
    part: list[int] = []
    held = 0
    for line, many in lines:
        if part and held + many > FIGURES_AT_ONCE:
            yield part
            part, held = [], 0
        part, held = [*part, line], held + many
    yield part


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
