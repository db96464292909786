"""Who may approve a notice is told that it waits, its authors what became of it, and who has a part in a task of it that it went out."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.utils import timezone

from giaoban.directives.digest import one_line
from giaoban_web.briefs.models import Notice, NoticeVersion
from giaoban_web.briefs.notice_moves import STEPS
from giaoban_web.briefs.notices import current, said_number
from giaoban_web.directives.models import Directive
from giaoban_web.reminders.recipients import People, around
from giaoban_web.reminders.telling import say, settle


def tell(notice: Notice, version: NoticeVersion, tasks: Sequence[Directive], by: Any) -> None:
    """Everybody who sits for a body that leads, supports, watches or accepts one of its tasks, but the one who issued it."""
    parts, _unheard = parts_of(notice, tasks, by)
    told = {"by": str(by), "number": number_within(notice, version), "issued": notice.issued_on.isoformat() if notice.issued_on else None}
    told["wording"] = one_line(notice.meeting.title)
    code = "told-notice"
    if notice.corrects is not None:
        code, told["before"] = "told-notice-corrects", number_within(notice.corrects, current(notice.corrects))
    say(f"notice/{notice.pk}", code, {user: told | {"count": count} for user, count in parts.items()}, url=notice.get_absolute_url())


def parts_of(notice: Notice, tasks: Sequence[Directive], by: Any) -> tuple[Mapping[int, int], list[int]]:
    """By the key of whoever is told the number of tasks in which she has a part; and the keys of bodies for which nobody is told.

    Whoever issues it is not told herself, but heard for her body.
    """
    parties = [_bodies(task) for task in tasks]
    bodies = frozenset().union(*parties)
    directory = around(bodies, notice.place.path, timezone.localdate())
    parts = Counter(user for named in parties for user in frozenset().union(*map(directory.people, named)))
    parts.pop(by.pk, None)
    return parts, [body for body in bodies if not directory.people(body)]


def tell_step(notice: Notice, step: str, by: Any) -> None:
    """Of a notice that was submitted those who may approve it; its authors when it was approved or returned. Never the one who did it.

    What was told of an earlier step and nobody has read asks for nothing any more.
    """
    settle(f"notice/{notice.pk}/")
    told = {"by": str(by), "wording": one_line(notice.meeting.title)}
    if step == "return":
        told["reason"] = one_line(notice.reason)
    people = TOLD[step](notice) - {by.pk} if step in TOLD else frozenset()
    key = f"notice/{notice.pk}/{notice.moved_at:%Y%m%d%H%M%S%f}"
    say(key, f"told-notice-{STEPS[step].target.value}", dict.fromkeys(people, told), url=notice.get_absolute_url())


def _heads(notice: Notice) -> People:
    return around((), notice.place.path, timezone.localdate()).of_office(notice.place.path)


def _authors(notice: Notice) -> People:
    return frozenset(each.pk for each in (notice.made_by, notice.submitted_by) if each and each.is_active)


TOLD: Mapping[str, Callable[[Notice], People]] = {"submit": _heads, "approve": _authors, "return": _authors}
"""Who is told of a step."""


def number_within(notice: Notice, version: NoticeVersion) -> str:
    """As it stands within a sentence: "số 12-TB/TU"."""
    said = said_number(notice, version)
    return said[:1].lower() + said[1:]


def _bodies(task: Directive) -> frozenset[int]:
    one = {key for key in (task.lead_id, task.watcher_id, task.acceptor_id) if key}
    return frozenset(one | {body.pk for body in task.supporting.all()})
