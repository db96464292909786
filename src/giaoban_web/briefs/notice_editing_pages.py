"""Editing a notice without scripts: every button saves, makes a version and leads back to the paragraph."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from giaoban.brief import Order
from giaoban.brief.notice_paragraphs import numbers
from giaoban.model import Refused
from giaoban_web.accounts.queries import may
from giaoban_web.briefs import composing, drafting, notices
from giaoban_web.briefs.models import Notice
from giaoban_web.briefs.notice_fitting import plain
from giaoban_web.briefs.notice_forms import AddForm, HeadingForm
from giaoban_web.briefs.notice_moves import DRAFTING
from giaoban_web.briefs.notice_pages import page
from giaoban_web.briefs.notice_words import PARTS
from giaoban_web.briefs.recipients import suggested
from giaoban_web.errors import Conflict
from giaoban_web.ui.numbers import whole

ORDER_NAMES = tuple(each.value for each in Order)


WITHOUT_WORDS = frozenset({"drop", "retell"})
"""Buttons that do not save what stands in the field beside them; written anew, words typed there are asked for first."""


@require_POST
def item(request: HttpRequest, notice_id: int, mark: str) -> HttpResponse:
    """Save the words of a paragraph, and with them move it or leave it out, as the button says."""
    found = editable(request, notice_id)
    act, text = request.POST.get("act", "save"), request.POST.get("text")
    try:
        with transaction.atomic():
            now = found if text is None or act in WITHOUT_WORDS else _edited(found, mark, text, request)
            if act in ACTS:
                ACTS[act](now, mark, request)
    except Refused as refusal:
        if isinstance(refusal, Conflict) or (text or "").strip():
            return _left(request, found, mark, text or "", refusal)
        return page(request, found, status=409, refusal=refusal)
    return _back(found, mark if act != "drop" else "")


@require_POST
def add(request: HttpRequest, notice_id: int) -> HttpResponse:
    """A paragraph or heading of the office's own."""
    found = editable(request, notice_id)
    said = notices.listed(notices.items_of(notices.current(found)))
    form = AddForm(request.POST, paragraphs=list(zip(said, numbers(said), strict=True)))
    if not form.is_valid():
        return page(request, found, status=422, adding=form)
    told = {"text": form.cleaned_data["text"], "after": form.cleaned_data["after"], "level": form.level()}
    try:
        now = drafting.add(notice=found, **told, seen=seen(request), by=request.user)
    except Refused as refusal:
        return page(request, found, status=409, adding=form, refusal=refusal)
    return _back(now, f"x{now.version}_1")


@require_POST
def bring(request: HttpRequest, notice_id: int) -> HttpResponse:
    """A finding or task of the meeting that was left out."""
    found, mark = editable(request, notice_id), request.POST.get("source", "")
    told = {each.mark for each in notices.items_of(notices.current(found))}
    source = next((each for each in composing.left_out(found.meeting, request.user, told) if each.mark == mark), None)
    if source is None:
        return page(request, found, status=409, refusal=Refused("paragraph-told-already"))
    drafting.bring(notice=found, source=source, after=request.POST.get("under", ""), seen=seen(request), by=request.user)
    return _back(found, mark)


@require_POST
def arrange(request: HttpRequest, notice_id: int) -> HttpResponse:
    """The order into which paragraphs were drawn; or the tasks by field, by lead, as they were said; or the words of many composed anew."""
    found = editable(request, notice_id)
    if marks := request.POST.getlist("retell"):
        try:
            drafting.retell(notice=found, marks=marks, seen=seen(request), by=request.user)
        except Refused as refusal:
            return page(request, found, status=409, refusal=refusal)
        return _back(found, marks[0])
    if (by := request.POST.get("by")) in ORDER_NAMES:
        drafting.regroup(notice=found, order=Order(by), seen=seen(request), by=request.user)
        return _back(found, "")
    drafting.arrange(notice=found, marks=request.POST.get("order", "").split(), seen=seen(request), by=request.user)
    return _back(found, request.POST.get("moved", ""))


@require_http_methods(["GET", "HEAD", "POST"])
def heading(request: HttpRequest, notice_id: int) -> HttpResponse:
    """What stands around the text."""
    found = editable(request, notice_id)
    version = notices.current(found)
    names = suggested(version, notices.items_of(version))
    form = HeadingForm(request.POST, suggested=names) if request.method == "POST" else HeadingForm.of(version, names)
    context = {"notice": found, "form": form, "version": version}
    if form.is_valid():
        told = {"heading": form.told(), "layout": form.cleaned_data["layout"]}
        try:
            drafting.head(notice=found, **told, seen=seen(request), by=request.user)
        except Refused as refusal:
            return _heading_conflict(request, found, form, refusal)
        messages.success(request, _("The heading was saved; the next notice begins with it."))
        return redirect(found)
    return render(request, "briefs/notice_heading.html", context, status=422 if form.errors else 200)


def _heading_conflict(request: HttpRequest, found: Notice, form: HeadingForm, refusal: Refused) -> HttpResponse:
    """What was filled in, to be sent again on the new version, beside the heading as it is now."""
    found.refresh_from_db()
    now = notices.current(found)
    parts = [(PARTS[name], "; ".join(value) if isinstance(value, list) else value) for name, value in now.heading.items() if name in PARTS]
    context = {"notice": found, "form": form, "version": now, "parts": parts, "refusal": refusal}
    return render(request, "briefs/notice_heading.html", context, status=409)


def editable(request: HttpRequest, notice_id: int) -> Notice:
    """The notice, where the person may draft at its place; whether its state allows it the action says."""
    found = get_object_or_404(notices.visible_to(request.user), pk=notice_id)
    if not may(request.user, DRAFTING, found.place):
        raise PermissionDenied
    return found


def seen(request: HttpRequest) -> int:
    """The version that the person saw."""
    return whole(request.POST.get("seen")) or 0


def _edited(found: Notice, mark: str, text: str, request: HttpRequest) -> Notice:
    return drafting.edit(notice=found, mark=mark, text=text, seen=seen(request), by=request.user)


def _stepped(way: str) -> Callable[[Notice, str, HttpRequest], Any]:
    def act(now: Notice, mark: str, request: HttpRequest) -> Any:
        told = {"under": request.POST.get("under", "")} if way == "under" else {}
        return drafting.shift(notice=now, mark=mark, way=way, seen=now.version, by=request.user, **told)

    return act


def _dropped(now: Notice, mark: str, request: HttpRequest) -> Any:
    return drafting.drop(notice=now, mark=mark, seen=seen(request), by=request.user)


def _retold(now: Notice, mark: str, request: HttpRequest) -> Any:
    if _is_typed(now, mark, request):
        raise Refused("paragraph-typed")
    return drafting.retell(notice=now, marks=[mark], seen=seen(request), by=request.user)


def _is_typed(now: Notice, mark: str, request: HttpRequest) -> bool:
    """Whether the field beside the button holds other words than those kept."""
    said = next((each.text for each in notices.items_of(notices.current(now)) if each.mark == mark), None)
    typed = plain(request.POST.get("text", ""))
    return now.version == seen(request) and bool(typed) and typed != said


ACTS: Mapping[str, Callable[[Notice, str, HttpRequest], Any]] = {
    "up": _stepped("up"),
    "down": _stepped("down"),
    "under": _stepped("under"),
    "drop": _dropped,
    "retell": _retold,
}
"""What a button does beside saving the words."""


def _left(request: HttpRequest, found: Notice, mark: str, text: str, refusal: Refused) -> HttpResponse:
    """Both texts, and a form to send one's own again, put right, on the version that stands now."""
    found.refresh_from_db()
    now = next((each for each in notices.items_of(notices.current(found)) if each.mark == mark), None)
    context = {"notice": found, "mark": mark, "text": text, "now": now, "refusal": refusal, "conflict": isinstance(refusal, Conflict)}
    context["retelling"] = refusal.code == "paragraph-typed"
    return render(request, "briefs/notice_conflict.html", context, status=409)


def _back(found: Notice, mark: str) -> HttpResponse:
    return redirect(f"{found.get_absolute_url()}#p-{mark}" if mark else found.get_absolute_url())
