"""What is done about bodies and seats. Each is one transaction with its entry in the log."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from giaoban.model import Refused
from giaoban_web.bodies.models import Body, Seat
from giaoban_web.bodies.queries import names_folded
from giaoban_web.bodies.refusals import refuse_if_taken, refuse_unless_kept
from giaoban_web.history import actions as history
from giaoban_web.places.models import Place

ACTS = (_("body added"), _("body changed"), _("body ended"), _("person seated"), _("seat ended"))


@transaction.atomic
def add(
    *,
    place: Place,
    name: str,
    by: Any,
    also: Sequence[str] = (),
    is_post: bool = False,
    superior: Body | None = None,
    topics: Sequence[str] = (),
) -> Body:
    """A new body or post, kept at `place`. Refused where the person may not, or the place has one of that name."""
    refuse_unless_kept(by, place)
    refuse_if_taken(place, name)
    made = Body(place=place, name=name, also=list(also), is_post=is_post, superior=superior, topics=list(topics))
    made.folded = names_folded(name, also)
    made.save()
    history.record(made, "body added", by=by, name=name, also=list(also), post=is_post, superior=superior.pk if superior else None)
    return made


@transaction.atomic
def change(*, body: Body, by: Any, name: str, also: Sequence[str], superior: Body | None, topics: Sequence[str]) -> Body:
    """Another name, place in the order, or field; what it was stays in the log. Refused where it would stand above itself."""
    refuse_unless_kept(by, body.place)
    refuse_if_taken(body.place, name, but_for=body)
    _refuse_circle(body, superior)
    before = {"name": body.name, "also": body.also, "superior": body.superior_id, "topics": body.topics}
    body.name, body.also, body.superior, body.topics = name, list(also), superior, list(topics)
    body.folded = names_folded(name, also)
    body.save()
    history.record(body, "body changed", by=by, before=before, name=name, also=list(also), superior=body.superior_id, topics=list(topics))
    return body


@transaction.atomic
def retire(*, body: Body, on: date, by: Any) -> Body:
    """It is no more from that day; its tasks stay and can be given to another. Seats on it end.

    Refused where somebody has sat there since a later day.
    """
    refuse_unless_kept(by, body.place)
    for seat in body.seats.filter(Q(until_on=None) | Q(until_on__gt=on)):
        unseat(seat=seat, until=on, by=by)
    body.retired_on = on
    body.save(update_fields=["retired_on"])
    history.record(body, "body ended", by=by, on=on.isoformat())
    return body


@transaction.atomic
def seat(*, body: Body, user: Any, since: date, by: Any) -> Seat:
    """The person sits there from that day. Refused where she already does."""
    refuse_unless_kept(by, body.place)
    if body.seats.filter(user=user, until_on=None).exists():
        raise Refused("seated-already", person=str(user), body=str(body))
    made = Seat.objects.create(body=body, user=user, since_on=since)
    history.record(made, "person seated", by=by, within=body.place, person=user.pk, body=body.pk, since=since.isoformat())
    return made


@transaction.atomic
def unseat(*, seat: Seat, until: date, by: Any) -> Seat | None:
    """She sits there no more from that day; a seat that never began is taken away. Refused where it would end before it began."""
    refuse_unless_kept(by, seat.body.place)
    if until < seat.since_on <= timezone.localdate():
        raise Refused("seat-ends-before-it-began", until=until, since=seat.since_on)
    history.record(seat, "seat ended", by=by, within=seat.body.place, person=seat.user_id, body=seat.body_id, until=until.isoformat())
    if until <= seat.since_on:
        seat.delete()
        return None
    seat.until_on = until
    seat.save(update_fields=["until_on"])
    return seat


def _refuse_circle(body: Body, superior: Body | None) -> None:
    above = superior
    while above is not None:
        if above.pk == body.pk:
            raise Refused("body-above-itself", name=body.name)
        above = above.superior
