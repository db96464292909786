"""How many wrong passwords are borne: five of one name at one address, and those of thirty names at one address.

A whole office reaches the server from one address. Where many names were tried there in vain, a browser in which a person signed in
before still lets that person in: only names that are new to the browser wait.
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from axes.models import AccessAttempt
from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import salted_hmac

FAILURES = 5
"""Wrong passwords of one name at one address, within a quarter of an hour."""
NAMES = 30
"""Names with which nobody signed in after a wrong password, at one address within a quarter of an hour."""
WAIT = timedelta(minutes=15)
COOKIE, SALT, KEPT, YEAR = "known_here", "giaoban known here", 10, 365 * 24 * 60 * 60


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


def failure_limit(request: HttpRequest, credentials: dict[str, Any] | None) -> int:
    """For axes: after how many wrong passwords this name waits at this address; 0 where it waits because of all the other names."""
    name = typed_name(request, credentials)
    return 0 if _marks([name])[0] not in _known_here(request) and many_names(client_ip(request), name) else FAILURES


def many_names(address: str, name: str) -> bool:
    """Whether so many others were tried in vain there that `name`, which was not one of them, waits."""
    tried = AccessAttempt.objects.filter(ip_address=address, attempt_time__gte=timezone.now() - WAIT)
    names = set(tried.order_by().values_list("username", flat=True).distinct()[: NAMES + 1])
    return len(names) >= NAMES and name not in names


def remember(request: HttpRequest, answer: HttpResponse, user: Any) -> None:
    """Let the browser prove from now on that `user` signed in there; neither the name nor the address can be read from it."""
    own = _marks(filter(None, (user.get_username(), user.email)))
    marks = [*own, *(each for each in _known_here(request) if each not in own)][:KEPT]
    told = {"max_age": YEAR, "secure": settings.SESSION_COOKIE_SECURE, "httponly": True, "samesite": "Lax"}
    answer.set_cookie(COOKIE, signing.dumps(marks, salt=SALT), path=settings.SESSION_COOKIE_PATH, **told)


def _known_here(request: HttpRequest) -> list[str]:
    try:
        return list(signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=YEAR))
    except signing.BadSignature:
        return []


def _marks(names: Iterable[str]) -> list[str]:
    return [salted_hmac(SALT, str(name).strip().casefold()).hexdigest()[:20] for name in names]
