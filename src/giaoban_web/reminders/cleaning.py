"""Old messages and letters taken away: what was read long ago, and never what may come due again.

That nobody is told twice hangs on the message itself. So a reminder stays as long as its task is open, however old it is; what was told of
a move, of a notice, or of a task that is over is never told again and may go. What nobody has read stays.
"""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from giaoban_web.directives.models import OPEN
from giaoban_web.history import actions as history
from giaoban_web.reminders.models import Letter, Message, Round

ROWS = 2_000
"""Rows that go in one transaction."""
REMINDER = "digest-line-"
"""How the codes of reminders begin."""


def old_messages(days: int) -> QuerySet[Message]:
    """Messages that were read more than `days` ago; reminders of open tasks are not among them."""
    open_still = Q(code__startswith=REMINDER, directive__state__in=OPEN)
    return Message.objects.filter(read_at__lt=timezone.now() - timedelta(days=days)).exclude(open_still)


def old_letters(days: int) -> QuerySet[Letter]:
    """Those made more than `days` ago, sent or not: after three days nobody tries them any more."""
    return Letter.objects.filter(made_at__lt=timezone.now() - timedelta(days=days))


def clear() -> int:
    """Take away what is older than the setting KEEP_MESSAGES says; gives how many rows. Nothing where it says None."""
    days = settings.KEEP_MESSAGES
    if days is None:
        return 0
    gone = 0
    for found in (old_messages(days), old_letters(days)):
        while taken := _some(found, days):
            gone += taken
    return gone


@transaction.atomic
def _some(found: QuerySet[Any], days: int) -> int:
    today, _new = Round.objects.get_or_create(day=timezone.localdate())
    keys = list(found.order_by("pk").values_list("pk", flat=True)[:ROWS])
    if keys:
        found.model._default_manager.filter(pk__in=keys).delete()
        history.record(today, "old messages taken away", by=None, kind=found.model._meta.model_name, count=len(keys), days=days)
    return len(keys)
