"""Addresses of signing in. Of what allauth offers only what is named here can be reached; the rest is not found."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path, re_path


@login_not_required
def closed(request: HttpRequest) -> HttpResponse:
    """allauth asks for the addresses of these pages; nobody signs up or changes an address by themselves here."""
    raise Http404


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
urlpatterns = [
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/change/", account.password_change, name="account_change_password"),
    path("password/reset/", account.password_reset, name="account_reset_password"),
    path("password/reset/done/", account.password_reset_done, name="account_reset_password_done"),
    path("password/reset/key/done/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    *(path(address, closed, name=name) for address, name in CLOSED.items()),
    *(path(f"mfa/{address}", transaction.atomic(view), name=name) for address, (name, view) in SECOND_FACTOR.items()),
]
