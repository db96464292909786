"""Handing a seat over: one person goes and another comes on the same day."""

from datetime import date
from typing import Any

from django.db import transaction

from giaoban.model import Refused
from giaoban_web.bodies import actions
from giaoban_web.bodies.models import Seat


@transaction.atomic
def hand_over(*, seat: Seat, to: Any, on: date, by: Any) -> Seat:
    """The seat of `to`, which begins on the day on which the other ends; both have their entry, or neither is written.

    Refused where `to` sits there already, and as `actions.unseat`.
    """
    if to.pk == seat.user_id:
        raise Refused("seated-already", person=str(to), body=str(seat.body))
    actions.unseat(seat=seat, until=on, by=by)
    return actions.seat(body=seat.body, user=to, since=on, by=by)
