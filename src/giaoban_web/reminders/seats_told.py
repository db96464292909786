"""Who is given a seat is told so, with how many tasks she finds there: their messages went to whoever sat there before."""

from typing import Any

from django.urls import reverse

from giaoban_web.bodies.models import Seat
from giaoban_web.directives.models import Directive
from giaoban_web.reminders.telling import say


def tell_seated(*, seat: Seat, by: Any, **_rest: Any) -> None:
    """In the transaction of the seat itself; nothing where she finds nothing, or took it herself."""
    count = Directive.objects.live().filter(lead=seat.body).count()
    if not count or seat.user_id == by.pk:
        return
    told = {"by": str(by), "body": str(seat.body), "since": seat.since_on.isoformat(), "count": count}
    say(f"seat/{seat.pk}", "told-seated", {seat.user_id: told}, url=reverse("directives:mine"))
