"""When what is done about a body is refused."""

from typing import Any

from giaoban.model import Refused
from giaoban_web.accounts.queries import may
from giaoban_web.bodies.models import Body
from giaoban_web.places.models import Place


def refuse_unless_kept(by: Any, place: Place) -> None:
    """Refused where the person keeps no bodies."""
    if not may(by, "bodies.keep", place):
        raise Refused("not-allowed-here", place=str(place))


def refuse_if_taken(place: Place, name: str, but_for: Body | None = None) -> None:
    """Refused where the place has a body or post of that name."""
    same = Body.objects.standing().filter(place=place, name=name)
    if (same.exclude(pk=but_for.pk) if but_for else same).exists():
        raise Refused("body-known", name=name, place=str(place))
