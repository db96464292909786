"""Many drafts completed on one page: typed, filled from hints that are shown with their reason, the same for all that are empty."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from giaoban.directives.states import State
from giaoban.model import Refused
from giaoban_web.accounts.queries import may
from giaoban_web.bodies.gone import each_once, gone_of
from giaoban_web.directives import bulk
from giaoban_web.directives.body_fields import offered
from giaoban_web.directives.completing import BODIES, MOST, NAMES, Row, RowForm, drafts, filled, hinted, keep, loaded
from giaoban_web.directives.queries import visible_to
from giaoban_web.ui.numbers import whole

NARROWED = {"record": "find__record", "meeting": "meeting"}
"""By what the drafts may be narrowed in the address, beside single ones (`pick`)."""


@require_http_methods(["GET", "HEAD", "POST"])
def complete(request: HttpRequest) -> HttpResponse:
    """The drafts of a record, of a meeting, or those chosen, to be filled in; only saving keeps anything."""
    if not may(request.user, "directives.draft", None):
        raise PermissionDenied
    if request.method != "POST":
        return _page(request, [Row(task, RowForm(task=task), task.version) for task in _asked(request)[:MOST]])
    rows = _sent(request)
    if take := request.POST.get("take"):
        return _page(request, _taken(request, rows, take))
    if "fill" in request.POST:
        return _page(request, [filled(row, {name: request.POST.get(f"all-{name}", "").strip() for name in NAMES}) for row in rows])
    return _saved(request, rows)


def _saved(request: HttpRequest, rows: list[Row]) -> HttpResponse:
    kept = keep(rows, request.user)
    if kept:
        told = ngettext("%(count)s draft was saved.", "%(count)s drafts were saved.", kept)
        messages.success(request, told % {"count": kept})
    left = [row for row in rows if row.wrong]
    if left:
        return _page(request, _fresh(request, rows), refusal=Refused("drafts-left", count=len(left)), status=422)
    return redirect(request.get_full_path())


def _fresh(request: HttpRequest, rows: list[Row]) -> list[Row]:
    """The rows with what was kept as it now stands, so that they can be sent again; those that were not, as they were typed."""
    now = {task.pk: task for task in loaded(visible_to(request.user).filter(pk__in=[row.task.pk for row in rows]))}
    for row in rows:
        fresh = now.get(row.task.pk, row.task)
        row.task, row.seen = fresh, fresh.version
    return [row if row.wrong else Row(row.task, RowForm(task=row.task), row.seen) for row in rows]


def _taken(request: HttpRequest, rows: list[Row], take: str) -> list[Row]:
    """With one hint ("12-lead") in its field, or with all that are shown."""
    hinted(rows, request.user)
    wanted = {(row.task.pk, name): hint.value for row in rows for name, hint in row.hints.items()}
    if take != "all":
        wanted = {key: value for key, value in wanted.items() if f"{key[0]}-{key[1]}" == take}
    return [filled(row, {name: wanted.get((row.task.pk, name), "") for name in NAMES}) for row in rows]


def _asked(request: HttpRequest) -> Any:
    found = drafts(request.user)
    for name, field in NARROWED.items():
        if name in request.GET:
            found = found.filter(**{field: whole(request.GET[name]) or 0})
    if picked := request.GET.getlist("pick"):
        found = found.filter(pk__in=[key for each in picked[:MOST] if (key := whole(each)) is not None])
    return found


def _sent(request: HttpRequest) -> list[Row]:
    """The rows of the form, also those of what is a draft no more: what was typed there is shown again."""
    pairs = (each.partition(":")[::2] for each in request.POST.getlist("row")[:MOST])
    seen = {key: at for task, version in pairs if (key := whole(task)) is not None and (at := whole(version)) is not None}
    found = {task.pk: task for task in loaded(visible_to(request.user).filter(pk__in=seen))}
    rows = [Row(found[key], RowForm(request.POST, task=found[key]), at) for key, at in seen.items() if key in found]
    for row in rows:
        was = request.POST.get(f"{row.task.pk}-filled", "").split()
        row.filled = frozenset(name for name in was if name in NAMES)
    return rows


def _page(request: HttpRequest, rows: list[Row], *, refusal: Refused | None = None, status: int = 200) -> HttpResponse:
    hinted(rows, request.user)
    tasks = [row.task for row in rows]
    told, today = {row.task.pk: row.told for row in rows}, timezone.localdate()
    gone = gone_of({key: ([each.get(name) for name in BODIES], each.get("deadline_on") or today) for key, each in told.items()})
    context = {
        "rows": rows,
        "refusal": refusal,
        "hints": sum(len(row.hints) for row in rows),
        "filled": sum(len(row.filled) for row in rows),
        "for_all": RowForm(request.POST if "fill" in request.POST else None),
        "most": MOST if len(rows) == MOST else 0,
        "gone": each_once(gone.values()),
        "offered": offered(_near(tasks)),
        "ready": [task for task in tasks if _ready(task)] if "issue" in bulk.offered(tasks, request.user) else [],
    }
    return render(request, "directives/complete.html", context, status=status)


def _ready(task: Any) -> bool:
    """Whether a draft says who is to act and by when, so that it can be looked at once more and issued."""
    return bool(task.state == State.DRAFT and task.lead_id and task.first_deadline_on)


def _near(tasks: Iterable[Any]) -> Any:
    return next((task.meeting.place if task.meeting else task.place for task in tasks), None)
