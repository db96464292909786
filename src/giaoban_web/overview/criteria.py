"""The tasks of a place by the criterion that they serve."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from giaoban.directives.counting import Kind
from giaoban.reference.criteria.finding import of_set
from giaoban.reference.criteria.tables import Criterion, sets
from giaoban_web.directives.models import COUNTED, OPEN, Directive
from giaoban_web.directives.queries import of_kind, visible_to
from giaoban_web.directives.register import Line, lines
from giaoban_web.places.models import Place

FEW = 3
"""Tasks that are shown of each criterion: those still to be done before the others, what is due first before what is due later."""
KEY = ("criterion_set", "criterion_number")
SERVING = Q(criterion_set__in=tuple(sets())) & ~Q(criterion_set="")
"""Said twice: the sets lead into the index, and that there is one makes it usable."""


@dataclass(frozen=True, slots=True)
class Served:
    """A criterion, how many tasks serve it, and the first of them."""

    criterion: Criterion
    all: int
    open: int
    overdue: int
    first: Sequence[Line]


def by_criterion(user: Any, place: Place, on: date) -> list[Served]:
    """Of what `user` may see of the tasks filed at the place or below: the latest set first, each in the order of its act."""
    counted_ones = ~Q(~Q(state__in=COUNTED))  # said round about, so that SQLite goes by the index of criteria instead of that of states
    found = visible_to(user).filter(SERVING, counted_ones, place__path__startswith=place.path)
    counted = {tuple(row[name] for name in KEY): row for row in _counted(found, on)}
    first: dict[tuple[str, ...], list[Directive]] = {}
    for task in _first(found) if counted else ():
        first.setdefault((task.criterion_set, task.criterion_number), []).append(task)
    return [
        Served(each, row["all"], row["open"], row["overdue"], lines(first.get(each.key, ()), on))
        for one in reversed(sets().values())
        for each in of_set(one.id)
        if (row := counted.get(each.key))
    ]


def _counted(found: QuerySet[Directive], on: date) -> QuerySet[Any, dict[str, Any]]:
    wanted = {
        "all": Count("pk"),
        "open": Count("pk", filter=Q(state__in=OPEN)),
        "overdue": Count("pk", filter=of_kind(Kind.OVERDUE, on)),
    }
    return found.order_by().values(*KEY).annotate(**wanted)


def _first(found: QuerySet[Directive]) -> QuerySet[Directive]:
    order = [F("done_on").asc(nulls_first=True), F("deadline_on").asc(nulls_last=True), F("pk").asc()]
    ranked = found.annotate(rank=Window(RowNumber(), partition_by=[F(name) for name in KEY], order_by=order))
    return ranked.filter(rank__lte=FEW).select_related("lead").order_by("rank")
