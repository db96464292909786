"""The way of a notice to the paper: submitted, approved, returned, corrected."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from giaoban.model import Refused
from giaoban_web.accounts.queries import may
from giaoban_web.briefs import drafting, issuing, notices
from giaoban_web.briefs.models import Notice
from giaoban_web.briefs.notice_editing_pages import editable, seen
from giaoban_web.briefs.notice_moves import STEPS
from giaoban_web.briefs.notice_pages import page

DONE: dict[str, Any] = {
    "submit": lambda: _("Submitted: the head of office finds it among what waits for approval."),
    "take-back": lambda: _("Taken back: it can be edited again."),
    "approve": lambda: _("Approved. Give it a number and a day to issue it."),
    "return": lambda: _("Returned with your reason."),
    "discard": lambda: _("Discarded. It stays in the list for whoever looks for it."),
}


@require_POST
def take(request: HttpRequest, notice_id: int, notice_step: str) -> HttpResponse:
    """One move; what is refused is told on the page of the notice."""
    if notice_step not in STEPS:
        raise Http404
    found = permitted(request, notice_id, STEPS[notice_step].permission)
    reason = request.POST.get("reason", "")[:2000]
    try:
        issuing.take(notice=found, step=notice_step, seen=seen(request), by=request.user, reason=reason)
    except Refused as refusal:
        return page(request, notices.visible_to(request.user).get(pk=notice_id), status=409, refusal=refusal, said_reason=reason)
    messages.success(request, DONE[notice_step]())
    return redirect(found)


@require_POST
def correct(request: HttpRequest, issued_id: int) -> HttpResponse:
    """Begin a notice that takes the place of one that went out."""
    found = editable(request, issued_id)
    made = drafting.correct(notice=found, by=request.user)
    messages.success(request, _("A correction was begun with the words of the notice that it will take the place of."))
    return redirect(made)


def permitted(request: HttpRequest, notice_id: int, permission: str) -> Notice:
    """The notice, if the person sees it. Denied without the permission at its place."""
    found = get_object_or_404(notices.visible_to(request.user), pk=notice_id)
    if not may(request.user, permission, found.place):
        raise PermissionDenied
    return found
