"""How entries lie on the disk: on SQLite clustered by their key, without a second copy of it, so that a place's figures lie together.

A row then costs about 35 bytes instead of about 80; PostgreSQL has no such tables and keeps a plain one with its key.
"""

from typing import Any

TABLE = "ledger_entry"


def cluster(connection: Any) -> None:
    """Make the empty table of entries anew, clustered. Refuses when it holds entries."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT 1 FROM ledger_entry)")
        if cursor.fetchone()[0]:
            raise RuntimeError("the table of entries is not empty")
        cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = %s", [TABLE])
        (made,) = cursor.fetchone()
        cursor.execute("DROP TABLE ledger_entry")
        cursor.execute(f"{made} WITHOUT ROWID")
