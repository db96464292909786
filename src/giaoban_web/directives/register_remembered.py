"""Counts of the register that are remembered for as long as nobody has written anything."""

from hashlib import sha256
from threading import Lock
from typing import Any

from django.core.cache import cache
from django.db.models import QuerySet

from giaoban_web.directives import counts
from giaoban_web.directives.models import Directive
from giaoban_web.directives.register_forms import RegisterFilter
from giaoban_web.history.queries import head

AN_HOUR = 3600
LOCKS = tuple(Lock() for _each in range(32))


def counted(found: QuerySet[Directive], form: RegisterFilter, user: Any) -> counts.Counted:
    """The count of the list that `form` makes for `user`. Every write moves the head of the log, so an older count is never given.

    Who asks for a count that somebody else is counting waits for it.
    """
    key = _short(f"register:{head().hash}:{user.pk}:{form.day}:{form.said}")
    with LOCKS[int(key[:2], 16) % len(LOCKS)]:
        known: counts.Counted | None = cache.get(key)
        if known is None:
            known = counts.counted(found, form.day)
            cache.set(key, known, AN_HOUR)
    return known


def _short(key: str) -> str:
    """The key hashed: a cache takes no long keys and not every character."""
    return sha256(key.encode()).hexdigest()
