"""Records: the list, putting in, the original, exports."""

from collections.abc import Sequence

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from giaoban.messages import say
from giaoban.model import Refused
from giaoban_web.accounts.queries import may
from giaoban_web.places.models import Place
from giaoban_web.records import exports, intake, lists, originals
from giaoban_web.records.choosing import choice
from giaoban_web.records.intake import Outcome
from giaoban_web.records.models import Intake
from giaoban_web.records.queries import listed, places_to_file_under, visible_to
from giaoban_web.records.setting_aside import those_aside
from giaoban_web.records.uploads import LARGEST, MEBIBYTE, too_large
from giaoban_web.ui.lists import listing
from giaoban_web.ui.numbers import whole
from giaoban_web.ui.sheets import FORMS, sheet


@require_safe
def records(request: HttpRequest) -> HttpResponse:
    """The records that the person may see, with a form to put some in where she may; as a sheet where one is asked for."""
    return _list(request)


@require_POST
def put_in(request: HttpRequest) -> HttpResponse:
    """Take the files of a form in; each is told apart, a bad one keeps no other from being kept."""
    if not request.POST.get("place"):
        return _list(request, refusal=Refused("no-place-chosen"), status=422)
    place = _chosen_place(request)
    if place is None:
        return _list(request, refusal=Refused("not-allowed-here", place=_("this place")), status=403)
    outcomes = [Outcome(name, refusal=refused) for name, refused in too_large(request)]
    files = request.FILES.getlist("files")
    if not files and not outcomes:
        return _list(request, refusal=Refused("no-file"), status=422)
    told = {"place": place, "by": request.user, "anyway": "anyway" in request.POST}
    outcomes += [intake.take(data=file.read(), name=file.name or "", **told) for file in files]
    if len(outcomes) == 1 and (outcomes[0].record or outcomes[0].intake) and not outcomes[0].same_text:
        return _to(request, outcomes[0])
    return _list(request, outcomes=outcomes, status=422 if any(each.refusal for each in outcomes) else 200)


@require_safe
def intake_of(request: HttpRequest, intake_id: int) -> HttpResponse:
    """How far a scan is read; leads on to its record when it is."""
    shown = get_object_or_404(Intake.objects.filter(by=request.user), pk=intake_id)
    if shown.record_id:
        address = reverse("records:confirm", args=[shown.record_id])
        return HttpResponse(headers={"HX-Redirect": address}) if request.htmx else redirect(address)
    template = "records/_intake.html" if request.htmx else "records/intake.html"
    return render(request, template, {"intake": shown, "refusal": intake.outcome(shown)})


@require_safe
def original(request: HttpRequest, record_id: int) -> HttpResponse:
    """The bytes of a record as they came in, for whoever may see it."""
    return originals.attachment(get_object_or_404(visible_to(request.user).defer("text", "blocks"), pk=record_id))


@require_safe
def export(request: HttpRequest, record_id: int, form: str) -> HttpResponse:
    """All finds of a record with what was decided, as JSON, XLSX or CSV."""
    record = get_object_or_404(visible_to(request.user).select_related("place", "put_in_by"), pk=record_id)
    if not may(request.user, "records.export", record.place):
        raise PermissionDenied
    name = f"giaoban-record-{record.pk}"
    if form in FORMS:
        return sheet(name, form, exports.header(), exports.rows(record))
    response = JsonResponse(exports.as_json(record), json_dumps_params={"ensure_ascii": False, "indent": 1})
    response["Content-Disposition"] = f'attachment; filename="{name}.json"'
    return response


def _chosen_place(request: HttpRequest) -> Place | None:
    asked = whole(request.POST.get("place"))
    return None if asked is None else places_to_file_under(request.user).filter(pk=asked).first()


def _to(request: HttpRequest, outcome: Outcome) -> HttpResponse:
    if outcome.intake:
        return redirect("records:intake", outcome.intake.pk)
    if outcome.refusal:
        messages.info(request, say(outcome.refusal, get_language() or "vi"))
    return redirect("records:confirm", outcome.record.pk)


def _list(request: HttpRequest, *, refusal: Refused | None = None, outcomes: Sequence[Outcome] = (), status: int = 200) -> HttpResponse:
    form = lists.RecordFilter(request.GET)
    found = lists.narrowed(listed(visible_to(request.user)), form)
    shown = listing(request, found, sortable=lists.SORTABLE, default="-put_in")
    if request.GET.get("export") in FORMS:
        return sheet("giaoban-records", request.GET["export"], lists.header(), lists.rows(shown.rows))
    context = {
        "listing": shown,
        "form": form,
        "aside": those_aside(shown.page),
        **choice(request, request.POST.get("place", "")),
        "refusal": refusal,
        "outcomes": outcomes,
        "same_text": any(each.same_text for each in outcomes),
        "scans": [(each, intake.outcome(each)) for each in intake.unfinished(request.user)],
        "limit": LARGEST // MEBIBYTE,
        "largest": LARGEST,
        "too_large": Refused("upload-too-large", limit=LARGEST // MEBIBYTE),
    }
    return render(request, "records/list.html", context, status=status)
