"""Filings: the list, beginning one, approving, returning, locking and unlocking."""

from collections.abc import Sequence
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from giaoban_web.accounts.queries import may, where
from giaoban_web.ledger import filing, filings
from giaoban_web.ledger.filing_moves import STEPS, FilingState
from giaoban_web.ledger.filing_rows import last_quarter
from giaoban_web.ledger.forms_entry import BeginForm, FilingFilter
from giaoban_web.ledger.models import Filing
from giaoban_web.places.models import Place
from giaoban_web.ui.lists import listing
from giaoban_web.ui.numbers import whole
from giaoban_web.ui.sheets import FORMS, sheet

DONE: dict[str, Any] = {
    "approve": lambda: _("Approved. The figures now stand as final."),
    "return": lambda: _("Returned with your reason."),
    "lock": lambda: _("Locked."),
    "unlock": lambda: _("Unlocked: figures can be typed again."),
}


@require_safe
def all_filings(request: HttpRequest) -> HttpResponse:
    """The filings that the person may see, and what awaits her; as a sheet where one is asked for."""
    form = FilingFilter(request.GET)
    found = filings.narrowed(
        filings.visible_to(request.user), state=form.value("state"), place=form.value("place"), period=form.value("period")
    )
    shown = listing(request, found, sortable=filings.SORTABLE, default="-since")
    if request.GET.get("export") in FORMS:
        return sheet("giaoban-filings", request.GET["export"], filings.header(), filings.rows(shown.rows))
    offered = filings.places_to_file(request.user)
    context = {
        "form": form,
        "listing": shown,
        "rows": list(filings.listed(shown.page)),
        "begin": _begin(request, offered),
        "to_decide": _to_decide(request),
        "places": offered,
    }
    return render(request, "ledger/filings.html", context, status=422 if request.GET.get("begin") and context["begin"].errors else 200)


@require_safe
def begin(request: HttpRequest) -> HttpResponse:
    """Lead on to the grid of the place and period asked for."""
    form = BeginForm(request.GET, named=partial(filings.named_to_file, request.user))
    if not form.is_valid():
        return redirect(f"{reverse('ledger:filings')}?{urlencode({**request.GET.dict(), 'begin': '1'})}")
    query = urlencode({"period": form.cleaned_data["period"]})
    return redirect(f"{reverse('ledger:entry', args=[form.cleaned_data['code']])}?{query}")


@require_POST
def move(request: HttpRequest, filing_id: int, step: str) -> HttpResponse:
    """Take one step; what is refused is told on a page of its own."""
    found = get_object_or_404(filings.visible_to(request.user), pk=filing_id)
    if not may(request.user, STEPS[step].permission, found.place):
        raise PermissionDenied
    version = whole(request.POST.get("version")) or 0
    filing.move(filing=found, step=step, seen=version, by=request.user, reason=request.POST.get("reason", "")[:500])
    messages.success(request, DONE[step]())
    return redirect(f"{reverse('ledger:entry', args=[found.place.code])}?{urlencode({'period': found.period.text})}")


def _begin(request: HttpRequest, offered: Sequence[Place]) -> BeginForm:
    """What was asked for, with what is wrong; else the only place there is and the quarter that ended last."""
    if request.GET.get("begin"):
        return BeginForm(request.GET, named=partial(filings.named_to_file, request.user))
    return BeginForm(initial={"code": offered[0].code if len(offered) == 1 else "", "period": last_quarter(timezone.localdate()).text})


def _to_decide(request: HttpRequest) -> int:
    """How many submitted filings wait for the person."""
    waiting = Filing.objects.filter(where(request.user, "ledger.approve"), state=FilingState.SUBMITTED)
    return waiting.exclude(submitted_by=request.user).count()
