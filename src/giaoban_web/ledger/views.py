"""Pages of the ledger: the catalogue, the figures that wait for their indicator, one cell with everything behind it."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from giaoban.ledger.conversion import unit_for
from giaoban.ledger.matching import Matcher
from giaoban.messages import say
from giaoban.model import Measure
from giaoban.reference.indicators import Indicator as Known
from giaoban_web.accounts.queries import may
from giaoban_web.ledger import actions, away, posting, queries
from giaoban_web.ledger.catalogue import catalogue as all_known
from giaoban_web.ledger.entered import entries_in
from giaoban_web.ledger.filing_parts import row_key
from giaoban_web.ledger.forms import CatalogueFilter, ChoiceForm, PickForm
from giaoban_web.ledger.indicator_fields import said
from giaoban_web.ledger.models import Choice, Indicator, Line, Posting, PostingState, ReportingPeriod
from giaoban_web.ledger.words import refused
from giaoban_web.places.models import Place
from giaoban_web.ui.lists import listing

FEW = 5
CATALOGUE_SORTABLE = {"name": ("by_name",), "group": ("by_group", "by_name"), "unit": ("unit__folded", "by_name")}
WAITING_SORTABLE = {"record": ("find__record", "find__start"), "place": ("place__path",), "at": ("at",)}


@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    """The indicators by words and group, for whoever signed in; as a sheet where one is asked for."""
    form = CatalogueFilter(request.GET)
    rows = queries.indicators()
    if words := form.value("q"):
        rows = rows.filter(queries.called(words))
    if group := form.value("group"):
        rows = rows.filter(group=group)
    shown = listing(request, queries.alphabetical(rows), sortable=CATALOGUE_SORTABLE, default="group", size=100)
    if taken := away.asked(request):
        return away.catalogue(taken, shown.rows)
    return render(request, "ledger/catalogue.html", {"form": form, "listing": shown, "waiting": _waiting(request).count()})


@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """The figures that wait for their indicator, of the places that the person may see, with likely ones to choose."""
    return _list_waiting(request)


@require_POST
def pick(request: HttpRequest, posting_id: int) -> HttpResponse:
    """Chooses the indicator of a figure that waits, by whoever decides there; those of like wording go along. Or leaves it out."""
    chosen = get_object_or_404(_waiting(request), pk=posting_id)
    _refuse_unless(request, chosen.find.record.place)
    if "leave" in request.POST:
        actions.leave_out(posting=chosen, by=request.user)
        left = _("“%(name)s” is left out of the ledger. To have it wait again, undo its confirmation in the record and confirm it anew.")
        messages.success(request, left % {"name": chosen.decision.fields["indicator"]})
        return redirect("ledger:waiting")
    form = PickForm({"indicator": request.POST.get("indicator", "").strip() or request.POST.get("likely")})
    if not form.is_valid():
        return _list_waiting(request, wrong=chosen.pk, form=form, status=422)
    entered = actions.pick(posting=chosen, indicator=form.cleaned_data["indicator"], by=request.user)
    done = sum(each.state == PostingState.POSTED for each in entered)
    told = {"count": done, "name": said(form.cleaned_data["indicator"])}
    messages.success(request, ngettext("%(count)d figure entered as “%(name)s”.", "%(count)d figures entered as “%(name)s”.", done) % told)
    for each in entered:
        if each.state != PostingState.POSTED:
            messages.warning(request, f"{each.decision.fields['indicator']}: {say(refused(each.why), get_language() or 'vi')}")
    return redirect("ledger:waiting")


@require_safe
def cell(request: HttpRequest, place_id: int, line_id: int, period_id: int) -> HttpResponse:
    """Everything behind one cell: its entries, which of them stands and why; not found where the person may not see its place."""
    return _show_cell(request, place_id, line_id, period_id)


@require_POST
def choose(request: HttpRequest, place_id: int, line_id: int, period_id: int) -> HttpResponse:
    """Has another entry of a cell stand, with a reason, by whoever decides there."""
    place = get_object_or_404(Place, pk=place_id)
    if not may(request.user, "ledger.view", place):
        raise Http404
    _refuse_unless(request, place)
    form = ChoiceForm(request.POST)
    if not form.is_valid():
        return _show_cell(request, place_id, line_id, period_id, form=form, status=422)
    actions.choose(place=place, line=line_id, period=period_id, by=request.user, **form.cleaned_data)
    messages.success(request, _("Your choice stands."))
    return redirect("ledger:cell", place_id, line_id, period_id)


def _refuse_unless(request: HttpRequest, place: Place) -> None:
    if not may(request.user, "ledger.decide", place):
        raise PermissionDenied


def _waiting(request: HttpRequest) -> Any:
    return queries.postings_for(request.user).filter(state=PostingState.WAITING)


def _list_waiting(request: HttpRequest, *, wrong: int = 0, form: PickForm | None = None, status: int = 200) -> HttpResponse:
    shown = listing(request, _waiting(request), sortable=WAITING_SORTABLE, default="record")
    if taken := away.asked(request):
        return away.waiting(taken, shown.rows)
    indicators, matcher = list(queries.indicators()), posting.matcher_now()
    rows = [_offered(request, each, indicators, matcher) for each in shown.page]
    context = {"listing": shown, "rows": rows, "wrong": wrong, "form": form}
    return render(request, "ledger/waiting.html", context, status=status)


def _offered(request: HttpRequest, each: Posting, indicators: Sequence[Indicator], matcher: Matcher) -> dict[str, Any]:
    """A waiting figure with the likeliest indicators of its unit first, none where its sentence speaks against them; `picks` is False where
    no choice of one would help it.
    """
    ranked = [] if each.why["code"] == posting.OF_OTHERS else posting.ranked(each.decision.fields, matcher)
    fields, known = each.decision.fields, all_known()
    likely = [match for match in ranked if "other-unit" not in match.reasons and _moves(fields, known[match.indicator])][:FEW]
    names = {row.key: row for row in indicators}
    return {
        "posting": each,
        "fields": posting.said(each),
        "likely": [names[match.indicator] for match in likely if match.indicator in names],
        "may": may(request.user, "ledger.decide", each.find.record.place),
        "why": refused(each.why),
        "picks": each.why["code"] != "figure-without-period",
    }


def _moves(fields: dict[str, Any], indicator: Known) -> bool:
    """Whether a figure may be of the indicator; a change in another unit than percent only where that is told in it."""
    unit = fields.get("unit") or ""
    return fields.get("measure") != Measure.CHANGE or unit == "%" or unit_for(unit, indicator) is not None


def _typed_in(line: Line) -> str:
    """The row of the grid in which another figure of the line is typed; "" where none is, for changes and shares told."""
    return row_key(line.indicator.key, line.breakdown) if line.measure == Measure.LEVEL else ""


def _show_cell(
    request: HttpRequest, place_id: int, line_id: int, period_id: int, *, form: ChoiceForm | None = None, status: int = 200
) -> HttpResponse:
    place = get_object_or_404(Place, pk=place_id)
    if not may(request.user, "ledger.view", place):
        raise Http404
    entries = entries_in(queries.entries_of(place, line_id, period_id))
    if not entries:
        raise Http404
    key = {"place": place, "line": line_id, "period": period_id}
    withdrawn = {each.number for each in entries if each.gone}
    if taken := away.asked(request):
        return away.cell(taken, entries)
    line = get_object_or_404(Line.objects.select_related("indicator"), pk=line_id)
    choices = Choice.objects.filter(**key).select_related("by").order_by("-pk")
    several = len(entries) - len(withdrawn) > 1 or bool(choices)
    context = {
        "place": place,
        "line": line,
        "period": get_object_or_404(ReportingPeriod, pk=period_id),
        "standing": queries.standing_in(queries.entries_of(place, line_id, period_id)),
        "entries": entries,
        "withdrawn": withdrawn,
        "choices": choices,
        "form": form or ChoiceForm(),
        "may": (several or form is not None) and may(request.user, "ledger.decide", place),
        "typed_in": _typed_in(line) if may(request.user, "ledger.enter", place) else "",
    }
    return render(request, "ledger/cell.html", context, status=status)
