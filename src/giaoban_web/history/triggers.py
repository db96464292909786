"""Triggers of the database that keep a table append-only (the log, the ledger), whoever writes to it and by whatever way."""

from collections.abc import Mapping, Sequence
from typing import Any

LOG, LEDGER = "history_entry", "ledger_entry"
TABLES = (LOG, LEDGER)
SQLITE = """
CREATE TRIGGER IF NOT EXISTS {table}_no_{act} BEFORE {act} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
"""
REFUSE = """
CREATE OR REPLACE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{table} is append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$
"""
NO_CHANGE = """
CREATE OR REPLACE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION {table}_refuse()
"""
NO_TRUNCATE = """
CREATE OR REPLACE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse()
"""
INSTALL = {
    "sqlite": (SQLITE.replace("{act}", "update"), SQLITE.replace("{act}", "delete")),
    "postgresql": (REFUSE, NO_CHANGE, NO_TRUNCATE),
}
REMOVE = {
    "sqlite": ("DROP TRIGGER IF EXISTS {table}_no_update", "DROP TRIGGER IF EXISTS {table}_no_delete"),
    "postgresql": (
        "DROP TRIGGER IF EXISTS {table}_no_change ON {table}",
        "DROP TRIGGER IF EXISTS {table}_no_truncate ON {table}",
    ),
}

NAMED = {"sqlite": ("{table}_no_update", "{table}_no_delete"), "postgresql": ("{table}_no_change", "{table}_no_truncate")}
THERE = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'",
}


def install(connection: Any, table: str = LOG) -> None:
    """From now on UPDATE and DELETE on `table`, one of `TABLES`, raise `IntegrityError`. Safe to repeat."""
    _run(connection, INSTALL, table)


def remove(connection: Any, table: str = LOG) -> None:
    """Let `table` be changed: for migrations that rebuild it."""
    _run(connection, REMOVE, table)


def missing(connection: Any) -> list[str]:
    """Triggers that are not there, or are switched off: none, unless somebody with the rights of the database's owner was at it."""
    with connection.cursor() as cursor:
        cursor.execute(THERE[connection.vendor])
        there = {name for (name,) in cursor.fetchall()}
    named = (form.format(table=table) for table in TABLES for form in NAMED[connection.vendor])
    return [name for name in named if name not in there]


def _run(connection: Any, statements: Mapping[str, Sequence[str]], table: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements[connection.vendor]:
            cursor.execute(statement.format(table=table))
