"""Bringing the events of a table into the register: an event is known by its day and the codes it links."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from giaoban.ledger.crosswalk import shares
from giaoban_web.places import bulk
from giaoban_web.places.models import Change, Event, EventKind, Place, Share
from giaoban_web.places.register import Register
from giaoban_web.places.table import EventRow

FIELDS = ("kind", "act", "source", "doubt")
Part = tuple[bool, str, Decimal | None]
Links = dict[tuple[int, int], Part]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """An event as the table wants it: its fields, and whether, by what and how much of which place went to which."""

    row: EventRow
    links: Links

    @property
    def fields(self) -> list[str]:
        return [str(getattr(self.row, name)) for name in FIELDS]


def bring_in(rows: Iterable[EventRow], register: Register) -> tuple[int, list[Place]]:
    """Write the events of `rows` that are new or different; gives how many, and the places they concern."""
    standing = _standing(register)
    wanted = [(_find(row, standing), _wanted(row, register)) for row in rows]
    present = _links_by_event(register)
    differing = [
        (event or Event(on=want.row.on), want)
        for event, want in wanted
        if event is None or present[event.pk] != want.links or [getattr(event, name) for name in FIELDS] != want.fields
    ]
    _write(differing, register)
    return len(differing), [register.places[key] for _event, want in differing for pair in want.links for key in pair]


def _standing(register: Register) -> dict[tuple[date, str, str], Event]:
    ends = ((each, register.places[each.before_id], register.places[each.after_id]) for each in register.changes.values())
    return {(each.on, before.code, after.code): each.event for each, before, after in ends}


def _find(row: EventRow, standing: dict[tuple[date, str, str], Event]) -> Event | None:
    return next((standing[key] for link in row.links if (key := (row.on, link.before, link.after)) in standing), None)


def _wanted(row: EventRow, register: Register) -> _Wanted:
    weights: dict[tuple[str, str], list[Decimal]] = defaultdict(list)
    for link in row.links:
        if link.weight is not None:
            weights[link.before, link.basis].append(link.weight)
    parts = {key: iter(shares(found)) for key, found in weights.items()}
    links: Links = {}
    for link in row.links:
        before, after = register.at(link.before, row.on - timedelta(days=1)), register.at(link.after, row.on)
        if before is None or after is None:
            raise LookupError(f"{row.on} {link.before} → {link.after}: no such place on that day")
        share = next(parts[link.before, link.basis]) if link.weight is not None else None
        links[before.pk, after.pk] = (link.part, link.basis, share)
    return _Wanted(row, links)


def _links_by_event(register: Register) -> dict[int, Links]:
    shared = {share.change_id: (share.basis, share.share) for share in Share.objects.all()}
    found: dict[int, Links] = defaultdict(dict)
    for each in register.changes.values():
        found[each.event_id][each.before_id, each.after_id] = (each.part, *shared.get(each.pk, ("", None)))
    return found


def _write(differing: list[tuple[Event, _Wanted]], register: Register) -> None:
    known = [event for event, _want in differing if event.pk]
    for each in [each for each in register.changes.values() if each.event_id in {event.pk for event in known}]:
        register.unlink(each)
    Change.objects.filter(event__in=known).delete()
    for event, want in differing:
        for name in FIELDS:
            setattr(event, name, getattr(want.row, name))
    bulk.rewrite(known, FIELDS)
    bulk.add([event for event, _want in differing if not event.pk])
    changes, parts = [], []
    for event, want in differing:
        for (before, after), (part, basis, share) in want.links.items():
            changes.append(Change(event=event, before_id=before, after_id=after, part=part))
            parts.append((basis, share))
    bulk.add(changes)
    told = [Share(change=each, basis=basis, share=share) for each, (basis, share) in zip(changes, parts, strict=True) if share is not None]
    bulk.add(told)
    register.link(changes)
    _ended_and_made(differing, register)


def _ended_and_made(differing: Iterable[tuple[Event, Any]], register: Register) -> None:
    """Let each version know by which event it came and went; the end of a level makes nothing."""
    concerned: dict[int, Place] = {}
    for event, want in differing:
        for before, after in want.links:
            ended, made = register.places[before], register.places[after]
            if ended.valid_to == event.on:
                ended.ended_by = event
                concerned[before] = ended
            if made.valid_from == event.on and event.kind != EventKind.ABOLITION:
                made.began_by = event
                concerned[after] = made
    bulk.rewrite(concerned.values(), ["began_by", "ended_by"])
