"""Records: the list, putting in, the original, exports."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from giaoban.messages import say
from giaoban.model import Refused
from giaoban_web.records import exports, intake, lists
from giaoban_web.records.models import Intake
from giaoban_web.records.queries import listed, places_to_file_under, visible_to
from giaoban_web.records.uploads import LARGEST, too_large
from giaoban_web.ui.lists import listing
from giaoban_web.ui.sheets import FORMS, sheet

MANY = 2


@require_safe
def records(request: HttpRequest) -> HttpResponse:
    return _list(request)


@require_POST
def put_in(request: HttpRequest) -> HttpResponse:
    """Take the files of a form in; each is told apart, a bad one keeps no other from being kept."""
    place = places_to_file_under(request.user).filter(pk=request.POST.get("place") or None).first()
    if place is None:
        return _list(request, [Refused("not-allowed-here", place=_("this place"))], status=403)
    refusals = [Refused("upload-too-large", limit=LARGEST // 2**20) for _name in too_large(request)]
    files = request.FILES.getlist("files")
    if not files and not refusals:
        return _list(request, [Refused("no-file")], status=422)
    outcomes = [intake.take(data=file.read(), name=file.name or "", place=place, by=request.user) for file in files]
    kept = [outcome for outcome in outcomes if outcome.record or outcome.intake]
    refused = [outcome for outcome in outcomes if outcome.refusal]
    if len(kept) == 1 and not refusals and len(outcomes) < MANY:
        return _to(request, kept[0])
    for outcome in kept:
        messages.success(request, _("%(name)s was put in.") % {"name": outcome.name})
    return _list(request, refusals, refused, status=422 if refusals or refused else 200)


@require_safe
def intake_of(request: HttpRequest, intake_id: int) -> HttpResponse:
    """How far a scan is read; leads on to its record when it is."""
    shown = get_object_or_404(Intake.objects.filter(by=request.user), pk=intake_id)
    if shown.record_id:
        address = reverse("records:confirm", args=[shown.record_id])
        return HttpResponse(headers={"HX-Redirect": address}) if request.htmx else redirect(address)
    refusal = Refused(shown.refusal["code"], **shown.refusal["values"]) if shown.refusal else None
    if intake.lost(shown):
        refusal = Refused("scan-lost")
    template = "records/_intake.html" if request.htmx else "records/intake.html"
    return render(request, template, {"intake": shown, "refusal": refusal})


@require_safe
def original(request: HttpRequest, record_id: int) -> HttpResponse:
    """The document as it came in, byte for byte: to be saved, never shown within the site."""
    record = get_object_or_404(visible_to(request.user).select_related("original"), pk=record_id)
    response = HttpResponse(bytes(record.original.data), content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=record.name)
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_safe
def export(request: HttpRequest, record_id: int, form: str) -> HttpResponse:
    """All finds of a record with what was decided, as JSON, XLSX or CSV."""
    record = get_object_or_404(visible_to(request.user).select_related("place", "put_in_by"), pk=record_id)
    name = f"giaoban-record-{record.pk}"
    if form in FORMS:
        return sheet(name, form, exports.header(), exports.rows(record))
    response = JsonResponse(exports.as_json(record), json_dumps_params={"ensure_ascii": False, "indent": 1})
    response["Content-Disposition"] = f'attachment; filename="{name}.json"'
    return response


def _to(request: HttpRequest, outcome: intake.Outcome) -> HttpResponse:
    if outcome.intake:
        return redirect("records:intake", outcome.intake.pk)
    if outcome.refusal:
        messages.info(request, say(outcome.refusal, get_language() or "vi"))
    return redirect("records:confirm", outcome.record.pk)


def _list(request: HttpRequest, refusals: list[Refused] = [], refused: list[intake.Outcome] = [], status: int = 200) -> HttpResponse:  # noqa: B006
    form = lists.RecordFilter(request.GET)
    found = lists.narrowed(listed(visible_to(request.user)), form)
    shown = listing(request, found, sortable=lists.SORTABLE, default="-put_in")
    if request.GET.get("export") in FORMS and shown.rows is not None:
        return sheet("giaoban-records", request.GET["export"], lists.header(), lists.rows(shown.rows))
    context = {
        "listing": shown,
        "form": form,
        "places": places_to_file_under(request.user),
        "chosen": request.POST.get("place", ""),
        "refusals": refusals,
        "refused": refused,
        "limit": LARGEST // 2**20,
    }
    return render(request, "records/list.html", context, status=status)
