"""The register of places as it was on a day: paged, searched, and what became of names that are gone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from giaoban_web.accounts.queries import find_places, may
from giaoban_web.overview import queries
from giaoban_web.overview.exports import asked, places_sheet
from giaoban_web.overview.forms import RegisterFilter
from giaoban_web.places.models import Place
from giaoban_web.places.paths import parent
from giaoban_web.places.queries import fates
from giaoban_web.places.tree import Fate, became
from giaoban_web.ui.lists import listing

SORTABLE = {"place": ("path",), "name": ("name", "path"), "kind": ("kind", "path"), "code": ("code",), "since": ("valid_from", "path")}
ELSEWHEN = 10


@dataclass(frozen=True, slots=True)
class Line:
    """A place of the list; `facts` counts those known of it and of everything below."""

    place: Place
    above: Place | None
    facts: int


@require_safe
def places(request: HttpRequest) -> HttpResponse:
    """The places that stood on a day, and those of other days that the words asked for name."""
    form = RegisterFilter(request.GET)
    on = form.value("on") or timezone.localdate()
    known = queries.facts_by_place(request.user)
    found = _narrowed(Place.objects.on(on), form, on)
    shown = listing(request, found, sortable=SORTABLE, default="place")
    if sheet := asked(request):
        return places_sheet("giaoban-places", sheet, shown.rows.select_related("parent"), request)
    context = {
        "form": form,
        "on": on,
        "listing": shown,
        "lines": lines(shown.page.object_list, on, known),
        "elsewhen": elsewhen(form.value("q") or "", on),
        "known": queries.places_known(known, ELSEWHEN),
        "may_declare": may(request.user, "places.change", None),
    }
    return render(request, "overview/places.html", context)


def lines(places: Iterable[Place], on: date, known: Mapping[tuple[int, str], int]) -> list[Line]:
    """Each place with the place it lay in on that day, in one query for all."""
    rows = list(places)
    above = {each.path: each for each in Place.objects.on(on).filter(path__in={parent(place.path) for place in rows})}
    facts = {place.pk: sum(number for (_key, path), number in known.items() if path.startswith(place.path)) for place in rows}
    return [Line(place, above.get(parent(place.path)), facts[place.pk]) for place in rows]


def elsewhen(sought: str, on: date) -> list[tuple[Place, list[Fate]]]:
    """Places of other days that `sought` names, the latest first, with what became of them."""
    if not sought.strip():
        return []
    rows = find_places(Place.objects.all(), sought).exclude(pk__in=Place.objects.on(on).values("pk"))
    found = list(rows.order_by("-valid_from", "path")[:ELSEWHEN])
    told = fates(found)
    return [(place, became(told[place.pk])) for place in found]


def _narrowed(found: QuerySet[Place], form: RegisterFilter, on: date) -> QuerySet[Place]:
    if within := form.value("within"):
        places = Place.objects.on(on).filter(code=within)
        found = found.filter(path__startswith=places[0].path) if places else found.none()
    if kind := form.value("kind"):
        found = found.filter(kind=kind)
    return find_places(found, form.value("q") or "")
