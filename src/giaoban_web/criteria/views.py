"""The criteria sets: all of them, one with what it asks for, and the list of a field as it is searched."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from giaoban.reference.criteria.finding import of_set
from giaoban.reference.criteria.tables import sets
from giaoban_web.criteria import fields
from giaoban_web.criteria.forms import CriteriaFilter, OptionsForm
from giaoban_web.criteria.rows import row_of, rows_found, set_row


@require_safe
def all_sets(request: HttpRequest) -> HttpResponse:
    """Every criteria set, the newest first, for whoever signed in; the criteria that fit, where words were given."""
    form = CriteriaFilter(request.GET)
    on = timezone.localdate()
    context = {
        "form": form,
        "found": rows_found(form.words, on) if form.words else None,
        "sets": [set_row(each, on) for each in reversed(list(sets().values()))],
    }
    return render(request, "criteria/sets.html", context)


@require_safe
def one_set(request: HttpRequest, set_id: str) -> HttpResponse:
    """One set with all it asks for; not found where no set has that name."""
    if set_id not in sets():
        raise Http404
    held = of_set(set_id)
    context = {"row": set_row(sets()[set_id], timezone.localdate()), "rows": [row_of(each) for each in held]}
    return render(request, "criteria/set.html", context)


@require_safe
def options(request: HttpRequest) -> HttpResponse:
    """What the list of a field offers for the words typed above it."""
    form = OptionsForm(request.GET)
    offered = fields.offer(form.words, form.day, form.chosen)
    context = {"offered": offered, "chosen": form.chosen, "total": fields.count(offered)}
    return render(request, "criteria/_options.html", context)
