"""All that the database holds, to prove that something changed nothing."""

from typing import Any

from django.apps import apps
from django.db import connection, models

Rows = list[tuple[Any, ...]]


def snapshot() -> dict[str, Rows]:
    """Every row of every table as it is kept, but those of sessions and of the framework itself."""
    kinds = [model for model in apps.get_models() if model._meta.app_config.name.startswith("giaoban_web.")]
    return {model._meta.label: _rows(model) for model in kinds}


def _rows(model: type[models.Model]) -> Rows:
    table, *key = map(connection.ops.quote_name, (model._meta.db_table, *(field.column for field in model._meta.pk_fields)))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} ORDER BY {', '.join(key)}")
        return cursor.fetchall()
