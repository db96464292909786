"""Rows of a file that do not go with what stands in the ledger: another figure of a cell, a sum or a growth that does not come out.

What replaces a figure, and what does not because a firmer one stands, is told with both figures and the source of the one in the ledger.
The checks see the file as if it were entered: beside it everything of the same and related indicators at its places.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import reduce
from itertools import islice
from typing import Any

from giaoban.ledger import Cell, Discrepancy, InSheet, Severity, check, standing
from giaoban.ledger import Entry as CoreEntry
from giaoban.ledger.facts import Facts
from giaoban.model import Measure, Period, Quantity, Refused
from giaoban_web.ledger import catalogue
from giaoban_web.ledger.codes import BOUNDS, ROLES, STATUSES
from giaoban_web.ledger.importing_rows import Names
from giaoban_web.ledger.models import Entry
from giaoban_web.ledger.queries import Standing, standing_in
from giaoban_web.ledger.rows import address, core, finds_named
from giaoban_web.ledger.surroundings import counts, family
from giaoban_web.ledger.words import part_told
from giaoban_web.places.models import Place

MOST_COMPARED = 2_000
"""New rows that are laid beside the ledger; a file with more is told so."""
MOST_BESIDE = 20_000
"""Entries that are read to lay them beside; where a place has more, only the cells of the file themselves are."""
TOLD_ELSEWHERE = {"limits", "stale", "revisions"}
MOST_NAMED = 3
MOST_KIN = 500
"""Places beside those of a file, of which their sums are made; where there are more, no sums of places are looked at."""
NEWER = 1_000_000
"""Numbers of supposed entries begin here: beyond those that a cell has."""
Waiting = tuple[int, ...]
"""spot, place, line, period, unit, report (the last four as their number in `Names`), amount, amount_to, digits, bound, role, status."""
Key = tuple[Cell, object]


@dataclass(frozen=True, slots=True)
class OfFile:
    """What the rows of a file have in common."""

    name: str
    sha256: str
    reported_on: date


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands in the ledger around the rows, by cell and role; the entries as the core knows them, by what they stand for."""

    stand: Mapping[Key, Standing]
    cores: Mapping[Key, CoreEntry]

    def behind(self, entry: CoreEntry) -> Entry | None:
        found = self.stand.get((entry.cell, entry.role))
        return found.entry if found and entry is self.cores.get((entry.cell, entry.role)) else None


def against(rows: Sequence[Waiting], names: Names, of: OfFile, told: Collection[int]) -> Iterator[tuple[int, Refused]]:
    """What of the rows does not go with the ledger, or with one another, each with the spot of its row.

    told  spots of which it was told already that their cell had another figure
    """
    versions = {each.pk: each for each in Place.objects.filter(pk__in={row[1] for row in rows}).order_by("valid_from")}
    forms = {each.path: each for each in versions.values()}
    words = _Words(names, of, {key: forms[each.path] for key, each in versions.items()})
    supposed = {row[0]: words.entry(row, NEWER + at) for at, row in enumerate(rows)}
    known = catalogue.catalogue()
    related = family({each.cell.indicator for each in supposed.values()} & set(known), known)
    periods = {each.cell.period for each in supposed.values() if each.cell.period}
    kin, members = _kin(forms, max(each.end_on for each in periods)) if periods else (forms, {})
    beside = _beside(kin, related, periods)
    facts = Facts((), known)
    titles = {catalogue.place_key(each): each.title for each in forms.values()}
    coming: dict[Key, CoreEntry] = {}
    for spot, entry in supposed.items():
        key = (entry.cell, entry.role)
        stands = beside.stand.get(key)
        kept = stands is not None and (stands.choice is not None or standing([beside.cores[key], entry]) is not entry)
        if not kept:
            coming[key] = entry
        if stands and spot not in told and _differs(facts, beside.cores[key], entry):
            code = "import-stands-on" if kept else "import-stands-otherwise"
            yield spot, Refused(code, place=titles[entry.cell.place], **_told(entry, stands.entry))
    yield from _of_checks(coming, beside, {id(each): spot for spot, each in supposed.items()}, titles, forms.values(), related, members)


@dataclass(frozen=True, slots=True)
class _Words:
    """What the numbers of staged rows mean.

    places  by their ids the form of each under which its unit is told
    """

    names: Names
    of: OfFile
    places: Mapping[int, Place]

    def entry(self, row: Waiting, number: int) -> CoreEntry:
        spot, place, line, period, unit, report, amount, amount_to, digits, bound, role, status = row
        indicator, measure, base, breakdown = _nth(self.names.lines, line)
        cell = Cell(
            indicator,
            catalogue.place_key(self.places[place]),
            Period.parse(_nth(self.names.periods, period)),
            Measure(measure),
            base=base,
            breakdown=breakdown,
        )
        upper = None if amount_to is None else Decimal(amount_to).scaleb(-digits)
        return CoreEntry(
            cell,
            Quantity(Decimal(amount).scaleb(-digits), _nth(self.names.units, unit), BOUNDS[bound], upper),
            InSheet(self.of.sha256, self.of.name, address(spot)),
            _nth(self.names.reports, report) or self.of.reported_on,
            role=ROLES[role],
            status=STATUSES[status],
            number=number,
        )


def _nth(numbered: Mapping[Any, int], number: int) -> Any:
    """What bears this number: they are given in order."""
    return next(islice(numbered, number, None))


def _kin(forms: Mapping[str, Place], on: date) -> tuple[dict[str, Place], dict[str, list[str]]]:
    """The places with those that they make up and are made up of on that day, by path, and which make up which, by their keys."""
    above = Place.objects.filter(pk__in={each.parent_id for each in forms.values()})
    wholes = {each.path: each for each in above} | dict(forms)
    below = Place.objects.on(on).filter(parent__path__in=wholes).select_related("parent")[: MOST_KIN + 1]
    if len(below) > MOST_KIN:
        return dict(forms), {}
    every = {each.path: each for each in below} | wholes
    members: dict[str, list[str]] = defaultdict(list)
    for each in below:
        if each.parent:
            members[catalogue.place_key(wholes[each.parent.path])].append(catalogue.place_key(every[each.path]))
    return every, members


def _beside(forms: Mapping[str, Place], related: Collection[str], periods: Collection[Period]) -> Beside:
    entries = Entry.objects.filter(place__path__in=forms, place__withdrawn=False, line__indicator__key__in=related)
    if entries.order_by()[: MOST_BESIDE + 1].count() > MOST_BESIDE:
        entries = entries.filter(period__text__in={each.text for each in periods})
    if entries.order_by()[: MOST_BESIDE + 1].count() > MOST_BESIDE:
        return Beside({}, {})
    stand = standing_in(entries)
    finds = finds_named(each.entry for each in stand)
    cores = [core(each.entry, finds, forms[each.entry.place.path]) for each in stand]
    keys: list[Key] = [(each.cell, each.role) for each in cores]
    return Beside(dict(zip(keys, stand, strict=True)), dict(zip(keys, cores, strict=True)))


def _differs(facts: Facts, one: CoreEntry, other: CoreEntry) -> bool:
    """Whether both cannot be true as they are printed: 19.200 and 19.201,5 can."""
    first, then = facts.figure(one), facts.figure(other)
    return first.quantity.unit == then.quantity.unit and not first.open.meets(then.open)


def _told(entry: CoreEntry, now: Entry) -> dict[str, object]:
    return {
        "indicator": _named(now),
        "period": entry.cell.period,
        "value": entry.quantity,
        "now": replace(entry.quantity, value=now.value, value_to=now.value_to, unit=now.unit.name, bound=BOUNDS[now.bound]),
        "source": now.source.name,
        "on": now.source.reported_on,
    }


def _named(entry: Entry) -> str:
    known = catalogue.catalogue().get(entry.line.indicator.key)
    part = part_told(entry.line.breakdown, known) if entry.line.breakdown else ""
    return f"{entry.line.indicator.name} ({part})" if part else entry.line.indicator.name


def _of_checks(
    coming: Mapping[Key, CoreEntry],
    beside: Beside,
    owner: Mapping[int, int],
    titles: Mapping[str, str],
    places: Iterable[Place],
    related: Collection[str],
    members: Mapping[str, Sequence[str]],
) -> Iterator[tuple[int, Refused]]:
    """What the checks find once the rows are entered, at the first row that each finding is about."""
    if not coming:
        return
    known = catalogue.catalogue()
    stays = [entry for key, entry in beside.cores.items() if key not in coming]
    on = max(each.reported_on for each in coming.values())
    counted = counts(places, on, [known[key] for key in related])
    facts = Facts([*stays, *coming.values()], known, counts=counted, members=members)
    told: list[set[int]] = []
    for found in sorted(check(facts), key=_says_less):
        own, inputs = [each for each in found.inputs if id(each) in owner], set(map(id, found.inputs))
        if not own or found.severity is Severity.IMPLICATION or found.check in TOLD_ELSEWHERE or any(inputs <= each for each in told):
            continue
        told.append(inputs)
        yield owner[id(own[0])], _said(found, own[0], beside, titles)


def _says_less(found: Discrepancy) -> bool:
    """That one part alone is more than its whole is said better of the part."""
    return found.code == "sum-exceeds" and len(found.inputs) == 2


def _said(found: Discrepancy, own: CoreEntry, beside: Beside, titles: Mapping[str, str]) -> Refused:
    """The finding with the figures of the ledger that it was made with and their sources."""
    there = [each for each in map(beside.behind, found.inputs) if each is not None][:MOST_NAMED]
    told: dict[str, object] = {"place": titles[own.cell.place], "period": own.cell.period, "found": Refused(found.code, **found.values)}
    if not there:
        return Refused("import-does-not-fit", **told)
    return Refused("import-does-not-fit-ledger", **told, ledger=reduce(_and, map(_in_ledger, there)))


def _and(first: Refused, then: Refused) -> Refused:
    return Refused("import-both", first=first, then=then)


def _in_ledger(entry: Entry) -> Refused:
    value = Quantity(entry.value, entry.unit.name, BOUNDS[entry.bound], entry.value_to)
    told = {"indicator": _named(entry), "value": value, "source": entry.source.name, "on": entry.source.reported_on}
    return Refused("import-in-ledger", **told, at=Period.parse(entry.period.text))
