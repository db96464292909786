"""Views of a find as a form: correct what was read, add what was missed."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from giaoban.model import Refused
from giaoban_web.errors import Conflict
from giaoban_web.records import actions
from giaoban_web.records.alike import alike
from giaoban_web.records.cards import card
from giaoban_web.records.confirming import FindFilter
from giaoban_web.records.dating import is_redated
from giaoban_web.records.desk import answer, find_to_decide, record_to_decide
from giaoban_web.records.forms import FORMS, FindForm
from giaoban_web.records.models import Find, Kind, Record, Verdict
from giaoban_web.records.queries import finds_of
from giaoban_web.records.recheck import doubts
from giaoban_web.records.spans import around
from giaoban_web.records.standing import standing
from giaoban_web.records.suggesting import suggested
from giaoban_web.ui.numbers import whole

DEFAULTS: dict[str, dict[str, Any]] = {
    Kind.OBSERVATION: {"bound": "exact", "measure": "level", "role": "actual"},
    Kind.STRENGTH: {"polarity": "strength", "topic": "other"},
    Kind.SHORTCOMING: {"polarity": "shortcoming", "topic": "other"},
    Kind.DIRECTIVE: {"force": "order", "topic": "other"},
    Kind.MEETING: {},
}


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, record_id: int, find_id: int) -> HttpResponse:
    """A find as a form; saved as a correction unless somebody decided in between or something is doubtful."""
    find = find_to_decide(request, record_id, find_id)
    now, record = standing(find), find.record
    form_class = FORMS[now.kind]
    if request.method != "POST":
        initial = {**form_class.initial_of(now.fields), **_words(record, now.start, now.end), "seen": now.number}
        return _form(request, record, form_class(record=record, key=find.pk, initial=initial), find=find)
    form = form_class(request.POST, record=record, key=find.pk)
    if not form.is_valid():
        return _form(request, record, form, find=find, status=422)
    change = form.change()
    if found := _doubts(request, record, change, find):
        return _form(request, record, form, find=find, doubts=found, status=422)
    try:
        actions.decide(find=find, verdict=Verdict.CORRECTED, seen=form.cleaned_data["seen"] or 0, by=request.user, change=change)
    except Conflict as conflict:
        return _form(request, record, _seen_again(form, find), find=find, refusal=conflict, status=409)
    return answer(request, find, now, stay=_leads_on(record, find))


def _leads_on(record: Record, find: Find) -> bool:
    """Whether what was corrected may be put right elsewhere, too."""
    fresh = finds_of(record).get(pk=find.pk)
    return is_redated(fresh) or bool(alike(record, finds_of(record)).get(find.pk))


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, record_id: int, kind: str) -> HttpResponse:
    """A find that was missed: words of the text, and what they say."""
    record = record_to_decide(request, record_id)
    if kind not in FORMS:
        raise Http404
    if request.method != "POST":
        words = _words(record, whole(request.GET.get("start")), whole(request.GET.get("end")))
        said = suggested(record, kind, words["start"], words["end"]) if words else {}
        initial = {**DEFAULTS[kind], **said, **words}
        return _form(request, record, FORMS[kind](record=record, initial=initial), kind=kind)
    form = FORMS[kind](request.POST, record=record)
    if not form.is_valid():
        return _form(request, record, form, kind=kind, status=422)
    change = form.change()
    if found := _doubts(request, record, change):
        return _form(request, record, form, kind=kind, doubts=found, status=422)
    find = actions.add(record=record, change=change, by=request.user)
    messages.success(request, _("The find was added."))
    return redirect(f"{reverse('records:confirm', args=[record_id])}#find-{find.pk}")


def _words(record: Record, start: int | None, end: int | None) -> dict[str, Any]:
    """The words between two code points, without the space around them; nothing where there are none."""
    if start is None or end is None or not (kept := record.text[start:end].strip()):
        return {}
    start = record.text.index(kept, start)
    return {"quote": kept, "start": start, "end": start + len(kept)}


def _doubts(request: HttpRequest, record: Record, change: actions.Change, find: Find | None = None) -> list[Refused]:
    """What is doubtful, unless the person has seen it and saves all the same."""
    return [] if request.POST.get("anyway") else doubts(record, change, find)


def _seen_again(form: FindForm, find: Find) -> FindForm:
    """The same input, but with the other's decision seen: sent again, it decides after that one."""
    data = form.data.copy()
    data["seen"] = str(standing(finds_of(find.record).get(pk=find.pk)).number)
    again = form.__class__(data, record=find.record, key=find.pk)
    again.is_valid()
    return again


def _context(record: Record, form: FindForm) -> tuple[str, str, str]:
    """The paragraph of the words before they were changed: what stands before them, they themselves, what comes after."""
    start, end = (whole(str(form[name].value())) for name in ("start", "end"))
    if start is None or end is None or not start < end <= len(record.text):
        return "", "", ""
    first, last = around(record.text, record.blocks, start, end)
    return record.text[first:start], record.text[start:end], record.text[end:last]


def _form(
    request: HttpRequest, record: Record, form: FindForm, *, find: Find | None = None, status: int = 200, **more: Any
) -> HttpResponse:
    fresh = finds_of(record).get(pk=find.pk) if find else None
    context = {
        "form": form,
        "record": record,
        "find": fresh,
        "called": Kind(standing(fresh).kind if fresh else more["kind"]).label,
        "card": card(record, fresh) if fresh else None,
        "address": FindFilter(request.GET).address(),
        "context": _context(record, form),
        **more,
    }
    template = "records/_form.html" if request.htmx else "records/edit.html"
    return render(request, template, context, status=status)
