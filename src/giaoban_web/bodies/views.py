"""Bodies and posts: the list, one of them with who sits there, and keeping them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from giaoban.model import Refused, Topic
from giaoban_web.accounts.queries import may, places_of
from giaoban_web.bodies import actions, handing_over, queries
from giaoban_web.bodies.adding_many import ManyForm, add_all
from giaoban_web.bodies.forms import AddForm, BodyForm, DayForm, EndForm, Filter, HandOverForm, KnownForm, SeatForm
from giaoban_web.bodies.gone import gone
from giaoban_web.bodies.models import Body, Seat
from giaoban_web.bodies.people import LIST, offered
from giaoban_web.records.words import TOPICS
from giaoban_web.ui.lists import listing
from giaoban_web.ui.numbers import whole
from giaoban_web.ui.sheets import FORMS, sheet

SORTABLE = {
    "name": ("name__folded", "name"),
    "place": ("place__path", "name__folded"),
    "under": ("superior__name__folded", "name__folded"),
}


@require_safe
def bodies(request: HttpRequest) -> HttpResponse:
    """The standing bodies and posts, for whoever signed in, each with who sits there today; as a sheet where one is asked for."""
    form = Filter(request.GET)
    rows = form.narrow(queries.visible_to(request.user).standing())
    listed = listing(request, rows, sortable=SORTABLE, default="place")
    if (asked := request.GET.get("export")) in FORMS:
        return sheet("co-quan-chuc-danh", asked, _header(), (_row(each) for each in listed.rows))
    now = queries.people_of([each.pk for each in listed.page], timezone.localdate())
    people: dict[int, list[str]] = {}
    for seat in now:
        people.setdefault(seat.body_id, []).append(str(seat.user))
    lines = [(each, people.get(each.pk, [])) for each in listed.page]
    waiting = [each.pk for each in listed.page if each.proposed_by_id]
    context = {
        "listing": listed,
        "lines": lines,
        "form": form,
        "may_keep": may(request.user, "bodies.keep", None),
        "to_confirm": set(queries.proposed_to(request.user).filter(pk__in=waiting).values_list("pk", flat=True)) if waiting else (),
    }
    return render(request, "bodies/list.html", context)


@require_safe
def body(request: HttpRequest, body_id: int) -> HttpResponse:
    """One body or post with who sits there, for whoever signed in; forms to change it for whoever keeps it."""
    return page(request, _found(request, body_id))


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """A new body or post."""
    if not may(request.user, "bodies.keep", None):
        raise PermissionDenied
    sought = request.GET.get("place_like", "")
    data = request.POST if request.method == "POST" else None
    told = {"bodies": queries.visible_to(request.user).standing(), "places": places_of(request.user, "bodies.keep").filter(valid_to=None)}
    several = "several" in request.POST
    form = AddForm(None if several else data, **told, sought=sought)
    many = ManyForm(data if several else None, **told, sought=sought)
    context = {"form": form, "many": many, "sought": sought}
    sent: Any = many if several else form
    if not sent.is_valid():
        return render(request, "bodies/form.html", context, status=422 if sent.errors else 200)
    try:
        made: Any = add_all(**many.cleaned_data, by=request.user) if several else actions.add(**form.cleaned_data, by=request.user)
    except Refused as refusal:
        return render(request, "bodies/form.html", context | {"refusal": refusal}, status=409)
    if not several:
        messages.success(request, _("It was added."))
        return redirect(made)
    messages.success(request, ngettext("%(count)d was added.", "%(count)d were added.", len(made)) % {"count": len(made)})
    return redirect("bodies:list")


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, body_id: int) -> HttpResponse:
    """Other names, another superior, other fields."""
    found = kept(request, body_id)
    others = queries.visible_to(request.user).standing().exclude(pk=found.pk)
    first = {"name": found.name, "also": "\n".join(found.also), "superior": found.superior, "topics": found.topics}
    form = BodyForm(request.POST if request.method == "POST" else None, bodies=others, near=found.place, initial=first)
    context = {"form": form, "body": found}
    if form.is_valid():
        try:
            actions.change(body=found, **form.cleaned_data, by=request.user)
        except Refused as refusal:
            return render(request, "bodies/form.html", context | {"refusal": refusal}, status=409)
        messages.success(request, _("It was changed."))
        return redirect(found)
    return render(request, "bodies/form.html", context, status=422 if form.errors else 200)


@require_POST
def retire(request: HttpRequest, body_id: int) -> HttpResponse:
    """Ends a body or post from a day on."""
    found, form = kept(request, body_id), DayForm(request.POST)
    if not form.is_valid():
        return page(request, found, status=422, ending=form)
    try:
        actions.retire(body=found, on=form.cleaned_data["on"], by=request.user)
    except Refused as refusal:
        return page(request, found, status=409, ending=form, refusal=refusal)
    messages.success(request, _("It has ended; its tasks stay and can be given to another."))
    return redirect(found)


@require_POST
def correct_end(request: HttpRequest, ended_id: int) -> HttpResponse:
    """Corrects the day on which a body ended, or lets it stand again; a reason is needed."""
    found, form = kept(request, ended_id), EndForm(request.POST)
    if not form.is_valid():
        return page(request, found, status=422, ended=form)
    try:
        actions.correct_end(body=found, **form.cleaned_data, by=request.user)
    except Refused as refusal:
        return page(request, found, status=409, ended=form, refusal=refusal)
    messages.success(request, _("Its end was corrected, with the seats that had ended with it."))
    return redirect(found)


@require_POST
def seat(request: HttpRequest, body_id: int) -> HttpResponse:
    """Seats a person in a body or post from a day on."""
    found, form = kept(request, body_id), SeatForm(request.POST)
    if not form.is_valid():
        return page(request, found, status=422, seating=form)
    told = form.cleaned_data
    try:
        actions.seat(body=found, user=told["person"], since=told["since"], by=request.user)
    except Refused as refusal:
        return page(request, found, status=409, seating=form, refusal=refusal)
    messages.success(request, _("The person sits there now."))
    return redirect(found)


@require_POST
def unseat(request: HttpRequest, seat_id: int) -> HttpResponse:
    """Ends a person's seat from a day on."""
    there = Seat.objects.select_related("body__place", "user").filter(pk=seat_id, until_on=None).first()
    if there is None:
        return _ended_already(request)
    found, form = kept(request, there.body_id), DayForm(request.POST)
    if not form.is_valid():
        return page(request, found, status=422, unseating=form, unseated=there.pk)
    try:
        actions.unseat(seat=there, until=form.cleaned_data["on"], by=request.user)
    except Refused as refusal:
        return page(request, found, status=409, unseating=form, unseated=there.pk, refusal=refusal)
    messages.success(request, _("The seat has ended."))
    return redirect(found)


@require_POST
def hand_over(request: HttpRequest, seat_id: int) -> HttpResponse:
    """Ends a person's seat and begins another's on the same day."""
    there = Seat.objects.select_related("body__place", "user").filter(pk=seat_id, until_on=None).first()
    if there is None:
        return _ended_already(request)
    found, form = kept(request, there.body_id), HandOverForm(request.POST, seat=there)
    if not form.is_valid():
        return page(request, found, status=422, handing={there.pk: form})
    try:
        seated = handing_over.hand_over(seat=there, to=form.cleaned_data["person"], on=form.cleaned_data["since"], by=request.user)
    except Refused as refusal:
        return page(request, found, status=409, handing={there.pk: form}, refusal=refusal)
    messages.success(
        request,
        _("Handed over: %(person)s sits there from %(day)s.")
        % {"person": seated.user, "day": date_format(seated.since_on, "SHORT_DATE_FORMAT")},
    )
    return redirect(found)


def _ended_already(request: HttpRequest) -> HttpResponse:
    """The page of the body from which the seat was to be ended; 404 where that is not said."""
    body = whole(request.POST.get("body"))
    if body is None:
        raise Http404
    return page(request, kept(request, body), status=409, refusal=Refused("seat-ended-already"))


def _found(request: HttpRequest, body_id: int) -> Body:
    return get_object_or_404(queries.visible_to(request.user), pk=body_id)


def kept(request: HttpRequest, body_id: int) -> Body:
    """The body, for who keeps it."""
    found = _found(request, body_id)
    if not queries.kept_by(request.user, found):
        raise PermissionDenied
    return found


def _handing(seat: Seat, today: date, forms: Mapping[str, Any]) -> HandOverForm:
    """The form by which a seat is handed over: the one that was sent about it, else a fresh one."""
    sent: HandOverForm | None = forms.get("handing", {}).get(seat.pk)
    return sent or HandOverForm(seat=seat, initial={"since": today})


def page(request: HttpRequest, found: Body, status: int = 200, **forms: Any) -> HttpResponse:
    """The page of a body, with forms as they were sent."""
    today = timezone.localdate()
    context = {
        "body": found,
        "topics": [TOPICS[Topic(each)] for each in found.topics],
        "below": found.below.standing(),
        "seats": [(seat, _handing(seat, today, forms)) for seat in found.seats.select_related("user").order_by("until_on", "-since_on")],
        "may_keep": (keeps := queries.kept_by(request.user, found)),
        LIST: offered(found.place) if keeps else (),
        "today": today,
        "unheld": queries.unheld([found], today),
        "gone": [each for each in gone([found], today) if not each.retired],
        "seating": SeatForm(initial={"since": today}),
        "ending": DayForm(),
        "ended": EndForm(initial={"on": found.retired_on}),
        "knowing": KnownForm(bodies=queries.confirmed(request.user), near=found.place) if found.proposed_by_id else None,
    }
    return render(request, "bodies/body.html", context | forms, status=status)


def _header() -> list[str]:
    return [_("Called"), _("Kind"), _("Also called"), _("Under"), _("Place"), _("Leads in")]


def _row(each: Body) -> list[object]:
    kind = _("post") if each.is_post else _("body")
    topics = "; ".join(str(TOPICS[Topic(topic)]) for topic in each.topics)
    return [each.name, kind, "; ".join(each.also), str(each.superior or ""), str(each.place), topics]
