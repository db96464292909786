"""Keeping the register of places: loading tables, declaring what happens to places, undoing it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from giaoban.model import Refused
from giaoban.reference.folding import fold
from giaoban_web.accounts.queries import may
from giaoban_web.history.actions import record
from giaoban_web.places import bulk, findable, heirs, seals
from giaoban_web.places.boundaries import load_boundaries
from giaoban_web.places.loading import load
from giaoban_web.places.models import Change, Event, EventKind, Place, Share
from giaoban_web.places.paths import parent
from giaoban_web.places.planning import Declared, Link, Plan, Version, plan
from giaoban_web.places.register import Register
from giaoban_web.places.signals import changed
from giaoban_web.places.undoing import check

__all__ = ["declare", "load", "load_boundaries", "undo"]
CHANGE = "places.change"


@transaction.atomic
def declare(declared: Declared, *, seen: str, by: Any) -> Event:
    """Let a change happen as it was shown; `seen` is the digest of the plan that the person looked at."""
    declared = _as_it_stands(declared)
    wanted = plan(declared)
    _may_change([*declared.places, *_other_parents(declared)], by)
    if wanted.digest != seen:
        raise Refused("place-change-stale")
    event = Event.objects.create(kind=declared.kind, on=declared.on, act=declared.act, source=declared.source, doubt=declared.doubt, by=by)
    made = _made(wanted, event)
    for place in wanted.ends:
        place.valid_to, place.ended_by = declared.on, event
    bulk.rewrite(wanted.ends, ["valid_to", "ended_by"])
    _linked(wanted, made, event)
    _follow([*wanted.ends, *made.values()])
    told = {"places_ended": _keys(wanted.ends), "places_made": _keys(made.values()), **seals.told()}
    record(
        event, "places changed", by=by, within=_common(wanted.ends), kind=event.kind, on=event.on.isoformat(), legal_act=event.act, **told
    )
    changed.send(Event, event=event, by=by)
    return event


@transaction.atomic
def undo(event: Event, *, reason: str, by: Any) -> Event:
    """Undo a declared change by another event: what it made is withdrawn, what it ended stands again. Refuses once others built on it."""
    event = Event.objects.select_for_update().get(pk=event.pk)
    made, ended = list(event.made.all()), list(event.ended.all())
    _may_change([*ended, *made], by)
    check(event, made)
    undoing = Event.objects.create(kind=EventKind.UNDOING, on=event.on, act=event.act, source=reason, by=by, undoes=event)
    for place in made:
        place.withdrawn, place.heirs = True, []
    for place in ended:
        place.valid_to, place.ended_by = None, None
    bulk.rewrite(made, ["withdrawn", "heirs"])
    bulk.rewrite(ended, ["valid_to", "ended_by"])
    findable.forget(made)
    _follow(ended)
    told = {"change_undone": event.pk, "reason": reason, "places_withdrawn": _keys(made), "places_standing": _keys(ended), **seals.told()}
    record(undoing, "change of places undone", by=by, within=_common(ended), **told)
    return undoing


def _as_it_stands(declared: Declared) -> Declared:
    """The same with its places as they are now, held until the end of the transaction."""
    keys = [place.pk for place in declared.places]
    held = {place.pk: place for place in Place.every.select_for_update().filter(pk__in=keys).order_by("pk")}
    return replace(declared, places=tuple(held[key] for key in keys))


def _other_parents(declared: Declared) -> list[Place]:
    """What the places come to lie in, where it is not what they lie in already."""
    around = {parent(place.path) for place in declared.places}
    return [after.parent for after in declared.afters if after.parent and after.parent.path not in around]


def _may_change(places: Iterable[Place], by: Any) -> None:
    if not all(may(by, CHANGE, place) for place in places):
        raise PermissionDenied


def _made(wanted: Plan, event: Event) -> dict[str, Place]:
    """The new versions by their paths, what lies higher first."""
    made: dict[str, Place] = {}
    for depth in sorted({version.path.count("/") for version in wanted.makes}):
        level = [version for version in wanted.makes if version.path.count("/") == depth]
        rows = [_place(version, wanted, made, event) for version in level]
        bulk.add(rows)
        made |= {place.path: place for place in rows}
    return made


def _place(version: Version, wanted: Plan, made: dict[str, Place], event: Event) -> Place:
    above, on = parent(version.path), wanted.declared.on
    lies_in = made.get(above) or Place.objects.on(on).filter(path=above).first() if above else None
    like = version.like
    return Place(
        code=version.code,
        kind=version.kind,
        name=version.name,
        path=version.path,
        parent=lies_in,
        valid_from=on,
        folded=fold(f"{version.kind} {version.name}"),
        source=wanted.declared.act or wanted.declared.source,
        doubt=wanted.declared.doubt,
        began_by=event,
        **({"lat": like.lat, "lon": like.lon, "area": like.area} if like else {}),
    )


def _linked(wanted: Plan, made: dict[str, Place], event: Event) -> None:
    def change(link: Link) -> Change:
        return Change(event=event, before=link.before, after=made[link.after.path], part=link.part)

    changes = [change(link) for link in wanted.links]
    bulk.add(changes)
    pairs = zip(changes, wanted.links, strict=True)
    bulk.add([Share(change=each, basis=wanted.basis, share=link.share) for each, link in pairs if link.share is not None])


def _follow(places: Iterable[Place]) -> None:
    """What follows from a change: where roles go on, and what the search says became of a place."""
    register = Register.read()
    heirs.renew(register)
    findable.index([register.places[place.pk] for place in places], register)


def _common(places: Iterable[Place]) -> Place:
    """The place within which all of it happens, for the log."""
    paths = [place.path for place in places]
    common = paths[0] if len(paths) == 1 else parent(paths[0])
    while common and not all(path.startswith(common) for path in paths):
        common = parent(common)
    return Place(path=common)


def _keys(places: Iterable[Place]) -> str:
    return "; ".join(f"{place.code} {place.valid_from.isoformat()} {place}" for place in places)
