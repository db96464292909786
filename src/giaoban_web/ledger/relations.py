"""That every entry has the place, line, period, unit and source it names, where the database looks at them statement by statement.

PostgreSQL looks up a foreign key row by row: five of them cost an import two thirds of its time. There one look at the end of each
statement takes their place, over what its rows name and not over its rows. SQLite, whose keys are cheap, keeps them.
"""

from typing import Any

RELATIONS = {
    "place_id": "places_place",
    "line_id": "ledger_line",
    "period_id": "ledger_reportingperiod",
    "unit_id": "ledger_unit",
    "source_id": "ledger_source",
}
NAMED = "SELECT 1 FROM (SELECT DISTINCT {column} AS id FROM {rows}) n WHERE NOT EXISTS (SELECT 1 FROM {table} t WHERE t.id = n.id)"
KEYS = "SELECT conname FROM pg_constraint WHERE conrelid = 'ledger_entry'::regclass AND contype = 'f'"
FUNCTION = """
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF {wrong} THEN RAISE EXCEPTION '{told}' USING ERRCODE = 'foreign_key_violation'; END IF;
    RETURN NULL;
END $$
"""
ENTERED = """
CREATE OR REPLACE TRIGGER ledger_entry_related AFTER INSERT ON ledger_entry REFERENCING NEW TABLE AS entered
FOR EACH STATEMENT EXECUTE FUNCTION ledger_entry_related()
"""
GONE = """
CREATE OR REPLACE TRIGGER {table}_of_entries AFTER DELETE ON {table} REFERENCING OLD TABLE AS gone
FOR EACH STATEMENT EXECUTE FUNCTION {table}_of_entries()
"""
KEPT = "EXISTS (SELECT 1 FROM ledger_entry e WHERE e.{column} IN (SELECT id FROM gone))"
ADD = "ALTER TABLE ledger_entry ADD FOREIGN KEY ({column}) REFERENCES {table} (id) DEFERRABLE INITIALLY DEFERRED"


def look_by_statement(connection: Any) -> None:
    """On PostgreSQL let triggers of whole statements do what the foreign keys of the entries did. Safe to repeat."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(KEYS)
        for (key,) in cursor.fetchall():
            cursor.execute(f'ALTER TABLE ledger_entry DROP CONSTRAINT "{key}"')
        wrong = " OR ".join(f"EXISTS ({_without(column, 'entered')})" for column in RELATIONS)
        cursor.execute(FUNCTION.format(name="ledger_entry_related", wrong=wrong, told="an entry names what is not there"))
        cursor.execute(ENTERED)
        for column, table in RELATIONS.items():
            kept = KEPT.format(column=column)
            cursor.execute(FUNCTION.format(name=f"{table}_of_entries", wrong=kept, told=f"entries name this row of {table}"))
            cursor.execute(GONE.format(table=table))


def look_by_row(connection: Any) -> None:
    """Give the entries their foreign keys back. Refused by the database where a row is missing."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("DROP FUNCTION IF EXISTS ledger_entry_related() CASCADE")
        for column, table in RELATIONS.items():
            cursor.execute(f"DROP FUNCTION IF EXISTS {table}_of_entries() CASCADE")
            cursor.execute(ADD.format(column=column, table=table))


def missing(connection: Any) -> list[str]:
    """Columns of the entries that name a row which is not there: none, unless somebody wrote past the database's own checks."""
    found = []
    with connection.cursor() as cursor:
        for column in RELATIONS:
            cursor.execute(f"{_without(column, 'ledger_entry')} LIMIT 1")
            found += [column] if cursor.fetchone() else []
    return found


def _without(column: str, rows: str) -> str:
    return NAMED.format(column=column, rows=rows, table=RELATIONS[column])
