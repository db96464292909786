"""What a person does about what she is told. Each is one transaction with its entry in the log."""

import secrets
from collections.abc import Sequence

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from giaoban.model import Refused
from giaoban_web.accounts.models import User
from giaoban_web.accounts.queries import digest
from giaoban_web.bodies.models import Body
from giaoban_web.bodies.queries import acted_for
from giaoban_web.history import actions as history
from giaoban_web.reminders.models import Feed, Ladder, Message, Preference
from giaoban_web.reminders.queries import days_of, keeps_ladder, messages_of

BYTES = 32
"""Of the secret in the address of a calendar."""


@transaction.atomic
def read(*, messages: QuerySet[Message], by: User) -> int:
    """Note that she has read those of `messages` that are hers and that she had not; gives how many."""
    found = list(messages_of(by).filter(pk__in=messages.values("pk"), read_at=None).order_by("pk").values_list("pk", flat=True))
    if found:
        Message.objects.filter(user=by, read_at=None, pk__lte=found[-1], pk__in=messages.values("pk")).update(read_at=timezone.now())
        history.record(Message(pk=found[-1]), "messages read", by=by, count=len(found))
    return len(found)


@transaction.atomic
def prefer(*, person: User, by_mail: bool) -> None:
    """Whether she gets the letter of the day."""
    kept, _new = Preference.objects.update_or_create(user=person, defaults={"by_mail": by_mail})
    history.record(kept, "letter of the day chosen", by=person, by_mail=by_mail)


@transaction.atomic
def keep_ladder(*, body: Body, days: Sequence[int], by: User) -> None:
    """On which days around its deadlines a lead is reminded; none: on those of everybody again."""
    if not keeps_ladder(by, body):
        raise PermissionDenied
    before = list(days_of(body))
    if days:
        kept, _new = Ladder.objects.update_or_create(body=body, defaults={"days": sorted(set(days))})
    else:
        kept = Ladder(body=body)
        Ladder.objects.filter(body=body).delete()
    history.record(kept, "days of reminding set", by=by, within=body.place, body=body.pk, before=before, days=sorted(set(days)))


@transaction.atomic
def make_feed(*, owner: User, name: str, body: Body | None = None) -> tuple[Feed, str]:
    """A calendar of her tasks, or of those of one body that she acts for, and the secret of its address, which is kept nowhere."""
    if body is not None and body.pk not in acted_for(owner, timezone.localdate()):
        raise Refused("feed-body-not-yours", body=body.name)
    secret = secrets.token_urlsafe(BYTES)
    feed = Feed.objects.create(user=owner, body=body, name=name, digest=digest(secret))
    history.record(feed, "calendar feed made", by=owner, name=name, body=body.pk if body else None)
    return feed, secret


@transaction.atomic
def revoke_feed(*, feed: Feed, by: User) -> None:
    """Its address opens nothing from now on; only its maker does this."""
    if feed.user_id != by.pk:
        raise PermissionDenied
    if Feed.objects.filter(pk=feed.pk, revoked_at=None).update(revoked_at=timezone.now()):
        history.record(feed, "calendar feed revoked", by=by, name=feed.name)
