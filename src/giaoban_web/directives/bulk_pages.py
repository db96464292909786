"""A move of many tasks: choose in the register, look at what would happen, do it, read what happened."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from giaoban.directives.states import State
from giaoban.model import Refused
from giaoban_web.bodies.gone import each_once
from giaoban_web.bodies.queries import visible_to as bodies_visible_to
from giaoban_web.directives.bulk import COMPLETE, GIVE_LEAD, MOST, MOVES, REASON, Fate, move_all, offered, preview
from giaoban_web.directives.models import Directive
from giaoban_web.directives.parts_after import OFFERED, open_beneath
from giaoban_web.directives.queries import listed, visible_to
from giaoban_web.directives.register import DEFAULT_SORT, Asker, in_order, narrowed
from giaoban_web.directives.register_bulk_forms import BulkForm
from giaoban_web.directives.register_forms import RegisterFilter
from giaoban_web.ui.numbers import whole

NOTHING = "nothing-chosen"
"""Refused where nothing was ticked."""


@require_http_methods(["GET", "HEAD", "POST"])
def bulk(request: HttpRequest) -> HttpResponse:
    """One move of many tasks: shows which of the chosen can take it, then takes it; those that cannot are told why and stay."""
    sent = request.POST if request.method == "POST" else request.GET
    name = sent.get("move", "")
    if name == COMPLETE and request.method != "POST":
        return _to_complete(request)
    if name not in MOVES:
        raise Refused("move-unknown", move=name)
    return _done(request, name) if request.method == "POST" else _previewed(request, name)


def _previewed(request: HttpRequest, name: str) -> HttpResponse:
    try:
        chosen, total = _chosen(request)
    except Refused as refusal:
        if refusal.code != NOTHING:
            raise
        told = {"name": MOVES[name], "refusal": refusal, "query": _listed_by(request)}
        return render(request, "directives/bulk.html", told, status=409)
    fates = preview(chosen, name, request.user)
    return _page(request, name, fates, _form(name, None, request, chosen), total=total)


def _to_complete(request: HttpRequest) -> HttpResponse:
    """To the table in which the drafts among those chosen are completed; what is none is left out there."""
    chosen, _total = _chosen(request)
    picked = urlencode([("pick", task.pk) for task in chosen if task.state == State.DRAFT])
    return redirect(f"{reverse('directives:complete')}?{picked or 'pick=0'}")


def _done(request: HttpRequest, name: str) -> HttpResponse:
    seen = _seen(request.POST)
    tasks = list(_whole(visible_to(request.user).filter(pk__in=seen)).order_by("pk"))
    form = _form(name, request.POST, request, tasks)
    if not form.is_valid() or form.doubted(tasks):
        return _page(request, name, preview(tasks, name, request.user), form, total=len(tasks), status=422)
    fates = move_all(seen, tasks, name, form.cleaned_data, request.user)
    told = {"done": [each for each in fates if not each.refused], "left": [each for each in fates if each.refused]}
    told |= {"name": MOVES[name], "query": _listed_by(request)}
    return render(request, "directives/bulk_done.html", told)


def _page(request: HttpRequest, name: str, fates: list[Fate], form: BulkForm, *, total: int, status: int = 200) -> HttpResponse:
    able = [each for each in fates if not each.refused]
    context = {
        "move": name,
        "name": MOVES[name],
        "form": form,
        "able": able,
        "gone": [*form.gone, *each_once(each.gone for each in able)],
        "unable": [each for each in fates if each.refused],
        "instead": {} if able else offered([each.task for each in fates], request.user),
        "beyond": max(0, total - len(fates)),
        "most": MOST,
        "query": _listed_by(request),
    }
    return render(request, "directives/bulk.html", context, status=status)


def _listed_by(request: HttpRequest) -> str:
    """How the list was narrowed that the tasks were chosen in: every way back leads there."""
    return (request.POST if request.method == "POST" else request.GET).get("query", "")


def _chosen(request: HttpRequest) -> tuple[list[Directive], int]:
    """The tasks that were ticked, or all of the list as it was narrowed; and how many those are. Refused when there is none."""
    found: QuerySet[Directive]
    if request.GET.get("all"):
        form = RegisterFilter(QueryDict(request.GET.get("query", "")))
        form.refuse_wrong()
        found = in_order(narrowed(Asker(request.user), form), DEFAULT_SORT)
    else:
        picked = [key for each in request.GET.getlist("pick")[:MOST] if (key := whole(each)) is not None]
        found = visible_to(request.user).filter(pk__in=picked).order_by("pk")
    tasks = list(_whole(found)[:MOST])
    if not tasks:
        raise Refused(NOTHING)
    return tasks, found.count() if len(tasks) == MOST else len(tasks)


def _whole(found: QuerySet[Directive]) -> QuerySet[Directive]:
    """With everybody whom a move may be refused for."""
    return listed(found).select_related("place", "lead", "meeting", "watcher", "acceptor")


def _seen(sent: QueryDict) -> Mapping[int, int]:
    """For each key the version that the person saw: "12:3"."""
    pairs = (each.partition(":") for each in sent.getlist("row")[:MOST])
    numbered = ((whole(key), whole(version)) for key, _colon, version in pairs)
    return {key: version for key, version in numbered if key is not None and version is not None}


def _form(name: str, data: Any, request: HttpRequest, tasks: list[Directive]) -> BulkForm:
    bodies = bodies_visible_to(request.user).standing() if name == GIVE_LEAD else None
    form = BulkForm(data, reason=name in REASON, bodies=bodies)
    if name in OFFERED:
        form.ask_of_parts(name, len({part.pk for several in open_beneath(tasks).values() for part in several}))
    return form
