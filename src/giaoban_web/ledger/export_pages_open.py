"""Open data: what was released, for everybody; and the page on which a steward releases it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required, permission_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from giaoban.exchange.figures import Figure
from giaoban.exchange.formats import FORMATS
from giaoban.model import Measure, Refused
from giaoban_web.accounts.queries import places_of
from giaoban_web.ledger import away
from giaoban_web.ledger import exporting_releases as releasing
from giaoban_web.ledger import exporting_since as since
from giaoban_web.ledger.export_pages import streamed
from giaoban_web.ledger.exporting_models import Licence, Release
from giaoban_web.ledger.exporting_parts import between, every
from giaoban_web.ledger.exporting_preview import preview as previewed
from giaoban_web.ledger.indicator_fields import IndicatorField
from giaoban_web.ledger.models import Indicator
from giaoban_web.ledger.words import ROLES, STATUSES
from giaoban_web.places.models import Place
from giaoban_web.records.fields import PeriodField
from giaoban_web.ui import printed
from giaoban_web.ui.lists import Listing, listing

ROWS = 100
SORTABLE = {"at": ("pk",), "title": ("title",), "place": ("place__path",)}


class ReleaseForm(forms.Form):
    """What is released, and on what terms."""

    title = forms.CharField(label=_("Title"), max_length=200)
    place = forms.CharField(label=_("Within the place of code"), max_length=10)
    indicator = IndicatorField(label=_("Indicator"), required=False, help_text=_("Type a part of its name. Left empty, all of them."))
    period = PeriodField(label=_("Period"), required=False)
    licence = forms.ChoiceField(label=_("Licence"), choices=Licence.choices)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["indicator"].among = Indicator.objects.all()

    def clean_place(self) -> Place:
        found = Place.objects.filter(code=self.cleaned_data["place"].strip()).last()
        if found is None:
            raise forms.ValidationError(_("No place has this code."), code="place")
        return found


@login_not_required
@require_safe
def open_data(request: HttpRequest) -> HttpResponse:
    """Everything that was released."""
    shown = listing(request, releasing.released(), sortable=SORTABLE, default="-at")
    if taken := away.asked(request):
        return away.releases(taken, shown.rows)
    return render(request, "ledger/export_open.html", {"listing": _with_changed(shown)})


@login_not_required
@require_safe
def open_list(request: HttpRequest) -> JsonResponse:
    """The list of released figures as JSON, for programs."""
    released = list(releasing.released())
    told = [_told(request, each, count) for each, count in zip(released, since.counts(released), strict=True)]
    return JsonResponse({"releases": told}, json_dumps_params={"ensure_ascii": False, "indent": 1})


@login_not_required
@require_safe
def open_release(request: HttpRequest, release_id: int) -> HttpResponseBase:
    """One release with its figures; with `form` in the address they come as a file. 410 where it was taken back, with the day alone."""
    release = get_object_or_404(releasing.every_release(), pk=release_id)
    if release.taken_back_at:
        return render(request, "ledger/export_open_gone.html", {"release": release}, status=410)
    if (asked := request.GET.get("form")) in FORMATS:
        answer = streamed(every(release), str(asked))
        answer["Link"] = f'<{request.build_absolute_uri(request.path)}>; rel="describedby"'
        return answer
    page = Paginator(range(release.count), ROWS).get_page(request.GET.get("page"))
    found = since.changed_since(release)
    changed = found.changed
    context: dict[str, Any] = {"release": release, "listing": Listing(page, "", {}), "forms": list(FORMATS)}
    context |= {
        "rows": list(_rows(between(release, page.object_list), changed)),
        "count": len(changed),
        "said": found.count.said,
        "changed_shown": ROWS,
    }
    context["changed"] = list(_changed(request, release, changed[:ROWS]))
    return render(request, "ledger/export_open_one.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("ledger.keep", raise_exception=True)
def releases(request: HttpRequest) -> HttpResponse:
    """What a steward released, and the form that shows what more would be; sent with what that showed, it is released."""
    if request.method != "POST":
        return _list(request, ReleaseForm())
    form = ReleaseForm(request.POST)
    if not form.is_valid():
        return _list(request, form, status=422)
    try:
        made = releasing.release(**_asked(request, form), by=request.user, seen=request.POST.get("seen", ""))
    except Refused as refused:
        return _preview(request, form, refusal=refused, status=409)
    messages.success(request, gettext("Released: everybody can see it now."))
    return redirect("ledger:open_release", made.pk)


@require_safe
@permission_required("ledger.keep", raise_exception=True)
def preview(request: HttpRequest) -> HttpResponse:
    """What a release would let everybody see, and what stays in; nothing is released by looking."""
    form = ReleaseForm(request.GET)
    return _preview(request, form) if form.is_valid() else _list(request, form, status=422)


@require_POST
@permission_required("ledger.keep", raise_exception=True)
def take_back(request: HttpRequest, release_id: int) -> HttpResponse:
    """Hides a release from everybody, by a steward of its place; refused without a reason."""
    release = get_object_or_404(releasing.releases(request.user), pk=release_id)
    try:
        releasing.take_back(release=release, reason=request.POST.get("reason", ""), by=request.user)
    except Refused as refused:
        return _list(request, ReleaseForm(), refusal=refused, status=409)
    messages.success(request, gettext("Taken back: nobody sees it here any more."))
    return redirect("ledger:releases")


def _asked(request: HttpRequest, form: ReleaseForm) -> dict[str, Any]:
    if not places_of(request.user, "ledger.keep").filter(pk=form.cleaned_data["place"].pk).exists():
        raise PermissionDenied
    return form.cleaned_data | {"period": form.cleaned_data["period"] or ""}


def _preview(request: HttpRequest, form: ReleaseForm, *, refusal: Refused | None = None, status: int = 200) -> HttpResponse:
    asked = _asked(request, form)
    selection = releasing.selection(asked["indicator"], asked["period"])
    try:
        figures = releasing.chosen(asked["place"], selection, request.user)
    except Refused as refused:
        return _list(request, form, refusal=refused, status=422)
    shown = previewed(figures, selection, asked["place"], request.user, ROWS)
    context = {"shown": shown, "rows": _rows(shown.first, ()), "form": form, "asked": asked, "refusal": refusal, "most": ROWS}
    context["licence"] = Licence(asked["licence"]).label
    return render(request, "ledger/export_preview.html", context, status=status)


def _list(request: HttpRequest, form: ReleaseForm, *, refusal: Refused | None = None, status: int = 200) -> HttpResponse:
    shown = listing(request, releasing.releases(request.user), sortable=SORTABLE, default="-at")
    if taken := away.asked(request):
        return away.releases(taken, shown.rows)
    return render(
        request, "ledger/export_releases.html", {"listing": _with_changed(shown), "form": form, "refusal": refusal}, status=status
    )


def _with_changed(shown: Listing) -> Listing:
    """The list, each release on its page with how many of its figures stand otherwise since."""
    rows = list(shown.page)
    for each, count in zip(rows, since.counts(rows), strict=True):
        each.since = count
    return shown


def _changed(request: HttpRequest, release: Release, changed: Sequence[since.Changed]) -> Iterator[dict[str, Any]]:
    """Each changed figure as it was released; what stands now only for who may look it up, for everybody a later release that has it."""
    seen, newer = since.shown_to(request.user, changed), since.later(release, changed)
    for each in changed:
        told = {"figure": each.told, "period": printed.period(each.told.period), "amount": _amount(each.told)}
        yield told | {"shown": each.place in seen, "now": each.now, "cell": each.key, "newer": newer.get(each.key)}


def _rows(figures: Iterable[Figure], changed: Sequence[since.Changed]) -> Iterator[dict[str, Any]]:
    told = {each.told for each in changed}
    for figure in figures:
        yield {
            "changed": figure in told,
            "figure": figure,
            "period": printed.period(figure.period),
            "amount": _amount(figure),
            "status": STATUSES[figure.status],
            "role": ROLES[figure.role],
        }


def _amount(figure: Figure) -> str:
    quantity, cell = figure.quantity, figure.cell
    fields: dict[str, Any] = {"value": quantity.value, "value_to": quantity.value_to, "unit": quantity.unit, "bound": quantity.bound.value}
    fields |= {"kind": cell.measure.value, "base": cell.base}
    say = printed.quantity if cell.measure is Measure.LEVEL else printed.comparison
    return say(fields)


def _told(request: HttpRequest, release: Release, changed: since.HowMany) -> dict[str, Any]:
    address = request.build_absolute_uri(reverse("ledger:open_release", args=[release.pk]))
    return {
        "title": release.title,
        "place": release.place.code,
        "indicator": release.indicator.key if release.indicator else None,
        "period": release.period or None,
        "licence": release.licence,
        "released": release.at.isoformat(timespec="seconds"),
        "count": release.count,
        "changed_since": changed.changed,
        "changed_since_or_more": changed.more,
        "sha256": release.sha256,
        "address": address,
        "files": {form: f"{address}?form={form}" for form in FORMATS},
    }
