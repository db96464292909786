"""Refusals of the web: a `Refused` that carries the HTTP status of its answer; and what it is like when the database does not serve."""

import shutil
from pathlib import Path

from django.db import DatabaseError, InterfaceError, OperationalError, connection

from giaoban.model import Refused

RETRY = 10
"""Seconds after which somebody who found the database busy may try again."""
SIGNS = {
    "database-busy": ("database is locked", "database table is locked"),
    "database-full": ("database or disk is full", "no space left on device", "could not extend file"),
    "database-read-only": ("readonly database", "read-only transaction", "disk i/o error"),
    "database-away": (
        "unable to open database file", "connection failed", "could not connect", "connection to server", "connection timeout",
        "server closed the connection", "the connection is closed", "terminating connection", "the database system is",
        "connection already closed", "too many clients", "remaining connection slots", "consuming input failed",
    ),
    "database-damaged": ("database disk image is malformed", "file is not a database"),
}  # fmt: skip
"""What databases say, in small letters, by the code of the message that tells of it."""
NO_ROOM = 1_000_000
"""Bytes free on the disk of a database of SQLite below which it cannot even be opened, and SQLite tells of the disk, not of the room."""


class Conflict(Refused):
    """Somebody changed the same thing in between; answered with 409 and both versions."""

    status = 409


def status_of(refused: Refused) -> int:
    """The HTTP status that answers a refusal: 409 unless its class says otherwise."""
    return int(getattr(refused, "status", 409))


def trouble(error: BaseException | None) -> str:
    """The code of a message, where the database could not serve and kept nothing: it may be tried again. Empty for any other failure."""
    if not isinstance(error, OperationalError | InterfaceError) and type(error) is not DatabaseError:
        return ""
    said = str(error).casefold()
    code = next((code for code, signs in SIGNS.items() if any(sign in said for sign in signs)), "")
    return "database-full" if "disk i/o error" in said and _no_room() else code


def _no_room() -> bool:
    """Whether the disk of the database is full, where it is a file of this machine."""
    file = Path(connection.settings_dict["NAME"])
    try:
        return connection.vendor == "sqlite" and shutil.disk_usage(file.parent).free < NO_ROOM
    except OSError:
        return False
