"""Refusals of the web: a `Refused` that carries the HTTP status of its answer; and what it is like when the database is busy."""

from django.db import OperationalError

from giaoban.model import Refused

RETRY = 10
"""Seconds after which somebody who found the database busy may try again."""


class Conflict(Refused):
    """Somebody changed the same thing in between; answered with 409 and both versions."""

    status = 409


def status_of(refused: Refused) -> int:
    """The HTTP status that answers a refusal: 409 unless its class says otherwise."""
    return int(getattr(refused, "status", 409))


def busy(error: Exception) -> bool:
    """Whether it says that somebody else writes into SQLite for longer than we wait: nothing was kept, and it may be tried again."""
    return isinstance(error, OperationalError) and "locked" in str(error)
