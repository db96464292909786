"""The database's own index over the words of entries: how it is made, and how it is asked.

SQLite      an FTS5 table over `search_entry.words`, kept by triggers
PostgreSQL  a generated tsvector column of the words, with a GIN index

Both are part of the database, so they change in the transaction of the entry itself.
"""

from collections.abc import Iterable

from django.db import connections
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models.expressions import RawSQL

SQLITE = (
    """CREATE VIRTUAL TABLE search_index USING fts5(
        words, content='search_entry', content_rowid='id', tokenize='unicode61 remove_diacritics 0', prefix='2 3')""",
    """CREATE TRIGGER search_entry_added AFTER INSERT ON search_entry BEGIN
        INSERT INTO search_index(rowid, words) VALUES (new.id, new.words); END""",
    """CREATE TRIGGER search_entry_removed AFTER DELETE ON search_entry BEGIN
        INSERT INTO search_index(search_index, rowid, words) VALUES ('delete', old.id, old.words); END""",
    """CREATE TRIGGER search_entry_changed AFTER UPDATE ON search_entry BEGIN
        INSERT INTO search_index(search_index, rowid, words) VALUES ('delete', old.id, old.words);
        INSERT INTO search_index(rowid, words) VALUES (new.id, new.words); END""",
)
SQLITE_GONE = ("DROP TABLE search_index",)
POSTGRESQL = (
    """ALTER TABLE search_entry ADD COLUMN lexemes tsvector
        GENERATED ALWAYS AS (array_to_tsvector(string_to_array(trim(words), ' '))) STORED""",
    "CREATE INDEX search_entry_lexemes ON search_entry USING gin (lexemes)",
)
POSTGRESQL_GONE = ("ALTER TABLE search_entry DROP COLUMN lexemes",)
MADE = {"sqlite": SQLITE, "postgresql": POSTGRESQL}
GONE = {"sqlite": SQLITE_GONE, "postgresql": POSTGRESQL_GONE}


def make(_apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    """Makes the index, in a migration."""
    for statement in MADE[editor.connection.vendor]:
        editor.execute(statement)


def drop(_apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    """Unmakes the index, in a migration."""
    for statement in GONE[editor.connection.vendor]:
        editor.execute(statement)


def holding(words: Iterable[str], prefix: str) -> RawSQL:
    """The keys of entries with all `words` and, unless it is "", a word that starts with `prefix`.

    Words must be letters and digits only, as `folding.words` gives them: then nothing in them is an operator.
    """
    if connections["default"].vendor == "sqlite":
        terms = [f'"{word}"' for word in words] + ([f'"{prefix}"*'] if prefix else [])
        return RawSQL("SELECT rowid FROM search_index WHERE search_index MATCH %s", [" AND ".join(terms)])
    terms = [f"'{word}'" for word in words] + ([f"'{prefix}':*"] if prefix else [])
    return RawSQL("SELECT id FROM search_entry WHERE lexemes @@ %s::tsquery", [" & ".join(terms)])
