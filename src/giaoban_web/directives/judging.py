"""A form about a task as it stands: what it lacks, whether it was asked before, a suggestion taken into its field."""

from typing import Any

from django.utils import timezone

from giaoban_web.bodies.fields import said as said_of
from giaoban_web.bodies.gone import gone
from giaoban_web.bodies.queries import unheld
from giaoban_web.directives import serving
from giaoban_web.directives.asked import asked_before
from giaoban_web.directives.copies import Copies
from giaoban_web.directives.forms import TaskForm
from giaoban_web.directives.models import Directive
from giaoban_web.directives.serving import aimed, suggested
from giaoban_web.directives.sharpening import ClarityRow, clarity_rows, taken
from giaoban_web.directives.sources import Origin

ASSIGNEE = "assignee"
"""What is asked for to take the body that the words of the assignee may mean."""


def judged(user: Any, origin: Origin, form: TaskForm, data: Any) -> dict[str, Any]:
    """For a template: `rows` of clarities, how many are `lacking`, what was asked `before`, which criteria it `may_serve`, the task of
    which it would be the copy (`copy_of`), which bodies named are of a place that is `gone` by its last day; `unheld` its lead,
    `unwatching` its watcher and `unaccepting` who is to accept, where nobody sits for it.

    data  everything that was sent; nothing where the form is shown first
    """
    sent = filled(form)
    rows = _rows(origin, sent)
    return {
        "rows": rows,
        "lacking": sum(not each.clear for each in rows),
        "before": _before(user, origin, sent),
        "copy_of": _copy_of(user, origin, sent),
        "unheld": unheld([sent.cleaned_data.get("lead")], timezone.localdate()),
        "unwatching": unheld([sent.cleaned_data.get("watcher")], timezone.localdate()),
        "unaccepting": unheld([sent.cleaned_data.get("acceptor")], timezone.localdate()),
        "gone": gone(sent.named_bodies(), sent.cleaned_data.get("deadline_on") or timezone.localdate()),
        "may_serve": suggested(aimed(data, origin.directive), _wording(origin, sent), sent.given(), sent["serves"].value() or ""),
    }


def taking(origin: Origin, form: TaskForm, clarity: str | None) -> TaskForm:
    """The form with the suggestion for one clarity, or a criterion, in its field; as it is where none is asked for. Nothing is kept."""
    if clarity is None:
        return form
    sent = filled(form)
    if clarity == ASSIGNEE and origin.suggested:
        return sent.as_typed(lead=said_of(origin.suggested))
    if served := serving.taken(clarity):
        return sent.as_typed(**served)
    return sent.as_typed(**taken(_rows(origin, sent), clarity))


def checked(form: TaskForm) -> TaskForm:
    """The form with what is wrong with what was filled in, as it is told on saving; what is left empty still is not asked for."""
    form.is_valid()
    for name in [name for name in form.errors if name in form.fields and not form[name].data]:
        del form.errors[name]
    return form


def filled(form: TaskForm) -> TaskForm:
    """The form as it would be sent, so that it can be judged."""
    if not form.is_bound:
        shown = {name: _sent(form, name) for name in form.fields}
        form = type(form)({name: value for name, value in shown.items() if value is not None}, **form.made_with())
    form.is_valid()
    return form


def _sent(form: TaskForm, name: str) -> Any:
    value = form.fields[name].prepare_value(form[name].value())
    return value.strftime("%d/%m/%Y") if hasattr(value, "strftime") else value


def _rows(origin: Origin, sent: TaskForm) -> list[ClarityRow]:
    place = origin.near or _place(origin, sent)
    issuer = sent.cleaned_data.get("issuer") or ""
    return clarity_rows(sent.task(_wording(origin, sent)), place, on=timezone.localdate(), issuer=issuer)


def _before(user: Any, origin: Origin, sent: TaskForm) -> Any:
    known, kept = origin.directive, sent.cleaned_data
    words = {"wording": _wording(origin, sent), "lead": kept.get("lead"), "given_on": kept.get("given_on")}
    asked = Directive(pk=known and known.pk, place=_place(origin, sent), above_id=known and known.above_id, **words)
    return asked_before(user, asked, timezone.localdate())


def _copy_of(user: Any, origin: Origin, sent: TaskForm) -> Directive | None:
    """The task of the same meeting or text that says the same already; of a draft that there is, its own page tells it."""
    place, wording, kept = _place(origin, sent), _wording(origin, sent), sent.cleaned_data
    if origin.directive or not (place and wording):
        return None
    said = {"given_on": origin.initial.get("given_on") or kept.get("given_on")}
    meeting = origin.meeting or kept.get("meeting")
    return Copies(user, Origin(place, meeting=meeting, find=origin.find, initial=said)).first(wording)


def _wording(origin: Origin, sent: TaskForm) -> str:
    return origin.wording or sent.cleaned_data.get("wording") or ""


def _place(origin: Origin, sent: TaskForm) -> Any:
    return origin.place or sent.cleaned_data.get("place")
