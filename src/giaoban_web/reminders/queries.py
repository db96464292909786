"""Messages, calendars and days of reminding as a person may see and change them."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from giaoban.directives.escalation import Clock, Recipient, ladder
from giaoban_web.accounts.models import User
from giaoban_web.accounts.queries import digest, may
from giaoban_web.bodies.models import Body
from giaoban_web.bodies.queries import kept_by
from giaoban_web.reminders.models import Feed, Ladder, Message, Preference

COUNTED = 100
"""More unread messages than this are not counted."""


def messages_of(user: Any) -> QuerySet[Message]:
    """What a person was told: hers alone, and still there when a task is no longer hers."""
    return Message.objects.filter(user=user) if isinstance(user, User) else Message.objects.none()


def unread(user: Any) -> int:
    """How many she has not read, `COUNTED` at most."""
    return messages_of(user).filter(read_at=None).order_by()[:COUNTED].count()


def wants_mail(user: User) -> bool:
    """Whether a person is sent letters; so long as nothing was said, yes."""
    found = Preference.objects.filter(user=user).first()
    return found is None or found.by_mail


def feeds_of(user: Any) -> QuerySet[Feed]:
    """The calendars that a person has made; those she revoked are the last."""
    found = Feed.objects.filter(user=user) if isinstance(user, User) else Feed.objects.none()
    return found.select_related("body").order_by("revoked_at", "-made_at")


def feed_of(secret: str) -> Feed | None:
    """The calendar under a secret address, unless it was revoked or its maker has left. Looked up by digest, so that no time tells."""
    return Feed.objects.select_related("user", "body").filter(digest=digest(secret), revoked_at=None, user__is_active=True).first()


def keeps_ladder(user: Any, body: Body) -> bool:
    """Whether `user` keeps the body or is head of office at its place, and so may set its days of reminding."""
    return kept_by(user, body) or may(user, "directives.issue", body.place)


def days_of(body: Body) -> Sequence[int]:
    """Its own days; none where it is reminded on those of everybody."""
    found = Ladder.objects.filter(body=body).first()
    return found.days if found else ()


def usual_days() -> Sequence[int]:
    """The days on which a lead alone is reminded around a deadline."""
    alone = frozenset({Recipient.LEAD})
    return sorted(rung.days for rung in ladder() if rung.clock is Clock.DEADLINE and rung.to == alone)
