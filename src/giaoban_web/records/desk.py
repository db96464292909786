"""Views of the confirmation screen: confirm, reject, take back, one by one or in a stroke; plain forms, or a part of the page for htmx."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from giaoban.model import Refused
from giaoban_web.accounts.queries import may
from giaoban_web.accounts.showing import showing
from giaoban_web.records import actions, confirming, strokes
from giaoban_web.records.blocks import unpack
from giaoban_web.records.cards import remarked
from giaoban_web.records.confirming import FindFilter
from giaoban_web.records.models import Find, Record, Verdict
from giaoban_web.records.queries import finds_of, visible_to
from giaoban_web.records.standing import Standing, standing
from giaoban_web.ui.numbers import whole

ACTS = {"confirm": Verdict.CONFIRMED, "reject": Verdict.REJECTED}
WANTED = {"confirm": lambda: _("Confirm"), "reject": lambda: _("Reject"), "undo": lambda: _("Undo")}


@require_safe
def confirm(request: HttpRequest, record_id: int) -> HttpResponse:
    """The text beside what was read from it, for whoever may see the record; decided by whoever decides there."""
    record = get_object_or_404(visible_to(request.user).select_related("place", "meeting", "put_in_by"), pk=record_id)
    return _screen(request, record)


@require_safe
def one(request: HttpRequest, record_id: int, find_id: int) -> HttpResponse:
    """The card of one find, as it stands."""
    find = find_to_decide(request, record_id, find_id)
    if not request.htmx:
        return redirect(f"{reverse('records:confirm', args=[record_id])}#find-{find.pk}")
    all_cards = remarked(find.record, finds_of(find.record))
    shown = next(each for each in all_cards if each.id == find.pk)
    context = {"card": shown, "record": find.record, "may_decide": True, "address": FindFilter(request.GET).address()}
    context["stroke"] = strokes.shown(request, find.record, all_cards)
    return render(request, "records/_card.html", context)


@require_POST
def decide(request: HttpRequest, record_id: int, find_id: int, act: str) -> HttpResponse:
    """Confirm, reject or take back one find."""
    find = find_to_decide(request, record_id, find_id)
    seen = whole(request.POST.get("seen")) or 0
    try:
        if act == "undo":
            actions.undo(find=find, seen=seen, by=request.user)
        else:
            actions.decide(find=find, verdict=ACTS[act], seen=seen, by=request.user)
    except Refused as refused:
        if not _said_before(request, find, act, seen):
            return answer(request, find, standing(find), refusal=refused, wanted=WANTED[act]())
    return answer(request, find, standing(find))


def _said_before(request: HttpRequest, find: Find, act: str, seen: int) -> bool:
    """Whether she decided just this already and the answer did not reach her: said again, it is no conflict."""
    last = finds_of(find.record).get(pk=find.pk).standing
    if last is None or last.by != request.user or last.number != seen + 1:
        return False
    return last.undo if act == "undo" else not last.undo and last.verdict == ACTS[act]


@require_POST
def confirm_above(request: HttpRequest, record_id: int) -> HttpResponse:
    """Confirm in one stroke all finds that the reader is sure of; the stroke can be taken back."""
    record = record_to_decide(request, record_id)
    asked = {str(threshold): threshold for threshold in confirming.THRESHOLDS}
    threshold = asked.get(request.POST.get("threshold", ""), confirming.SURE)
    decisions = actions.confirm_above(record=record, threshold=threshold, by=request.user)
    strokes.keep(request, record_id, decisions)
    said = ngettext("%(count)d find was confirmed.", "%(count)d finds were confirmed.", len(decisions)) % {"count": len(decisions)}
    messages.success(request, said)
    return redirect(_back(request, record))


@require_POST
def undo_stroke(request: HttpRequest, record_id: int) -> HttpResponse:
    """Takes back what the person confirmed in her last stroke, but for what somebody has decided since."""
    record = record_to_decide(request, record_id)
    count = strokes.take_back(request, record)
    said = ngettext("%(count)d decision was taken back.", "%(count)d decisions were taken back.", count) % {"count": count}
    messages.success(request, said)
    return redirect(_back(request, record))


def record_to_decide(request: HttpRequest, record_id: int) -> Record:
    """The record, if the person may decide about it: else 404 where she may not see it, 403 where she may only see it."""
    record = get_object_or_404(visible_to(request.user).select_related("place", "meeting__place", "put_in_by"), pk=record_id)
    if not may(request.user, "records.decide", record.place):
        raise PermissionDenied
    return record


def find_to_decide(request: HttpRequest, record_id: int, find_id: int) -> Find:
    """The find of a record of which the person may decide."""
    record = record_to_decide(request, record_id)
    find = get_object_or_404(finds_of(record), pk=find_id)
    find.record = record
    return find


def answer(
    request: HttpRequest, find: Find, before: Standing, *, refusal: Refused | None = None, wanted: str = "", stay: bool = False
) -> HttpResponse:
    """The find after a decision: its card for htmx, else the screen again; 409 with what was wanted where it was refused.

    before  the find as it stood on the screen: where its words changed, the text is sent anew
    stay    the screen again at this find, and not at the next one that waits
    """
    told = {"refusal": refusal, "refused": find.pk, "wanted": wanted}
    if request.htmx:
        with showing(request.user):
            return _part(request, find, before, told)
    if refusal:
        return _screen(request, find.record, status=409, **told)
    on = find.pk if stay else confirming.next_open(request, find.record, find.pk)
    return redirect(f"{_back(request, find.record)}#find-{on}")


def _screen(request: HttpRequest, record: Record, status: int = 200, **told: Any) -> HttpResponse:
    return render(request, "records/confirm.html", {**confirming.screen(request, record), **told}, status=status)


def _part(request: HttpRequest, find: Find, before: Standing, told: dict[str, Any]) -> HttpResponse:
    record, blocks = find.record, unpack(find.record.blocks)
    all_cards = remarked(record, finds_of(record), blocks)
    shown = next(each for each in all_cards if each.id == find.pk)
    moved = (shown.now.start, shown.now.end, shown.now.kind) != (before.start, before.end, before.kind)
    context = {
        "card": shown,
        "record": record,
        "may_decide": True,
        "swapped": True,
        "address": FindFilter(request.GET).address(),
        "paragraphs": confirming.text(record, all_cards, blocks) if moved else None,
        "stroke": strokes.shown(request, record, all_cards),
        **confirming.progress(all_cards),
        **told,
    }
    return render(request, "records/_decided.html", context, status=409 if told["refusal"] else 200)


def _back(request: HttpRequest, record: Record) -> str:
    """The screen as it was narrowed."""
    return reverse("records:confirm", args=[record.pk]) + FindFilter(request.GET).address()
