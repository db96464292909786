"""Refusals of the web: a `Refused` that carries the HTTP status of its answer."""

from giaoban.model import Refused


class Conflict(Refused):
    """Somebody changed the same thing in between; answered with 409 and both versions."""

    status = 409


def status_of(refused: Refused) -> int:
    """The HTTP status that answers a refusal: 409 unless its class says otherwise."""
    return int(getattr(refused, "status", 409))
