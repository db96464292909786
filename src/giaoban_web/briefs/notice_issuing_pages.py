"""Issuing a notice: what will come of it is shown, and asked once."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from giaoban.directives.states import State
from giaoban.model import Refused
from giaoban_web.accounts.models import User
from giaoban_web.bodies.models import Body
from giaoban_web.briefs import issuing, notices
from giaoban_web.briefs.models import Notice
from giaoban_web.briefs.notice_editing_pages import seen
from giaoban_web.briefs.notice_forms import IssueForm
from giaoban_web.briefs.notice_moves import APPROVING, NoticeState
from giaoban_web.briefs.notice_pages import before_it_goes_out, page
from giaoban_web.briefs.notice_step_pages import permitted
from giaoban_web.briefs.notice_telling import parts_of
from giaoban_web.directives.models import Directive


@require_http_methods(["GET", "HEAD", "POST"])
def issue(request: HttpRequest, approved_id: int) -> HttpResponse:
    """What issuing it will do, with number and day to be given; sent, it is issued: its tasks are live from then on."""
    found = permitted(request, approved_id, APPROVING)
    if request.method != "POST":
        return _asked(request, found) if found.state == NoticeState.APPROVED else redirect(found)
    form = IssueForm(request.POST)
    if not form.is_valid():
        return _asked(request, found, 422, issuing=form) if found.state == NoticeState.APPROVED else page(request, found, 422)
    try:
        issuing.issue(notice=found, **form.cleaned_data, seen=seen(request), by=request.user)
    except Refused as refusal:
        fresh = notices.visible_to(request.user).get(pk=approved_id)
        show = _asked if fresh.state == NoticeState.APPROVED else page
        return show(request, fresh, 409, refusal=refusal, issuing=form)
    messages.success(request, _("Issued. Its tasks are live, and those who have a part in them are told."))
    return redirect(found)


def _asked(request: HttpRequest, found: Notice, status: int = 200, **rest: Any) -> HttpResponse:
    """The page that asks; `rest` is the form with what is wrong in it."""
    version = notices.current(found)
    items = notices.items_of(version)
    told = notices.tasks_of(items)
    drafted = [each for each in told if each.state == State.DRAFT]
    number = notices.next_number(issuing.issuer_of(version), timezone.localdate().year)
    context = {
        "notice": found,
        "version": version,
        "issuing": IssueForm.suggested(number),
        "going_live": drafted,
        "live": [each for each in told if each.state != State.DRAFT],
        **_told(found, told, request.user),
        **before_it_goes_out(found, version, items),
        "gone": notices.gone(items, timezone.localdate()),
        "left_behind": notices.left_behind(found, items),
    }
    return render(request, "briefs/notice_issue.html", context | rest, status=status)


def _told(found: Notice, tasks: Sequence[Directive], by: Any) -> dict[str, Any]:
    """Who is told, each with in how many tasks she has a part; and bodies for which nobody is."""
    parts, unheard = parts_of(found, tasks, by)
    people = User.objects.filter(pk__in=parts).order_by("name", "pk")
    return {"told": [(each, parts[each.pk]) for each in people], "unheard": list(Body.objects.filter(pk__in=unheard).order_by("name"))}
