"""What an installation must have before it serves: run by `check --database default` and before every migration."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections


@register(Tags.database)
def sqlite_writes_ahead(databases: Sequence[str] | None = None, **_rest: Any) -> list[CheckMessage]:
    """SQLite must answer that it keeps a write-ahead log: without it a reader and a writer block each other."""
    return [found for alias in databases or () if (found := _journal(alias))]


def _journal(alias: str) -> CheckMessage | None:
    connection: Any = connections[alias]
    if connection.vendor != "sqlite" or connection.is_in_memory_db():
        return None
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode")
        (mode,) = cursor.fetchone()
    if mode == "wal":
        return None
    hint = "Put the database on a local disk: network file systems cannot keep a write-ahead log. Or use PostgreSQL (DATABASE_URL)."
    return Error(f"SQLite answers journal_mode {mode}, not wal.", hint=hint, id="giaoban.E001")
