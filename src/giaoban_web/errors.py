"""Refusals of the web: a `Refused` that carries the HTTP status of its answer."""

from giaoban.model import Refused


class Conflict(Refused):
    """Somebody changed the same thing in between; answered with 409 and both versions."""
