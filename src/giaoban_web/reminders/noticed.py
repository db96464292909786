"""What people were told of notices, seats and places, for the letter of the day: each once, while nobody has read or settled it."""

from collections.abc import Collection, Mapping

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from giaoban.directives.digest import Group, Noticed
from giaoban_web.reminders.letters import STALE
from giaoban_web.reminders.models import Letter, Message
from giaoban_web.reminders.words import told

CODES = {
    "told-notice-submitted": Group.NOTICES,
    "told-notice-approved": Group.NOTICES,
    "told-notice-returned": Group.NOTICES,
    "told-seated": Group.SEATS,
    "told-unseated": Group.UNSEATED,
    "told-roles-left": Group.PLACES,
}
"""What somebody has to do something about. That a notice went out is told of its tasks."""


def people() -> set[int]:
    """Keys of those who may have something of this kind to be written to."""
    return set(_unread().values_list("user_id", flat=True)) if settings.EMAIL_HOST else set()


def noticed(users: Collection[int]) -> Mapping[int, tuple[Noticed, ...]]:
    """For each person the messages that no letter has told her yet, the oldest first."""
    unread = list(_unread().filter(user__in=users).select_related("user").order_by("made_at", "pk"))
    if not unread:
        return {}
    letters = Letter.objects.filter(user__in={each.user_id for each in unread}, made_at__gte=timezone.now() - 2 * STALE)
    told_already = {(user, key) for user, keys in letters.values_list("user_id", "keys") for key in keys}
    found: dict[int, tuple[Noticed, ...]] = {}
    for each in unread:
        if (each.user_id, each.key) not in told_already:
            line = Noticed(each.key, told(each, each.user.language), f"{settings.ADDRESS}{each.way}", CODES[each.code])
            found[each.user_id] = (*found.get(each.user_id, ()), line)
    return found


def _unread() -> QuerySet[Message]:
    return Message.objects.filter(code__in=list(CODES), read_at=None, made_at__gte=timezone.now() - STALE)
