"""Who has a part in a task of a notice is told that it went out, once, with the way to the paper."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from giaoban.directives.digest import one_line
from giaoban_web.briefs.models import Notice, NoticeVersion
from giaoban_web.briefs.notices import current, said_number
from giaoban_web.directives.models import Directive
from giaoban_web.reminders.recipients import around
from giaoban_web.reminders.telling import say


def tell(notice: Notice, version: NoticeVersion, tasks: Sequence[Directive], by: Any) -> None:
    """Everybody who sits for a body that leads, supports, watches or accepts one of its tasks, but the one who issued it."""
    parties = [_bodies(task) for task in tasks]
    directory = around(frozenset().union(*parties), notice.place.path, timezone.localdate())
    parts = Counter(user for bodies in parties for user in frozenset().union(*map(directory.people, bodies)))
    parts.pop(by.pk, None)
    told = {"by": str(by), "number": _number(notice, version), "issued": notice.issued_on.isoformat() if notice.issued_on else None}
    told["wording"] = one_line(notice.meeting.title)
    code = "told-notice"
    if notice.corrects is not None:
        code, told["before"] = "told-notice-corrects", _number(notice.corrects, current(notice.corrects))
    say(f"notice/{notice.pk}", code, {user: told | {"count": count} for user, count in parts.items()}, url=notice.get_absolute_url())


def _number(notice: Notice, version: NoticeVersion) -> str:
    """As it stands within a sentence: "số 12-TB/TU"."""
    said = said_number(notice, version)
    return said[:1].lower() + said[1:]


def _bodies(task: Directive) -> frozenset[int]:
    one = {key for key in (task.lead_id, task.watcher_id, task.acceptor_id) if key}
    return frozenset(one | {body.pk for body in task.supporting.all()})
