"""Bodies that are kept at a place that is no more, with what stands in its stead."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from giaoban.reference.body_names import at_place
from giaoban_web.bodies.models import Body
from giaoban_web.places.models import Place
from giaoban_web.places.queries import fates
from giaoban_web.places.tree import became, standing_of


@dataclass(frozen=True, slots=True)
class Gone:
    """A body whose place is no more.

    place       as it was last called; `on` the first day without it
    today       the places that stand of those that it became
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
    paths = {each.place.path for each in named.values()}
    left = paths - set(Place.objects.on(on).filter(path__in=paths).values_list("path", flat=True))
    last = {each.path: each for each in Place.objects.filter(path__in=left, valid_to__lte=on).order_by("valid_to")}
    told = fates(last.values()) if last else {}
    today = {path: standing_of(became(told[place.pk])) for path, place in last.items()}
    return [_gone(each, last[each.place.path], today[each.place.path]) for each in named.values() if each.place.path in last]


def _gone(body: Body, place: Place, today: Sequence[Place]) -> Gone:
    return Gone(body, place, place.valid_to, today, _successors(body, today))


def _successors(body: Body, today: Sequence[Place]) -> list[Body]:
    """Bodies that are called at the places of today what this one is called at its own."""
    meant, of_path = at_place(body.name, body.place.kind, body.place.name), {each.path: each for each in today}
    kept = Body.objects.standing().filter(place__path__in=of_path, is_post=body.is_post).select_related("place")
    return [each for each in kept if _called(each, of_path[each.place.path]) == meant]


def _called(body: Body, today: Place) -> str:
    return at_place(body.name, today.kind, today.name)
