"""A body that somebody misses: named in drafts at once, sent no task until whoever keeps bodies at its place has confirmed it."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from giaoban.model import Refused
from giaoban_web.accounts.queries import may
from giaoban_web.bodies import actions
from giaoban_web.bodies.models import Body
from giaoban_web.bodies.queries import names_folded
from giaoban_web.bodies.refusals import refuse_if_taken, refuse_unless_kept
from giaoban_web.bodies.signals import identified
from giaoban_web.history import actions as history
from giaoban_web.places.models import Place

ACTS = (_("body proposed"), _("body confirmed"), _("body identified"))


@transaction.atomic
def propose(*, place: Place, name: str, by: Any) -> Body:
    """A body of that name, not confirmed yet. Refused where the person may not, or the place has one of that name.

    A sentence may name it in small letters (giao phòng Nội vụ …); a list of bodies, and who receives a notice, does not.
    """
    name = name[:1].upper() + name[1:]
    if not may(by, "bodies.propose", place):
        raise Refused("not-allowed-here", place=str(place))
    refuse_if_taken(place, name)
    made = Body.objects.create(place=place, name=name, folded=names_folded(name, ()), proposed_by=by)
    history.record(made, "body proposed", by=by, name=name)
    return made


@transaction.atomic
def confirm(*, body: Body, by: Any) -> Body:
    """It is a body, by that name: tasks go out to it. Refused where the person keeps no bodies there, or it waits for nobody."""
    fresh = _waiting(body, by)
    fresh.proposed_by = None
    fresh.save(update_fields=["proposed_by"])
    history.record(fresh, "body confirmed", by=by)
    return fresh


@transaction.atomic
def identify(*, body: Body, known: Body, by: Any) -> Body:
    """It is one that is known already: the name is kept as another of its names, drafts name it instead, and the proposal ends."""
    fresh = _waiting(body, by)
    if known.pk == fresh.pk or known.proposed_by_id:
        raise Refused("body-not-confirmed", bodies=known.name)
    also = list(dict.fromkeys([*known.also, fresh.name]))
    actions.change(body=known, by=by, name=known.name, also=also, superior=known.superior, topics=known.topics)
    identified.send(Body, body=fresh, known=known, by=by)
    fresh.retired_on = timezone.localdate()
    fresh.save(update_fields=["retired_on"])
    history.record(fresh, "body identified", by=by, known=known.pk)
    return known


def refuse_unconfirmed(bodies: Iterable[Body | None]) -> None:
    """Refused where one of them is only proposed."""
    if waiting := unconfirmed(bodies):
        raise Refused("body-not-confirmed", bodies="; ".join(each.name for each in waiting))


def unconfirmed(bodies: Iterable[Body | None]) -> list[Body]:
    """Those that are only proposed, each once."""
    return list({each.pk: each for each in bodies if each is not None and each.proposed_by_id}.values())


def _waiting(body: Body, by: Any) -> Body:
    fresh = Body.objects.select_for_update(of=("self",)).select_related("place").get(pk=body.pk)
    refuse_unless_kept(by, fresh.place)
    if not fresh.proposed_by_id or fresh.retired_on:
        raise Refused("body-not-proposed", name=fresh.name)
    return fresh
