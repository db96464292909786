"""People and their roles, for administrators, within the places that they administer."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from giaoban.model import Refused
from giaoban_web.accounts import actions, queries
from giaoban_web.accounts.forms import DetailsForm, GrantForm, PersonForm, Search
from giaoban_web.accounts.models import Grant, User
from giaoban_web.accounts.views import SHOWN_ONCE
from giaoban_web.ui.lists import listing
from giaoban_web.ui.sheets import FORMS, sheet

administrators = permission_required("accounts.manage", raise_exception=True)
SORTABLE = {"name": ["name__folded", "name"], "username": ["username"], "last_login": ["last_login"]}


@administrators
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """The people with a role on a place that one administers."""
    search = Search(request.GET)
    rows = search.narrow(queries.people_of(request.user)).prefetch_related("grants__place")
    listed = listing(request, rows, sortable=SORTABLE, default="name")
    if (form := request.GET.get("export")) in FORMS:
        return sheet("nguoi-dung", form, _header(), (_row(person) for person in listed.rows.iterator(500)))
    return render(request, "accounts/people.html", {"listing": listed, "form": search})


@administrators
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """A new person with a first role."""
    places = queries.places_of(request.user, "accounts.manage")
    sought = request.GET.get("place_like", "")
    form = PersonForm(request.POST if request.method == "POST" else None, places=places, sought=sought)
    if form.is_valid():
        try:
            person = actions.add_person(**form.cleaned_data, by=request.user)
        except Refused as refusal:
            return render(request, "accounts/add.html", {"form": form, "sought": sought, "refusal": refusal}, status=409)
        messages.success(request, _("The person was added."))
        if not form.cleaned_data["password"]:
            request.session[SHOWN_ONCE] = _link(request, person)
        return redirect("accounts:person", person.pk)
    return render(request, "accounts/add.html", {"form": form, "sought": sought}, status=422 if form.errors else 200)


@administrators
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, person_id: int) -> HttpResponse:
    """The name and address of a person."""
    found = _found(request, person_id)
    form = DetailsForm(request.POST if request.method == "POST" else None, initial={"name": found.name, "email": found.email})
    context, status = {"form": form, "person": found}, 422 if form.errors else 200
    if form.is_valid():
        try:
            actions.edit_person(person=found, **form.cleaned_data, by=request.user)
        except Refused as refusal:
            return render(request, "accounts/edit.html", context | {"refusal": refusal}, status=409)
        messages.success(request, _("The person was changed."))
        return redirect("accounts:person", person_id)
    return render(request, "accounts/edit.html", context, status=status)


@never_cache
@administrators
@require_safe
def person(request: HttpRequest, person_id: int) -> HttpResponse:
    """One person, their roles, and what can be done."""
    places = queries.places_of(request.user, "accounts.manage")
    form = GrantForm(places=places, sought=request.GET.get("place_like", ""))
    return _person(request, _found(request, person_id), form)


@administrators
@require_POST
def grant(request: HttpRequest, person_id: int) -> HttpResponse:
    """Gives a person a role on a place that one administers; with the form again where the place is another."""
    found = _found(request, person_id)
    form = GrantForm(request.POST, places=queries.places_of(request.user, "accounts.manage"))
    if not form.is_valid():
        return _person(request, found, form, status=422)
    actions.grant(person=found, **form.cleaned_data, by=request.user)
    messages.success(request, _("The role was given."))
    return redirect("accounts:person", person_id)


@administrators
@require_POST
def revoke(request: HttpRequest, person_id: int, grant_id: int) -> HttpResponse:
    """Takes a role on a place that one administers away; on to the list where the person is seen no more."""
    found = _found(request, person_id)
    given = get_object_or_404(Grant.objects.select_related("place", "user"), pk=grant_id, user=found)
    actions.revoke(given=given, by=request.user)
    messages.success(request, _("The role was taken away."))
    still_seen = queries.people_of(request.user).filter(pk=person_id).exists()
    return redirect("accounts:person", person_id) if still_seen else redirect("accounts:people")


@administrators
@require_POST
def deactivate(request: HttpRequest, person_id: int) -> HttpResponse:
    """Closes a person's way in, by whoever administers all places of the person; what she did stays. Refused for oneself."""
    actions.deactivate(person=_found(request, person_id), by=request.user)
    messages.success(request, _("The account is closed: sessions, API keys and calendars have ended. What this person did stays."))
    return redirect("accounts:person", person_id)


@administrators
@require_POST
def activate(request: HttpRequest, person_id: int) -> HttpResponse:
    """Lets a person in again, by whoever administers all places of the person; with the roles that still stand."""
    actions.activate(person=_found(request, person_id), by=request.user)
    return redirect("accounts:person", person_id)


@administrators
@require_POST
def link(request: HttpRequest, person_id: int) -> HttpResponse:
    """A new link to set a password, shown once to the administrator who asked for it."""
    found = _found(request, person_id)
    actions.link_made(person=found, by=request.user)
    request.session[SHOWN_ONCE] = _link(request, found)
    return redirect("accounts:person", person_id)


@administrators
@require_POST
def second_factor(request: HttpRequest, person_id: int) -> HttpResponse:
    """Take the second factor of a person off who has lost it."""
    actions.take_second_factor_off(person=_found(request, person_id), by=request.user)
    messages.success(request, _("The second factor was taken off. The password alone now lets this person in."))
    return redirect("accounts:person", person_id)


def _found(request: HttpRequest, person_id: int) -> User:
    return get_object_or_404(queries.people_of(request.user), pk=person_id)


def _link(request: HttpRequest, person: User) -> str:
    key = f"{user_pk_to_url_str(person)}-{default_token_generator.make_token(person)}"
    return str(get_adapter(request).get_reset_password_from_key_url(key))


def _person(request: HttpRequest, found: User, form: GrantForm, status: int = 200) -> HttpResponse:
    paths = queries.granted_paths(request.user, "accounts.manage")
    context: dict[str, Any] = {
        "person": found,
        "grants": found.grants.select_related("place").order_by("place__path", "role"),
        "mine": set(found.grants.filter(queries.under(paths, "place__path")).values_list("pk", flat=True)),
        "seats": found.seats.on(localdate()).select_related("body__place").order_by("body__name"),
        "manageable": queries.may_manage(request.user, found),
        "second_factor": Authenticator.objects.filter(user=found).exists(),
        "form": form,
        "sought": request.GET.get("place_like", ""),
        "shown_once": request.session.pop(SHOWN_ONCE, ""),
    }
    return render(request, "accounts/person.html", context, status=status)


def _header() -> list[str]:
    return [_("Name"), _("User name"), _("E-mail"), _("Roles"), _("Account"), _("Last sign-in")]


def _row(person: User) -> list[object]:
    roles = "; ".join(f"{given.get_role_display()}: {given.place}" for given in person.grants.all())
    return [person.name, person.username, person.email, roles, _("open") if person.is_active else _("closed"), person.last_login]
