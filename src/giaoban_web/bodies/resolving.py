"""Which body a record means by words that name none in full: "UBND xã", "địa phương", "Sở TN&MT". What is found is a suggestion."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from giaoban.reference.body_names import at_place, one_body, spelt, tails
from giaoban_web.bodies.models import Body
from giaoban_web.bodies.queries import line
from giaoban_web.places.models import Place


class Nearby:
    """The bodies kept at a place and at all above it, as people there call them.

    place   the one spoken of: of which "xã" or "địa phương" is said
    filed   where the record is filed, whose province has the departments it names; the place itself where None
    """

    def __init__(self, place: Place, filed: Place | None = None) -> None:
        self.place, self.paths = place, list(dict.fromkeys([*reversed(line(place)), *reversed(line(filed or place))]))

    def suggested(self, words: str | None) -> Body | None:
        """The one body that the words may mean, at the nearest place first; None where they mean several, none, or no telling which."""
        if not words or not one_body(words):
            return None
        for path in self.paths:
            if found := _called(words, self._places(path), self._bodies(path), here=path == self.place.path):
                return found[0] if len(found) == 1 else None
        return self._elsewhere(words)

    def _elsewhere(self, words: str) -> Body | None:
        """A body of another place of the same province whose kind and name the words say."""
        named = Place.objects.filter(folded__in=tails(words), path__startswith=line(self.place)[0])
        found = {body for place in named for body in _called(words, [place], Body.objects.standing().filter(place__path=place.path))}
        return found.pop() if len(found) == 1 else None

    def _places(self, path: str) -> list[Place]:
        return [each for each in self._versions if each.path == path]

    def _bodies(self, path: str) -> list[Body]:
        return [each for each in self._kept if each.place.path == path]

    @cached_property
    def _versions(self) -> Sequence[Place]:
        return list(Place.objects.filter(path__in=self.paths))

    @cached_property
    def _kept(self) -> Sequence[Body]:
        return list(Body.objects.standing().filter(place__path__in=self.paths).select_related("place"))


def _called(words: str, places: Iterable[Place], bodies: Iterable[Body], *, here: bool = False) -> list[Body]:
    """Those of the bodies of a place that the words call, whichever of its names the place had."""
    found: dict[int, Body] = {}
    listed = list(bodies)
    for place in places:
        meant = at_place(words, place.kind, place.name, here=here)
        for body in listed:
            names = (body.name, *body.also)
            if any(at_place(name, place.kind, place.name) == meant and spelt(name) for name in names):
                found[body.pk] = body
    return list(found.values())
