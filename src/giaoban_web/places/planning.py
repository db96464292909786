"""What a declared change would do to the register, worked out before anything is written."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from giaoban.ledger.crosswalk import shares
from giaoban.model import Refused
from giaoban_web.places.kinds import Basis, EventKind
from giaoban_web.places.models import Place, PlaceQuerySet, percent
from giaoban_web.places.paths import parent, segment

HUNDRED = Decimal(100)
LONGEST = Place._meta.get_field("path").max_length or 0
SAME_UNIT = {EventKind.UPGRADE, EventKind.RENAMING}


@dataclass(frozen=True, slots=True)
class After:
    """A unit that shall be, as declared; `share` is the percentage of the place split that it gets, None where nobody measured it."""

    code: str
    kind: str
    name: str
    parent: Place | None
    share: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Declared:
    """A change as a person declares it.

    places  those it begins with, all standing
    afters  what they become: one for a merger, several for a split, one for each place otherwise; none for the end of a level
    basis   what the shares are measured by
    """

    kind: EventKind
    on: date
    act: str
    places: tuple[Place, ...]
    afters: tuple[After, ...] = ()
    source: str = ""
    doubt: str = ""
    basis: Basis = Basis.AREA


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a place that the change makes; `moved` if only because what it lies in changes."""

    code: str
    kind: str
    name: str
    path: str
    moved: bool = False
    like: Place | None = None

    @property
    def title(self) -> str:
        return f"{self.kind[:1].upper()}{self.kind[1:]} {self.name}"


@dataclass(frozen=True, slots=True)
class Link:
    """A place that becomes a version of one, wholly or in `part`, with its share where it was measured."""

    before: Place
    after: Version
    part: bool = False
    share: Decimal | None = None

    @property
    def percent(self) -> Decimal | None:
        """The share in percent, rounded for reading."""
        return None if self.share is None else percent(self.share)


@dataclass(frozen=True)
class Plan:
    """Versions that end, versions that are made, and which became which. `digest` names exactly this plan."""

    declared: Declared
    ends: tuple[Place, ...]
    makes: tuple[Version, ...]
    links: tuple[Link, ...]
    basis: Basis
    digest: str = field(default="")

    @property
    def moved(self) -> list[Version]:
        return [version for version in self.makes if version.moved]

    @property
    def told(self) -> list[Link]:
        """The links that were declared, without those of places that only move along."""
        along = {version.like.pk for version in self.moved if version.like}
        return [link for link in self.links if link.before.pk not in along]


def plan(declared: Declared) -> Plan:
    """Everything that the declared change would do; refused where it is impossible."""
    _check(declared)
    tops = _tops(declared)
    prefixes = _prefixes(declared, tops)
    below = _below(declared, prefixes)
    links = [*_links(declared, tops), *_ended_level(declared, below), *(Link(version.like, version) for version in below if version.like)]
    ends = (*declared.places, *(version.like for version in below if version.like))
    basis = Basis.AREA if declared.kind == EventKind.ABOLITION else declared.basis
    made = (*tops, *below)
    if late := next((place for place in ends if place.valid_from >= declared.on), None):
        raise Refused("place-change-too-early", place=late.title, since=late.valid_from)
    if deep := next((version for version in made if len(version.path) > LONGEST), None):
        raise Refused("place-too-deep", place=deep.title)
    return Plan(declared, ends, made, tuple(links), basis, _digest(declared, made, links))


def _check(declared: Declared) -> None:
    codes = {place.code for place in declared.places}
    for place in declared.places:
        if place.valid_to or place.withdrawn:
            raise Refused("place-change-not-standing", place=place.title, ended=place.valid_to or place.valid_from)
    if declared.kind == EventKind.SPLIT and (count := _descendants(declared.places).count()):
        raise Refused("place-change-has-below", place=declared.places[0].title, count=count)
    for after in declared.afters:
        owner = Place.objects.filter(code=after.code).exclude(code__in=codes).on(declared.on).first()
        if owner:
            raise Refused("place-code-taken", key=after.code, place=owner.title, on=declared.on)
        for place in declared.places:
            if after.parent and after.parent.path.startswith(place.path):
                raise Refused("place-below-itself", place=place.title, parent=after.parent.title)
    if len({after.code for after in declared.afters}) < len(declared.afters):
        raise Refused("place-code-taken", key=declared.afters[0].code, place=declared.afters[0].name, on=declared.on)


def _tops(declared: Declared) -> list[Version]:
    return [Version(each.code, each.kind, each.name, _path(each, declared)) for each in declared.afters]


def _path(after: After, declared: Declared) -> str:
    """The path of the unit that goes on under its code, else one that no unit has had."""
    above = after.parent.path if after.parent else ""
    for place in declared.places:
        same = (place.code, parent(place.path)) == (after.code, above)
        if same and (declared.kind in SAME_UNIT or (place.kind, place.name) == (after.kind, after.name)):
            return str(place.path)
    taken = Place.every.filter(path=f"{above}{after.code}/").exists()
    return above + segment(after.code, declared.on, taken=taken)


def _prefixes(declared: Declared, tops: Sequence[Version]) -> dict[str, str]:
    """For each place that ends, the path that replaces its own at the beginning of the paths below it."""
    if declared.kind == EventKind.ABOLITION:
        return {place.path: parent(place.path) for place in declared.places}
    if len(tops) == 1:
        return {place.path: tops[0].path for place in declared.places}
    return {place.path: top.path for place, top in zip(declared.places, tops, strict=False)}


def _descendants(places: Iterable[Place]) -> PlaceQuerySet:
    found = Place.objects.none()
    for place in places:
        found = found | Place.objects.filter(path__startswith=place.path, valid_to=None).exclude(path=place.path)
    return found.order_by("path")


def _below(declared: Declared, prefixes: Mapping[str, str]) -> list[Version]:
    """New versions of everything below a place whose path changes."""
    moving = {old: new for old, new in prefixes.items() if old != new}
    found = list(_descendants(place for place in declared.places if place.path in moving))
    wanted = {place.pk: _moved(place.path, moving) for place in found}
    taken = set(Place.every.filter(path__in=wanted.values()).values_list("path", flat=True))
    versions = []
    for place in found:
        path = _moved(place.path, moving)
        if path in taken:
            path = parent(path) + segment(place.code, declared.on, taken=True)
        moving[place.path] = path
        versions.append(Version(place.code, place.kind, place.name, path, moved=True, like=place))
    return versions


def _moved(path: str, moving: Mapping[str, str]) -> str:
    longest = max((old for old in moving if path.startswith(old)), key=len)
    return moving[longest] + path[len(longest) :]


def _links(declared: Declared, tops: Sequence[Version]) -> Iterator[Link]:
    if declared.kind == EventKind.MERGER:
        yield from (Link(place, tops[0]) for place in declared.places)
    elif declared.kind == EventKind.SPLIT:
        parts = _shares(declared)
        yield from (Link(declared.places[0], top, part=True, share=share) for top, share in zip(tops, parts, strict=True))
    else:
        yield from (Link(place, top) for place, top in zip(declared.places, tops, strict=False))


def _shares(declared: Declared) -> list[Decimal | None]:
    given = [after.share for after in declared.afters]
    known = [share for share in given if share is not None]
    if not known:
        return list(given)
    if len(known) < len(given) or sum(known) != HUNDRED:
        raise Refused("place-shares-unbalanced", place=declared.places[0].title, total=sum(known))
    return list(shares(known))


def _ended_level(declared: Declared, below: Sequence[Version]) -> Iterator[Link]:
    """What a place that ends with its level leaves: a part of it to each place directly below, by area where all are known."""
    if declared.kind != EventKind.ABOLITION:
        return
    for place in declared.places:
        direct = [each for each in below if each.like and each.like.path.count("/") == place.path.count("/") + 1]
        areas = [each.like.area for each in direct if each.like and each.like.area]
        parts: Sequence[Decimal | None] = shares(areas) if areas and len(areas) == len(direct) else [None] * len(direct)
        yield from (
            Link(place, each, part=len(direct) > 1, share=share if len(direct) > 1 else None)
            for each, share in zip(direct, parts, strict=True)
        )


def _digest(declared: Declared, made: Iterable[Version], links: Iterable[Link]) -> str:
    told = [declared.kind, declared.on.isoformat(), declared.act, declared.source, declared.doubt]
    told += [f"{each.code}|{each.kind}|{each.name}|{each.path}" for each in made]
    told += [f"{each.before.pk}|{each.after.path}|{each.part}|{each.share}" for each in links]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:32]
