"""What communes make together, for the page of a place above them: beside the place's own figure, never instead of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from giaoban.ledger.rollup import Rolled
from giaoban.model import Bound, Measure, Period, Quantity
from giaoban.reference.indicators import Aggregation, Indicator
from giaoban_web.ledger import catalogue, rollups
from giaoban_web.ledger.models import Entry, Line, ReportingPeriod
from giaoban_web.ledger.portrait import Portrait
from giaoban_web.ledger.ranking import comparable
from giaoban_web.ledger.rows import quantity
from giaoban_web.places.kinds import LOWEST_LEVEL
from giaoban_web.places.models import Place

PUT_TOGETHER = (Aggregation.SUM, Aggregation.WEIGHTED_MEAN)


@dataclass(frozen=True, slots=True)
class Together:
    """One indicator of a place out of its communes, in the latest period in which one of them reported.

    own    the place's own actual figure of that period; None where it has none
    apart  its own less the sum that was put together, where all reported and both are exact; None where they agree, and elsewhere
    """

    line: Line
    period: ReportingPeriod
    rolled: Rolled
    own: Entry | None = None
    apart: Quantity | None = None


def together(place: Place, on: date, portrait: Portrait, period: Period | None = None) -> list[Together]:
    """Each indicator that adds up or has a mean, by group; nothing for a commune. Of `period`, else of the latest begun by the day `on`.

    Whoever may see the figures of `place` may see those below it: roles are granted on whole subtrees.
    """
    if place.level == LOWEST_LEVEL:
        return []
    every = _lines()
    known = catalogue.catalogue() if every else {}
    lines = [line for line in every if line.indicator.key in known and known[line.indicator.key].aggregation in PUT_TOGETHER]
    if not lines:
        return []
    spans = ReportingPeriod.objects.filter(start_on__lte=on).order_by("-end_on", "start_on")
    periods = {each.pk: each for each in (spans.filter(text=period.text) if period else spans)}
    forms = list(Place.objects.filter(path=place.path).values_list("pk", flat=True))
    own = _own(portrait.standing)
    found = rollups.latest(lines, forms, list(periods), known) if periods else ()
    return [_beside(line, periods[at], rolled, own.get((line.pk, at)), known[line.indicator.key]) for line, at, rolled in found]


def _lines() -> list[Line]:
    whole = Line.objects.filter(measure=Measure.LEVEL.value, base="", breakdown="")
    return list(whole.select_related("indicator").order_by("indicator__group", "indicator__name"))


def _own(standing: Iterable[Entry]) -> dict[tuple[int, int], Entry]:
    return {(entry.line_id, entry.period_id): entry for entry in standing if entry.role == 0}


def _beside(line: Line, period: ReportingPeriod, rolled: Rolled, own: Entry | None, known: Indicator) -> Together:
    return Together(line, period, rolled, own, _apart(line, rolled, own, known) if own else None)


def _apart(line: Line, rolled: Rolled, own: Entry, known: Indicator) -> Quantity | None:
    made, its = rolled.quantity, comparable(quantity(own), line, known)
    if made is None or rolled.reported < rolled.of or known.aggregation is not Aggregation.SUM or made.unit != its.unit:
        return None
    exact = all(each.bound is Bound.EXACT and each.value_to is None for each in (made, its))
    return Quantity(its.value - made.value, its.unit) if exact and its.value != made.value else None
