"""Pieces of evidence: brought with a report, looked at before a task is accepted."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from giaoban_web.directives.checking import CheckedFile
from giaoban_web.directives.models import Directive, Event, Evidence, EvidenceFile, EvidenceKind, Look
from giaoban_web.history import actions as history
from giaoban_web.ledger.models import Entry
from giaoban_web.records.models import Record

ROUND = ("return", "reopen")
"""Moves after which what was brought before no longer counts."""
WORK = ("progress", "report")
"""Moves whose pieces show what was done; with any other they are papers to its reason."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What a person brings: a file, a link, an entry of the ledger or a record, with a name to call it by."""

    label: str
    file: CheckedFile | None = None
    url: str = ""
    entry: Entry | None = None
    record: Record | None = None

    @property
    def kind(self) -> EvidenceKind:
        if self.file is not None:
            return EvidenceKind.FILE
        if self.entry is not None:
            return EvidenceKind.OBSERVATION
        return EvidenceKind.DOCUMENT if self.record is not None else EvidenceKind.LINK


def pieces_now(directive: Directive) -> QuerySet[Evidence]:
    """Those that count for the report that stands: brought with work since it was last returned or reopened, not attached to a reason."""
    last = directive.events.filter(move__in=ROUND).order_by("-number").values_list("number", flat=True).first()
    return directive.evidence.filter(event__number__gt=last or 0, event__move__in=WORK)


def unseen(directive: Directive, by: Any) -> list[Evidence]:
    """Pieces that count and at which `by` has not looked."""
    looked = Look.objects.filter(evidence=OuterRef("pk"), by=by)
    return list(pieces_now(directive).filter(~Exists(looked)))


@transaction.atomic
def look(*, evidence: Evidence, by: Any) -> None:
    """Note that a person opened a piece; noted once."""
    _look, new = Look.objects.get_or_create(evidence=evidence, by=by)
    if new:
        history.record(evidence.directive, "evidence looked at", by=by, evidence=evidence.pk, label=evidence.label)


def attach(event: Event, pieces: Sequence[Piece], by: Any) -> None:
    """Keep the pieces with the event that they came with; the caller's transaction and log entry hold them."""
    for piece in pieces:
        cell = {} if piece.entry is None else {name: getattr(piece.entry, name) for name in ("place", "line", "period", "number")}
        what = {"kind": piece.kind, "label": piece.label[:255], "url": piece.url, "record": piece.record, **cell}
        made = Evidence.objects.create(directive=event.directive, event=event, by=by, **what)
        if piece.file is not None:
            kept = {"media_type": piece.file.media_type, "sha256": sha256(piece.file.data).hexdigest(), "size": len(piece.file.data)}
            EvidenceFile.objects.create(evidence=made, data=piece.file.data, **kept)
        history.record(
            event.directive,
            "evidence brought" if event.move in WORK else "paper attached",
            by=by,
            evidence=made.pk,
            kind=made.kind,
            label=made.label,
        )
