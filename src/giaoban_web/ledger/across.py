"""One indicator across places in one period: ranked, as bars, as a distribution, on a map."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from giaoban.ledger.packing import Packed, pack, unpack
from giaoban.render import charts
from giaoban_web.accounts.queries import granted_paths, under
from giaoban_web.ledger import catalogue, packed
from giaoban_web.ledger.across_restated import RestatedRanking, RestatedRow
from giaoban_web.ledger.models import Entry, Indicator, Line, ReportingPeriod, Unit
from giaoban_web.ledger.queries import standing_in
from giaoban_web.ledger.ranking import PlaceRow, Ranking
from giaoban_web.ledger.templatetags.ledger import named
from giaoban_web.places.models import Boundary, Place
from giaoban_web.ui import printed

BARS, SPREAD, OUTLINES = 25, 8, 200
Rows = Ranking | RestatedRanking


def lines_of(indicator: Indicator) -> QuerySet[Line]:
    """What is measured of an indicator, the level of the whole first."""
    return indicator.lines.order_by("-measure", "base", "breakdown").select_related("indicator")


def seen_by(user: Any, below: Place | None = None) -> Any:
    """For each id of a place whether `user` may see it (and it lies in `below`): an array of true and false."""
    places = Place.objects.filter(under(granted_paths(user, "ledger.view"), "path"))
    if below:
        places = places.below(below)
    ids = list(places.values_list("pk", flat=True).order_by())
    seen = np.zeros(max(ids, default=0) + 2, bool)
    seen[ids] = True
    return seen


def periods_of(seen: Any, line: Line) -> list[ReportingPeriod]:
    """Periods for which places that are seen (`seen_by`) have figures, the latest first, each with how many (`places`)."""
    counts = {period: int(_among(seen, at).sum()) for period, at in packed.places(line.pk).items()}
    periods = ReportingPeriod.objects.filter(pk__in=[period for period, count in counts.items() if count])
    ordered = list(periods.order_by("-end_on", "start_on"))
    for each in ordered:
        each.places = counts[each.pk]
    return ordered


def ranked(seen: Any, line: Line, period: ReportingPeriod, known_on: date | None = None) -> Ranking:
    """The actual figures of places that are seen (`seen_by`), the largest first; as it was known on that day where one is given."""
    figures = _as_known(line, period, known_on) if known_on else packed.cut(line.pk, period.pk)
    wanted = (figures.role == 0) & _among(seen, figures.at)
    units = dict(Unit.objects.values_list("pk", "name"))
    return Ranking(line, period, figures.where(wanted), units, catalogue.catalogue().get(line.indicator.key))


def drawable(rows: Rows) -> list[str]:
    """Which of `CHARTS` there is something to draw for."""
    there = {"bars": rows.ranked > 0, "map": 1 < len(_outlined(rows)) <= OUTLINES, "spread": rows.ranked >= SPREAD}
    return [name for name in CHARTS if there[name]]


def outlined(rows: Rows) -> tuple[int, int]:
    """Of how many of the ranked places the outline is known, and the most that a map can show."""
    return len(_outlined(rows)), OUTLINES


def bar_chart(line: Line, rows: Rows) -> str:
    """Bars of the first places in the order given; "" for none."""
    points = [_point(row) for row in rows[: min(BARS, rows.ranked)]]
    return charts.bars(points, _words(line, rows)) if points else ""


def spread_chart(line: Line, rows: Rows) -> str:
    """How many places have which value; "" for too few to spread."""
    return charts.distribution([float(value) for value in rows.values], _words(line, rows)) if rows.ranked >= SPREAD else ""


def map_of(line: Line, rows: Rows) -> str:
    """A map of the places whose outline is known; "" for fewer than two, or for more than one can tell apart."""
    values, known = dict(zip(rows.places, rows.values, strict=True)), _outlined(rows)
    if not 1 < len(known) <= OUTLINES:
        return ""
    outlines = Boundary.objects.filter(pk__in=known).select_related("place")
    return charts.shapes([_feature(each, float(values[each.pk])) for each in outlines], _words(line, rows))


CHARTS: dict[str, Callable[[Line, Rows], str]] = {"bars": bar_chart, "map": map_of, "spread": spread_chart}
"""What can be drawn of a ranking, in the order in which a page shows it."""


def median(rows: Rows) -> Decimal | None:
    """The value in the middle; None for no rows."""
    values = rows.values
    if not values:
        return None
    half = len(values) // 2
    return values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2


def _outlined(rows: Rows) -> list[int]:
    """Ids of the ranked places whose outline is known."""
    ranked = set(rows.places)
    return [place for place in Boundary.objects.values_list("pk", flat=True) if place in ranked]


def _as_known(line: Line, period: ReportingPeriod, known_on: date) -> Packed:
    """The figures that stood on that day, worked out from the entries: what is packed holds only today's."""
    rows = [each.entry for each in standing_in(Entry.objects.filter(line=line, period=period, role=0), known_on)]
    return unpack(pack(packed.row(entry.place_id, entry) for entry in rows))


def _among(seen: Any, at: Any) -> Any:
    """For each id of a place whether the person may see it."""
    return seen[np.minimum(at, len(seen) - 1)]


def _point(row: PlaceRow | RestatedRow) -> charts.Point:
    if row.quantity is None:
        raise ValueError("only what is ranked is drawn")
    value, as_told = row.quantity.value, row.entry and row.entry.unit.name == row.quantity.unit
    shown = printed.digits(value if as_told else printed.shortest(value)) if row.entry else printed.number(round(value, 2))
    return charts.Point(row.place.title, float(row.quantity.value), "", shown, row.quantity.bound)


def _words(line: Line, rows: Rows) -> charts.Words:
    title = _("%(indicator)s by place") % {"indicator": named(line)}
    return charts.Words(printed.unit(rows.unit), title, *printed.separators())


def _feature(boundary: Boundary, value: float) -> dict[str, Any]:
    told_of = {"value": value, "label": boundary.place.title}
    return {"type": "Feature", "geometry": boundary.geometry, "properties": told_of}
