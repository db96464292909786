"""Briefs: the list, composing one, reading it, and noting at the meeting what was asked and answered."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from giaoban.model import Refused
from giaoban.render.brief_html import fragment
from giaoban_web.accounts.queries import granted_paths, may
from giaoban_web.bodies.models import Body
from giaoban_web.briefs import brief_composing, brief_many_pages, brief_papers, brief_queries
from giaoban_web.briefs.brief_composing import COMPOSING
from giaoban_web.briefs.brief_corrected import corrected_since
from giaoban_web.briefs.brief_forms import BriefFilter, ComposeForm, NoteForm
from giaoban_web.briefs.models import Asked, Brief, BriefQuestion
from giaoban_web.meetings.queries import visible_to as meetings_visible_to
from giaoban_web.ui.lists import listing
from giaoban_web.ui.numbers import whole
from giaoban_web.ui.sheets import FORMS, sheet

ASKED_AT_MOST = 30
"""Questions that can be noted at the meeting: nobody asks more."""
ROWS = 50
"""Of each annex on the page: that of a whole province has thousands, which PDF and DOCX hold."""
SORTABLE = {
    "on": ("on",),
    "place": ("place__path", "body__name"),
    "meeting_on": ("meeting_on",),
    "open": ("open",),
    "overdue": ("overdue",),
}


@require_safe
def briefs_list(request: HttpRequest) -> HttpResponse:
    """The briefs of the places for which the person prepares or chairs meetings; as a sheet where one is asked for."""
    form = BriefFilter(request.GET)
    shown = listing(request, form.narrow(brief_queries.visible_to(request.user)), sortable=SORTABLE, default="-on")
    if (asked := request.GET.get("export")) in FORMS:
        return sheet("bao-cao-truoc-cuoc-hop", asked, _header(), (_row(each) for each in shown.rows))
    if asked in brief_many_pages.PAPERS:
        return brief_many_pages.paper(shown.rows, asked)
    papers = {"whole": shown.address(export="pdf"), "firsts": shown.address(export="pdf-first")}
    return render(request, "briefs/briefs.html", {"listing": shown, "form": form, "may_compose": _composes(request.user), **papers})


@require_http_methods(["GET", "HEAD", "POST"])
def compose(request: HttpRequest) -> HttpResponse:
    """Name the meeting; then the brief is composed and frozen."""
    if not _composes(request.user):
        raise PermissionDenied
    sent = request.POST if request.method == "POST" else None
    told = _last(request) or _meeting(request)
    form = ComposeForm(sent, user=request.user, initial=_suggested(request), linked=told.place if told else None)
    context = {"form": form, "last": _last(request)}
    if sent is None or not form.is_valid():
        return render(request, "briefs/brief_compose.html", context, status=422 if form.errors else 200)
    about, on = form.about(), form.cleaned_data["on"]
    last = _last(request, on) or brief_queries.before(request.user, about.place, about.body, on)
    try:
        made = brief_composing.compose(about=about, on=on, by=request.user, last=last)
    except Refused as refusal:
        return render(request, "briefs/brief_compose.html", context | {"refusal": refusal}, status=409)
    messages.success(request, _("The brief was composed. It stays as it is; what changes later makes the next one."))
    return redirect(made)


@require_safe
def brief(request: HttpRequest, brief_id: int) -> HttpResponse:
    """One brief with its questions to tick off; not found for whoever neither prepares nor chairs meetings of its place."""
    return page(request, _found(request, brief_id))


def page(request: HttpRequest, found: Brief, status: int = 200, **rest: Any) -> HttpResponse:
    """The page of one brief; `rest` is what was refused about a question."""
    told = found.told()
    asked = _asked(found, told)
    context = {
        "brief": found,
        "intact": found.intact,
        "article": mark_safe(fragment(told, get_language() or "vi", 1, folded=True, most=ROWS)),  # noqa: S308  the core escapes every word
        "corrected": list(corrected_since(request.user, found, told, get_language() or "vi")),
        "asked": asked,
        "further": len(told.questions) - len(asked),
        "states": [each for each in Asked if each is not Asked.OPEN],
        "may_compose": may(request.user, COMPOSING, found.place),
        "next": brief_queries.visible_to(request.user).filter(last=found).order_by("-pk").first(),
    }
    return render(request, "briefs/brief.html", context | rest, status=status)


@require_safe
def paper(request: HttpRequest, brief_id: int, paper: str) -> HttpResponse:
    """The brief as PDF, DOCX or JSON."""
    if paper not in brief_papers.MEDIA:
        raise Http404
    return brief_papers.answer(_found(request, brief_id), paper)


@require_POST
def note(request: HttpRequest, brief_id: int, question_number: int) -> HttpResponse:
    """Note whether a question was asked, and what was answered."""
    found = _found(request, brief_id)
    if not may(request.user, COMPOSING, found.place):
        raise PermissionDenied
    form = NoteForm(request.POST)
    if not form.is_valid():
        return page(request, found, status=422, wrong=question_number, form=form)
    told = form.cleaned_data
    state = Asked(told["state"])
    try:
        brief_composing.note(brief=found, number=question_number, state=state, text=told["note"], seen=told["seen"], by=request.user)
    except Refused as refusal:
        return page(request, found, status=409, refusal=refusal, wrong=question_number, kept=told["note"])
    return redirect(f"{found.get_absolute_url()}#asked-{question_number}")


@dataclass(frozen=True, slots=True)
class AskedRow:
    """A question as it may be ticked off."""

    number: int
    ask: str
    noted: BriefQuestion | None


def _asked(found: Brief, told: Any) -> list[AskedRow]:
    """The first questions, and whatever was noted already."""
    noted = {each.number: each for each in found.questions.select_related("by")}
    language = get_language() or "vi"
    numbered = enumerate(told.questions, 1)
    return [AskedRow(at, each.ask.say(language), noted.get(at)) for at, each in numbered if at <= ASKED_AT_MOST or at in noted]


def _suggested(request: HttpRequest) -> dict[str, Any]:
    """What the form begins with: the place, body, meeting or brief that the link named, else the place of the person."""
    last, meeting = _last(request), _meeting(request)
    place = (last or meeting).place if last or meeting else brief_queries.usual_place(request.user, request.GET.get("place", ""))
    body = last.body if last else _numbered(request, "body", Body.objects.select_related("place"))
    return {"on": timezone.localdate(), "place": f"{place} · {place.code}" if place and not body else "", "body": body}


def _numbered(request: HttpRequest, name: str, found: QuerySet[Any]) -> Any:
    """The row whose number the address gives under that name."""
    return found.filter(pk=whole(request.GET.get(name))).first()


def _meeting(request: HttpRequest) -> Any:
    """The meeting that the link leads here from."""
    return _numbered(request, "meeting", meetings_visible_to(request.user))


def _last(request: HttpRequest, on: Any = None) -> Brief | None:
    """The brief that the link says to set the next one against."""
    found = _numbered(request, "last", brief_queries.visible_to(request.user))
    return found if found and (on is None or found.on <= on) else None


def _found(request: HttpRequest, brief_id: int) -> Brief:
    return get_object_or_404(brief_queries.visible_to(request.user), pk=brief_id)


def _composes(user: Any) -> bool:
    return bool(granted_paths(user, COMPOSING))


def _header() -> list[str]:
    return [
        _("Known on"),
        _("Place or body"),
        _("Coming meeting"),
        _("Day of the meeting"),
        _("Open tasks"),
        _("Overdue tasks"),
        _("Questions"),
        _("Composed by"),
        _("Composed at"),
    ]


def _row(each: Brief) -> list[object]:
    return [
        each.on,
        each.about,
        each.meeting,
        each.meeting_on,
        each.open,
        each.overdue,
        each.questions_count,
        str(each.made_by),
        each.made_at,
    ]
