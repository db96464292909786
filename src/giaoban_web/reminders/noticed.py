"""What people were told when it happened, for the letter of the day: each once, while nobody has read or settled it."""

from collections.abc import Collection, Mapping

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from giaoban.directives.digest import Group, Noticed
from giaoban.directives.states import State
from giaoban_web.directives.models import OPEN, Directive
from giaoban_web.reminders.letters import STALE
from giaoban_web.reminders.models import Letter, Message
from giaoban_web.reminders.recipients import Directory
from giaoban_web.reminders.words import told

CODES = {
    "told-notice-submitted": Group.NOTICES,
    "told-notice-approved": Group.NOTICES,
    "told-notice-returned": Group.NOTICES,
    "told-seated": Group.SEATS,
    "told-unseated": Group.UNSEATED,
    "told-roles-left": Group.PLACES,
    "told-issued": Group.GIVEN,
    "told-issued-undated": Group.GIVEN,
    "told-issued-support": Group.GIVEN,
    "told-issued-support-undated": Group.GIVEN,
    "told-returned": Group.RETURNED,
    "told-reopened": Group.RETURNED,
}
"""What somebody has to do something about. That a notice went out is told by its tasks."""
STILL = {
    "told-issued": {State.ISSUED},
    "told-issued-undated": {State.ISSUED},
    "told-returned": {State.RETURNED},
    "told-reopened": {State.IN_PROGRESS},
}
"""Where a task must still stand for what was told of it to be news; of any other it must be open."""


def people() -> set[int]:
    """Keys of those who may have something of this kind to be written to."""
    return set(_unread().values_list("user_id", flat=True)) if settings.EMAIL_HOST else set()


def noticed(users: Collection[int], directory: Directory) -> Mapping[int, tuple[Noticed, ...]]:
    """For each person the messages that no letter has told her yet, the oldest first."""
    waiting = _unread().filter(user__in=users).select_related("user", "directive__lead").prefetch_related("directive__supporting")
    unread = [each for each in waiting.order_by("made_at", "pk") if each.directive is None or _holds(each, each.directive, directory)]
    if not unread:
        return {}
    letters = Letter.objects.filter(user__in={each.user_id for each in unread}, made_at__gte=timezone.now() - 2 * STALE)
    told_already = {(user, key) for user, keys in letters.values_list("user_id", "keys") for key in keys}
    found: dict[int, tuple[Noticed, ...]] = {}
    for each in unread:
        if (each.user_id, each.key) not in told_already:
            line = Noticed(each.key, told(each, each.user.language), _address(each), CODES[each.code], str(each.directive_id or ""))
            found[each.user_id] = (*found.get(each.user_id, ()), line)
    return found


def _holds(message: Message, task: Directive, directory: Directory) -> bool:
    """Whether what was told of a task is so still: where it stands, who leads it, and that its reader is told of what concerns it."""
    if task.state not in STILL.get(message.code, OPEN) or message.values.get("lead") != str(task.lead or ""):
        return False
    supports = "support" in message.code
    bodies = [each.pk for each in task.supporting.all()] if supports else [task.lead_id]
    return any(message.user_id in directory.people(each) for each in bodies)


def _address(message: Message) -> str:
    return f"{settings.ADDRESS}{message.directive.get_absolute_url() if message.directive else message.way}"


def _unread() -> QuerySet[Message]:
    return Message.objects.filter(code__in=list(CODES), read_at=None, made_at__gte=timezone.now() - STALE)
