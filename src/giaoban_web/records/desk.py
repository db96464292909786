"""Views of the confirmation screen: confirm, reject, take back, edit, add; each a plain form, or a part of the page for htmx."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from giaoban.model import Refused
from giaoban_web.accounts.queries import may
from giaoban_web.errors import Conflict
from giaoban_web.records import actions, confirming
from giaoban_web.records.cards import card
from giaoban_web.records.forms import FORMS, FindForm
from giaoban_web.records.models import Find, Kind, Record, Verdict
from giaoban_web.records.queries import finds_of, visible_to
from giaoban_web.records.recheck import doubts
from giaoban_web.records.standing import standing

ACTS = {"confirm": Verdict.CONFIRMED, "reject": Verdict.REJECTED}
STROKE = "stroke"


@require_safe
def confirm(request: HttpRequest, record_id: int) -> HttpResponse:
    record = get_object_or_404(visible_to(request.user).select_related("place", "meeting", "put_in_by"), pk=record_id)
    stroke = request.session.get(STROKE) or {}
    context = confirming.screen(request, record)
    return render(
        request, "records/confirm.html", {**context, "stroke": len(stroke.get("decisions", [])) if stroke.get("record") == record_id else 0}
    )


@require_safe
def one(request: HttpRequest, record_id: int, find_id: int) -> HttpResponse:
    """The card of one find, as it stands."""
    find = _find(request, record_id, find_id)
    if not request.htmx:
        return redirect(f"{reverse('records:confirm', args=[record_id])}#find-{find.pk}")
    context = {"card": card(find, find.record.text), "record": find.record, "may_decide": True}
    return render(request, "records/_card.html", context)


@require_POST
def decide(request: HttpRequest, record_id: int, find_id: int, act: str) -> HttpResponse:
    """Confirm, reject or take back one find."""
    find = _find(request, record_id, find_id)
    seen = int(request.POST.get("seen") or 0) if (request.POST.get("seen") or "0").isdigit() else 0
    refusal: Refused | None = None
    try:
        if act == "undo":
            actions.undo(find=find, seen=seen, by=request.user)
        else:
            actions.decide(find=find, verdict=ACTS[act], seen=seen, by=request.user)
    except Refused as refused:
        refusal = refused
    return _answer(request, find, refusal)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, record_id: int, find_id: int) -> HttpResponse:
    """A find as a form; saved as a correction unless somebody decided in between or something is doubtful."""
    find = _find(request, record_id, find_id)
    now, record = standing(find), find.record
    form_class = FORMS[now.kind]
    if request.method != "POST":
        quote = record.text[now.start : now.end]
        initial = {**form_class.initial_of(now.fields), "quote": quote, "start": now.start, "seen": now.number}
        return _form(request, form_class(record=record, initial=initial), find=find)
    form = form_class(request.POST, record=record)
    if not form.is_valid():
        return _form(request, form, find=find, status=422)
    change = form.change()
    if (found := _doubts(record, change)) and not request.POST.get("anyway"):
        return _form(request, form, find=find, doubts=found, status=422)
    try:
        actions.decide(find=find, verdict=Verdict.CORRECTED, seen=form.cleaned_data["seen"] or 0, by=request.user, change=change)
    except Conflict as conflict:
        return _form(request, _seen_again(form, find), find=find, refusal=conflict, status=409)
    return _answer(request, find, None)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, record_id: int, kind: str) -> HttpResponse:
    """A find that was missed: words of the text, and what they say."""
    record = _record(request, record_id)
    if kind not in FORMS:
        return redirect("records:confirm", record_id)
    form_class = FORMS[kind]
    if request.method != "POST":
        words = {"quote": request.GET.get("quote", ""), "start": request.GET.get("start", "")}
        return _form(request, form_class(record=record, initial={**DEFAULTS[kind], **words}), record=record, kind=kind)
    form = form_class(request.POST, record=record)
    if not form.is_valid():
        return _form(request, form, record=record, kind=kind, status=422)
    change = form.change()
    if (found := _doubts(record, change)) and not request.POST.get("anyway"):
        return _form(request, form, record=record, kind=kind, doubts=found, status=422)
    find = actions.add(record=record, change=change, by=request.user)
    messages.success(request, _("The find was added."))
    return redirect(f"{reverse('records:confirm', args=[record_id])}#find-{find.pk}")


@require_POST
def confirm_above(request: HttpRequest, record_id: int) -> HttpResponse:
    """Confirm in one stroke all finds that the reader is sure of; the stroke can be taken back."""
    record = _record(request, record_id)
    decisions = actions.confirm_above(record=record, threshold=confirming.SURE, by=request.user)
    request.session[STROKE] = {"record": record_id, "decisions": [decision.pk for decision in decisions]}
    said = ngettext("%(count)d find was confirmed.", "%(count)d finds were confirmed.", len(decisions)) % {"count": len(decisions)}
    messages.success(request, said)
    return redirect("records:confirm", record_id)


@require_POST
def undo_stroke(request: HttpRequest, record_id: int) -> HttpResponse:
    record = _record(request, record_id)
    stroke = request.session.pop(STROKE, None) or {}
    count = (
        actions.undo_stroke(record=record, decisions=stroke.get("decisions", []), by=request.user)
        if stroke.get("record") == record_id
        else 0
    )
    messages.success(
        request, ngettext("%(count)d decision was taken back.", "%(count)d decisions were taken back.", count) % {"count": count}
    )
    return redirect("records:confirm", record_id)


DEFAULTS: dict[str, dict[str, Any]] = {
    Kind.OBSERVATION: {"bound": "exact", "measure": "level", "role": "actual"},
    Kind.STRENGTH: {"polarity": "strength", "topic": "other"},
    Kind.SHORTCOMING: {"polarity": "shortcoming", "topic": "other"},
    Kind.DIRECTIVE: {"force": "order", "topic": "other"},
    Kind.MEETING: {},
}


def _record(request: HttpRequest, record_id: int) -> Record:
    """The record, if the person may decide about it: else 404 where she may not see it, 403 where she may only see it."""
    record = get_object_or_404(visible_to(request.user).select_related("place", "meeting__place"), pk=record_id)
    if not may(request.user, "records.decide", record.place):
        raise PermissionDenied
    return record


def _find(request: HttpRequest, record_id: int, find_id: int) -> Find:
    record = _record(request, record_id)
    find = get_object_or_404(finds_of(record), pk=find_id)
    find.record = record
    return find


def _doubts(record: Record, change: actions.Change) -> list[Refused]:
    return doubts(record, change.kind, change.start, change.end, change.fields)


def _seen_again(form: FindForm, find: Find) -> FindForm:
    """The same input, but with the other's decision seen: sent again, it decides after that one."""
    data = form.data.copy()
    data["seen"] = str(standing(finds_of(find.record).get(pk=find.pk)).number)
    again = form.__class__(data, record=find.record)
    again.is_valid()
    return again


def _answer(request: HttpRequest, find: Find, refusal: Refused | None) -> HttpResponse:
    status = 409 if refusal else 200
    if request.htmx:
        record = find.record
        cards = [card(each, record.text) for each in finds_of(record)]
        shown = next(each for each in cards if each.id == find.pk)
        context = {"card": shown, "record": record, "may_decide": True, "refusal": refusal, "swapped": True, **confirming.progress(cards)}
        return render(request, "records/_decided.html", context, status=status)
    if refusal:
        return render(request, "409.html", {"refusal": refusal}, status=409)
    return redirect(f"{reverse('records:confirm', args=[find.record_id])}#find-{find.pk}")


def _form(
    request: HttpRequest, form: FindForm, *, find: Find | None = None, record: Record | None = None, status: int = 200, **more: Any
) -> HttpResponse:
    fresh = finds_of(find.record).get(pk=find.pk) if find else None
    owner = find.record if find else record
    context = {"form": form, "record": owner, "find": fresh, "card": card(fresh, owner.text) if fresh and owner else None, **more}
    template = "records/_form.html" if request.htmx else "records/edit.html"
    return render(request, template, context, status=status)
