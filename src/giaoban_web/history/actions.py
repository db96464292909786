"""Adding to the log, within the transaction of the write it tells of."""

from typing import Any

from django.db import models, transaction
from django.utils import timezone

from giaoban_web.history import chain, rows
from giaoban_web.history.models import Entry, Head

WAYS_TO_PLACE = (("find", "record", "place"), ("record", "place"), ("place",))


def record(subject: models.Model, act: str, *, by: Any, within: Any = None, **details: Any) -> Entry:
    """Add an entry: `by` did `act` to `subject`. Refuses to run outside a transaction.

    by       a person; None or somebody not signed in for what nobody known did
    within   the place it belongs to: whoever may read the log there sees it; by default the place of `subject`
    details  plain JSON values; they are public to whoever may read the log, so no secrets

    To be called after the write: the entry carries the hash of what `subject` then says (`history.rows`).
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a history entry belongs in the transaction of its write")
    head = _head()
    entry = Entry(
        number=head.number + 1,
        at=timezone.now(),
        by=by if getattr(by, "pk", None) else None,
        act=act,
        subject_type=subject._meta.label_lower,
        subject_id="" if subject.pk is None else str(subject.pk),
        within=_path(within if within is not None else subject),
        details=chain.plain(details | _row(subject)),
        previous=head.hash,
    )
    entry.hash = chain.digest(entry)
    entry.save(force_insert=True)
    head.number, head.hash = entry.number, entry.hash
    head.save(update_fields=["number", "hash"])
    return entry


def _row(subject: models.Model) -> dict[str, str]:
    """The hash of what `subject` now says in the database, where the log keeps one."""
    said = rows.sealed(subject._meta.label_lower, subject.pk)
    return {rows.NAME: said} if said else {}


def _head() -> Head:
    """The end of the log, which nobody else writes on until this transaction is over."""
    ends = Head.objects.select_for_update()
    try:
        return ends.get(pk=1)
    except Head.DoesNotExist:
        Head.objects.get_or_create(pk=1)
        return ends.get(pk=1)


def _path(subject: Any) -> str:
    """The path of the place that `subject` is or belongs to; empty for what belongs to no place."""
    if isinstance(path := getattr(subject, "path", None), str):
        return path
    for way in WAYS_TO_PLACE:
        reached = subject
        for name in way:
            reached = getattr(reached, name, None)
        if reached is not None:
            return str(reached.path)
    return ""
