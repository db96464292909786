"""Pages of the ledger about places: a place in figures."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from giaoban.model import Period, Refused
from giaoban_web.accounts.queries import may
from giaoban_web.ledger import actions, away
from giaoban_web.ledger.discrepancies import shown
from giaoban_web.ledger.following import Following, following
from giaoban_web.ledger.forms import AsOf
from giaoban_web.ledger.models import Entry
from giaoban_web.ledger.portrait import Portrait, Row, portrait
from giaoban_web.ledger.templatetags.ledger import amount, moved, named, printed_quantity, status, why_not
from giaoban_web.ledger.together import Together, together
from giaoban_web.places import queries as places
from giaoban_web.places.models import Place
from giaoban_web.ui import printed
from giaoban_web.ui.lists import paged
from giaoban_web.ui.sheets import FORMS, sheet

DOUBTS = 25
"""What the checks found, on one page: of a whole province there may be hundreds."""
FIGURES, BELOW, FOLLOWING = "", "below", "following"
"""Names, in an address, the tables of a page: the figures, what was put together from below, what follows from the figures."""


@require_safe
def place(request: HttpRequest, code: str) -> HttpResponse:
    """A place in figures, for whoever may see its ledger: the newest of each line, the target, what does not fit together."""
    return _show(request, code)


@require_POST
def settle(request: HttpRequest, code: str) -> HttpResponse:
    """Says of a discrepancy why it stands, by whoever decides there; refused where the figures are others by now."""
    form = AsOf(request.GET)
    about, on = _about(request, code, form)
    if not may(request.user, "ledger.decide", about):
        raise PermissionDenied
    drawn = _drawn(about, on, form)
    chosen = next((each for each in shown(drawn) if each.mark == request.POST.get("mark")), None)
    if chosen is None:
        raise Refused("discrepancy-gone")
    actions.settle(place=about, found=chosen, reason=request.POST.get("reason", ""), by=request.user)
    messages.success(request, _("Settled."))
    query = request.GET.urlencode()
    return redirect(f"{reverse('ledger:place', args=[code])}{f'?{query}' if query else ''}#doubts")


def _show(request: HttpRequest, code: str) -> HttpResponse:
    form = AsOf(request.GET)
    about, on = _about(request, code, form)
    drawn = _drawn(about, on, form)
    below = [] if form.value("known_on") else together(about, on, drawn, _period(form))
    worked_out = following(drawn)
    if asked := away.asked(request):
        return _sheets(asked, code, drawn, below, worked_out)[request.GET.get("table") or FIGURES]()
    query = request.GET.urlencode()
    context: dict[str, Any] = {
        "place": about,
        "on": on,
        "known_on": form.value("known_on"),
        "form": form,
        "portrait": drawn,
        "before": [each.before for each in places.earlier(about) if each.before.path != about.path],
        "following": worked_out,
        "together": below,
        "doubts": paged(request, shown(drawn), DOUBTS),
        "may": may(request.user, "ledger.decide", about),
        "address": f"?{query}" if query else "",
        "asked_period": form.value("period"),
        "exports": {form: f"?{_with(request, form)}" for form in FORMS},
        "exports_below": {form: f"?{_with(request, form, BELOW)}" for form in FORMS},
        "exports_following": {form: f"?{_with(request, form, FOLLOWING)}" for form in FORMS},
    }
    return render(request, "ledger/place.html", context)


def _sheets(
    form: str, code: str, drawn: Portrait, below: list[Together], worked_out: list[Following]
) -> Mapping[str, Callable[[], HttpResponse]]:
    """How each table of the page is taken away; a name that is none means the figures."""
    tables = {BELOW: partial(_sheet_below, form, code, below), FOLLOWING: partial(away.following, form, code, worked_out)}
    return defaultdict(lambda: partial(_sheet, form, code, drawn), tables)


def _with(request: HttpRequest, form: str, table: str = "") -> str:
    query = request.GET.copy()
    query["export"] = form
    if table:
        query["table"] = table
    return query.urlencode()


def _drawn(about: Place, on: date, form: AsOf) -> Portrait:
    return portrait(about, on, form.value("known_on"), _period(form))


def _period(form: AsOf) -> Period | None:
    asked = form.value("period")
    return Period.parse(asked) if asked else None


def _sheet(form: str, code: str, drawn: Portrait) -> HttpResponse:
    header = [_("Group"), _("Indicator"), _("Period"), _("Value"), _("Unit"), _("As printed"), _("Status"), _("Same period"), _("Target"),
              _("Share of the target (%)"), _("Source"), _("Reported")]  # fmt: skip
    rows = [[group, *_told(row)] for group, several in drawn.groups for row in several]
    return sheet(f"giaoban-{code}-figures", form, header, rows)


def _sheet_below(form: str, code: str, rows: Iterable[Together]) -> HttpResponse:
    header = [_("Group"), _("Indicator"), _("Period"), _("Put together"), _("Unit"), _("As printed"), _("Communes that reported"),
              _("Communes in all"), _("Its own figure")]  # fmt: skip
    return sheet(f"giaoban-{code}-below", form, header, map(_told_below, rows))


def _told_below(row: Together) -> list[Any]:
    made, rolled = row.rolled.quantity, row.rolled
    return [
        printed.named(row.line.indicator.group),
        str(row.line.indicator),
        printed.period(row.period.text),
        made.value if made else None,
        printed.unit(made.unit) if made else "",
        printed_quantity(made) if made else str(why_not(rolled)),
        rolled.reported,
        rolled.of,
        amount(row.own) if row.own else "",
    ]


def _told(row: Row) -> list[Any]:
    entry = row.newest.entry
    return [
        named(row.line),
        printed.period(entry.period.text),
        row.newest.quantity.value,
        printed.unit(row.newest.quantity.unit),
        amount(entry),
        str(status(entry)),
        moved(row.growth) if row.growth else "",
        row.target.quantity.value if row.target else None,
        round(row.attained, 1) if row.attained is not None else row.told.quantity.value if row.told else None,
        entry.source.name,
        entry.source.reported_on,
    ]


def _about(request: HttpRequest, code: str, form: AsOf) -> tuple[Place, date]:
    """The place of that code at the end of the period asked for, or on the day up to which figures are told, else the last one that has
    figures; and that day. 404 where the person may not see it."""
    on: date = form.value("on") or timezone.localdate()
    period = _period(form)
    forms = places.of_code(code).filter(valid_from__lte=on)
    with_figures = forms.filter(Exists(Entry.objects.filter(place=OuterRef("pk"))))
    found = places.at(code, min(on, period.end_on) if period else on) or with_figures.last() or forms.last()
    if found is None or not may(request.user, "ledger.view", found):
        raise Http404
    return found, on
