"""The way of a notice from draft to paper: submitted, approved or returned, issued. Each is one transaction with its entry in the log."""

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import format_lazy

from giaoban.directives.states import State
from giaoban.model import Refused
from giaoban_web.accounts.queries import may
from giaoban_web.bodies.queries import normal
from giaoban_web.briefs import notice_papers, notice_telling
from giaoban_web.briefs.drafting import locked
from giaoban_web.briefs.models import Notice, NoticeItem, NoticeVersion
from giaoban_web.briefs.notice_moves import APPROVING, ISSUE, ISSUED, STEPS, SUPERSEDED, NoticeState, Step
from giaoban_web.briefs.notices import current, items_of, lacking, open_gaps, tasks_of, without_lead
from giaoban_web.directives.models import Directive
from giaoban_web.directives.moving import move as move_task
from giaoban_web.history import actions as history
from giaoban_web.search import actions as search


@transaction.atomic
def take(*, notice: Notice, step: str, seen: int, by: Any, reason: str = "") -> Notice:
    """One move of the table `STEPS`.

    Refused: from another state, without a reason where it needs one, with a heading that is not filled in, by who may not.
    """
    fresh, known = locked(notice, seen), STEPS[step]
    _refuse_unless(by, known.permission, fresh)
    if fresh.state not in known.origins:
        raise Refused("notice-not-movable", move=known.label, state=NoticeState(fresh.state).label)
    if known.reason and not reason.strip():
        raise Refused("notice-reason-needed")
    if known.whole:
        refuse_unless_whole(current(fresh))
    _set(fresh, step, known, by, reason.strip())
    history.record(fresh, known.done, by=by, version=fresh.version, state=fresh.state, reason=reason.strip())
    notice_telling.tell_step(fresh, step, by)
    return fresh


def issue(*, notice: Notice, number: int, on: date, seen: int, by: Any) -> Notice:
    """Give an approved notice its number and day: its papers are kept, every drafted task in it is issued, what it corrects is superseded.

    All of it or nothing. Refused: unless approved, for a day to come or before the meeting, a number that the body has given in that year,
    a task that nobody leads, and whatever keeps one of its tasks from being issued.
    """
    try:
        with transaction.atomic():
            return _issued(locked(notice, seen), number, on, by)
    except IntegrityError as error:
        if "notice_number" not in str(error) and "briefs_notice.number" not in str(error):
            raise
        raise Refused("notice-number-taken", number=f"{number}", year=f"{on.year}") from None


def issuer_of(version: NoticeVersion) -> str:
    """The body that issues, as numbers are counted: with the body above it, without accents."""
    return normal(f"{version.heading.get('upper', '')} {version.heading.get('body', '')}")


def refuse_unless_whole(version: NoticeVersion) -> None:
    """Refuses a version whose heading lacks something, or in which a gap is left to be filled."""
    if missing := lacking(version):
        raise Refused("notice-heading-lacks", parts=format_lazy(", ".join(["{}"] * len(missing)), *missing))
    if gaps := open_gaps(items_of(version)):
        raise Refused("notice-gaps", words=gaps[0][1])


def _issued(fresh: Notice, number: int, on: date, by: Any) -> Notice:
    _refuse_unless(by, APPROVING, fresh)
    if fresh.state != NoticeState.APPROVED:
        raise Refused("notice-not-movable", move=ISSUE, state=NoticeState(fresh.state).label)
    if on > timezone.localdate():
        raise Refused("day-in-future", on=on)
    if fresh.meeting.held_on and on < fresh.meeting.held_on:
        raise Refused("notice-before-meeting", on=on, held=fresh.meeting.held_on)
    version = current(fresh)
    items = items_of(version)
    refuse_unless_whole(version)
    if idle := without_lead(items):
        raise Refused("notice-tasks-without-lead", tasks="; ".join(f"“{each}”" for each in idle))
    fresh.number, fresh.year, fresh.issued_on, fresh.issuer = number, on.year, on, issuer_of(version)
    fresh.state, fresh.issued_by, fresh.moved_at = NoticeState.ISSUED, by, timezone.now()
    _supersede(fresh, by)
    fresh.save()
    version.notice = fresh
    _index(fresh, version, items)
    tasks = [_live(each, on, by) for each in tasks_of(items)]
    files = {each.paper: each.sha256 for each in notice_papers.keep(fresh, version)}
    told = {"number": number, "on": on.isoformat(), "files": files, "tasks": [each.pk for each in tasks]}
    history.record(fresh, ISSUED, by=by, version=fresh.version, **told)
    notice_telling.settle(f"notice/{fresh.pk}/")
    notice_telling.tell(fresh, version, tasks, by)
    return fresh


def _index(fresh: Notice, version: NoticeVersion, items: list[NoticeItem]) -> None:
    """Let it be found by its number and its words, by whoever may see the place."""
    title = f"Thông báo {notice_telling.number_within(fresh, version)}: {fresh.meeting.title}"
    body = "\n".join(each.text for each in items)
    search.index(fresh, title=title, body=body, place=fresh.place, url=fresh.get_absolute_url(), on=fresh.issued_on)


def _supersede(fresh: Notice, by: Any) -> None:
    """Marks the notice that this one corrects as superseded."""
    if fresh.corrects_id is None:
        return
    old = Notice.objects.select_for_update(of=("self",)).select_related("place").get(pk=fresh.corrects_id)
    old.state, old.moved_at = NoticeState.SUPERSEDED, timezone.now()
    old.save(update_fields=["state", "moved_at"])
    history.record(old, SUPERSEDED, by=by, within=old.place, correction=fresh.pk)


def _live(task: Directive, on: date, by: Any) -> Directive:
    """A drafted task issued on the day of the notice; one that is live already stays as it is."""
    if task.state != State.DRAFT:
        return task
    return move_task(directive=task, name="issue", seen=task.version, by=by, on=on)


def _set(fresh: Notice, name: str, step: Step, by: Any, reason: str) -> None:
    fresh.state, fresh.moved_at = step.target, timezone.now()
    fresh.reason = reason if step.reason else ""
    if name == "submit":
        fresh.submitted_by = by
    if name == "approve":
        fresh.approved_by = by
    fresh.save()


def _refuse_unless(by: Any, permission: str, notice: Notice) -> None:
    if not may(by, permission, notice.place):
        raise Refused("not-allowed-here", place=str(notice.place))
