"""Who is asking: the owner of a key, or a person signed in to the pages."""

from typing import Any

from django.http import HttpRequest
from ninja.security import HttpBearer, SessionAuth

from giaoban_web.accounts.actions import authenticate_token


class Key(HttpBearer):
    """A key made on a person's own page; acts as that person."""

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        return authenticate_token(token)


class Session(SessionAuth):
    """Signed in to the pages; a write needs the CSRF token as well."""


AUTH = [Key(), Session()]
