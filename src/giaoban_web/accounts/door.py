"""Addresses of signing in. Of what allauth offers only what is named here can be reached; the rest is not found."""

import logging
from functools import wraps

from allauth.account import views as account
from allauth.account.forms import ResetPasswordForm
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.mail import get_connection
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, re_path
from django.views.decorators.http import require_http_methods

from giaoban.model import Refused

log = logging.getLogger(__name__)
shown_and_sent = require_http_methods(["GET", "HEAD", "POST"])


@login_not_required
def closed(request: HttpRequest) -> HttpResponse:
    """allauth asks for the addresses of these pages; nobody signs up or changes an address by themselves here."""
    raise Http404


@wraps(account.logout)
def leave(request: HttpRequest) -> HttpResponse:
    """Signs out; what the browser keeps of the pages goes too, so that the next one at the machine sees none of them by going back."""
    answer: HttpResponse = account.logout(request)
    if request.method == "POST":
        answer["Clear-Site-Data"] = '"cache"'
    return answer


@wraps(account.password_reset)
def reset(request: HttpRequest) -> HttpResponse:
    """Sends a link to set a password anew. A mail server that does not answer is told of, alike for addresses known and unknown."""
    if request.method != "POST" or not settings.EMAIL_HOST:
        answer: HttpResponse = account.password_reset(request)
        return answer
    try:
        with get_connection():
            return account.password_reset(request)  # type: ignore[no-any-return]
    except OSError as error:
        log.warning("the mail server does not take letters: %s", type(error).__name__)
    form = ResetPasswordForm(initial={"email": request.POST.get("email", "")})
    return render(request, "account/password_reset.html", {"form": form, "refusal": Refused("mail-away")}, status=503)


CLOSED = {
    "signup/": "account_signup",
    "email/": "account_email",
    "confirm-email/": "account_email_verification_sent",
    "password/set/": "account_set_password",
    "login/code/confirm/": "account_confirm_login_code",
}
# A second factor and its entry in the log are one transaction.
SECOND_FACTOR = {
    "": ("mfa_index", mfa.index),
    "authenticate/": ("mfa_authenticate", mfa.authenticate),
    "reauthenticate/": ("mfa_reauthenticate", mfa.reauthenticate),
    "totp/activate/": ("mfa_activate_totp", totp.activate_totp),
    "totp/deactivate/": ("mfa_deactivate_totp", totp.deactivate_totp),
    "recovery-codes/": ("mfa_view_recovery_codes", recovery.view_recovery_codes),
    "recovery-codes/generate/": ("mfa_generate_recovery_codes", recovery.generate_recovery_codes),
    "recovery-codes/download/": ("mfa_download_recovery_codes", recovery.download_recovery_codes),
}
DOOR = {
    "login/": ("account_login", account.login),
    "logout/": ("account_logout", leave),
    "inactive/": ("account_inactive", account.account_inactive),
    "reauthenticate/": ("account_reauthenticate", account.reauthenticate),
    "password/change/": ("account_change_password", account.password_change),
    "password/reset/": ("account_reset_password", reset),
    "password/reset/done/": ("account_reset_password_done", account.password_reset_done),
    "password/reset/key/done/": ("account_reset_password_from_key_done", account.password_reset_from_key_done),
}
KEY = r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$"
urlpatterns = [
    *(path(address, shown_and_sent(view), name=name) for address, (name, view) in DOOR.items()),
    re_path(KEY, shown_and_sent(account.password_reset_from_key), name="account_reset_password_from_key"),
    *(path(address, closed, name=name) for address, name in CLOSED.items()),
    *(path(f"mfa/{address}", shown_and_sent(transaction.atomic(view)), name=name) for address, (name, view) in SECOND_FACTOR.items()),
]
