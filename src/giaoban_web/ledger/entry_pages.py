"""The entry grid: figures of one place and period typed row by row; without scripts the same as one plain form."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from giaoban.ledger.periods import canonical
from giaoban.model import Period, Refused, Role
from giaoban.reference.indicators import Indicator
from giaoban_web.accounts.queries import may
from giaoban_web.ledger import away, filing, filings
from giaoban_web.ledger.filing_doubts import doubts
from giaoban_web.ledger.filing_parts import read_key, row_key
from giaoban_web.ledger.filing_rows import ALL, FORM, PARTS, GridRow, beside, cells_of, grid, last_quarter, read_seen, shown_rows, untouched
from giaoban_web.ledger.forms_entry import RowForm
from giaoban_web.ledger.models import Filing
from giaoban_web.places import queries as places
from giaoban_web.places.models import Place
from giaoban_web.records.fields import PeriodField
from giaoban_web.ui.numbers import whole

KEPT = "X-Row"
"""Header of an answer that speaks of a row: without it (a sign-in page, say) the browser keeps what was typed."""


@require_http_methods(["GET", "HEAD", "POST"])
def entry(request: HttpRequest, code: str) -> HttpResponse:
    """The grid; sent as a form, it keeps every row, and submits where that was asked and nothing was wrong."""
    period = _period(request, code)
    place = _place(request, code, period)
    if request.method != "POST":
        return _page(request, place, period)
    if not may(request.user, "ledger.enter", place):
        raise PermissionDenied
    return _take(request, place, period)


@require_POST
def row(request: HttpRequest, code: str) -> HttpResponse:
    """Keep one row and say so beside it: 200 saved, 422 wrong, 409 somebody else's figure or a filing that is not open."""
    period = _period(request, code)
    place = _place(request, code, period)
    if not may(request.user, "ledger.enter", place):
        raise PermissionDenied
    key = request.POST.get("row", "")
    known, part = _row(place, period, key)
    now = cells_of(filings.of_place(place, period)).get(key, {})
    kept = GridRow(known, now, RowForm(request.POST, indicator=known, cells=now, form=FORM, breakdown=part), breakdown=part)
    status = _keep(request, place, period, kept)
    if kept.refusal is None and not kept.form.errors and (held := filings.of_place(place, period)):
        kept.doubts = doubts(held, [key]).get(key, [])
    context = {"row": kept, "tried": True, **_filled(place, period, request.POST.get("rows", ""))}
    answer = render(request, "ledger/entry_row.html", context, status=status)
    answer[KEPT] = key
    return answer


def _row(place: Place, period: Period, key: str) -> tuple[Indicator, str]:
    """The indicator and the part of a row; 404 for one that the grid of this place and period has not."""
    cells = cells_of(filings.of_place(place, period))
    rows = {row_key(each.id, part): (each, part) for each, part in shown_rows(place, period, cells, ALL, beside(place, period))}
    if key not in rows:
        raise Http404
    return rows[key]


def _filled(place: Place, period: Period, rows: str) -> dict[str, Any]:
    """The filing, and how many of its wholes have a figure."""
    held = filings.of_place(place, period)
    cells = cells_of(held)
    filled = sum(bool(own[Role.ACTUAL].value) for key, own in cells.items() if Role.ACTUAL in own and not read_key(key)[1])
    return {"filing": held, "filled": filled, "count": sum(not part for _each, part in shown_rows(place, period, cells, rows))}


def _keep(request: HttpRequest, place: Place, period: Period, kept: GridRow) -> int:
    """Save one row as typed; gives the status of the answer, and puts what went wrong into the row."""
    key = kept.key
    shown = request.POST.get(f"{key}-seen", "")
    if untouched(kept.form, shown):
        return 200
    if not kept.form.is_valid():
        return 422
    typed, seen = kept.form.typed(), read_seen(shown)
    try:
        named = {"indicator": kept.indicator.id, "breakdown": kept.breakdown}
        stand = filing.draft(place=place, period=period, typed=typed, seen=seen, by=request.user, **named)
    except filing.Overtaken as overtaken:
        kept.refusal, kept.theirs = overtaken, overtaken.cells
        kept.cells = cells_of(filings.of_place(place, period)).get(key, {})
        return 409
    except Refused as refused:
        kept.refusal = refused
        return 409
    kept.cells = {Role(cell.role): cell for cell in stand}
    return 200


def _take(request: HttpRequest, place: Place, period: Period) -> HttpResponse:
    held = filings.of_place(place, period)
    rows = grid(place, period, held, request.POST.get("rows", ""), request.POST)
    sent = [each for each in rows if f"{each.key}-value" in request.POST]
    worst = max([_keep(request, place, period, each) for each in sent], default=200)
    refusal = None
    try:
        filing.name_basis(place=place, period=period, basis=request.POST.get("basis", "").strip()[:255], by=request.user)
        if worst == 200 and request.POST.get("act") == "submit":
            _submit(request, place, period)
            return redirect(_address(place, period, request.POST.get("rows", "")))
    except Refused as refused:
        refusal, worst = refused, 409
    if worst == 200:
        messages.success(request, _("Saved as a draft."))
        return redirect(_address(place, period, request.POST.get("rows", "")))
    return _page(request, place, period, rows=rows, refusal=refusal, status=worst)


def _submit(request: HttpRequest, place: Place, period: Period) -> None:
    held = filings.of_place(place, period)
    if held is None:
        raise Refused("filing-empty")
    filing.move(filing=held, step="submit", seen=whole(request.POST.get("version")) or 0, by=request.user)
    messages.success(request, _("Submitted. The figures stand in the ledger as provisional until they are approved."))


def _page(
    request: HttpRequest,
    place: Place,
    period: Period,
    *,
    rows: Sequence[GridRow] | None = None,
    refusal: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    asked = request.POST.get("rows") or request.GET.get("rows") or ""
    held = filings.of_place(place, period)
    shown = grid(place, period, held, asked) if rows is None else rows
    if (taken := away.asked(request)) and rows is None:
        return away.grid(taken, place.code, period.text, shown)
    told = doubts(held) if held else {}
    for each in shown:
        each.doubts = told.get(each.key, [])
    return render(request, "ledger/entry.html", _context(request, place, period, held, shown, asked) | {"refusal": refusal}, status=status)


def _context(
    request: HttpRequest, place: Place, period: Period, held: Filing | None, rows: Sequence[GridRow], asked: str
) -> dict[str, Any]:
    wholes = [each for each in rows if not each.breakdown]
    groups = {each.indicator.group: [row for row in rows if row.indicator.group == each.indicator.group] for each in rows}
    return {
        "place": place,
        "period": period.text,
        "filing": held,
        "groups": groups,
        "rows": asked,
        "all": ALL,
        "parts": PARTS,
        "basis": request.POST.get("basis", held.basis if held else ""),
        "lived": filing.lived(place, period),
        "may_type": filings.may_type(request.user, place, period, held),
        "steps": filings.steps_for(request.user, held) if held else {},
        "moves": held.moves.select_related("by") if held else (),
        "later": filings.since_locked(held) if held else (),
        "wrong": [each for each in rows if each.refusal or (f"{each.key}-value" in each.form.data and each.form.errors)],
        "filled": sum(bool(own.value) for each in wholes if (own := each.cells.get(Role.ACTUAL))),
        "count": len(wholes),
    }


def _period(request: HttpRequest, code: str) -> Period:
    """The period asked for, else the last quarter that has ended, of a place that is no more its last one. 404 for what is no period."""
    asked = request.POST.get("period") or request.GET.get("period")
    if asked:
        try:
            return canonical(Period.parse(PeriodField().clean(asked) or ""))
        except (ValueError, ValidationError):
            raise Http404 from None
    last = places.of_code(code).last()
    return last_quarter((last and last.valid_to) or timezone.localdate())


def _place(request: HttpRequest, code: str, period: Period) -> Place:
    """The place of that code at the end of the period, else the last one there was; 404 where the person may not see it."""
    found = places.at(code, period.end_on) or places.of_code(code).last()
    if found is None or not may(request.user, "ledger.view", found):
        raise Http404
    return found


def _address(place: Place, period: Period, rows: str) -> str:
    more = f"&rows={rows}" if rows in {ALL, PARTS} else ""
    return f"{reverse('ledger:entry', args=[place.code])}?period={period.text}{more}"
