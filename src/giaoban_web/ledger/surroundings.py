"""What the ledger knows around a few figures: everything that a check would lay beside them, and no more."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from django.db.models import Q

from giaoban.ledger import Entry as CoreEntry
from giaoban.reference.indicators import Catalogue, Indicator
from giaoban_web.ledger.catalogue import place_key
from giaoban_web.ledger.models import Entry
from giaoban_web.ledger.queries import standing_in
from giaoban_web.ledger.rows import core, finds_named
from giaoban_web.places.models import Place

COMMUNE = 3
COMMUNES = "commune"


def family(keys: Collection[str], catalogue: Catalogue) -> set[str]:
    """`keys` and every indicator that a check compares with one of them (growth, parts and wholes, ceilings, formulas), as far as known."""
    found = set(keys)
    for key, known in catalogue.items():
        related = _related(known)
        if key in keys:
            found |= related
        elif related & set(keys):
            found.add(key)
    return found & set(catalogue)


def around(places: Iterable[Place], keys: Collection[str], *, without: Q) -> list[CoreEntry]:
    """What stands in the ledger of these indicators at `places`, their earlier and later forms told as the form given.

    without  names the entries that are left out
    """
    forms = {place.path: place for place in places}
    entries = Entry.objects.filter(place__path__in=forms, place__withdrawn=False, line__indicator__key__in=keys)
    rows = [each.entry for each in standing_in(entries.exclude(without))]
    finds = finds_named(rows)
    return [core(row, finds, forms[row.place.path]) for row in rows]


def counts(places: Iterable[Place], on: date, indicators: Iterable[Indicator]) -> dict[tuple[str, str], int]:
    """How many communes and their like lie in each of `places` on that day, as `Facts` wants it; nothing where none lies there.

    indicators  those that are checked: where none of them is a share of communes, nothing is counted
    """
    if not any(each.share_of == COMMUNES for each in indicators):
        return {}
    found = {}
    for place in places:
        within = Place.objects.on(on).filter(path__startswith=place.path).exclude(path=place.path).only("path", "kind")
        if communes := sum(each.level == COMMUNE for each in within):
            found[place_key(place), COMMUNES] = communes
    return found


def _related(known: Indicator) -> set[str]:
    return set(filter(None, _names(known)))


def _names(known: Indicator) -> Iterator[str]:
    yield from (known.growth_of, known.at_most, *known.parts)
    if known.formula:
        yield from (known.formula.numerator, known.formula.denominator)
