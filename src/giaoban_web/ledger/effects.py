"""What a change of places would do to the series that are filed under them."""

from collections import Counter
from collections.abc import Iterable, Mapping

from django.db.models import Count

from giaoban.ledger.restating import not_additive
from giaoban.model import Measure, Refused
from giaoban.reference.indicators import Aggregation
from giaoban.reference.indicators import Indicator as Known
from giaoban_web.ledger import catalogue
from giaoban_web.ledger.models import Entry, Line
from giaoban_web.ledger.templatetags.ledger import measured, named
from giaoban_web.places.effects import Effect, What
from giaoban_web.places.planning import Plan


def effects(plan: Plan) -> Iterable[Effect]:
    """One effect for each line that has figures of a place that ends."""
    ending = {place.pk for place in plan.ends}
    counted = _lines(ending)
    lines = Line.objects.select_related("indicator").in_bulk(counted)
    known = catalogue.catalogue()
    for key, figures in sorted(counted.items()):
        line = lines[key]
        row = known.get(line.indicator.key)
        additive = line.measure == Measure.LEVEL and (row is None or row.aggregation is Aggregation.SUM)
        what = _what(plan, additive)
        yield Effect(_called(line), what, figures, _why(line, what, plan, row))


def _called(line: Line) -> str:
    """The indicator with what the line tells of it, where that is no level: the growth of a sum is no sum."""
    return named(line) if line.measure == Measure.LEVEL else f"{line.indicator} ({measured(line)})"


def _lines(places: set[int]) -> Mapping[int, int]:
    """How many figures each line has of these places."""
    rows = Entry.objects.filter(place__in=places).values("line").annotate(figures=Count("number")).values_list("line", "figures")
    return dict(rows)


def _what(plan: Plan, additive: bool) -> What:
    several = Counter(link.after for link in plan.links)
    parts = any(link.part for link in plan.links)
    if not parts and all(count == 1 for count in several.values()):
        return What.GOES_ON
    if not additive:
        return What.REFUSED
    return What.SPLIT if parts else What.SUMMED


def _why(line: Line, what: What, plan: Plan, known: Known | None) -> Refused | None:
    if what is What.REFUSED:
        code = not_additive(known) if line.measure == Measure.LEVEL else "restate-compared"
        return Refused(code, indicator=_called(line))
    open_part = next((link for link in plan.links if link.part and link.share is None), None)
    if what is What.SPLIT and open_part:
        return Refused("restate-no-share", place=str(open_part.before), target=open_part.after.title, basis="–")
    return None
