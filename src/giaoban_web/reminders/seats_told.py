"""Who is given a seat is told so, with how many tasks she finds there, and so is who loses one: messages go to whoever sits there now."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone

from giaoban_web.bodies.models import Seat
from giaoban_web.directives.models import Directive
from giaoban_web.reminders.models import Message
from giaoban_web.reminders.telling import say


def tell_seated(*, seat: Seat, by: Any, **_rest: Any) -> None:
    """In the transaction of the seat itself; nothing where she finds nothing, or took it herself."""
    count = Directive.objects.live().filter(lead=seat.body).count()
    if not count or seat.user_id == by.pk:
        return
    told = {"by": str(by), "body": str(seat.body), "since": seat.since_on.isoformat(), "count": count}
    say(f"seat/{seat.pk}", "told-seated", {seat.user_id: told}, url=reverse("directives:mine"))


def tell_unseated(*, seat: Seat, until: date, by: Any, **_rest: Any) -> None:
    """In the transaction of the end itself: that she was given the seat asks for nothing any more; nothing where she gave it up herself."""
    count = Directive.objects.live().filter(lead=seat.body).count()
    Message.objects.filter(user=seat.user_id, key=f"seat/{seat.pk}", read_at=None).update(read_at=timezone.now())
    if not count or seat.user_id == by.pk:
        return
    told = {"by": str(by), "body": str(seat.body), "until": until.isoformat(), "count": count}
    say(f"unseated/{seat.pk}/{until}", "told-unseated", {seat.user_id: told}, url=reverse("directives:mine"))
