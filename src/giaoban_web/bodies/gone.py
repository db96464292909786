"""Bodies of a place that is no more, with what stands in its stead."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from giaoban.reference.body_names import at_place, spelt, tails
from giaoban_web.bodies.models import Body
from giaoban_web.places.models import Place
from giaoban_web.places.queries import fates
from giaoban_web.places.tree import became, standing_of


@dataclass(frozen=True, slots=True)
class Gone:
    """A body whose place is no more.

    place       where it is kept, or which its name says, as it was last called; `on` the first day without it
    today       the places that stand of those that it became; the one that the name of the body says, where it says one
    successors  bodies called so at them, one or several; none where nobody has added them yet
    """

    body: Body
    place: Place
    on: date
    today: Sequence[Place]
    successors: Sequence[Body]


def gone(bodies: Iterable[Body | None], on: date) -> list[Gone]:
    """Those of the bodies, each once, whose place is no more on that day, or will be no more by then."""
    named = {each.pk: each for each in bodies if each is not None}
    last = _last(named.values(), on)
    told = fates(last.values()) if last else {}
    return [_gone(named[key], place, standing_of(became(told[place.pk]))) for key, place in last.items()]


def _last(bodies: Iterable[Body], on: date) -> dict[int, Place]:
    """By the key of a body its place as it was last, where that is no more: where it is kept, else the one below that its name says."""
    said = {each.pk: set(tails(each.name)) for each in bodies}
    known: dict[str, list[Place]] = {}
    for place in _versions(bodies, set().union(*said.values()), on):
        known.setdefault(place.path, []).append(place)
    found: dict[int, Place] = {}
    for body in bodies:
        named = [path for path, rows in known.items() if _says(said[body.pk], body, path, rows)]
        for paths in ([body.place.path], named):
            if ended := _ended(paths, known, on):
                found.setdefault(body.pk, ended)
    return found


def _versions(bodies: Iterable[Body], names: set[str], on: date) -> Iterable[Place]:
    paths = {each.place.path for each in bodies}
    named = Place.objects.filter(folded__in=names).values("path")
    return (Place.objects.filter(path__in=paths) | Place.objects.filter(path__in=named)).filter(valid_from__lte=on).order_by("valid_from")


def _says(names: set[str], body: Body, path: str, rows: Sequence[Place]) -> bool:
    return path.startswith(body.place.path) and any(each.folded in names for each in rows)


def _ended(paths: Sequence[str], known: Mapping[str, Sequence[Place]], on: date) -> Place | None:
    """The last version of the places of these paths; None where one of them stands."""
    last = [known[path][-1] for path in paths if path in known]
    if not last or any(each.valid_to is None or each.valid_to > on for each in last):
        return None
    return max(last, key=lambda each: each.valid_to or on)


def _gone(body: Body, place: Place, today: Sequence[Place]) -> Gone:
    said = [each for each in today if _ends(body.name, each)] or today
    assert place.valid_to is not None
    return Gone(body, place, place.valid_to, said, _successors(body, place, said))


def _ends(name: str, place: Place) -> bool:
    """Whether a name says the place: "UBND phường Mạo Khê" that of the ward, wherever it is kept."""
    end = spelt(f"{place.kind} {place.name}")
    return spelt(name)[-len(end) :] == end


def _successors(body: Body, place: Place, today: Sequence[Place]) -> list[Body]:
    """Bodies that are called at the places of today what this one is called at its own."""
    of_path = {each.path: each for each in today}
    meant = {at_place(body.name, each.kind, each.name) for each in (place, *today)}
    kept = Body.objects.standing().filter(place__path__in=of_path, is_post=body.is_post).select_related("place")
    return [each for each in kept if _called(each, of_path[each.place.path]) in meant]


def _called(body: Body, today: Place) -> str:
    return at_place(body.name, today.kind, today.name)
