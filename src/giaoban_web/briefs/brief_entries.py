"""What the ledger gives for a brief: the figures of one place as they had been reported by a day, and what does not agree among them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from giaoban.brief import figures
from giaoban.brief.given import GivenDiscrepancy, GivenFigure
from giaoban.brief.lines import Source
from giaoban.ledger import Entry as CoreEntry
from giaoban.ledger.facts import Facts
from giaoban_web.accounts.queries import may
from giaoban_web.briefs.brief_sources import of_find, texts_of
from giaoban_web.ledger import catalogue
from giaoban_web.ledger.discrepancies import shown
from giaoban_web.ledger.models import Entry, SourceKind
from giaoban_web.ledger.portrait import of_entries
from giaoban_web.ledger.queries import standing_in
from giaoban_web.places.models import Place
from giaoban_web.records.models import Find

NOTHING: tuple[tuple[GivenFigure, ...], tuple[GivenDiscrepancy, ...]] = ((), ())


@dataclass(frozen=True, slots=True)
class Origins:
    """The sentence or the cell behind each entry, by the identity of the entry that the core was given."""

    rows: Mapping[int, tuple[CoreEntry, Entry]]
    finds: Mapping[int, Find]
    texts: Mapping[int, str]

    def source(self, entry: CoreEntry) -> Source:
        """Leads to the sentence of a figure that came from a record, to the cell's page for any other."""
        row = self.rows[id(entry)][1]
        find = self.finds.get(row.spot) if row.source.kind == SourceKind.RECORD else None
        if find:
            return of_find(find, self.texts, row.source.reported_on)
        address = reverse("ledger:cell", args=[row.place_id, row.line_id, row.period_id])
        return Source(f"{row.source.name}, {row.source.reported_on:%d/%m/%Y}", address)


def count_of_place(user: Any, place: Place, on: date) -> int:
    """How many figures had been reported of a place and its earlier forms; 0 where `user` may not look."""
    return _reported(place, on).count() if may(user, "ledger.view", place) else 0


def of_place(
    user: Any, place: Place, on: date, only: Collection[str] | None = None
) -> tuple[tuple[GivenFigure, ...], tuple[GivenDiscrepancy, ...]]:
    """Figures and open discrepancies of a place and its earlier forms, of what was reported by that day; nothing where `user` may not look.

    only  keys of the indicators that are wanted; all of them without it
    """
    if not may(user, "ledger.view", place):
        return NOTHING
    entries = _reported(place, on)
    if only is not None:
        entries = entries.filter(line__indicator__key__in=only)
    portrait = of_entries(standing_in(entries), place, on)
    origins = _origins(portrait.rows)
    facts = Facts((told for told, _row in portrait.rows.values()), catalogue.catalogue(), on=on)
    found = figures.given_figures(facts, origins.source, (catalogue.place_key(place),))
    doubts = figures.given_discrepancies((each.found for each in shown(portrait) if each.open), origins.source)
    return found, doubts


def _reported(place: Place, on: date) -> QuerySet[Entry]:
    return Entry.objects.filter(place__path=place.path, place__withdrawn=False, source__reported_on__lte=on)


def _origins(rows: Mapping[int, tuple[CoreEntry, Entry]]) -> Origins:
    finds = Find.objects.select_related("standing", "record").defer("record__text", "record__blocks").in_bulk(_spots(rows.values()))
    return Origins(rows, finds, texts_of(finds.values()))


def _spots(rows: Iterable[tuple[CoreEntry, Entry]]) -> set[int]:
    return {row.spot for _told, row in rows if row.source.kind == SourceKind.RECORD}
