"""Whether a record is filed where it belongs: what its head, its reading and its day say against it, and where it seems to belong."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from giaoban.documents.letterhead import place_named
from giaoban.model import Refused
from giaoban.reference.folding import fold
from giaoban_web.places.models import Kind, Place
from giaoban_web.places.names import take_apart
from giaoban_web.records.matching import meeting_as_read
from giaoban_web.records.models import Record
from giaoban_web.records.queries import places_to_file_under

TOLD = ("reviewed", "convener")
"""The fields of a meeting that name places."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a record says of where it belongs: the place at its head, those that its meeting names, and the day."""

    head: str | None
    met: Sequence[str]
    on: date | None


def doubts(record: Record) -> list[Refused]:
    """What speaks against the place under which `record` is filed; nothing where nothing does.

    A record may lie under a place below the one whose paper it is, and tell of a meeting with one below its own.
    """
    said = _said(record)
    return [*_of_names(record.place, said), *_of_day(record.place, said.on)]


def proposed(user: Any, record: Record) -> Place | None:
    """The one place that its head or its meeting names, else the one that its place was on its day; of those where `user` may file."""
    said, may_be = _said(record), places_to_file_under(user)
    may_be = may_be.on(said.on) if said.on else may_be.filter(valid_to=None)
    for written in filter(None, (said.head, *said.met[:1])):
        found = list(may_be.filter(folded__in=_folded(written))[:2])
        if len(found) == 1:
            return found[0]
    return None if said.head else may_be.filter(path=record.place.path).first()


def _said(record: Record) -> Words:
    """What the record says of its place and day: by its meeting as confirmed, else by the meeting as read."""
    meeting, head = record.meeting, place_named(record.text)
    if meeting:
        return Words(head, [each for each in (meeting.reviewed, meeting.convener) if each], meeting.held_on or record.published_on)
    told = meeting_as_read(record)
    on = date.fromisoformat(told["date"]) if told.get("date") else record.published_on
    return Words(head, [told[name] for name in TOLD if told.get(name)], on)


def _of_names(own: Place, said: Words) -> Iterator[Refused]:
    names = [name for written in (said.head, *said.met) if written for name in _folded(written)]
    near = Q(path__in=own.paths_above) | Q(path__startswith=own.path)
    borne = set(Place.objects.filter(near, folded__in=names).values_list("folded", "path")) if names else set()
    below = {name for name, path in borne if len(path) > len(own.path)}
    around = {name for name, path in borne if len(path) <= len(own.path)}
    if said.head and _names_another(said.head, around):
        yield Refused("filed-against-head", named=said.head, place=str(own))
        return
    for written in said.met:
        if _names_another(written, around | below):
            yield Refused("filed-against-meeting", named=written, place=str(own))
            return


def _of_day(place: Place, on: date | None) -> Iterator[Refused]:
    if on and place.last_day and on > place.last_day:
        yield Refused("filed-after-end", place=str(place), on=on, until=place.last_day)
    if on and on < place.valid_from:
        yield Refused("filed-before-start", place=str(place), on=on, since=place.valid_from)


def _names_another(written: str, known: set[str]) -> bool:
    """Whether the words name a place that is not among the known ones."""
    names = _folded(written)
    return bool(names) and known.isdisjoint(names)


def _folded(written: str) -> list[str]:
    """The names that may be meant: with the kind written, or with any where it may be part of the name (Quan Sơn); [] without a kind."""
    named = take_apart(written)
    if not named.kind or not named.name:
        return []
    return [f"{fold(named.kind)} {named.name}", *(f"{fold(kind)} {named.entire}" for kind in Kind)]
