"""Pages on which a steward brings a file into the ledger."""

from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from giaoban.exchange.sheets.grid import grids
from giaoban.exchange.sheets.layout import Layout, from_json, heading_at
from giaoban.ledger import Status
from giaoban.model import Bound, Measure, Refused, Role
from giaoban.reference.indicators import Catalogue
from giaoban_web.accounts.queries import OFFERED, places_of
from giaoban_web.ledger import away, catalogue, importing_back, imports
from giaoban_web.ledger.importing_forms import COLUMNS, BringForm, LayoutForm
from giaoban_web.ledger.importing_kept import again
from giaoban_web.ledger.importing_layouts import kept
from giaoban_web.ledger.importing_models import Upload, UploadState
from giaoban_web.ledger.words import ROLES, STATUSES, part_told
from giaoban_web.records.uploads import LARGEST, MEBIBYTE, too_large
from giaoban_web.ui import printed
from giaoban_web.ui.lists import listing
from giaoban_web.ui.numbers import whole

SORTABLE = {"at": ("pk",), "name": ("name",), "place": ("place__path",), "state": ("state",)}
OF_SHEETS = {
    "figure-column-wrong": "sheet-cell-wrong",
    "figure-column-empty": "sheet-column-lacks",
    "import-indicator-unknown": "sheet-indicator-unknown",
}
"""What is said of a sheet instead of what is said of a file that names its columns as ours do."""
OF_SEVERAL = {
    "import-comma-for-thousands", "import-place-named-otherwise", "import-code-beside-otherwise", "import-code-beside-unknown",
    "import-too-many-to-compare",
}  # fmt: skip
"""Doubts that are told once for many rows: leaving out the one that they stand beside would not end them."""
IN_LEDGER = (UploadState.ENTERED, UploadState.TAKEN_BACK)
"""States in which nothing of a file is to be said any more."""
may_import = permission_required("ledger.import", raise_exception=True)


@require_http_methods(["GET", "HEAD", "POST"])
@may_import
def all_imports(request: HttpRequest) -> HttpResponse:
    """Files that were brought, and the form that brings another."""
    if request.method != "POST":
        return _list(request, BringForm(user=request.user, sought=request.GET.get("place_like", "")))
    if (asked := whole(request.POST.get("place"))) and not places_of(request.user, "ledger.import").filter(pk=asked).exists():
        raise PermissionDenied
    if large := too_large(request):
        return _list(request, BringForm(user=request.user), refusal=large[0][1], status=422)
    form = BringForm(request.POST, request.FILES, user=request.user)
    if not form.is_valid():
        return _list(request, form, status=422)
    told = form.cleaned_data
    file = told["file"]
    try:
        upload = imports.arrive(
            data=file.read(), name=file.name or "", place=told["place"], reported_on=told["reported_on"], by=request.user
        )
    except Refused as refused:
        return _list(request, form, refusal=refused, status=422)
    return redirect("ledger:import", upload.pk)


@require_safe
@may_import
def one_import(request: HttpRequest, upload_id: int) -> HttpResponse:
    """One file: what its columns mean, what was found in it, what came of it."""
    upload = _upload(request, upload_id)
    if request.htmx and upload.state == UploadState.WORKING and not imports.lost(upload):
        return render(request, "ledger/_import_progress.html", {"upload": upload})
    if request.htmx:
        return HttpResponse(headers={"HX-Refresh": "true"})
    return _show(request, upload)


@require_POST
@may_import
def lay_out(request: HttpRequest, upload_id: int) -> HttpResponse:
    """Says what the rows and columns of a sheet mean; whatever does not fit together stays in the form, with why."""
    upload = _upload(request, upload_id)
    sheet = request.POST.get("sheet", "")
    form = _form(upload, sheet, request.POST)
    if not form.is_valid():
        return _show(request, upload, form=form, sheet=sheet, status=422)
    try:
        imports.lay_out(upload=upload, sheet=sheet, layout=form.layout(), by=request.user)
    except Refused as refused:
        return _show(request, upload, form=form, sheet=sheet, refusal=refused, status=409)
    return redirect("ledger:import", upload.pk)


@require_POST
@may_import
def forget(request: HttpRequest, upload_id: int) -> HttpResponse:
    """Forgets what was remembered of such sheets, and guesses this one anew."""
    upload = _upload(request, upload_id)
    try:
        imports.guess_anew(upload=upload, by=request.user)
    except Refused as refused:
        return _show(request, upload, refusal=refused, status=409)
    messages.success(request, _("Forgotten: the columns below are guessed from the headings again."))
    return redirect("ledger:import", upload.pk)


@require_POST
@may_import
def enter(request: HttpRequest, upload_id: int) -> HttpResponse:
    """Enters the figures of a file; refused with a bad row or an unlikely figure, unless those are left out or confirmed."""
    upload = _upload(request, upload_id)
    try:
        imports.enter(
            upload=upload,
            without_refused=request.POST.get("without_refused") == "1",
            confirmed=request.POST.get("confirmed") == "1",
            leave=request.POST.getlist("leave"),
            by=request.user,
        )
    except Refused as refused:
        return _show(request, upload, refusal=refused, status=409)
    upload.refresh_from_db(fields=["state", "outcome"])
    if upload.state == UploadState.ENTERED:
        added = upload.outcome["added"]
        messages.success(request, ngettext("%(count)d figure entered.", "%(count)d figures entered.", added) % {"count": added})
    return redirect("ledger:import", upload.pk)


@require_POST
@may_import
def take_back(request: HttpRequest, entered_id: int) -> HttpResponse:
    """Lets no figure of a file count any more, by a steward of its place; refused without a reason."""
    upload = _upload(request, entered_id)
    try:
        count = importing_back.take_back(upload=upload, reason=request.POST.get("reason", ""), by=request.user)
    except Refused as refused:
        return _show(request, upload, refusal=refused, status=409)
    messages.success(request, ngettext("%(count)d figure taken back.", "%(count)d figures taken back.", count) % {"count": count})
    return redirect("ledger:import", upload.pk)


def _upload(request: HttpRequest, upload_id: int) -> Upload:
    return get_object_or_404(imports.uploads(request.user), pk=upload_id)


def _list(request: HttpRequest, form: BringForm, *, refusal: Refused | None = None, status: int = 200) -> HttpResponse:
    shown = listing(request, imports.uploads(request.user), sortable=SORTABLE, default="-at")
    if taken := away.asked(request):
        return away.imports(taken, shown.rows)
    sought = request.GET.get("place_like", "")
    told = {"sought": sought, "many": bool(sought) or len(form.fields["place"].choices) >= OFFERED}
    context = {"listing": shown, "form": form, "refusal": refusal, "limit": LARGEST // MEBIBYTE, **told}
    return render(request, "ledger/imports.html", context, status=status)


def _show(
    request: HttpRequest,
    upload: Upload,
    *,
    form: LayoutForm | None = None,
    sheet: str = "",
    refusal: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    stopped = imports.LOST if imports.lost(upload) else upload.refusal
    context: dict[str, Any] = {
        "upload": upload,
        "refusal": refusal or (Refused(stopped["code"], **stopped["values"]) if stopped else None),
        "working": upload.state == UploadState.WORKING and not imports.lost(upload),
        "problems": (problems := [(each["address"], _why(each, upload)) for each in upload.outcome.get("problems", ())]),
        "alike": _alike(problems),
        "doubts": [(each["address"], again(each), each["code"] not in OF_SEVERAL) for each in upload.outcome.get("doubts", ())],
        "shown": (shown := _shown(upload)),
        "understood": (understood := upload.outcome.get("rows", 0) - upload.outcome.get("refused", 0)),
        "beyond": max(0, understood - len(shown)),
        "looked_at": upload.state == UploadState.LOOKED_AT,
        "entered": upload.state == UploadState.ENTERED,
        "reason": request.POST.get("reason", ""),
    }
    if taken := away.asked(request):
        return away.problems(taken, upload, problems)
    if not upload.form and not context["working"] and upload.state not in IN_LEDGER:
        asked = sheet or request.GET.get("sheet", "") or upload.sheet
        grid = imports.grid_of(upload, asked)
        context |= {"form": form or _form(upload, asked), "sheet": asked, "sheets": [each.name for each in grids(bytes(upload.data))]}
        context["kept"] = kept(grid, upload.place)
    return render(request, "ledger/import.html", context, status=status)


def _alike(problems: list[tuple[str, Refused]]) -> list[tuple[str, Refused]]:
    """The problems, those of the same reason in one, with all their cells: a column that is not understood is told once."""
    cells: dict[str, list[str]] = {}
    reasons: dict[str, Refused] = {}
    for address, why in problems:
        said = f"{why.code} {why.values}"
        cells.setdefault(said, []).append(address)
        reasons[said] = why
    return [(", ".join(cells[said]), why) for said, why in reasons.items()]


def _shown(upload: Upload) -> list[dict[str, Any]]:
    """The first figures as they were understood, for people: names instead of keys, numbers as the language prints them."""
    known = catalogue.catalogue()
    return [each | _in_words(each, known) for each in upload.outcome.get("shown", ())]


def _in_words(fields: dict[str, Any], known: Catalogue) -> dict[str, Any]:
    indicator, measure = known.get(fields["indicator"]), fields.get("measure") or Measure.LEVEL.value
    names = {
        "kind": measure,
        "bound": fields.get("bound") or Bound.EXACT.value,
        "unit": fields.get("unit", ""),
        "base": fields.get("base", ""),
    }
    numbers = {name: Decimal(fields[name]) if fields.get(name) else None for name in ("value", "value_to")}
    said = printed.quantity if measure == Measure.LEVEL.value else printed.comparison
    return {
        "name": printed.named(indicator.name) if indicator else fields["indicator"],
        "part": part_told(fields.get("breakdown", ""), indicator),
        "figure": said(names | numbers),
        "role": str(ROLES[Role(fields.get("role") or Role.ACTUAL)]),
        "status": str(STATUSES[Status(fields.get("status") or Status.PROVISIONAL)]),
    }


def _why(problem: dict[str, Any], upload: Upload) -> Refused:
    """Why a cell cannot be entered; a sheet that was laid out has no columns of our names and no template: its own heading is told."""
    found = again(problem)
    if upload.form or found.code not in OF_SHEETS or found.values.get("column", "value") not in COLUMNS:
        return found
    if "column" not in found.values:
        return Refused(OF_SHEETS[found.code], **found.values)
    heading = heading_at(from_json(upload.layout), problem["address"])
    column = str(COLUMNS[found.values["column"]])
    return Refused(OF_SHEETS[found.code], **found.values | {"heading": heading, "column": f"{column[:1].lower()}{column[1:]}"})


def _form(upload: Upload, sheet: str, data: Any = None) -> LayoutForm:
    grid = imports.grid_of(upload, sheet)
    own = grid.name == upload.sheet
    layout: Layout = from_json(upload.layout) if own else imports.layout_of(grid, upload.place)
    return LayoutForm(data, grid=grid, layout=layout, within=upload.place, on=upload.reported_on)
