"""Looking places up: by code and day, by the way they are written, and what became of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from unicodedata import normalize

from django.db.models import F, Q, QuerySet

from giaoban.ledger.crosswalk import Basis, Crosswalk, Link
from giaoban.reference.folding import fold
from giaoban_web.places.models import Change, Event, EventKind, Kind, Place
from giaoban_web.places.names import Named, take_apart

_ENDS_LEVEL = Q(event__kind=EventKind.ABOLITION) & ~Q(before__code=F("after__code"))
"""Tells only what a place that ended with its level left to those in it."""


def at(code: str, on: date) -> Place | None:
    """The place that has `code` on that day."""
    return Place.objects.on(on).filter(code=code).first()


def of_code(code: str) -> QuerySet[Place]:
    """All places that ever had `code`, oldest first."""
    return Place.objects.filter(code=code).order_by("valid_from")


def above(place: Place, on: date) -> list[Place]:
    """The places that `place` lies in on that day, from the root down."""
    return list(Place.objects.on(on).filter(path__in=place.paths_above).order_by("path"))


def children(place: Place, on: date) -> QuerySet[Place]:
    """The places directly below `place` on that day, by code."""
    return Place.objects.on(on).filter(parent__path=place.path).order_by("path")


def below(code: str, field: str) -> Q:
    """Rows whose `field` is the path of a place that ever had that code or of one below such a place."""
    paths = set(Place.objects.filter(code=code).values_list("path", flat=True))
    condition = Q(pk__in=[])
    for path in sorted(paths):
        condition |= Q(**{f"{field}__startswith": path})
    return condition


def standing() -> QuerySet[Change]:
    """Changes of events that were not undone."""
    return Change.objects.filter(event__undone_by=None).select_related("event")


def later(place: Place) -> list[Change]:
    """What became of `place`, step by step to those that stand today, earliest first."""
    return fates([place])[place.pk]


def fates(places: Iterable[Place]) -> dict[int, list[Change]]:
    """What became of each of `places`, as `later`; as many queries as there are steps, however many places."""
    keys = [place.pk for place in places]
    steps: dict[int, list[Change]] = {}
    frontier = set(keys)
    while frontier:
        steps |= {key: [] for key in frontier}
        for step in standing().filter(before__in=frontier).select_related("before", "after").prefetch_related("shares"):
            steps[step.before_id].append(step)
        frontier = {step.after_id for key in frontier for step in steps[key]} - steps.keys()
    return {key: _fate(key, steps) for key in keys}


def _fate(key: int, steps: dict[int, list[Change]]) -> list[Change]:
    found: dict[int, Change] = {}
    frontier = [key]
    while frontier:
        fresh = [step for each in frontier for step in steps[each] if step.pk not in found]
        found |= {step.pk: step for step in fresh}
        frontier = [step.after_id for step in fresh]
    return sorted(found.values(), key=lambda change: (change.on, change.before.path, change.after.path))


def earlier(place: Place) -> QuerySet[Change]:
    """What `place` was made of; the ends of the levels above it left out."""
    return standing().filter(after=place).exclude(_ENDS_LEVEL).select_related("before")


def taken_in(paths: Iterable[str], on: date) -> set[str]:
    """Paths outside `paths` of the places that went wholly into what lies at them, step by step, up to a day.

    Of what was parted nobody knows which part a thing filed under it belongs to: it is left out.
    """
    found = set(paths)
    frontier = found.copy()
    while frontier:
        whole = standing().filter(part=False, event__on__lte=on, after__path__in=frontier).exclude(_ENDS_LEVEL)
        frontier = set(whole.values_list("before__path", flat=True)) - found
        found |= frontier
    return found - set(paths)


def ends(event: Event) -> list[Change]:
    """The pairs of places of one event, with their shares."""
    pairs = event.changes.select_related("before", "after", "event").prefetch_related("shares")
    return list(pairs.order_by("before__path", "after__path"))


def touching(places: QuerySet[Place]) -> Q:
    """Events that began with one of `places` or came to it."""
    keys = places.values("pk")
    began, came = Change.objects.filter(before__in=keys).values("event"), Change.objects.filter(after__in=keys).values("event")
    return Q(pk__in=began) | Q(pk__in=came)


def sides(events: Sequence[Event]) -> dict[int, tuple[list[Place], list[Place]]]:
    """For each event the places it began with and those it came to, each once; one query."""
    found: dict[int, tuple[dict[int, Place], dict[int, Place]]] = {event.pk: ({}, {}) for event in events}
    telling: dict[int, list[int]] = defaultdict(list)
    for event in events:
        telling[event.undoes_id or event.pk].append(event.pk)
    pairs = Change.objects.filter(event__in=telling).select_related("before", "after").defer("before__heirs", "after__heirs")
    for change in pairs.order_by("before__path", "after__path"):
        for key in telling[change.event_id]:
            found[key][0][change.before_id] = change.before
            found[key][1][change.after_id] = change.after
    return {key: (list(before.values()), list(after.values())) for key, (before, after) in found.items()}


def crosswalk(places: Iterable[Place]) -> Crosswalk[int]:
    """Everything that leads to and from `places`, by their keys: for restating what is filed under them."""
    links: dict[int, Link[int]] = {}
    for near, far in (("after", "before"), ("before", "after")):
        frontier = {place.pk for place in places}
        seen: set[int] = set()
        while frontier:
            seen |= frontier
            found = standing().filter(**{f"{near}__in": frontier}).select_related("before", "after").prefetch_related("shares")
            links |= {change.pk: link(change) for change in found}
            frontier = {getattr(change, f"{far}_id") for change in found} - seen
    return Crosswalk(links.values())


def link(change: Change) -> Link[int]:
    """The change as the core knows it; what a level left when it ended is a way of its own."""
    known = {Basis(share.basis): share.share for share in change.shares.all()}
    return Link(change.before_id, change.after_id, change.on, change.part, "level" if change.ends_level else "", known)


def match(name: str, within: Place, on: date | None = None) -> Place | None:
    """The place written as `name`: `within` itself, one below it or one it lies in; None where that is not certain.

    on  the day the text speaks of; without it any time, the latest first

    Knows kinds and bodies, written out or shortened ("TX Đông Triều", "Thị ủy Đông Triều", "UBND thị xã"), with or without accents.
    A name that several places share means the one written with the same accents, then `within`, then the highest; if two are left, none.
    """
    named = take_apart(name)
    if named.inside and named.name:
        within = match(named.inside, within, on) or within
    if not named.name and not named.kind:
        return None
    places = Place.objects.filter(Q(path__startswith=within.path) | Q(path__in=within.paths_above))
    if on is not None:
        places = places.on(on)
    found = _candidates(places, named)
    found = [place for place in found if place.name.lower() in normalize("NFC", name.lower())] or found
    return _sole(found, within) if named.name else _nearest(found, within)


def _candidates(places: QuerySet[Place], named: Named) -> list[Place]:
    if not named.name:
        return list(places.filter(kind=named.kind))
    kinds = [named.kind] if named.kind else list(Kind)
    found = list(places.filter(folded__in=[f"{fold(kind)} {named.name}" for kind in kinds]))
    return found or list(places.filter(folded__in=[f"{fold(kind)} {named.entire}" for kind in Kind]))


def _sole(found: list[Place], within: Place) -> Place | None:
    """The one meant among places of the same name."""
    if any(place.pk == within.pk for place in found):
        return within
    highest = min((place.level for place in found), default=0)
    return _latest([place for place in found if place.level == highest])


def _nearest(found: list[Place], within: Place) -> Place | None:
    """The one meant by its kind alone: `within`, else the one it lies in, else the only one below."""
    around = [place for place in found if within.path.startswith(place.path)]
    same = [place for place in around if place.code == within.code]
    return _latest(same or around or found)


def _latest(found: list[Place]) -> Place | None:
    """The latest row of the one code among `found`; None for none, or for several codes."""
    if len({place.code for place in found}) != 1:
        return None
    return max(found, key=lambda place: place.valid_from)
