"""Choosing the places of which briefs are composed for one meeting; the briefs of a list as one paper to print."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header, urlencode
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from giaoban.model import Refused
from giaoban.render.together import together
from giaoban_web.accounts.queries import granted_paths
from giaoban_web.briefs import brief_papers, brief_places, brief_queries
from giaoban_web.briefs.brief_composing import COMPOSING
from giaoban_web.briefs.brief_forms import ManyForm
from giaoban_web.briefs.brief_many import MOST, Composed, compose_all, latest, places_below
from giaoban_web.briefs.models import Brief
from giaoban_web.places.models import Place
from giaoban_web.ui.numbers import whole

PAPERS = {"pdf": False, "pdf-first": True}
"""How a list is asked for as one paper: whole briefs, or the first page of each."""


@require_http_methods(["GET", "HEAD", "POST"])
def many(request: HttpRequest) -> HttpResponse:
    """The places below one, to be ticked; a brief of each is composed for the meeting that is named."""
    if not granted_paths(request.user, COMPOSING):
        raise PermissionDenied
    above = _above(request)
    form = ManyForm(request.POST if request.method == "POST" else None, initial={"on": timezone.localdate()})
    if request.method != "POST" or not form.is_valid():
        return _page(request, above, form, status=422 if form.errors else 200)
    wanted = {key for each in request.POST.getlist("place")[:MOST] if (key := whole(each)) is not None}
    chosen = [each for each in places_below(request.user, above, form.cleaned_data["on"]) if each.pk in wanted] if above else []
    if not chosen:
        return _page(request, above, form, status=422, refusal=Refused("brief-no-place"))
    done = compose_all(chosen, **form.told(), by=request.user)
    _tell(request, done)
    if not done.briefs:
        return _page(request, above, form, status=409)
    return redirect(f"{reverse('briefs:briefs')}?{urlencode({'pick': ','.join(f'{each.pk}' for each in done.briefs)})}")


def paper(rows: QuerySet[Brief], form: str) -> HttpResponse:
    """The briefs of a list as one PDF. Refused (`briefs-too-many`) beyond what one meeting has, and where one is not what was composed."""
    found = list(rows.defer(None)[: MOST + 1])
    if len(found) > MOST:
        raise Refused("briefs-too-many", most=MOST)
    drawn = together((brief_papers.drawn(each, "pdf", get_language() or "vi") for each in found), first=PAPERS[form])
    response = HttpResponse(drawn, content_type="application/pdf")
    response["Content-Disposition"] = str(content_disposition_header(as_attachment=False, filename="cac-bao-cao-truoc-cuoc-hop.pdf"))
    return response


def _page(request: HttpRequest, above: Place | None, form: ManyForm, *, refusal: Refused | None = None, status: int = 200) -> HttpResponse:
    places = places_below(request.user, above, timezone.localdate())[:MOST] if above else []
    made, sent = latest(request.user, places), set(request.POST.getlist("place")) if form.is_bound else None
    rows = [(each, made.get(each.path), _ticked(each, above, made, sent)) for each in places]
    context = {
        "above": above,
        "rows": rows,
        "form": form,
        "refusal": refusal,
        "sought": request.GET.get("above") or (_called(request, above) if above else ""),
    }
    return render(request, "briefs/brief_many.html", context, status=status)


def _ticked(place: Place, above: Place | None, made: dict[str, Brief], sent: set[str] | None) -> bool:
    """As it was sent; first, each below the one that is asked for, unless a brief of today is there already."""
    if sent is not None:
        return f"{place.pk}" in sent
    last = made.get(place.path)
    return place != above and (last is None or last.on != timezone.localdate())


def _above(request: HttpRequest) -> Place | None:
    """The place named by its code or name, else the highest where the person composes; as it is today."""
    if not (sought := request.GET.get("above", "").strip()):
        return brief_queries.usual_place(request.user)
    found = _standing(request, sought)
    return found[0] if len(found) == 1 else None


def _called(request: HttpRequest, place: Place) -> str:
    """The words by which `_above` finds the place: its name, or its code where another is called so, too."""
    return place.title if _standing(request, place.title) == [place] else place.code


def _standing(request: HttpRequest, sought: str) -> list[Place]:
    return [each for each in brief_places.named(request.user, sought, timezone.localdate()) if each.valid_to is None]


def _tell(request: HttpRequest, done: Composed) -> None:
    new = len(done.briefs) - done.before
    if new:
        told = ngettext("%(count)s brief was composed.", "%(count)s briefs were composed.", new)
        messages.success(request, told % {"count": new})
    if done.before:
        told = ngettext("%(count)s was there already.", "%(count)s were there already.", done.before)
        messages.info(request, told % {"count": done.before})
    if done.left:
        named = ", ".join(f"{place}" for place, _refused in done.left)
        messages.warning(request, _("Nothing is known yet that a brief could tell of: %(places)s.") % {"places": named})
