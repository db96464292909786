"""How allauth behaves here: people are made by an administrator, nobody signs up."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest

from giaoban_web.history import actions as history


def client_ip(request: HttpRequest) -> str:
    """The address from which a request came; behind a trusted proxy, the one that the proxy saw."""
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    return forwarded.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", ""))


def typed_name(request: HttpRequest | None, credentials: dict[str, Any] | None) -> str:
    """The user name or address with which somebody tries to sign in, in one spelling, so that its attempts are counted together."""
    given = credentials or {}
    typed = next((given[name] for name in ("username", "email") if given.get(name)), "")
    if not typed and request is not None:
        typed = request.POST.get("login", "")
    return str(typed).strip().casefold()


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody signs up; attempts to sign in count by the address of the client; sign-ins and new passwords are logged."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return client_ip(request)

    def clean_username(self, username: str, shallow: bool = False) -> Any:
        return super().clean_username(username.strip(), shallow)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Wrong passwords are counted by axes alone: allauth would let anybody lock a person out of every computer."""

    def set_password(self, user: Any, password: str) -> None:
        """A new password and its entry in the log, or neither."""
        with transaction.atomic():
            super().set_password(user, password)
            history.record(user, "password changed", by=user)

    def login(self, request: HttpRequest, user: Any) -> None:
        """A sign-in with its entry in the log, or none."""
        with transaction.atomic():
            super().login(request, user)
            history.record(user, "signed in", by=user)
