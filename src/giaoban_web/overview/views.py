"""The overview: what awaits me, what is known of a place, what came of a meeting."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from giaoban_web.accounts.queries import may
from giaoban_web.briefs import notices
from giaoban_web.directives.queries import left_at
from giaoban_web.directives.queries import visible_to as tasks_seen
from giaoban_web.ledger.discrepancies import shown as discrepancies_shown
from giaoban_web.ledger.portrait import portrait
from giaoban_web.ledger.together import together
from giaoban_web.meetings.models import Meeting
from giaoban_web.meetings.queries import visible_to as meetings_visible_to
from giaoban_web.overview import queries
from giaoban_web.overview.criteria import by_criterion
from giaoban_web.overview.desk import desk
from giaoban_web.overview.exports import asked, facts_sheet, hits_sheet, meetings_sheet
from giaoban_web.overview.forms import HERE, FactFilter, MeetingFilter, PlaceFilter, SearchForm
from giaoban_web.overview.found import aside_among, figures
from giaoban_web.overview.lists import MOST, sections, whole_list
from giaoban_web.overview.timeline import narrowed_meetings
from giaoban_web.overview.told_again import counted_once
from giaoban_web.places import queries as places_queries
from giaoban_web.places.models import Place
from giaoban_web.places.outline import drawing
from giaoban_web.places.tree import became, came_from, standing_of
from giaoban_web.records import filing
from giaoban_web.records.queries import listed, visible_to
from giaoban_web.search.queries import find
from giaoban_web.ui.lists import Listing, listing

MEETINGS = 20
"""Of a place, on its page; the list of meetings holds all."""
BY_HAND = 10
"""Tasks of a meeting that no record tells of."""
MEETINGS_SORTABLE = {
    "held_on": ("held_on",),
    "title": ("title",),
    "place": ("place__path",),
    "figures": ("figures",),
    "shortcomings": ("shortcomings",),
    "directives": ("directives",),
}


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What awaits the person who signed in."""
    return render(request, "overview/home.html", desk(request.user))


@require_safe
def place(request: HttpRequest, code: str) -> HttpResponse:
    """What is known of a place as of a day: facts the person may see, its history; where it is no more, what became of it."""
    form = PlaceFilter(request.GET)
    asked_on = form.value("on")
    shown = _place_at(request.user, code, asked_on)
    if shown is None:
        return _absent(request, code, asked_on)
    found = queries.of_place(queries.facts(request.user), shown, asked_on, below=form.value("below") != HERE)
    if sheet := asked(request):
        return facts_sheet(f"giaoban-{code}", sheet, whole_list(request, found, form), request)
    return render(request, "overview/place.html", _about(request, shown, asked_on, found, form))


@require_safe
def meetings(request: HttpRequest) -> HttpResponse:
    """The meetings that the person may see; as a sheet where one is asked for."""
    form = MeetingFilter(request.GET)
    found = narrowed_meetings(queries.meetings_of(request.user), form)
    shown = listing(request, found, sortable=MEETINGS_SORTABLE, default="-held_on")
    if sheet := asked(request):
        return meetings_sheet("giaoban-meetings", sheet, shown.page.paginator.object_list, request)
    newest = queries.newest(facts := queries.facts(request.user))
    shown.page.object_list = counted_once(list(shown.page.object_list), facts)
    return render(request, "overview/meetings.html", {"listing": shown, "form": form, "newest": newest})


@require_safe
def meeting(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """What came of one meeting: its records, and every fact; not found where the person may not see it."""
    shown = get_object_or_404(queries.meetings_of(request.user), pk=meeting_id)
    form = FactFilter(request.GET)
    found = queries.facts(request.user).filter(record__meeting=shown)
    if sheet := asked(request):
        return facts_sheet(f"giaoban-meeting-{meeting_id}", sheet, whole_list(request, found, form), request)
    records = list(listed(visible_to(request.user).filter(meeting=shown)))
    counted_once([shown], queries.facts(request.user))
    found_notices = notices.with_abstracts(notices.visible_to(request.user).filter(meeting=shown).order_by("-pk"))
    issued = [(each, notices.number_in(each.layout, each.number, each.symbol or "")) for each in found_notices]
    context = {"meeting": shown, "notices": issued, "records": records, "filed": [(each, filing.doubts(each)) for each in records]}
    return render(request, "overview/meeting.html", {**context, **_tasks_of(request.user, shown), **sections(request, found, form)})


def _tasks_of(user: Any, shown: Meeting) -> dict[str, Any]:
    """How many of its tasks the person may see, and those that no record tells of, which its list of facts cannot hold."""
    tasks = tasks_seen(user).filter(meeting=shown)
    return {"tasks": tasks.count(), "by_hand": list(tasks.filter(find=None, above=None).select_related("lead").order_by("pk")[:BY_HAND])}


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Places, meetings, records and facts that hold the words, of those the person may see; as a sheet where one is asked for."""
    form = SearchForm(request.GET)
    asked_for = {"query": form.value("q") or "", "kind": form.value("kind") or ""}
    if sheet := asked(request):
        return hits_sheet("giaoban-search", sheet, find(request.user, **asked_for, size=MOST), request)
    page = find(request.user, **asked_for, page=request.GET.get("page", 1))
    query = {name: value for name, value in request.GET.items() if name not in {"page", "export"}}
    context = {
        "form": form,
        "listing": Listing(page, "", query),
        "q": form.value("q"),
        "figures": figures(page),
        "aside": aside_among(page),
    }
    return render(request, "overview/search.html", context)


def _place_at(user: Any, code: str, on: date | None) -> Place | None:
    """The place of that code on that day; without a day, today's, else the one that is spoken of, else the last."""
    if on:
        return places_queries.at(code, on)
    today = places_queries.at(code, timezone.localdate())
    return today or queries.spoken_of(user, code) or places_queries.of_code(code).last()


def _absent(request: HttpRequest, code: str, on: date | None) -> HttpResponse:
    """What is said of a code that no place has on that day: on which days one has it. 404 either way."""
    rows = places_queries.of_code(code)
    if not rows:
        raise Http404
    return render(request, "overview/place_absent.html", {"code": code, "on": on, "rows": rows}, status=404)


def _about(request: HttpRequest, shown: Place, asked_on: date | None, found: Any, form: PlaceFilter) -> dict[str, Any]:
    on = asked_on or shown.last_day or timezone.localdate()
    below = places_queries.children(shown, on)
    figures = portrait(shown, on) if may(request.user, "ledger.view", shown) else None
    meetings = meetings_visible_to(request.user).filter(place__path__startswith=shown.path)
    return {
        "place": shown,
        "on": on,
        "above": places_queries.above(shown, on),
        "children": list(below),
        "drawing": drawing([shown]) or drawing(below),
        "may_change": not shown.valid_to and may(request.user, "places.change", shown),
        "rows": places_queries.of_code(shown.code),
        "earlier": (earlier := came_from(places_queries.earlier(shown))),
        "before": (before := [each for fate in earlier for each in fate.places if each.path != shown.path]),
        "left": left_at(request.user, before),
        "later": (later := became(places_queries.later(shown))),
        "today": standing_of(later),
        "meetings": counted_once(
            queries.latest_of(meetings.filter(held_on__lte=on) if asked_on else meetings, MEETINGS + 1), queries.facts(request.user)
        ),
        "most_meetings": MEETINGS,
        "tiles": [] if figures and figures.count else queries.tiles(found, shown),
        "newest_figures": figures.newest(queries.TILES) if figures else (),
        "portrait": figures,
        "together": together(shown, on, figures) if figures else (),
        "served": by_criterion(request.user, shown, timezone.localdate()),
        "doubts": sum(each.open for each in discrepancies_shown(figures)) if figures else 0,
        **sections(request, found, form),
    }
