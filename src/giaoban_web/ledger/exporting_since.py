"""What of the figures of a release the ledger tells otherwise since: the release stays as it was, and whoever reads it is told."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.db.models import Count, Max, Q, QuerySet

from giaoban.exchange import figures as flat
from giaoban.exchange.figures import Figure
from giaoban_web.accounts.queries import places_of
from giaoban_web.ledger.exporting import Selection, figure
from giaoban_web.ledger.exporting_models import Release
from giaoban_web.ledger.exporting_parts import FIRST, about
from giaoban_web.ledger.models import Choice, Entry, Posting, Source, SourceKind, Withdrawal
from giaoban_web.ledger.queries import standing_in
from giaoban_web.places.models import Place
from giaoban_web.ui import printed

CellKey = tuple[int, int, int]
AT_ONCE = 100
MOST = 1_000
"""Cells that are looked at for one release: strangers ask, and a whole province may have been reported anew."""
KEPT, COUNTED = 64, 4096
"""Releases of which what was found is kept until something is written, and of which how much that is."""
Key = tuple[str, ...]
COLUMNS = ("indicator", "place", "place_from", "period", "measure", "base", "breakdown", "role")
"""What tells the cell and role of a row, and so which figure of the ledger it is."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A figure as it was released, and the entry that stands in its place now; None where none stands any more."""

    told: Figure
    now: Entry | None
    key: CellKey

    @property
    def place(self) -> int:
        return self.key[0]


@dataclass(frozen=True, slots=True)
class Since:
    """What changed of a release, in its order; `more` where only the first `MOST` cells were looked at."""

    changed: tuple[Changed, ...] = ()
    more: bool = False

    @property
    def count(self) -> "HowMany":
        return HowMany(len(self.changed), self.more)


@dataclass(frozen=True, slots=True)
class HowMany:
    """How many figures of a release changed; `more` as of `Since`."""

    changed: int = 0
    more: bool = False

    @property
    def said(self) -> str:
        """How many, in the reader's language: "3", "1.000+"."""
        return printed.number(self.changed) + ("+" if self.more else "")


def changed_since(release: Release) -> Since:
    """The figures that changed since they were released. One that only became final, with the same value, did not change."""
    return _since(release.pk, release.at, *_written())


def counts(releases: Iterable[Release]) -> Iterator[HowMany]:
    """How many figures of each release changed since, in their order; nothing of one that was taken back."""
    written = tuple(_written())
    yield from (HowMany() if each.taken_back_at else _count(each.pk, each.at, *written) for each in releases)


def _written() -> Iterator[tuple[int, Any]]:
    """How much was written into the ledger, and when last: as long as that stays, nothing has changed of a release."""
    for model in (Source, Withdrawal, Choice, Posting):
        told = model._default_manager.aggregate(count=Count("pk"), last=Max("at"))
        yield told["count"], told["last"]


@lru_cache(maxsize=COUNTED)
def _count(key: int, at: datetime, *written: tuple[int, Any]) -> HowMany:
    return _since(key, at, *written).count


@lru_cache(maxsize=KEPT)
def _since(key: int, _at: datetime, *_written: tuple[int, Any]) -> Since:
    release = Release.objects.select_related("place", "indicator").get(pk=key)
    cells = _touched(release)
    return Since(tuple(_changed(release, cells[:MOST])), len(cells) > MOST)


def _changed(release: Release, cells: list[CellKey]) -> Iterator[Changed]:
    if not cells:
        return
    stands, of = _standing(cells)
    for _line, fields in about(release, {tuple(dict(zip(COLUMNS, each, strict=False))[name] for name in FIRST) for each in of}):
        key = of.get(_cell(fields))
        if key is None:
            continue
        told, now = flat.figure(fields), stands.get(_key(fields))
        if now is None or figure(now).quantity != told.quantity:
            yield Changed(told, now, key)


def shown_to(user: Any, changed: Iterable[Changed]) -> set[int]:
    """The places among theirs into whose ledger `user` may look: what stands now is told of no other."""
    wanted = {each.place for each in changed}
    return set(places_of(user, "ledger.view").filter(pk__in=wanted).values_list("pk", flat=True)) if wanted else set()


def later(release: Release, changed: Iterable[Changed]) -> dict[CellKey, Release]:
    """The newest later release, by cell, that tells of the same place, indicator and period."""
    told = list(changed)
    newer = list(Release.objects.filter(pk__gt=release.pk, taken_back_at=None).defer("data").select_related("place", "indicator"))
    paths = dict(Place.every.filter(pk__in={each.place for each in told}).values_list("pk", "path")) if newer else {}
    return {each.key: found for each in told if (found := next((one for one in newer if _tells(one, each, paths)), None))}


def _tells(release: Release, changed: Changed, paths: dict[int, str]) -> bool:
    of = release.indicator.key if release.indicator else ""
    return (
        paths[changed.place].startswith(release.place.path)
        and of in ("", changed.told.cell.indicator)
        and release.period in ("", changed.told.period)
    )


def _touched(release: Release) -> list[CellKey]:
    """Cells of its selection in which something was entered, taken back or chosen since.

    An entry from a record bears no time of its own, only that of the first from there: it counts wherever it is not the first of its cell.
    """
    of = Selection(indicator=release.indicator.key if release.indicator else "", period=release.period)
    within = Q(place__path__startswith=release.place.path)
    entries = Entry.objects.filter(Q(source__at__gt=release.at) | Q(source__kind=SourceKind.RECORD), within, number__gt=0)
    found = {_cell_of(each) for each in _keys(of.of(entries))}
    for model in (Withdrawal, Choice):
        found |= {_cell_of(each) for each in _keys(of.of(model.objects.filter(within, at__gt=release.at)))}  # type: ignore[arg-type]
    return sorted(found)


def _keys(rows: QuerySet[Any]) -> QuerySet[Any, Any]:
    return rows.order_by().values_list("place_id", "line_id", "period_id").distinct()


def _cell_of(row: tuple[int, ...]) -> CellKey:
    return row[0], row[1], row[2]


def _standing(cells: list[CellKey]) -> tuple[dict[Key, Entry], dict[Key, CellKey]]:
    """What stands in the cells, and which cells they are, by what a row of a release names them with."""
    stands: dict[Key, Entry] = {}
    of: dict[Key, CellKey] = {}
    for start in range(0, len(cells), AT_ONCE):
        wanted = Q()
        for place, line, period in cells[start : start + AT_ONCE]:
            wanted |= Q(place=place, line=line, period=period)
        entries = Entry.objects.filter(wanted)
        stands |= {_key(flat.row(figure(each.entry))): each.entry for each in standing_in(entries)}
        first = entries.filter(number=0).select_related("place", "line__indicator", "period", "unit", "source")
        of |= {_cell(flat.row(figure(each))): (each.place_id, each.line_id, each.period_id) for each in first}
    return stands, of


def _key(fields: Any) -> Key:
    return tuple(fields.get(name, "") for name in COLUMNS)


def _cell(fields: Any) -> Key:
    return _key(fields)[:-1]
