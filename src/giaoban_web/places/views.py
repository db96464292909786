"""What happened to places, and the editor in which a steward declares it, sees what it does, applies and undoes it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from giaoban.model import Refused
from giaoban_web.accounts.queries import may
from giaoban_web.errors import status_of
from giaoban_web.places import actions, handing_on, queries
from giaoban_web.places.beside import beside
from giaoban_web.places.effects import effects_of
from giaoban_web.places.forms import DECLARABLE, FORMS, ChangeFilter, DeclareForm, UndoForm
from giaoban_web.places.models import Event
from giaoban_web.places.planning import plan
from giaoban_web.places.sheets import changes_sheet
from giaoban_web.ui.lists import listing
from giaoban_web.ui.sheets import FORMS as SHEETS

SORTABLE = {"on": ("on",), "kind": ("kind",), "act": ("act",), "places": ("places",)}
stewards = permission_required(actions.CHANGE, raise_exception=True)


@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    """Everything that happened to places, the latest first."""
    form = ChangeFilter(request.GET)
    rows = form.narrow(Event.objects.all()).annotate(places=Count("changes"))
    listed = listing(request, rows, sortable=SORTABLE, default="-on")
    if (sheet := request.GET.get("export")) in SHEETS:
        return changes_sheet("giaoban-changes", sheet, listed.rows)
    sides = queries.sides(list(listed.page))
    context = {"listing": listed, "form": form, "rows": [(event, *sides[event.pk]) for event in listed.page]}
    return render(request, "places/changes.html", context | {"may_declare": may(request.user, actions.CHANGE, None)})


@require_safe
def change(request: HttpRequest, event_id: int) -> HttpResponse:
    """One change: its act, which place became which, and whether it was undone."""
    event = get_object_or_404(Event.objects.select_related("by", "undoes"), pk=event_id)
    return _change(request, event, UndoForm())


@stewards
@require_safe
def declare_which(request: HttpRequest) -> HttpResponse:
    """Which kind of change is to be declared."""
    query = request.GET.urlencode()
    return render(request, "places/declare_which.html", {"kinds": DECLARABLE, "query": f"?{query}" if query else ""})


@stewards
@require_http_methods(["GET", "HEAD", "POST"])
def declare(request: HttpRequest, change_kind: str) -> HttpResponse:
    """The form of one kind of change; filled in it shows what the change would do, sent back with that it happens."""
    if change_kind not in FORMS:
        raise Http404
    data = request.POST if request.method == "POST" else request.GET
    asked = "on" in data
    form = FORMS[change_kind](data if asked else None, initial=data.dict())
    if not asked or not form.is_valid():
        return _form(request, form, status=422 if request.method == "POST" else 200)
    try:
        wanted = plan(form.declared())
        if request.method == "POST":
            event = actions.declare(form.declared(), seen=data.get("seen", ""), by=request.user)
            messages.success(request, _("The change was applied."))
            return redirect("places:change", event.pk)
    except Refused as refusal:
        return _form(request, form, refusal=refusal, status=status_of(refusal) if request.method == "POST" else 200)
    return _form(request, form, plan=wanted, effects=effects_of(wanted))


@require_POST
def undo(request: HttpRequest, event_id: int) -> HttpResponse:
    """Undoes a declared change, by a steward of all its places; refused once other changes build on it."""
    event = get_object_or_404(Event, pk=event_id)
    form = UndoForm(request.POST)
    if not form.is_valid():
        return _change(request, event, form, status=422)
    try:
        undone = actions.undo(event, reason=form.cleaned_data["reason"], by=request.user)
    except Refused as refusal:
        return _change(request, event, form, refusal=refusal, status=status_of(refusal))
    messages.success(request, _("The change was undone."))
    return redirect("places:change", undone.pk)


@permission_required(handing_on.MANAGE, raise_exception=True)
@require_POST
def hand_on(request: HttpRequest, merger_id: int) -> HttpResponse:
    """Grants anew, on what stands there now, the ticked roles that a change left behind; by an administrator of it."""
    event = get_object_or_404(Event, pk=merger_id)
    count = handing_on.hand_on(event, request.POST.getlist("role"), on=localdate(), by=request.user)
    if count:
        said = ngettext("%(count)s role was given on the new place.", "%(count)s roles were given on the new place.", count)
        messages.success(request, said % {"count": count})
    else:
        messages.warning(request, _("No role was given: tick those that go on."))
    return redirect("places:change", event.pk)


def _form(request: HttpRequest, form: DeclareForm, status: int = 200, **context: Any) -> HttpResponse:
    return render(request, "places/declare.html", {"form": form, "kind": form.kind, **context}, status=status)


def _change(request: HttpRequest, event: Event, form: UndoForm, status: int = 200, **context: Any) -> HttpResponse:
    ends = queries.ends(event.undoes or event)
    undone = Event.objects.filter(undoes=event).select_related("by").first()
    may_undo = event.by_id and not event.undoes_id and not undone and all(may(request.user, actions.CHANGE, each.before) for each in ends)
    context |= {
        "event": event,
        "ends": ends,
        "undone": undone,
        "form": form,
        "may_undo": may_undo,
        "beside": beside(request, event),
        **_left_behind(request, event, undone),
    }
    return render(request, "places/change.html", context, status=status)


def _left_behind(request: HttpRequest, event: Event, undone: Any) -> dict[str, Any]:
    """The roles that the change left behind: those that the reader may hand on, and of all others whom a steward may ask."""
    if undone or event.undoes_id or not may(request.user, actions.CHANGE, None):
        return {}
    lefts = handing_on.left_behind(event, localdate())
    yours = handing_on.yours(lefts, request.user)
    others = [left for left in lefts if left not in yours and may(request.user, actions.CHANGE, left.after)]
    return {"to_hand_on": yours, "not_yours": others, "ask": handing_on.who_may(others) if others else []}
