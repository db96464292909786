"""Whether a record is filed where it belongs: what its head, its reading and its day say against it, and where it seems to belong."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from giaoban.documents.letterhead import place_named
from giaoban.model import Refused
from giaoban.reference.folding import fold
from giaoban_web.places.models import Kind, Place
from giaoban_web.places.names import take_apart
from giaoban_web.records.matching import meeting_as_read, setting
from giaoban_web.records.models import Record
from giaoban_web.records.queries import places_to_file_under

TOLD = ("reviewed", "convener")
"""The fields of a meeting that name places."""


def doubts(record: Record) -> list[Refused]:
    """What speaks against the place under which `record` is filed; nothing where nothing does.

    A record may lie under a place below the one whose paper it is, and tell of a meeting with one below its own.
    """
    return [*_of_names(record), *_of_day(record)]


def proposed(user: Any, record: Record) -> Place | None:
    """The one place that its head or its meeting names, else the one that its place was on its day; of those where `user` may file."""
    on = setting(record).on
    may_be = places_to_file_under(user)
    may_be = may_be.on(on) if on else may_be.filter(valid_to=None)
    head = place_named(record.text)
    for written in (head, meeting_as_read(record).get("reviewed")):
        found = list(may_be.filter(folded__in=_folded(written))[:2]) if written else []
        if len(found) == 1:
            return found[0]
    return None if head else may_be.filter(path=record.place.path).first()


def _of_names(record: Record) -> Iterator[Refused]:
    own, head = record.place, place_named(record.text)
    above = Q(path=own.path) | Q(path__in=own.paths_above)
    if head and not _bears(head, above):
        yield Refused("filed-against-head", named=head, place=str(own))
        return
    told = meeting_as_read(record)
    for written in filter(None, map(told.get, TOLD)):
        if not _bears(written, above | Q(path__startswith=own.path)):
            yield Refused("filed-against-meeting", named=written, place=str(own))
            return


def _of_day(record: Record) -> Iterator[Refused]:
    place, on = record.place, setting(record).on
    if on and place.last_day and on > place.last_day:
        yield Refused("filed-after-end", place=str(place), on=on, until=place.last_day)
    if on and on < place.valid_from:
        yield Refused("filed-before-start", place=str(place), on=on, since=place.valid_from)


def _bears(written: str, among: Q) -> bool:
    """Whether one of those places ever bore that name; also where the words name none."""
    names = _folded(written)
    return not names or Place.objects.filter(among, folded__in=names).exists()


def _folded(written: str) -> list[str]:
    """The names that may be meant: with the kind written, or with any where it may be part of the name (Quan Sơn); [] without a kind."""
    named = take_apart(written)
    if not named.kind or not named.name:
        return []
    return [f"{fold(named.kind)} {named.name}", *(f"{fold(kind)} {named.entire}" for kind in Kind)]
