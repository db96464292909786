"""Settings as the environment tells them. What cannot be meant is refused before anything starts, with the way to write it."""

import os
import re
from collections.abc import Callable
from datetime import time
from typing import TypeVar

from giaoban.model import Refused

Read = TypeVar("Read")
NEVER = "-"
WHO = re.compile(r"//.*@")
"""Name and password in an address."""


def told(name: str, default: str, read: Callable[[str], Read], like: str) -> Read:
    """What `read` makes of a setting, or of its default. Refused (`setting-unreadable`, no password shown) where it raises ValueError."""
    text = os.environ.get(name, default)
    try:
        return read(text)
    except ValueError:
        raise Refused("setting-unreadable", setting=name, text=WHO.sub("//…@", text), like=like) from None


def days(text: str) -> int | None:
    """A number of days; None for "-"."""
    return None if text == NEVER else int(text)


def hour(text: str) -> str:
    """An hour of the day as it was written, or "-"."""
    if text != NEVER:
        time.fromisoformat(text)
    return text


def some_of(known: str) -> Callable[[str], list[str]]:
    """Reads names separated by commas, each of them one of those in `known`."""

    def read(text: str) -> list[str]:
        names = [each.strip() for each in text.split(",")]
        if not set(names) <= set(known.split(",")):
            raise ValueError(text)
        return names

    return read


def host_and_port(text: str) -> tuple[str, int]:
    """A mail server and its port, 25 where none is said."""
    host, _colon, port = text.partition(":")
    return host, int(port or 25)
