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
from giaoban_web.bodies.signals import seated, unseated
from giaoban_web.history import actions as history
from giaoban_web.history.queries import about
from giaoban_web.places.models import Place

ACTS = (
    _("body added"),
    _("body changed"),
    _("body ended"),
    _("end of a body corrected"),
    _("person seated"),
    _("seat ended"),
    _("end of a seat corrected"),
)
ENDS = ("body ended", "end of a body corrected")


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
    ended = [unseat(seat=seat, until=on, by=by) for seat in body.seats.filter(Q(until_on=None) | Q(until_on__gt=on))]
    body.retired_on = on
    body.save(update_fields=["retired_on"])
    history.record(body, "body ended", by=by, on=on.isoformat(), seats=[seat.pk for seat in ended if seat])
    return body


@transaction.atomic
def correct_end(*, body: Body, on: date | None, reason: str, by: Any) -> Body:
    """It ended on another day, or has not ended at all (None). The seats that its end had ended go with it.

    Refused without a reason, for what has not ended or ended as another body by another name, and where its name has been given anew.
    """
    fresh = Body.objects.select_for_update(of=("self",)).select_related("place").get(pk=body.pk)
    refuse_unless_kept(by, fresh.place)
    last = about(fresh).filter(act__in=(*ENDS, "body identified")).last()
    if fresh.retired_on is None or last is None or last.act not in ENDS:
        raise Refused("body-not-ended", name=fresh.name)
    if not reason.strip():
        raise Refused("reason-missing")
    if on is None:
        refuse_if_taken(fresh.place, fresh.name)
    seats = _end_seats_anew(fresh, last.details.get("seats", []), on, by)
    before, fresh.retired_on = fresh.retired_on, on
    fresh.save(update_fields=["retired_on"])
    told = {"before": before.isoformat(), "on": on.isoformat() if on else "", "reason": reason.strip()}
    history.record(fresh, "end of a body corrected", by=by, seats=seats, **told)
    return fresh


def _end_seats_anew(body: Body, keys: list[int], on: date | None, by: Any) -> list[int]:
    """The seats that ended with it end on the new day, or go on; not one that would end before it began, or that was taken anew."""
    moved = []
    for seat in body.seats.filter(pk__in=keys, until_on=body.retired_on):
        if (on and on <= seat.since_on) or (on is None and body.seats.filter(user=seat.user, until_on=None).exists()):
            continue
        seat.until_on = on
        seat.save(update_fields=["until_on"])
        told = {"person": seat.user_id, "body": body.pk, "until": on.isoformat() if on else ""}
        history.record(seat, "end of a seat corrected", by=by, within=body.place, **told)
        moved.append(seat.pk)
    return moved


@transaction.atomic
def seat(*, body: Body, user: Any, since: date, by: Any) -> Seat:
    """The person sits there from that day. Refused where she already does."""
    refuse_unless_kept(by, body.place)
    if body.seats.filter(user=user, until_on=None).exists():
        raise Refused("seated-already", person=str(user), body=str(body))
    made = Seat.objects.create(body=body, user=user, since_on=since)
    history.record(made, "person seated", by=by, within=body.place, person=user.pk, body=body.pk, since=since.isoformat())
    seated.send(Seat, seat=made, by=by)
    return made


@transaction.atomic
def unseat(*, seat: Seat, until: date, by: Any) -> Seat | None:
    """She sits there no more from that day; a seat that never began is taken away. Refused where it would end before it began."""
    refuse_unless_kept(by, seat.body.place)
    if until < seat.since_on <= timezone.localdate():
        raise Refused("seat-ends-before-it-began", until=until, since=seat.since_on)
    never = until <= seat.since_on
    if not never:
        seat.until_on = until
        seat.save(update_fields=["until_on"])
    history.record(seat, "seat ended", by=by, within=seat.body.place, person=seat.user_id, body=seat.body_id, until=until.isoformat())
    unseated.send(Seat, seat=seat, until=until, by=by)
    if never:
        seat.delete()
    return None if never else seat


def _refuse_circle(body: Body, superior: Body | None) -> None:
    above = superior
    while above is not None:
        if above.pk == body.pk:
            raise Refused("body-above-itself", name=body.name)
        above = above.superior
