"""The scoreboard of bodies or places, with what it counts and why nobody gains by arranging tasks."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from giaoban.directives.outcomes import TERM, Outcome
from giaoban.directives.scoreboard import MINIMUM
from giaoban_web.directives.models import Directive
from giaoban_web.directives.queries import visible_to
from giaoban_web.directives.register_forms import ANY
from giaoban_web.directives.scores import Named, board
from giaoban_web.records.words import TOPICS
from giaoban_web.ui.fields import DayField
from giaoban_web.ui.filters import Filter
from giaoban_web.ui.lists import Listing, paged
from giaoban_web.ui.sheets import FORMS, sheet

BODIES = 50
"""Rows of one page."""
YEAR = timedelta(days=365)


class BoardFilter(Filter):
    """Whose rows, and of which tasks: those issued since a day (the last year where none is named), of one topic or of all."""

    by = forms.ChoiceField(label=gettext_lazy("Compare"), choices=[("lead", gettext_lazy("bodies")), ("place", gettext_lazy("places"))])
    since = DayField(label=gettext_lazy("Issued since"))
    topic = forms.ChoiceField(label=gettext_lazy("Topic"), choices=[ANY, *((topic.value, word) for topic, word in TOPICS.items())])


@require_safe
def scoreboard(request: HttpRequest) -> HttpResponse:
    """How leads or places do what they were given, of the tasks that the person may see; as a sheet where one is asked for."""
    form, on = BoardFilter(request.GET), timezone.localdate()
    whose = form.cleaned_data.get("by") or "lead"
    found = visible_to(request.user)
    since = form.cleaned_data.get("since") or _last_year(found, on)
    found = found.filter(issued_on__gte=since)
    if topic := form.cleaned_data.get("topic"):
        found = found.filter(topic=topic)
    rows, whole = board(found, on, whose)
    if request.GET.get("export") in FORMS:
        return sheet(_("scoreboard-%(on)s") % {"on": on.isoformat()}, request.GET["export"], _header(whose), _rows(rows))
    listing = paged(request, rows, BODIES)
    context = {
        "form": form,
        "on": on,
        "since": since,
        "whose": whose,
        "rows": [(named, _address(named, whose, since, topic)) for named in listing.page],
        "whole": whole,
        "term": TERM,
        "minimum": MINIMUM,
        "ranked": any(named.row.rank for named in rows),
        "listing": listing,
    }
    return render(request, "directives/scoreboard.html", context)


def _last_year(found: QuerySet[Directive], on: date) -> date:
    """The day a year before today, or before the last issue where nothing was issued since."""
    last = found.aggregate(last=Max("issued_on"))["last"]
    return (last if last and last < on - YEAR else on) - YEAR


def _address(named: Named, whose: str, since: date, topic: str | None) -> str:
    """The query of the register with the tasks of a row."""
    key = "body" if whose == "lead" else "at"
    return Listing(None, "", {}).address(**{key: named.row.whose}, since=since.isoformat(), topic=topic or "")  # type: ignore[arg-type]


def _header(whose: str) -> Sequence[str]:
    return [
        _("Rank"), _("Body") if whose == "lead" else _("Place"), _("Shares due"), _("On time"), _("Late"), _("Overdue"), _("Waiting"),
        _("In time"), _("On time of what was due"), _("On time of all"), _("By first deadlines"),
        *(f"{_('Beside, not to be added')}: {each}" for each in (_("Without deadline"), _("Extended"), _("Withdrawn"))),
    ]  # fmt: skip


def _rows(rows: Iterable[Named]) -> Iterator[list[Any]]:
    counted = (Outcome.ON_TIME, Outcome.LATE, Outcome.OVERDUE, Outcome.WAITING, Outcome.IN_TIME)
    for named in rows:
        row = named.row
        rates = (row.of_due.percent, row.of_all.percent, row.by_first.percent)
        outcomes = (row.outcomes.get(each, 0) for each in counted)
        yield [row.rank, str(named.of), row.due, *outcomes, *rates, row.undated, row.extended, row.withdrawn]
