"""Rows that hold what somebody types, capitals and accents ignored, by the database: "hop" and "HỌP" find "Họp" on every one.

SQLite has capitals for a to z only, and PostgreSQL has no word for accents without an extension: so `field__folded` is `fold` in both.
"""

from typing import Any

from django.db.backends.signals import connection_created
from django.db.models import CharField, Q, TextField, Transform

from giaoban.reference.abbreviations import written_out
from giaoban.reference.folding import fold

MARKS_OFF = "regexp_replace(normalize(%(expressions)s, NFD), '[\\u0300-\\u036f]', '', 'g')"
POSTGRESQL = f"lower(translate(normalize({MARKS_OFF}, NFC), 'ĐđÐð', 'dddd'))"


@CharField.register_lookup
@TextField.register_lookup
class Folded(Transform):
    """The words of a field as `fold` gives them."""

    lookup_name = "folded"
    function = "giaoban_fold"
    output_field = TextField()

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """PostgreSQL folds by itself. Letters lose their marks first, so that `lower` need not know any."""
        return self.as_sql(compiler, connection, template=POSTGRESQL, **context)


def holding(text: str, *fields: str) -> Q:
    """Rows with these words in one of `fields`, in this order, single spaces between, as typed or with abbreviations in full; all rows
    where no word was typed.
    """
    typed = text.replace("\0", "")
    ways = {" ".join(fold(each).split()) for each in (typed, written_out(typed))} - {""}
    held = Q()
    for field in fields:
        for words in ways:
            held |= Q(**{f"{field}__folded__contains": words})
    return held


def _teach(connection: Any, **_rest: Any) -> None:
    if connection.vendor == "sqlite":
        connection.connection.create_function("giaoban_fold", 1, _folded, deterministic=True)


def _folded(text: str | None) -> str | None:
    return None if text is None else fold(text)


def register() -> None:
    """Let every connection to SQLite know how text is folded."""
    connection_created.connect(_teach, dispatch_uid="giaoban_fold")
