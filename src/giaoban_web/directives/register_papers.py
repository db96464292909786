"""What stands in the columns of a list or summary of tasks, and above them."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.utils import formats
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from giaoban.directives.counting import LEFT, Count, Kind
from giaoban.directives.states import State
from giaoban.render.register_paper import Cell, Column
from giaoban_web.criteria.words import said_whole
from giaoban_web.directives.models import Directive
from giaoban_web.directives.register import Line
from giaoban_web.directives.register_days import as_of
from giaoban_web.directives.register_forms import HIDDEN, RegisterFilter
from giaoban_web.directives.words import KINDS, STATES
from giaoban_web.places.models import Place
from giaoban_web.ui import printed


def list_columns(*, whole: bool) -> list[Column]:
    """The columns of a list of tasks; with `whole` also those that do not fit on paper."""
    columns = [
        Column(_("No."), 3, number=True),
        Column(_("Task"), 28),
        Column(_("Lead"), 12),
        Column(_("Supporting"), 11),
        Column(_("Given on"), 9),
        Column(_("Deadline"), 9),
        Column(_("Extended"), 9),
        Column(_("Result"), 14, letters=240),
        Column(_("State"), 10),
        Column(_("Source"), 14, letters=50),
    ]
    return (
        columns
        + [
            Column(_("Place"), 14, printed=False),
            Column(_("Criterion"), 24, printed=False),
            Column(_("Number of the task"), 8, number=True, printed=False),
            Column(_("Address"), 30, printed=False),
        ]
        * whole
    )


def list_row(number: int, row: Line, request: HttpRequest) -> list[Cell]:
    """What stands in the columns of a list for one task."""
    task = row.task
    return [
        number,
        capfirst(str(task)),
        task.lead.name if task.lead else None,
        "; ".join(each.name for each in task.supporting.all()),
        task.given_on,
        task.deadline_on or task.deadline or None,
        _extended(task),
        _result(task),
        state_of(row),
        source_of(task),
        str(task.place),
        criterion_of(task),
        task.pk,
        request.build_absolute_uri(task.get_absolute_url()),
    ]


def state_of(row: Line) -> str:
    """Its state, and how it is counted where that says more."""
    state, kind = str(STATES[State(row.task.state)]), row.kind
    if kind is Kind.OVERDUE:
        return _("%(state)s; overdue %(days)s days") % {"state": state, "days": printed.number(row.overdue)}
    if kind is Kind.WAITING:
        return str(KINDS[kind])
    return f"{state}; {KINDS[kind]}" if kind else state


def criterion_of(task: Directive) -> str:
    """The criterion it serves: of a set, or as the office worded it."""
    return "; ".join(filter(None, (said_whole(task.serves) if task.serves else "", task.criterion)))


def source_of(task: Directive) -> str:
    """The day and name of the meeting it was given in, else who gave it."""
    if task.meeting:
        held = formats.date_format(task.meeting.held_on, "SHORT_DATE_FORMAT") if task.meeting.held_on else ""
        return ": ".join(filter(None, (held, task.meeting.title)))
    return task.issuer


def _extended(task: Directive) -> str:
    if not task.extended:
        return ""
    first = formats.date_format(task.first_deadline_on, "SHORT_DATE_FORMAT") if task.first_deadline_on else "—"
    said = ngettext("%(times)s time; first %(day)s", "%(times)s times; first %(day)s", task.extended)
    return said % {"times": task.extended, "day": first}


def _result(task: Any) -> str:
    """When it was done or how far it is, and the last word about it."""
    if task.done_on:
        begun = _("Done %(day)s") % {"day": formats.date_format(task.done_on, "SHORT_DATE_FORMAT")}
    else:
        begun = f"{task.so_far}%" if task.so_far is not None else ""
    return ": ".join(filter(None, (begun, task.last_word or "")))


def summary_columns() -> list[Column]:
    """The columns of a summary by lead, with the heads that stand over several."""
    done, left = _("Done"), _("Not done")
    return [
        Column(_("No."), 4, number=True),
        Column(_("Lead"), 30),
        Column(_("All tasks"), 8, number=True),
        Column(_("Together"), 8, done, number=True),
        Column(_("On time"), 8, done, number=True),
        Column(_("Late"), 8, done, number=True),
        Column(_("Together"), 8, left, number=True),
        Column(_("In time"), 8, left, number=True),
        Column(_("Waiting"), 8, left, number=True),
        Column(_("Overdue"), 8, left, number=True),
        Column(_("No deadline"), 8, left, number=True),
        Column(_("Were due"), 8, number=True),
        Column(_("Rate of what was due"), 10, number=True),
        Column(_("Rate of all tasks"), 10, number=True),
    ]


def summary_row(number: int | None, name: str, count: Count) -> list[Cell]:
    """What stands in the columns of a summary for one lead; without a number for all together."""
    done = (count.done, count.of(Kind.ON_TIME), count.of(Kind.LATE))
    left = (count.left, *(count.of(kind) for kind in LEFT))
    return [number, name, count.all, *done, *left, count.of_due.whole, count.of_due.percent, count.of_all.percent]


def told(count: Count) -> str:
    """The count as one sentence: all = done (on time, late) + not done (in time, waiting to be accepted, overdue, without deadline)."""
    said = {"all": count.all, "done": count.done, "left": count.left} | {kind.value: count.of(kind) for kind in Kind}
    return _(
        "%(all)s tasks = %(done)s done (%(on_time)s on time, %(late)s late) + %(left)s not done "
        "(%(in_time)s in time, %(waiting)s waiting to be accepted, %(overdue)s overdue, %(undated)s without deadline)."
    ) % {name: printed.number(value) for name, value in said.items()}


def narrowed_by(form: RegisterFilter) -> Sequence[str]:
    """What the list was narrowed by, and the day, in words."""
    day = as_of(form.day)
    said = [f"{_called(form, name)}: {_shown(form, name, value)}" for name, value in form.wanted.items() if name not in HIDDEN]
    return [day, "; ".join(said)] if said else [day]


def _called(form: RegisterFilter, name: str) -> Any:
    """A condition by its name on a paper; the label of the field where it says only how to fill it in is none."""
    return _("Place") if name == "place" else form.fields[name].label


def _shown(form: RegisterFilter, name: str, value: Any) -> str:
    """A condition as a person reads it: of a code the place that bears it, too."""
    if name == "place" and (place := Place.objects.filter(code=value, valid_to=None).first()):
        return f"{place} ({value})"
    return str(dict(getattr(form.fields[name], "choices", ())).get(value, value))
