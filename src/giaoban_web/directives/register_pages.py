"""The register of tasks and its summary by lead, each as a page and to take away."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from giaoban.directives.counting import Kind
from giaoban_web.bodies.models import Body
from giaoban_web.criteria.fields import told
from giaoban_web.directives import counts
from giaoban_web.directives import register_remembered as remembered
from giaoban_web.directives.bulk import offered
from giaoban_web.directives.exports import FORMS, summary_file, tasks_file
from giaoban_web.directives.models import SavedView
from giaoban_web.directives.register import Asker, lines, narrowed, page
from giaoban_web.directives.register_forms import HIDDEN, RegisterFilter
from giaoban_web.directives.saved import kept, views_of
from giaoban_web.meetings.queries import visible_to as meetings_visible_to
from giaoban_web.places.models import Place
from giaoban_web.ui.lists import Listing, paged

LEADS = 50
"""Leads of one page: a province has hundreds, and each has its row in the files."""
NAMED: Mapping[str, Callable[[Any, Any], Any]] = {
    "body": lambda _user, key: Body.objects.filter(pk=key).first(),
    "at": lambda _user, key: Place.objects.filter(pk=key).first(),
    "meeting": lambda user, key: meetings_visible_to(user).filter(pk=key).first(),
    "serves": lambda _user, key: told([key]),
}
"""What a hidden field names, given who asks and its value; None or "" for nothing that she may see."""


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """The tasks that the person may see, narrowed by the address, with their count; as a file where one is asked for."""
    form, asker = RegisterFilter(request.GET), Asker(request.user)
    found = narrowed(asker, form)
    if request.GET.get("export") in FORMS:
        form.refuse_wrong()
        return tasks_file(request, found, form)
    counted = remembered.counted(found, form, request.user)
    listing = page(request, found, counted.rows)
    views = list(views_of(request.user))
    context = {
        "form": form,
        "on": form.day,
        "counted": counted,
        "links": addresses(listing.query),
        "listing": listing,
        "lines": lines(listing.page, form.day),
        "narrowed": chips(request.user, form, listing),
        "views": views,
        "view": current(views, request),
        "query": kept(request.GET),
        "moves": offered(listing.page, request.user, more=listing.page.has_other_pages()) if asker.may_move else (),
    }
    return render(request, "directives/register.html", context)


@require_safe
def by_lead(request: HttpRequest) -> HttpResponse:
    """The summary that offices send up: of each lead how many tasks, and how they stand."""
    form = RegisterFilter(request.GET)
    found = narrowed(Asker(request.user), form)
    rows = counts.by_lead(found, form.day)
    if request.GET.get("export") in FORMS:
        form.refuse_wrong()
        return summary_file(request, rows, form)
    listing = paged(request, rows, LEADS)
    context = {
        "form": form,
        "on": form.day,
        "rows": listing.page,
        "total": counts.total(rows, form.day),
        "listing": listing,
        "links": addresses(listing.query),
        "query": kept(request.GET),
        "narrowed": chips(request.user, form, listing),
    }
    return render(request, "directives/by_lead.html", context)


def addresses(query: Mapping[str, str]) -> dict[str, str]:
    """For each kind and bucket of overdue, the query of the same list narrowed to it; "all" as it is."""
    others = {name: value for name, value in query.items() if name not in {"kind", "bucket", "page"}}
    bare = Listing(None, "", others)  # type: ignore[arg-type]
    kinds = {each.value: bare.address(kind=each.value) for each in Kind}
    buckets = {f"bucket_{number}": bare.address(bucket=number) for number in range(3)}
    return {"all": bare.address(), **kinds, **buckets}


def chips(user: Any, form: RegisterFilter, listing: Listing) -> list[tuple[str, str]]:
    """What narrows the list without a field that is seen: its name, and the address of the list without it."""
    found = []
    for name in HIDDEN:
        if key := form.wanted.get(name):
            found.append((str(NAMED[name](user, key) or key), listing.address(**{name: ""})))
    return found


def current(views: list[SavedView], request: HttpRequest) -> Any:
    """The saved view that the address is; None where it is none of them."""
    query = kept(request.GET)
    return next((view for view in views if view.query == query), None)
