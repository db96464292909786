"""A move of a task, sent: made, or told why not with everything that was typed still there."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from giaoban.directives.states import INNER, moves
from giaoban.messages import say
from giaoban.model import Refused
from giaoban_web.accounts.showing import showing
from giaoban_web.directives.aim_figures import aim_figures
from giaoban_web.directives.events_told import history_of
from giaoban_web.directives.evidence import WORK
from giaoban_web.directives.forms_moves import MoveForm
from giaoban_web.directives.gone_bodies import last_day
from giaoban_web.directives.models import Directive
from giaoban_web.directives.moving import move as make
from giaoban_web.directives.queries import moves_for, visible_to
from giaoban_web.directives.task_pages import found, show
from giaoban_web.directives.task_sheet import move_form, standing, to_open
from giaoban_web.directives.words import DONE
from giaoban_web.errors import Conflict
from giaoban_web.records.uploads import too_large

FEW = 5
FORBIDDEN = ("move-not-yours", "extension-own", "not-allowed-here")
"""Refusals of who may never make the move of this task, whatever its state."""


@require_POST
def move(request: HttpRequest, directive_id: int, move: str) -> HttpResponse:
    """Make one move: 302 to the task; 422 where something has to be put right or looked at again, 409 where it was refused or somebody was
    quicker, 403 where it is not hers; what she typed is always there still."""
    with showing(request.user):
        directive = get_object_or_404(visible_to(request.user).select_related("place"), pk=directive_id)
        if move not in moves() or move in INNER:
            raise Http404
        form = _form(request, directive, move)
        if not _settled(form, directive) and _offered(request, directive, move):
            return show(request, found(request, directive_id), status=422, sent=form)
    extra = form.extra()
    told = {"evidence": extra.evidence, "into": extra.into, "parts": extra.parts, "lead": extra.lead, "beneath": extra.beneath}
    try:
        make(directive=directive, name=move, seen=form.seen or 0, by=request.user, said=form.said(), **told)
    except Refused as refusal:
        with showing(request.user):
            return _refused(request, directive_id, form, refusal)
    messages.success(request, gettext("Done: %(what)s.") % {"what": gettext(DONE[move])})
    return redirect(directive)


def _form(request: HttpRequest, directive: Directive, move: str) -> MoveForm:
    aims = aim_figures(request.user, directive, list(directive.aims.select_related("indicator"))) if move in WORK else ()
    form = move_form(request.user, directive, move, aims, request.POST, request.FILES)
    if "files" in form.fields:
        for name, refused in too_large(request):
            form.add_error("files", f"{name}: {say(refused, get_language() or 'vi')}")
    return form


def _settled(form: MoveForm, directive: Directive) -> bool:
    """Whether it can be sent as it is: filled in, with nothing to be looked at again."""
    return form.is_valid() and not form.doubt(last_day(directive, timezone.localdate()), directive.deadline_on)


def _refused(request: HttpRequest, directive_id: int, form: MoveForm, refusal: Refused) -> HttpResponse:
    """Hers and what is now, side by side; and her form to send again on the new version, where the move can still be made."""
    fresh = get_object_or_404(visible_to(request.user).select_related("place", "lead", "meeting"), pk=directive_id)
    since = max(0, fresh.version - (form.seen or 0)) if isinstance(refusal, Conflict) else 0
    events = list(fresh.events.select_related("by").order_by("-number")[: min(since, FEW)])
    form.seen = fresh.version
    context = {
        "directive": fresh,
        "form": form,
        "refusal": refusal,
        "conflict": isinstance(refusal, Conflict),
        "again": _offered(request, fresh, form.move.name),
        "since": history_of(events, ()),
        "unopened": to_open(request.user, fresh) if refusal.code == "evidence-not-seen" else (),
        **standing(fresh, timezone.localdate()),
    }
    return render(request, "directives/conflict.html", context, status=403 if refusal.code in FORBIDDEN else 409)


def _offered(request: HttpRequest, directive: Directive, move: str) -> bool:
    return move in {each.name for each, _who in moves_for(request.user, directive)}
