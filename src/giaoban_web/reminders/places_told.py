"""Administrators are told of a change of places that left roles behind which they can hand on."""

from typing import Any

from django.urls import reverse
from django.utils.timezone import localdate

from giaoban_web.places import handing_on
from giaoban_web.places.models import Event
from giaoban_web.reminders.telling import say


def tell_left_behind(*, event: Event, by: Any, **_rest: Any) -> None:
    """In the transaction of the change itself; nothing where every role goes on, or the one who declared it is the one to hand them on."""
    lefts = handing_on.left_behind(event, localdate())
    counts = {person: len(handing_on.yours(lefts, person)) for person in handing_on.who_may(lefts)}
    values = {"by": str(by), "since": event.on.isoformat()}
    told = {person.pk: values | {"count": count} for person, count in counts.items() if person.pk != by.pk}
    say(f"places/{event.pk}", "told-roles-left", told, url=reverse("places:change", args=[event.pk]))
