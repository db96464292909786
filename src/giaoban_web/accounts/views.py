"""A person's own page: who I am here, in which language, with which keys."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from django.views.i18n import set_language

from giaoban_web.accounts import actions
from giaoban_web.accounts.forms import LanguageForm, TokenForm

SHOWN_ONCE = "shown_once"


@login_not_required
@require_POST
def language(request: HttpRequest) -> HttpResponseBase:
    """The language switch: works signed in or not; kept in a cookie, and with the person who is signed in."""
    chosen = request.POST.get("language")
    if request.user.is_authenticated and chosen in dict(settings.LANGUAGES) and chosen != request.user.language:
        actions.choose_language(person=request.user, language=str(chosen))
    return set_language(request)


@never_cache
@require_safe
def me(request: HttpRequest) -> HttpResponse:
    """Who I am here: my roles, what I sit for, my keys without their secrets, the key or link that is shown once."""
    return _me(request, TokenForm())


@require_POST
def make_token(request: HttpRequest) -> HttpResponse:
    """A key for a program of mine; its secret is shown on the next page and never again."""
    form = TokenForm(request.POST)
    if not form.is_valid():
        return _me(request, form, status=422)
    _token, key = actions.make_token(owner=request.user, name=form.cleaned_data["name"])
    request.session[SHOWN_ONCE] = key
    return redirect("accounts:me")


@require_POST
def revoke_token(request: HttpRequest, token_id: int) -> HttpResponse:
    """Takes one of my keys back; somebody else's is not found."""
    actions.revoke_token(token=get_object_or_404(request.user.tokens, pk=token_id), by=request.user)
    messages.success(request, _("The key no longer opens anything."))
    return redirect("accounts:me")


def _me(request: HttpRequest, form: TokenForm, status: int = 200) -> HttpResponse:
    context: dict[str, Any] = {
        "form": form,
        "language": LanguageForm(initial={"language": request.user.language}),
        "grants": request.user.grants.select_related("place"),
        "seats": request.user.seats.on(localdate()).select_related("body__place").order_by("body__name"),
        "tokens": request.user.tokens.order_by("-made_at"),
        "key": request.session.pop(SHOWN_ONCE, ""),
        "second_factors": request.user.authenticator_set.exists(),
    }
    return render(request, "accounts/me.html", context, status=status)
