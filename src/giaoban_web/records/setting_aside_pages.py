"""The page on which a whole record is set aside, and the way back."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from giaoban.messages import say
from giaoban.model import Refused
from giaoban_web.records import setting_aside
from giaoban_web.records.desk import record_to_decide
from giaoban_web.records.models import Record


@require_http_methods(["GET", "HEAD", "POST"])
def set_aside(request: HttpRequest, record_id: int) -> HttpResponse:
    """What it does, the tasks that stay, and why: written before anything is rejected."""
    record = record_to_decide(request, record_id)
    if request.method != "POST":
        return _page(request, record)
    try:
        count = setting_aside.set_aside(record=record, reason=request.POST.get("reason", ""), by=request.user)
    except Refused as refused:
        if refused.code == "aside-nothing-left" and setting_aside.aside(record):
            return redirect("records:confirm", record.pk)  # sent again after a lost answer: it is done
        return _page(request, record, refused, 422)
    said = ngettext(
        "The record is set aside: %(count)d find was rejected.", "The record is set aside: %(count)d finds were rejected.", count
    )
    messages.success(request, said % {"count": count} if count else gettext("The record is set aside."))
    return redirect("records:confirm", record.pk)


@require_POST
def use_again(request: HttpRequest, aside_id: int) -> HttpResponse:
    """Its finds stand again as they did, but for those decided since."""
    record = record_to_decide(request, aside_id)
    try:
        count = setting_aside.use_again(record=record, by=request.user)
    except Refused as refused:
        messages.warning(request, say(refused, get_language() or "vi"))
        return redirect("records:confirm", record.pk)
    said = ngettext(
        "The record is used again: %(count)d find stands as before.", "The record is used again: %(count)d finds stand as before.", count
    )
    messages.success(request, said % {"count": count} if count else gettext("The record is used again."))
    return redirect("records:confirm", record.pk)


def _page(request: HttpRequest, record: Record, refusal: Refused | None = None, status: int = 200) -> HttpResponse:
    context: dict[str, Any] = {
        "record": record,
        "confirmed": record.finds.facts().count(),
        "left": record.finds.undecided().count(),
        "reason": request.POST.get("reason", ""),
        "refusal": refusal,
    }
    return render(request, "records/set_aside.html", context, status=status)
