"""What a request names besides its address: a place, a body, a record, a find. What is not there is told by its field, with 404.

The register of places is open to everybody who signs in, so an unknown code is told as such, and a place where no role allows the act
with 403. Anything else answers alike whether it is not there or may not be seen: nobody learns of what he may not see.
"""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from giaoban.model import Refused
from giaoban_web.places.models import Place

PLACES = frozenset({"place", "within"})
"""Names after the question mark that hold the code of a place."""


class NotFound(Refused):
    """Something that a request names is not there, or may not be seen."""

    status = 404


def refuse_unknown(code: str) -> None:
    """Refused for a code that no place ever had."""
    if not Place.objects.filter(code=code).exists():
        raise NotFound("place-code-unknown", place=code)


def place(code: str, on: date | None, allowed: QuerySet[Place]) -> Place:
    """The place of `allowed` that had the code on that day, the last one without a day. Refused with what is wrong: code, day, or role."""
    refuse_unknown(code)
    there = Place.objects.filter(code=code).order_by("-valid_from")
    there = there.on(on) if on else there
    if (named := there.first()) is None:
        raise NotFound("api-place-not-then", place=code, on=on)
    found = allowed.filter(pk__in=there.values("pk")).order_by("-valid_from").first()
    if found is None:
        raise Refused("not-allowed-here", place=str(named))
    return found


def one(found: Any, field: str, number: int) -> Any:
    """The row of `found` with this number. Refused by the name of the field that gives it."""
    row = found.filter(pk=number).first()
    if row is None:
        raise NotFound("api-named-not-found", field=field, value=str(number))
    return row
