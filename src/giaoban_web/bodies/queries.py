"""Bodies as they are found, and whom a person acts for."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from giaoban.model import Topic
from giaoban.reference.abbreviations import kinds_out
from giaoban.reference.folding import fold
from giaoban_web.accounts.models import User
from giaoban_web.accounts.queries import may, places_of
from giaoban_web.bodies.models import Body, BodyQuerySet, Seat
from giaoban_web.places.models import Place
from giaoban_web.places.paths import above

WRITTEN_OUT = {"ubnd": "uy ban nhan dan", "hdnd": "hoi dong nhan dan", "btv": "ban thuong vu", "mttq": "mat tran to quoc", "ub": "uy ban"}


def visible_to(user: Any) -> BodyQuerySet:
    """Bodies are known to whoever has signed in: everybody may be asked to work with any of them."""
    found: BodyQuerySet = Body.objects.all() if isinstance(user, User) else Body.objects.none()
    return found.select_related("place", "superior")


def confirmed(user: Any) -> QuerySet[Body]:
    """Bodies that have not ended and do not wait to be confirmed."""
    return visible_to(user).filter(retired_on=None, proposed_by=None)


def proposed_to(user: Any) -> QuerySet[Body]:
    """Proposed bodies that `user` may confirm."""
    waiting = visible_to(user).filter(retired_on=None, proposed_by__isnull=False)
    return waiting.filter(place__in=places_of(user, "bodies.keep")).order_by("pk")


def kept_by(user: Any, body: Body) -> bool:
    """Whether `user` may change it."""
    return may(user, "bodies.keep", body.place)


def acted_for(user: Any, on: date) -> frozenset[int]:
    """Keys of what `user` acts for on a day: where she sits, the body of a post that she holds, the posts of a body where she sits."""
    if not isinstance(user, User) or not user.is_active:
        return frozenset()
    found: frozenset[int] = user.remember(("acted for", on), lambda: _acted_for(user, on))
    return found


def _acted_for(user: User, on: date) -> frozenset[int]:
    seats = list(Seat.objects.on(on).filter(user=user).values_list("body_id", "body__is_post", "body__superior_id"))
    if not seats:
        return frozenset()
    sat = {body for body, _post, _superior in seats}
    sat |= {superior for _body, post, superior in seats if post and superior}
    return frozenset(sat) | frozenset(Body.objects.filter(superior__in=sat, is_post=True).values_list("pk", flat=True))


def unheld(bodies: Iterable[Body | None], on: date) -> list[Body]:
    """The bodies for which nobody in service acts on that day: nobody sits there, in a post of it, or in the body of a post.

    Of one that waits to be confirmed that comes first.
    """
    named = {each.pk: each for each in bodies if each is not None and not each.proposed_by_id}
    if not named:
        return []
    wanted = {*named, *(each.superior_id for each in named.values() if each.is_post)}
    sat = Seat.objects.on(on).filter(Q(body__in=wanted) | Q(body__superior__in=named, body__is_post=True), user__is_active=True)
    held: set[int | None] = set()
    for body, superior, is_post in sat.values_list("body_id", "body__superior_id", "body__is_post"):
        held |= {body, superior} if is_post else {body}
    return [each for key, each in named.items() if key not in held and not (each.is_post and each.superior_id in held)]


def people_of(bodies: Iterable[int], on: date) -> QuerySet[Seat]:
    """The seats of these bodies on a day whose holders are still in service."""
    return Seat.objects.on(on).filter(body__in=list(bodies), user__is_active=True).select_related("user", "body")


def normal(text: str) -> str:
    """A name in the form in which names are compared: without accents, usual abbreviations written out.

    >>> normal("UBND thị xã Đông Triều")
    'uy ban nhan dan thi xa dong trieu'
    """
    return " ".join(WRITTEN_OUT.get(word, word) for word in fold(text).replace(".", " ").split())


def names_folded(name: str, also: Iterable[str]) -> str:
    """All names of a body in one folded text, as `Body.folded` stores them for searching."""
    return "|" + "|".join(dict.fromkeys(normal(each) for each in (name, *also))) + "|"


def find(bodies: QuerySet[Body], sought: str) -> QuerySet[Body]:
    """The bodies with `sought` in one of their names, also with the kind of a place shortened; accents do not matter."""
    text = normal(sought)
    return bodies.filter(Q(folded__contains=text) | Q(folded__contains=normal(kinds_out(sought)))) if text else bodies


def match(name: str | None, place: Place | None = None) -> Body | None:
    """The one body of that name that stands; with a place, the one nearest to it. None where there is none, or no telling which."""
    if not name:
        return None
    found = list(Body.objects.standing().filter(folded__contains=f"|{normal(name)}|").select_related("place"))
    if place is not None and len(found) > 1:
        for path in reversed(line(place)):
            near = [each for each in found if each.place.path == path]
            if near:
                found = near
                break
    return found[0] if len(found) == 1 else None


def leading(topic: Topic, place: Place) -> Body | None:
    """The body that leads in a field at a place, or nearest above it."""
    lying = Q(place__path__in=line(place))
    found = [each for each in Body.objects.standing().filter(lying).select_related("place") if topic.value in each.topics]
    return max(found, key=lambda each: len(each.place.path), default=None)


def by_topic(place: Place) -> dict[Topic, str]:
    """The office's own list of who leads in which field at a place; what stands nearer wins."""
    found = Body.objects.standing().filter(place__path__in=line(place)).exclude(topics=[]).select_related("place")
    listed = sorted(found, key=lambda each: (len(each.place.path), -each.pk))
    return {Topic(topic): each.name for each in listed for topic in each.topics}


def line(place: Place) -> list[str]:
    """The paths from the root down to the place itself."""
    return [*above(place.path), place.path]
