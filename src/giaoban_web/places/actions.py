"""Keeping the register of places."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db import transaction

from giaoban.reference.folding import fold
from giaoban_web.history.actions import record
from giaoban_web.places.models import Change, Place
from giaoban_web.places.table import ChangeRow, Row
from giaoban_web.search.actions import index


@transaction.atomic
def load(rows: Iterable[Row], *, by: Any = None, changes: Iterable[ChangeRow] = ()) -> int:
    """Bring the register in line with `rows` and `changes`; how many of them were new or different.

    Parents come before what lies in them. Rows already there as given are left alone, those not given stay.
    """
    touched = sum(_place(row, by) for row in rows)
    return touched + sum(_change(row, by) for row in changes)


def _place(row: Row, by: Any) -> bool:
    parent = Place.objects.on(row.valid_from).get(code=row.parent) if row.parent else None
    values = {
        "kind": row.kind,
        "name": row.name,
        "parent": parent,
        "path": f"{parent.path if parent else ''}{row.code}/",
        "valid_to": row.valid_to,
        "folded": fold(f"{row.kind} {row.name}"),
        "source": row.source,
    }
    key = {"code": row.code, "valid_from": row.valid_from}
    if Place.objects.filter(**key, **values).exists():
        return False
    place, made = Place.objects.update_or_create(**key, defaults=values)
    told = {
        "name": str(place),
        "valid_from": row.valid_from.isoformat(),
        "valid_to": row.valid_to and row.valid_to.isoformat(),
        "source": row.source,
    }
    record(place, "place added" if made else "place changed", by=by, **told)
    index(
        place,
        title=place.title,
        body=" · ".join(filter(None, [parent and parent.title, place.code])),
        url=place.get_absolute_url(),
        on=place.valid_from,
    )
    return True


def _change(row: ChangeRow, by: Any) -> bool:
    before = Place.objects.on(row.on - timedelta(days=1)).get(code=row.before)
    after = Place.objects.on(row.on).get(code=row.after)
    values = {"kind": row.kind, "part": row.part, "act": row.act}
    key = {"on": row.on, "before": before, "after": after}
    if Change.objects.filter(**key, **values).exists():
        return False
    change, _ = Change.objects.update_or_create(**key, defaults=values)
    record(
        change, "place change added", by=by, within=before, on=row.on.isoformat(), before=str(before), after=str(after), legal_act=row.act
    )
    return True
