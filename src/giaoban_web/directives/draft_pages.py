"""Making a task: from a confirmed directive or by hand, checked against the clarities while it is written."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.forms import BaseFormSet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from giaoban.directives.states import State
from giaoban.model import Refused
from giaoban_web.accounts.queries import may, places_of
from giaoban_web.bodies.fields import said as said_of
from giaoban_web.directives import adding_bodies, drafting, once, sources
from giaoban_web.directives.body_fields import offered
from giaoban_web.directives.forms import TaskForm, differences, initial_of
from giaoban_web.directives.forms_aims import AimSet, aims_of
from giaoban_web.directives.forms_new import NewTaskForm
from giaoban_web.directives.judging import checked, judged, taking
from giaoban_web.directives.models import Directive
from giaoban_web.directives.queries import may_draft, visible_to, whole
from giaoban_web.directives.sources import Origin
from giaoban_web.errors import Conflict
from giaoban_web.meetings.queries import visible_to as meetings_visible_to
from giaoban_web.records.models import Find
from giaoban_web.records.queries import visible_to as records_visible_to
from giaoban_web.ui.numbers import whole as whole_number

SOUGHT = {"serves_like": "serves_sought", "place_like": "place_like_sought", "meeting_like": "meeting_like_sought"}
"""Lines by which something is looked for, and what the page shown before was looked through by."""
KEPT = gettext_lazy("Kept as a draft: the lead sees it once the head of office issues it.")


@require_http_methods(["GET", "HEAD", "POST"])
def draft(request: HttpRequest) -> HttpResponse:
    """A task that no record tells of."""
    if not may(request.user, "directives.draft", None):
        raise PermissionDenied
    return _answer(request, Origin())


@require_http_methods(["GET", "HEAD", "POST"])
def from_find(request: HttpRequest, given_id: int) -> HttpResponse:
    """A task from a confirmed directive; where it has one already, that one."""
    find = _find(request, given_id)
    made = getattr(find, "directive", None)
    if made and request.method != "POST" and visible_to(request.user).filter(pk=made.pk).exists():
        return redirect(made)
    if not may(request.user, "directives.draft", find.record.place):
        raise PermissionDenied
    return _answer(request, sources.of_find(find))


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Other terms of a draft."""
    return _answer(request, _origin_of(_draft(request, draft_id)))


@require_POST
def check(request: HttpRequest) -> HttpResponse:
    """What the form lacks as it is typed now, and whether it was asked before; nothing is kept."""
    if not may(request.user, "directives.draft", None):
        raise PermissionDenied
    origin = _named(request)
    form = _form(request, origin, request.POST)
    told = judged(request.user, origin, form, request.POST) | {"taking": True, "wrong": form.wrong_days()}
    return render(request, "directives/_judged.html", told)


@require_safe
def bodies(request: HttpRequest) -> HttpResponse:
    """Names of bodies that hold what is typed into a field, for the list beneath it."""
    typed = next(iter(request.GET.values()), "")
    return render(request, "directives/_bodies.html", {"offered": offered(None, str(typed)[:200])})


def _answer(request: HttpRequest, origin: Origin) -> HttpResponse:
    form, aims = _form(request, origin, request.POST if request.method == "POST" else None), _aims(request, origin)
    if adding_bodies.ADDING in request.POST:
        data, refusal = adding_bodies.add_asked(request, form, _near(origin, form), _read(origin))
        return _page(request, origin, checked(_form(request, origin, data)), aims, status=409 if refusal else 200, refusal=refusal)
    if looked := _looked(request, origin, form):
        return _page(request, origin, looked, aims)
    if not (form.is_valid() and aims.is_valid()):
        return _page(request, origin, form, aims, status=422)
    try:
        return _kept(request, origin, form, aims)
    except Conflict as conflict:
        return _overtaken(request, origin, form, aims, conflict)
    except Refused as refusal:
        return _page(request, origin, form, aims, status=409, refusal=refusal)


def _looked(request: HttpRequest, origin: Origin, form: TaskForm) -> TaskForm | None:
    """The form as it is shown where nothing is to be kept yet: first, with a suggestion taken, checked again; None where it is saved."""
    if request.method != "POST":
        return taking(origin, form, request.GET.get("take"))
    if take := request.POST.get("take"):
        return taking(origin, form, take)
    return checked(form) if "check" in request.POST or _seeking(request) else None


def _kept(request: HttpRequest, origin: Origin, form: TaskForm, aims: Any) -> HttpResponse:
    """To the task with what was filled in; to the one that this form made before, where it was sent before."""
    if origin.directive:
        seen = whole_number(request.POST.get("seen")) or 0
        kept = drafting.change(directive=origin.directive, terms=form.terms(), aims=aims.told(), seen=seen, by=request.user)
        messages.success(request, KEPT)
        return redirect(kept)
    place, wording = origin.place or form.cleaned_data["place"], origin.wording or form.cleaned_data["wording"]
    meeting = origin.meeting or form.cleaned_data.get("meeting")
    told = {"place": place, "wording": wording, "find": origin.find, "meeting": meeting, "aims": aims.told(), "terms": form.terms()}
    sent = {"key": once.key_of(request.POST), "digest": once.digest_of(request), "stands": _is_draft}
    made = once.once(by=request.user, **sent, make=lambda: drafting.draft(by=request.user, **told))
    if made.again:
        messages.info(request, _("This form had been sent before. This is the task that it made; nothing was made twice."))
    else:
        messages.success(request, KEPT)
    return redirect(made.url)


def _seeking(request: HttpRequest) -> bool:
    """Whether Enter was pressed after other words were typed by which something is looked for: that looks, and keeps nothing."""
    if "enter" not in request.POST:
        return False
    return any(request.POST.get(line, "").strip() != request.POST.get(before, "").strip() for line, before in SOUGHT.items())


def _typed(request: HttpRequest, name: str) -> str:
    """What was typed to look for something, sent with the form or in the address."""
    return request.POST.get(name, request.GET.get(name, ""))


def _is_draft(number: int) -> bool:
    return Directive.objects.filter(pk=number, state=State.DRAFT).exists()


def _overtaken(request: HttpRequest, origin: Origin, form: TaskForm, aims: Any, conflict: Conflict) -> HttpResponse:
    """Both versions side by side, and the form with hers to send again on the new one."""
    fresh = _origin_of(get_object_or_404(whole(visible_to(request.user)), pk=origin.directive.pk if origin.directive else 0))
    now = _form(request, fresh, None)
    context = {"differences": differences(form, now), "refusal": conflict}
    return _page(request, fresh, form, aims, status=409, **context)


def _page(request: HttpRequest, origin: Origin, form: TaskForm, aims: Any, status: int = 200, **told: Any) -> HttpResponse:
    context = {
        "origin": origin,
        "form": form,
        "aims": aims,
        "sought": _typed(request, "place_like"),
        "meeting_like": _typed(request, "meeting_like"),
        "offered": offered(origin.near),
        "assignee": origin.assignee,
        "suggested": said_of(origin.suggested) if origin.suggested else "",
        "taking": True,
        once.FIELD: once.new_key() if told.get("refusal") else once.key_of(request.POST) or once.new_key(),
        "missing": adding_bodies.missing(request.user, form, near := _near(origin, form), _read(origin)),
        "near": near,
        "closed": bool(origin.directive) and not may_draft(request.user, origin.directive),
        **judged(request.user, origin, form, request.POST),
        **told,
    }
    return render(request, "directives/draft.html", context, status=status)


def _near(origin: Origin, form: TaskForm) -> Any:
    """Where a body is looked for first: at the place of which the task speaks, else where it is filed."""
    return origin.near or (form.cleaned_data.get("place") if form.is_bound and form.errors is not None else None)


def _read(origin: Origin) -> dict[str, str]:
    """To whom the record gave it, where that is nobody known."""
    return {} if origin.suggested or not origin.assignee else {"lead": origin.assignee}


def _form(request: HttpRequest, origin: Origin, data: Any) -> TaskForm:
    common = {"near": origin.near, "shortcomings": sources.shortcomings(origin.meeting, origin.place)}
    if origin.place:
        return TaskForm(data, initial=origin.initial, **common)
    meetings = meetings_visible_to(request.user)
    met = meetings.filter(pk=whole_number(_typed(request, "meeting")) or 0)
    standing = Q(valid_to=None) | Q(pk__in=met.values("place"))
    places = places_of(request.user, "directives.draft").filter(standing).order_by("path")
    chosen = {name: request.GET[name] for name in ("place", "meeting") if name in request.GET}
    day = met.values_list("held_on", flat=True).first() if request.method != "POST" else None
    initial = {"given_on": day or timezone.localdate(), **chosen}
    sought = {"sought": _typed(request, "place_like"), "meeting_like": _typed(request, "meeting_like")}
    return NewTaskForm(data, places=places, meetings=meetings, initial=initial, **sought, **common)


def _aims(request: HttpRequest, origin: Origin) -> BaseFormSet:
    initial = aims_of(origin.directive) if origin.directive else []
    return AimSet(request.POST if request.method == "POST" else None, initial=initial, prefix="aims")


def _named(request: HttpRequest) -> Origin:
    """The origin that a form in the making names: a draft, a find, or none."""
    if known := whole_number(request.POST.get("directive")):
        return _origin_of(_draft(request, known))
    if known := whole_number(request.POST.get("find")):
        return sources.of_find(_find(request, known))
    return Origin()


def _origin_of(directive: Directive) -> Origin:
    return sources.of_directive(directive, initial_of(directive))


def _draft(request: HttpRequest, draft_id: int) -> Directive:
    """The draft, if the person may change it; what she sends about one that was issued meanwhile is not thrown away."""
    found = get_object_or_404(whole(visible_to(request.user)), pk=draft_id)
    sending = request.method == "POST" and may(request.user, "directives.draft", found.place)
    if not (sending or may_draft(request.user, found)):
        raise PermissionDenied
    return found


def _find(request: HttpRequest, find_id: int) -> Find:
    finds = Find.objects.filter(record__in=records_visible_to(request.user))
    return get_object_or_404(sources.confirmed(finds), pk=find_id)
