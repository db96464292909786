"""Triggers of the database that keep the log append-only, whoever writes to it and by whatever way."""

from typing import Any

SQLITE = """
CREATE TRIGGER IF NOT EXISTS history_entry_no_{name} BEFORE {name} ON history_entry
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END
"""
REFUSE = """
CREATE OR REPLACE FUNCTION history_entry_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the log is append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$
"""
NO_CHANGE = """
CREATE OR REPLACE TRIGGER history_entry_no_change BEFORE UPDATE OR DELETE ON history_entry
FOR EACH ROW EXECUTE FUNCTION history_entry_refuse()
"""
NO_TRUNCATE = """
CREATE OR REPLACE TRIGGER history_entry_no_truncate BEFORE TRUNCATE ON history_entry
FOR EACH STATEMENT EXECUTE FUNCTION history_entry_refuse()
"""
INSTALL = {
    "sqlite": (SQLITE.format(name="update"), SQLITE.format(name="delete")),
    "postgresql": (REFUSE, NO_CHANGE, NO_TRUNCATE),
}
REMOVE = {
    "sqlite": ("DROP TRIGGER IF EXISTS history_entry_no_update", "DROP TRIGGER IF EXISTS history_entry_no_delete"),
    "postgresql": (
        "DROP TRIGGER IF EXISTS history_entry_no_change ON history_entry",
        "DROP TRIGGER IF EXISTS history_entry_no_truncate ON history_entry",
    ),
}


def install(connection: Any) -> None:
    """From now on UPDATE and DELETE on the log raise `IntegrityError`. Safe to repeat."""
    _run(connection, INSTALL)


def remove(connection: Any) -> None:
    """Let the log be changed: for migrations that rebuild its table."""
    _run(connection, REMOVE)


def _run(connection: Any, statements: dict[str, tuple[str, ...]]) -> None:
    with connection.cursor() as cursor:
        for statement in statements[connection.vendor]:
            cursor.execute(statement)
