"""Bodies of a place that is no more, with what stands in its stead."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from giaoban.reference.body_names import at_place, spelt, tails
from giaoban_web.bodies.models import Body
from giaoban_web.places.models import Place
from giaoban_web.places.queries import fates
from giaoban_web.places.tree import became, standing_of

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Gone:
    """A body whose place is no more, or that was ended itself (`retired`), of which nothing stands in its stead.

    place       where it is kept, or which its name says, as it was last called; `on` the first day without it
    today       the places that stand of those that it became; the one that the name of the body says, where it says one
    successors  bodies called so at them, one or several; none where nobody has added them yet
    """

    body: Body
    place: Place
    on: date
    today: Sequence[Place]
    successors: Sequence[Body]
    retired: bool = False


def gone(bodies: Iterable[Body | None], on: date) -> list[Gone]:
    """The bodies that have ended by that day, or whose place has, each once."""
    return gone_of({None: (bodies, on)})[None]


def gone_of(named: Mapping[Key, tuple[Iterable[Body | None], date]]) -> dict[Key, list[Gone]]:
    """As `gone`, for many at once, each with its own bodies and day; the queries do not grow with them."""
    asked = {key: ({each.pk: each for each in bodies if each is not None}, on) for key, (bodies, on) in named.items()}
    known = _Known({pk: body for bodies, _on in asked.values() for pk, body in bodies.items()}.values())
    last = {key: [(body, known.last(body, on)) for body in bodies.values()] for key, (bodies, on) in asked.items()}
    pairs = {(body.pk, place.pk): (body, place) for rows in last.values() for body, place in rows if place}
    told = fates({place.pk: place for _body, place in pairs.values()}.values()) if pairs else {}
    found = {pair: _gone(body, place, standing_of(became(told[place.pk]))) for pair, (body, place) in pairs.items()}
    return {key: [*_each(rows, found, named[key][1])] for key, rows in last.items()}


def _each(rows: Iterable[tuple[Body, Place | None]], found: Mapping[tuple[int, int], Gone], on: date) -> Iterator[Gone]:
    for body, place in rows:
        if body.retired_on and body.retired_on <= on:
            yield Gone(body, body.place, body.retired_on, (), (), retired=True)
        elif place:
            yield found[body.pk, place.pk]


def each_once(told: Iterable[Iterable[Gone]]) -> list[Gone]:
    """All that was told of several tasks in one list, each body once."""
    return list({each.body.pk: each for gone in told for each in gone}.values())


class _Known:
    """Every version of the places at which the bodies are kept, and of those below them that their names say."""

    def __init__(self, bodies: Iterable[Body]) -> None:
        self._said = {each.pk: set(tails(each.name)) for each in bodies}
        self._kept = dict(Place.every.filter(pk__in={each.place_id for each in bodies}).values_list("pk", "path"))
        named = Place.objects.filter(folded__in=set().union(*self._said.values())).values("path")
        versions = Place.objects.filter(path__in=set(self._kept.values())) | Place.objects.filter(path__in=named)
        self._rows: dict[str, list[Place]] = {}
        for place in versions.order_by("valid_from") if self._said else ():
            self._rows.setdefault(place.path, []).append(place)

    def last(self, body: Body, on: date) -> Place | None:
        """Its place as it was last, where that is no more: where it is kept, else the one below that its name says."""
        above = self._kept[body.place_id]
        rows = {path: [each for each in versions if each.valid_from <= on] for path, versions in self._rows.items()}
        named = [path for path, versions in rows.items() if path.startswith(above) and _says(self._said[body.pk], versions)]
        return _ended([above], rows, on) or _ended(named, rows, on)


def _says(names: set[str], rows: Sequence[Place]) -> bool:
    return any(each.folded in names for each in rows)


def _ended(paths: Sequence[str], known: Mapping[str, Sequence[Place]], on: date) -> Place | None:
    """The last version of the places of these paths; None where one of them stands."""
    last = [known[path][-1] for path in paths if known.get(path)]
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
