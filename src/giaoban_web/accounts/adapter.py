"""How allauth behaves here: people are made by an administrator, nobody signs up."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.db import transaction
from django.http import HttpRequest

from giaoban_web.accounts.throttling import client_ip, remember
from giaoban_web.history import actions as history


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

    def post_login(self, request: HttpRequest, user: Any, **told: Any) -> Any:
        """The answer to a sign-in, by which the browser remembers whom it let in."""
        answer = super().post_login(request, user, **told)
        remember(request, answer, user)
        return answer

    def login(self, request: HttpRequest, user: Any) -> None:
        """A sign-in with its entry in the log, or none."""
        with transaction.atomic():
            super().login(request, user)
            history.record(user, "signed in", by=user)
