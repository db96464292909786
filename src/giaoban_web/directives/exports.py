"""Lists and summaries of tasks in the form offices use (biểu theo dõi nhiệm vụ), as XLSX, CSV and PDF."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from django.db.models import OuterRef, QuerySet, Subquery, TextField
from django.db.models.fields.json import KT
from django.http import HttpRequest, HttpResponse
from django.utils import formats
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from giaoban.directives.counting import Count
from giaoban.model import Refused
from giaoban.render.register_paper import Cell, Paper
from giaoban.render.register_pdf import pdf_of
from giaoban.render.register_xlsx import xlsx_of
from giaoban_web.accounts.queries import granted_paths
from giaoban_web.directives.counts import Counted, OfLead, counted, total
from giaoban_web.directives.models import Directive, Event
from giaoban_web.directives.queries import listed
from giaoban_web.directives.register import DEFAULT_SORT, SORTABLE, in_order, line
from giaoban_web.directives.register_forms import RegisterFilter
from giaoban_web.directives.register_papers import list_columns, list_row, narrowed_by, summary_columns, summary_row, told
from giaoban_web.places.models import Place
from giaoban_web.ui import printed
from giaoban_web.ui.sheets import XLSX, sheet

AT_ONCE = 2000
MOST = {"csv": 200_000, "xlsx": 20_000, "pdf": 2_000}
"""Rows of a list that each form holds: beyond, it would take minutes to make and nobody could read it."""


def tasks_file(request: HttpRequest, found: QuerySet[Directive], form: RegisterFilter) -> HttpResponse:
    """The whole list as filtered and sorted. Refused when it has more rows than the form holds."""
    kind, on = request.GET["export"], form.day
    numbers = counted(found, on)
    if numbers.rows > MOST[kind]:
        raise Refused("register-too-long", rows=numbers.rows, limit=MOST[kind], form=kind.upper())
    asked = request.GET.get("sort", DEFAULT_SORT)
    ordered = in_order(found, asked if asked.removeprefix("-") in SORTABLE else DEFAULT_SORT)
    tasks = listed(with_last_word(ordered)).iterator(AT_ONCE)
    rows = (list_row(number, line(task, on), request) for number, task in enumerate(tasks, 1))
    columns = list_columns(whole=kind != "pdf")
    if kind == "csv":
        return sheet(_("tasks-%(on)s") % {"on": on.isoformat()}, "csv", [column.heading for column in columns], rows)
    cut = [row[: len(columns)] for row in rows]
    notes = [told(numbers.count), *rates(numbers.count), *beside(numbers)]
    return _paper(request, form, _("tasks-%(on)s"), Paper(office(request), _("REGISTER OF TASKS"), narrowed_by(form), notes, columns, cut))


def summary_file(request: HttpRequest, rows: Sequence[OfLead], form: RegisterFilter) -> HttpResponse:
    """How the tasks of each lead stand, with all of them on top."""
    columns, name = summary_columns(), _("tasks-by-lead-%(on)s")
    whole = total(rows, form.day)
    below = [summary_row(number, row.name or _("no lead yet"), row.count) for number, row in enumerate(rows, 1)]
    above = summary_row(None, _("All"), whole)
    if request.GET["export"] == "csv":
        headings = [f"{column.group}: {column.heading}" if column.group else column.heading for column in columns]
        return sheet(name % {"on": form.day.isoformat()}, "csv", headings, [above, *below])
    foot = _("Of what was due: done, of done and overdue. Of all: done, of all tasks. Withdrawn and merged tasks are not counted.")
    paper = Paper(office(request), _("HOW THE TASKS STAND"), narrowed_by(form), rates(whole), columns, below, above, foot)
    return _paper(request, form, name, paper)


def rates(count: Count) -> list[str]:
    """Both rates in words, each with what it is of."""
    due, every = count.of_due, count.of_all
    if due.percent is None or every.percent is None:
        return []
    return [
        _("Done: %(due)s%% of what was due (%(part)s of %(due_whole)s); %(all)s%% of all tasks (%(part)s of %(whole)s).")
        % {
            "due": printed.number(due.percent),
            "part": printed.number(due.part),
            "due_whole": printed.number(due.whole),
            "all": printed.number(every.percent),
            "whole": printed.number(every.whole),
        }
    ]


def beside(numbers: Counted) -> list[str]:
    """What has its row and is in no count, as the page says it."""
    said = _("%(number)s drafts, withdrawn or merged, which no count holds") % {"number": printed.number(numbers.uncounted)}
    return [f"{said}."] if numbers.uncounted else []


def with_last_word(found: QuerySet[Directive]) -> QuerySet[Directive]:
    """With `last_word`: what was said with the last report or progress."""
    said = Event.objects.filter(directive=OuterRef("pk"), move__in=("report", "progress")).order_by("-number")
    return found.annotate(last_word=Subquery(said.annotate(words=KT("said__text")).values("words")[:1], output_field=TextField()))


def office(request: HttpRequest) -> str:
    """The place on which the person has a role; "" where that is not one place."""
    paths = granted_paths(request.user, "directives.view")
    places = list(Place.objects.filter(path__in=paths, valid_to=None)[:2])
    return places[0].title if len(places) == 1 else ""


def _paper(request: HttpRequest, form: RegisterFilter, name: str, paper: Paper) -> HttpResponse:
    kind = request.GET["export"]
    data, media_type = FORMS[kind](paper)
    response = HttpResponse(data, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name % {"on": form.day.isoformat()}}.{kind}"'
    return response


def written(cell: Cell) -> str:
    """A cell of a printed paper in the reader's language."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return formats.date_format(cell, "SHORT_DATE_FORMAT")
    return printed.number(cell) if isinstance(cell, int | Decimal) else cell


FORMS: dict[str, Callable[[Paper], tuple[bytes, str]]] = {
    "xlsx": lambda paper: (xlsx_of(paper), XLSX),
    "csv": lambda paper: (b"", "text/csv"),
    "pdf": lambda paper: (pdf_of(paper, written, get_language() or "vi"), "application/pdf"),
}
