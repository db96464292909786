"""Many rows at once: by COPY where the database has it, which spares it the words of an INSERT, else by `bulk_create`.

And a pause between many and more, for whoever waits to write.
"""

import time
from collections.abc import Sequence
from typing import Any

from django.db import connection, models

ROWS = 2_000
"""Rows in one statement where there is no COPY."""
PAUSE = 0.11
"""Seconds. Whoever waits in another process to write into SQLite stands in no queue, but looks every tenth of a second."""


def put(rows: Sequence[models.Model]) -> None:
    """Keep new rows of one model. They come back without their keys; one that breaks a rule of the table breaks off all of them."""
    if not rows:
        return
    if connection.vendor != "postgresql":
        type(rows[0])._default_manager.bulk_create(rows, batch_size=ROWS)
        return
    its = rows[0]._meta
    fields = [field for field in its.concrete_fields if not field.primary_key]
    columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    with connection.cursor() as cursor, cursor.copy(f"COPY {connection.ops.quote_name(its.db_table)} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row([_stored(field, row) for field in fields])


def give_way() -> None:
    """Let everybody who waits to write look once; PostgreSQL locks rows, and gives them in turn."""
    if connection.vendor == "sqlite":
        time.sleep(PAUSE)


def _stored(field: Any, row: models.Model) -> Any:
    return field.get_db_prep_save(getattr(row, field.attname), connection)
