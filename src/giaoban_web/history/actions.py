"""Adding to the log, within the transaction of the write it tells of."""

import hashlib
import json
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from giaoban_web.history.models import Entry, Head


def record(subject: models.Model, act: str, *, by: Any, **details: Any) -> Entry:
    """Add an entry: `by` did `act` to `subject`. Refuses to run outside a transaction.

    details  plain JSON values; they are public to whoever may read the log, so no secrets
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a history entry belongs in the transaction of its write")
    head, _ = Head.objects.select_for_update().get_or_create(pk=1)
    entry = Entry(
        number=head.number + 1,
        at=timezone.now(),
        by=by,
        act=act,
        subject_type=subject._meta.label_lower,
        subject_id=str(subject.pk),
        details=details,
        previous=head.hash,
    )
    entry.hash = digest(entry)
    entry.save(force_insert=True)
    head.number, head.hash = entry.number, entry.hash
    head.save(update_fields=["number", "hash"])
    return entry


def digest(entry: Entry) -> str:
    """SHA-256 over the entry's content and the hash before it, as canonical JSON."""
    content = {
        "number": entry.number,
        "at": entry.at.isoformat(timespec="microseconds"),
        "by": entry.by_id,
        "act": entry.act,
        "subject": [entry.subject_type, entry.subject_id],
        "details": entry.details,
        "previous": entry.previous,
    }
    return hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
