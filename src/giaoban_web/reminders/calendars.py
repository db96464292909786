"""What stands in the calendar under a secret address: tasks that its maker's bodies lead, support or accept, as she may see them today."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.text import capfirst

from giaoban.directives.states import State
from giaoban.exchange.calendar import Entry, write
from giaoban.messages import phrase
from giaoban_web.bodies.queries import acted_for
from giaoban_web.directives.models import OPEN, Directive
from giaoban_web.directives.queries import visible_to
from giaoban_web.reminders.models import Feed

KEPT = timedelta(days=90)
"""How long what is over stays in a calendar."""
STAMP_EVERY = timedelta(minutes=10)


def tasks_of(feed: Feed) -> QuerySet[Directive]:
    """The tasks of a calendar, today."""
    own = acted_for(feed.user, timezone.localdate())
    bodies = list(own & {feed.body_id} if feed.body_id else own)
    supported = Directive.supporting.through.objects.filter(body__in=bodies).values("directive")
    part = Q(lead__in=bodies) | Q(acceptor__in=bodies) | Q(pk__in=supported)
    fresh = Q(state__in=OPEN) | Q(moved_at__gte=timezone.now() - KEPT)
    found = visible_to(feed.user).filter(part, fresh).exclude(state=State.DRAFT).exclude(issued_on=None)
    return found.select_related("lead").order_by("pk")


def calendar(feed: Feed, address: str) -> bytes:
    """It as a file; the same bytes as long as nothing in it has changed. `address` is where its reader reaches the server."""
    tasks = list(tasks_of(feed))
    name = phrase("feed-name", feed.user.language, name=feed.body.name if feed.body else str(feed.user))
    host = urlsplit(settings.ADDRESS).hostname or "giaoban"
    said = {name: phrase(f"feed-{name}", feed.user.language) for name in ("due", "over")}
    return write(_entries(tasks, address, said), name=name, host=host, made_at=_made_at(tasks, feed))


def stamp(feed: Feed, data: bytes) -> tuple[str, datetime]:
    """Of what it gives out: its mark, and since when it has been so. Noted with the moment of use, to ten minutes."""
    mark, now = hashlib.sha256(data).hexdigest(), timezone.now()
    same = feed.changed_at is not None and feed.etag == mark
    since = feed.changed_at if same else now
    if not same or feed.used_at is None or now - feed.used_at > STAMP_EVERY:
        Feed.objects.filter(pk=feed.pk).update(etag=mark, changed_at=since, used_at=now)
    return mark, since


def _made_at(tasks: Iterable[Directive], feed: Feed) -> datetime:
    """The last change of any of them, so that a calendar in which nothing changed is the same file."""
    return max((task.moved_at for task in tasks), default=feed.made_at)


def _entries(tasks: Iterable[Directive], address: str, said: Mapping[str, str]) -> Iterable[Entry]:
    for task in tasks:
        yield Entry(
            key=f"task-{task.pk}",
            summary=" · ".join(filter(None, (capfirst(str(task).rstrip(" .")), task.lead.name if task.lead else ""))),
            state=State(task.state),
            due_on=task.deadline_on,
            changed_at=task.moved_at,
            changes=task.version,
            description="\n".join(filter(None, (task.wording if task.work else "", task.product))),
            url=f"{address}{task.get_absolute_url()}",
            done_on=task.done_on,
            percent=task.so_far,
            **said,
        )
