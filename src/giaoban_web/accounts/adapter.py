"""How allauth behaves here: people are made by an administrator, nobody signs up."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.db import transaction
from django.http import HttpRequest

from giaoban_web.history import actions as history


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def clean_username(self, username: str, shallow: bool = False) -> Any:
        return super().clean_username(username.strip(), shallow)

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
