"""Pages of one indicator: across all places, and a few places side by side over time."""

from contextlib import suppress
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from giaoban.ledger.crosswalk import Basis
from giaoban.messages import say
from giaoban.model import Measure, Quantity, Refused
from giaoban_web.accounts.queries import may
from giaoban_web.ledger import across, across_restated, catalogue, comparison
from giaoban_web.ledger.forms import Across, Comparing, Restating
from giaoban_web.ledger.models import Indicator, Line, ReportingPeriod
from giaoban_web.ledger.templatetags.ledger import amount, measured, printed_quantity, status
from giaoban_web.places import queries as places
from giaoban_web.places.models import Place
from giaoban_web.ui import printed
from giaoban_web.ui.lists import ROWS, Listing
from giaoban_web.ui.sheets import FORMS, sheet


@require_safe
def indicator(request: HttpRequest, indicator_key: str) -> HttpResponse:
    """One indicator over all places in a period, ranked; as a sheet where one is asked for."""
    shown = get_object_or_404(Indicator, key=indicator_key)
    form = Across(request.GET)
    lines = list(across.lines_of(shown))
    line = _line(request, lines)
    context: dict[str, Any] = {
        "indicator": shown,
        "known": catalogue.catalogue().get(indicator_key),
        "lines": lines,
        "line": line,
        "form": form,
    }
    if line:
        try:
            context |= _ranked(request, line, form)
        except Refused as refused:
            context |= {"refusal": refused, "periods": across.periods_of(across.seen_by(request.user), line)}
    if (asked := request.GET.get("export")) in FORMS and context.get("rows"):
        return _ranking_sheet(str(asked), context)
    return render(request, "ledger/indicator.html", context)


@require_safe
def chart(request: HttpRequest, indicator_key: str, chart_name: str) -> HttpResponse:
    """One chart of the ranking that the page of this address shows, as SVG: drawn by a request of its own, for drawing takes its time.

    Nothing (204) where the address names no period or there is nothing to draw.
    """
    shown = get_object_or_404(Indicator, key=indicator_key)
    line = _line(request, list(across.lines_of(shown)))
    period = ReportingPeriod.objects.filter(text=request.GET.get("period", "")).first()
    drawn = ""
    if line and period:
        with suppress(Refused):
            drawn = across.CHARTS[chart_name](line, _rows(request, line, Across(request.GET), period))
    return HttpResponse(drawn, content_type="image/svg+xml", status=200 if drawn else 204)


@require_safe
def compare(request: HttpRequest, indicator_key: str) -> HttpResponse:
    """Up to six places side by side over time, restated where that is asked; as a sheet where one is asked for."""
    shown = get_object_or_404(Indicator, key=indicator_key)
    line = _line(request, list(across.lines_of(shown)))
    chosen = [place for code in request.GET.getlist("place")[: comparison.MOST] if (place := _place(request, code))]
    form = Comparing(request.GET)
    context: dict[str, Any] = {"indicator": shown, "line": line, "places": chosen, "titles": [each.title for each in chosen], "form": form}
    if line and chosen:
        asked_for = {"restate": bool(form.value("restate")), "basis": _basis(form), "known_on": form.value("known_on")}
        compared = comparison.compare(request.user, line, chosen, **asked_for)
        if (asked := request.GET.get("export")) in FORMS:
            return _comparison_sheet(str(asked), line, compared)
        drawn, left_out = comparison.chart(line, compared)
        context |= {"periods": compared.periods, "titles": compared.titles, "chart": _svg(drawn), "left_out": left_out}
        context |= {form: f"?{_with(request, export=form)}" for form in FORMS}
    return render(request, "ledger/compare.html", context)


def _line(request: HttpRequest, lines: list[Line]) -> Line | None:
    asked = request.GET.get("line")
    return next((line for line in lines if str(line.pk) == asked), lines[0] if lines else None)


class _Ranking(NamedTuple):
    """What an address asks for: the period, out of which periods, and the places ranked."""

    periods: list[ReportingPeriod]
    period: ReportingPeriod
    rows: across.Rows


def _ranking(request: HttpRequest, line: Line, form: Across) -> _Ranking | None:
    """None where there is no figure that the person may see."""
    seen = across.seen_by(request.user)
    periods = across.periods_of(seen, line)
    if not periods:
        return None
    asked = request.GET.get("period")
    period = next((each for each in periods if each.text == asked), periods[0])
    return _Ranking(periods, period, _rows(request, line, form, period, seen))


def _rows(request: HttpRequest, line: Line, form: Across, period: ReportingPeriod, seen: Any = None) -> across.Rows:
    """The places ranked in a period; `seen` are all that the person may see, where that is known already. Refused as restating is."""
    below = places.at(form.value("below"), period.end_on) if form.value("below") else None
    if form.value("restate") and line.measure == Measure.LEVEL:
        asked_for = {"below": below, "basis": _basis(form), "known_on": form.value("known_on")}
        return across_restated.ranked(request.user, line, period, on=timezone.localdate(), **asked_for)
    if below or seen is None:
        seen = across.seen_by(request.user, below)
    return across.ranked(seen, line, period, form.value("known_on"))


def _ranked(request: HttpRequest, line: Line, form: Across) -> dict[str, Any]:
    found = _ranking(request, line, form)
    if found is None:
        return {}
    page = Paginator(found.rows, ROWS).get_page(request.GET.get("page"))
    query = {name: value for name, value in request.GET.items() if name not in {"page", "export"}}
    drawn, most = across.outlined(found.rows)
    told = {"page": page, "listing": Listing(page, "", query), "median": _middle(found.rows), "outlined": drawn, "most": most}
    return found._asdict() | told | {"charts": _charts(line, found, query) if page.number == 1 else []}


def _middle(rows: across.Rows) -> str:
    """The value in the middle with its unit; "" for no rows."""
    value = across.median(rows)
    return "" if value is None else printed.quantity({"value": value, "unit": rows.unit}, printed.shortest)


def _charts(line: Line, found: _Ranking, query: dict[str, str]) -> list[tuple[str, str]]:
    """Headings and addresses of what is drawn above the first page of a ranking; who turns its pages has seen it."""
    titles = {
        "bars": " · ".join([measured(line), printed.period(found.period.text), *([_("restated")] if "restate" in query else [])]),
        "map": _("On the map"),
        "spread": _("How many places have which value"),
    }
    told = urlencode(query | {"line": line.pk, "period": found.period.text})
    return [(titles[name], f"{reverse('ledger:chart', args=[line.indicator.key, name])}?{told}") for name in across.drawable(found.rows)]


def _basis(form: Restating) -> Basis | None:
    return Basis(form.value("basis")) if form.value("basis") else None


def _place(request: HttpRequest, asked: str) -> Place | None:
    """The place of that code, and that day where it names one ("07093@2020-01-01"), else the last, where the person may see it."""
    code, _at, since = asked.partition("@")
    borne = places.of_code(code)
    found = next((each for each in borne if each.valid_from.isoformat() == since), None) or borne.last()
    return found if found and may(request.user, "ledger.view", found) else None


def _svg(drawn: str) -> str:
    """A chart of the core may stand in a page as it is: it holds numbers and names that were escaped when it was drawn."""
    return mark_safe(drawn)  # noqa: S308


def _with(request: HttpRequest, **changes: str) -> str:
    query = request.GET.copy()
    for name, value in changes.items():
        query[name] = value
    return query.urlencode()


def _ranking_sheet(form: str, context: dict[str, Any]) -> HttpResponse:
    header = [_("Rank"), _("Code"), _("Place"), _("Value"), _("Unit"), _("As printed"), _("Status"), _("Source"), _("Reported")]
    rows = [[row.rank, row.place.code, row.place.title, *_told(row)] for row in context["rows"]]
    name = f"giaoban-{context['indicator'].key}-{context['period'].text.replace('/', '_')}"
    return sheet(name, form, header, rows)


def _told(row: Any) -> list[Any]:
    """What the sheet of a ranking tells of one figure: as reported, restated, or why it cannot be."""
    if isinstance(row.told, Refused):
        return [None, "", say(row.told, get_language() or "vi"), "", "", None]
    value = [row.quantity.value, printed.unit(row.quantity.unit)]
    if row.entry is None:
        return [*value, printed_quantity(row.quantity), _("restated"), _named_parts(row.told), None]
    return [*value, amount(row.entry), str(status(row.entry)), row.entry.source.name, row.entry.source.reported_on]


def _named_parts(shown: Any) -> str:
    """What a restated figure was worked out from."""
    return "; ".join(f"{part.place.title}: {amount(part)}" for part, _share in shown.parts)


def _comparison_sheet(form: str, line: Line, compared: comparison.Comparison) -> HttpResponse:
    told = {(each.place.pk, each.period.pk): each.quantity for each in compared.told(line)}
    unit = comparison.usual(compared.told(line))
    header = [_("Period"), *(f"{title} ({printed.unit(unit)})" if unit else title for title in compared.titles)]
    rows = [
        [
            printed.period(period.text),
            *(_value(cell, told.get((place.pk, period.pk)), unit) for place, cell in zip(compared.places, cells, strict=True)),
        ]
        for period, cells in compared.periods
    ]
    return sheet(f"giaoban-{line.indicator.key}", form, header, rows)


def _value(cell: comparison.Cell, told: Quantity | None, unit: str) -> Any:
    """The number of a cell; words for one in another unit than the others, and for one that cannot be restated."""
    if isinstance(cell, Refused):
        return say(cell, get_language() or "vi")
    if told is None or told.unit == unit:
        return told.value if told else None
    return printed_quantity(told)
