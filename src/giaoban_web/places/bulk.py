"""Writing many rows at once."""

from collections.abc import Iterable, Sequence

from django.db import connection, models

from giaoban_web.places.models import Change, Event, Place, Share

AT_ONCE = 500


def add(rows: Sequence[models.Model]) -> None:
    """Write rows that are new, all of one kind; they get their keys."""
    if rows:
        type(rows[0])._base_manager.bulk_create(rows, AT_ONCE)


def rewrite(rows: Iterable[models.Model], fields: Sequence[str]) -> None:
    """Write the `fields` of rows that exist, all of one kind: one upsert, which is ten times as quick as `bulk_update`."""
    if found := list(rows):
        type(found[0])._base_manager.bulk_create(found, AT_ONCE, update_conflicts=True, unique_fields=["pk"], update_fields=fields)


def count() -> None:
    """Let PostgreSQL know at once how much there is now: a plan made for empty tables takes minutes for the whole country."""
    if connection.vendor == "postgresql":
        tables = ", ".join(model._meta.db_table for model in (Place, Event, Change, Share))
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {tables}")
