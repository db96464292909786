"""The steward's catalogue: every indicator with its definition and wordings; what a steward adds, changes, retires."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from giaoban.model import Refused
from giaoban.reference import indicators
from giaoban_web.accounts.queries import may
from giaoban_web.errors import status_of
from giaoban_web.ledger import catalogue, keeping, queries
from giaoban_web.ledger.keeping_forms import OWN, RETIRED, SHIPPED, IndicatorForm, KeepingFilter, RetireForm, WordingForm
from giaoban_web.ledger.keeping_words import AGGREGATIONS, DIRECTIONS, FREQUENCIES, NATURES
from giaoban_web.ledger.models import Indicator, Wording
from giaoban_web.ledger.words import AXES, definition
from giaoban_web.ui import printed
from giaoban_web.ui.lists import listing
from giaoban_web.ui.sheets import FORMS, sheet

SORTABLE = {"name": ("by_name",), "group": ("by_group", "by_name"), "unit": ("unit__folded", "by_name"), "wordings": ("learned",)}
ORIGINS: dict[str, dict[str, Any]] = {SHIPPED: {"shipped": True}, OWN: {"shipped": False}, RETIRED: {"retired_at__isnull": False}}


@require_safe
def all_indicators(request: HttpRequest) -> HttpResponse:
    """The catalogue, for whoever signed in; as a sheet where one is asked for."""
    form = KeepingFilter(request.GET)
    shown = listing(request, queries.alphabetical(_narrowed(form)), sortable=SORTABLE, default="group", size=50)
    if request.GET.get("export") in FORMS:
        return sheet("giaoban-indicators", request.GET["export"], _header(), _rows(shown.rows))
    return render(request, "ledger/catalogue_list.html", {"form": form, "listing": shown, "may": may(request.user, "ledger.keep", None)})


@require_safe
def one(request: HttpRequest, indicator_key: str) -> HttpResponse:
    """One indicator with its definition and wordings; not found where there is none."""
    return _show(request, _row(indicator_key))


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """A new indicator, by whoever keeps a ledger anywhere; refused where its name is taken."""
    _refuse_unless_keeper(request)
    form = IndicatorForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _form(request, form, None)
    try:
        row = keeping.add_indicator(definition=form.definition(), by=request.user)
    except Refused as refused:
        return _form(request, form, None, refused)
    messages.success(request, _("The indicator was added."))
    return redirect("ledger:kept", row.key)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, own_key: str) -> HttpResponse:
    """Change what a steward added; 409 for what came with Giaoban, or where somebody changed it in between."""
    _refuse_unless_keeper(request)
    row = _row(own_key)
    if request.method != "POST":
        if row.shipped:
            raise Refused("indicator-shipped", name=row.name)
        known = indicators.indicator(row.key, row.definition)
        return _form(request, IndicatorForm(initial={**IndicatorForm.initial_of(known), "seen": keeping.mark(row)}), row)
    form = IndicatorForm(request.POST)
    if not form.is_valid():
        return _form(request, form, row)
    try:
        keeping.change_indicator(row=row, definition=form.definition(), seen=form.cleaned_data["seen"], by=request.user)
    except Refused as refused:
        return _form(request, form, row, refused)
    messages.success(request, _("The indicator was changed."))
    return redirect("ledger:kept", row.key)


@require_POST
def retire(request: HttpRequest, indicator_key: str) -> HttpResponse:
    """Stops offering an indicator, or offers it again, by whoever keeps a ledger anywhere; its figures stay."""
    _refuse_unless_keeper(request)
    row, form = _row(indicator_key), RetireForm(request.POST)
    if not form.is_valid():
        return _show(request, row, form=form, status=422)
    keeping.retire(row=row, by=request.user, **form.cleaned_data)
    messages.success(request, _("Retired.") if form.cleaned_data["retired"] else _("Offered again."))
    return redirect("ledger:kept", row.key)


@require_POST
def add_wording(request: HttpRequest, indicator_key: str) -> HttpResponse:
    """Another way to write an indicator, by whoever keeps a ledger anywhere; refused where it names an indicator already."""
    _refuse_unless_keeper(request)
    row, form = _row(indicator_key), WordingForm(request.POST)
    if not form.is_valid():
        return _show(request, row, wording=form, status=422)
    try:
        keeping.add_wording(row=row, text=form.cleaned_data["text"], by=request.user)
    except Refused as refused:
        return _show(request, row, wording=form, refusal=refused, status=status_of(refused))
    messages.success(request, _("The wording is known from now on."))
    return redirect("ledger:kept", row.key)


@require_POST
def remove_wording(request: HttpRequest, wording_id: int) -> HttpResponse:
    """Forgets a wording, by whoever keeps a ledger anywhere; what was entered by it stays."""
    _refuse_unless_keeper(request)
    wording = get_object_or_404(Wording.objects.select_related("indicator"), pk=wording_id)
    keeping.remove_wording(wording=wording, by=request.user)
    messages.success(request, _("The wording was forgotten."))
    return redirect("ledger:kept", wording.indicator.key)


def _refuse_unless_keeper(request: HttpRequest) -> None:
    if not may(request.user, "ledger.keep", None):
        raise PermissionDenied


def _row(key: str) -> Indicator:
    return get_object_or_404(Indicator, key=key)


def _narrowed(form: KeepingFilter) -> QuerySet[Indicator]:
    found = Indicator.objects.annotate(learned=Count("wordings"))
    if words := form.value("q"):
        found = found.filter(queries.called(words))
    if group := form.value("group"):
        found = found.filter(group=group)
    return found.filter(**ORIGINS.get(form.value("origin"), {}))


def _known(row: Indicator) -> indicators.Indicator | None:
    """The indicator as the core knows it; None for one that this version no longer ships."""
    if row.shipped:
        return indicators.catalogue().get(row.key)
    return indicators.indicator(row.key, row.definition)


def _show(request: HttpRequest, row: Indicator, *, status: int = 200, **more: Any) -> HttpResponse:
    known = _known(row)
    context = {
        "row": row,
        "known": known,
        "said": _said(known),
        "wordings": row.wordings.select_related("by").order_by("text"),
        "may": may(request.user, "ledger.keep", None),
        "wording": WordingForm(),
        "form": RetireForm(),
        **more,
    }
    return render(request, "ledger/catalogue_one.html", context, status=status)


def _said(known: indicators.Indicator | None) -> list[tuple[str, Any]]:
    """What the catalogue says of an indicator, name by name."""
    if known is None:
        return []
    return [
        (_("Units"), "; ".join(known.units)),
        (_("A figure says"), NATURES[known.nature]),
        (_("Better is"), DIRECTIONS[known.direction]),
        (_("Figures of places make that of the whole as"), AGGREGATIONS[known.aggregation]),
        (_("How often it is reported"), FREQUENCIES[known.frequency]),
        (_("Told in parts by"), ", ".join(str(AXES.get(each, each)) for each in known.breakdowns) or "—"),
        (_("Worked out from"), _formula_told(known)),
        (_("Definition"), definition(known) or "—"),
        (_("Source of the definition"), known.source or _("unverified")),
    ]


def _formula_told(known: indicators.Indicator) -> str:
    """ "GRDP (triệu đồng) / Dân số (người)"; a dash where it is not worked out."""
    formula, every = known.formula, catalogue.catalogue()
    if formula is None:
        return "—"
    sides = ((formula.numerator, formula.numerator_unit), (formula.denominator, formula.denominator_unit))
    told = " / ".join(f"{printed.named(every[key].name) if key in every else key} ({printed.unit(unit)})" for key, unit in sides)
    return told if formula.scale == 1 else f"{printed.number(formula.scale)} × {told}"


def _form(request: HttpRequest, form: IndicatorForm, row: Indicator | None, refusal: Refused | None = None) -> HttpResponse:
    groups = Indicator.objects.order_by("group").values_list("group", flat=True).distinct()
    status = status_of(refusal) if refusal else 422 if form.errors else 200
    return render(request, "ledger/catalogue_form.html", {"form": form, "row": row, "groups": groups, "refusal": refusal}, status=status)


def _header() -> list[str]:
    return [_("Key"), _("Indicator"), _("Group"), _("Unit"), _("Origin"), _("Retired"), _("Definition"), _("Source of the definition")]


def _rows(rows: Iterable[Indicator]) -> Iterator[list[Any]]:
    for row in rows:
        known = _known(row)
        origin = _("came with Giaoban") if row.shipped else _("added here")
        told = [definition(known), known.source] if known else ["", ""]
        yield [row.key, str(row), printed.named(row.group), printed.unit(row.unit), origin, row.retired_at, *told]
