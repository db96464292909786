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
    """Signed in to the pages; a write needs the CSRF token as well.

    Who is not signed in is told so, and not that a token of a page is missing: a key may be mistyped or no longer hold.
    """

    def _get_key(self, request: HttpRequest) -> str | None:
        return super()._get_key(request) if request.user.is_authenticated else None


AUTH = [Key(), Session()]
