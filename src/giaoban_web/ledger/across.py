"""One indicator across places in one period: ranked, as bars, as a distribution, on a map."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from giaoban.ledger.conversion import fits, told
from giaoban.model import Measure, Quantity
from giaoban.reference.indicators import Indicator as Known
from giaoban.render import charts
from giaoban_web.ledger import catalogue
from giaoban_web.ledger.codes import BOUNDS
from giaoban_web.ledger.models import Entry, Indicator, Line, ReportingPeriod
from giaoban_web.ledger.queries import standing_in, visible_to
from giaoban_web.ledger.rows import quantity
from giaoban_web.places.models import Boundary, Place
from giaoban_web.ui import printed

BARS, SPREAD = 25, 8


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """The figure of one place, in the indicator's own unit; `rank` is None where another unit keeps it from being compared."""

    entry: Entry
    quantity: Quantity
    rank: int | None = None

    @property
    def place(self) -> Place:
        return self.entry.place


def lines_of(indicator: Indicator) -> QuerySet[Line]:
    """What is measured of an indicator, the level of the whole first."""
    return indicator.lines.order_by("-measure", "base", "breakdown").select_related("indicator")


def periods_of(user: Any, line: Line) -> QuerySet[ReportingPeriod]:
    """Periods for which places that `user` may see have figures, the latest first, each with how many (`places`)."""
    seen = visible_to(user).filter(line=line).values("period").annotate(places=Count("place", distinct=True))
    counts = {row["period"]: row["places"] for row in seen}
    found = ReportingPeriod.objects.filter(pk__in=counts).order_by("-end_on", "start_on")
    for each in found:
        each.places = counts[each.pk]
    return found


def ranked(user: Any, line: Line, period: ReportingPeriod, *, below: Place | None = None, known_on: date | None = None) -> list[PlaceRow]:
    """The actual figures of places that `user` may see, the largest first; of `below` and what lies in it where that is given."""
    entries = visible_to(user).filter(line=line, period=period, role=0, place__withdrawn=False)
    if below:
        entries = entries.filter(place__path__startswith=below.path)
    known = catalogue.catalogue().get(line.indicator.key)
    rows = [PlaceRow(each.entry, _comparable(each.entry, known)) for each in standing_in(entries, known_on)]
    usual = _usual_unit(rows)
    first = sorted((row for row in rows if row.quantity.unit == usual), key=lambda row: -row.quantity.value)
    values = [row.quantity.value for row in first]
    ranks = [PlaceRow(row.entry, row.quantity, values.index(row.quantity.value) + 1) for row in first]
    return ranks + [row for row in rows if row.quantity.unit != usual]


def bar_chart(line: Line, rows: Sequence[PlaceRow]) -> str:
    """Bars of the first places in the order given; "" for none."""
    points = [_point(row) for row in rows if row.rank][:BARS]
    return charts.bars(points, _words(line, rows)) if points else ""


def spread_chart(line: Line, rows: Sequence[PlaceRow]) -> str:
    """How many places have which value; "" for too few to spread."""
    points = [_point(row) for row in rows if row.rank]
    return charts.distribution(points, _words(line, rows)) if len(points) >= SPREAD else ""


def map_of(line: Line, rows: Sequence[PlaceRow]) -> str:
    """A map of the places whose outline is known; "" for fewer than two."""
    by_place = {row.entry.place_id: row for row in rows if row.rank}
    outlines = Boundary.objects.filter(place__in=by_place)
    features = [_feature(each, by_place[each.place_id]) for each in outlines]
    return charts.shapes(features, _words(line, rows)) if len(features) > 1 else ""


def median(rows: Sequence[PlaceRow]) -> Decimal | None:
    """The value in the middle; None for no rows."""
    values = sorted(row.quantity.value for row in rows if row.rank)
    if not values:
        return None
    half = len(values) // 2
    return values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2


def _comparable(entry: Entry, known: Known | None) -> Quantity:
    own = quantity(entry)
    fitting = known and entry.line.measure == Measure.LEVEL and any(fits(own.unit, unit) for unit in known.units)
    return told(own, known) if known and fitting else own


def _usual_unit(rows: Sequence[PlaceRow]) -> str:
    units = [row.quantity.unit for row in rows]
    return max(sorted(set(units)), key=units.count, default="")


def _point(row: PlaceRow) -> charts.Point:
    shown = printed.number(row.quantity.value)
    return charts.Point(row.place.title, float(row.quantity.value), "", shown, BOUNDS[row.entry.bound])


def _words(line: Line, rows: Sequence[PlaceRow]) -> charts.Words:
    title = _("%(indicator)s by place") % {"indicator": line.indicator}
    return charts.Words(_usual_unit(rows), title, *printed.separators())


def _feature(boundary: Boundary, row: PlaceRow) -> dict[str, Any]:
    told_of = {"value": float(row.quantity.value), "label": row.place.title}
    return {"type": "Feature", "geometry": boundary.geometry, "properties": told_of}
