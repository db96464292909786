"""What people do with records: put one in, decide about finds, add what was missed, take a decision back."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from traceback import format_tb
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from giaoban import flow
from giaoban.documents import Ocr
from giaoban.exchange.record import fields as fields_of
from giaoban.model import Document, Finding, Meeting, Observation, Reading, Refused
from giaoban.model import Find as ReadFind
from giaoban_web.accounts.queries import may
from giaoban_web.errors import Conflict
from giaoban_web.history import actions as history
from giaoban_web.learning.queries import weights_in_use
from giaoban_web.places.models import Place
from giaoban_web.records import seals
from giaoban_web.records.blocks import pack, pack_spans
from giaoban_web.records.indexing import index_fact, index_record
from giaoban_web.records.linking import link
from giaoban_web.records.matching import place_of, topic_named
from giaoban_web.records.models import Decision, Find, Kind, Original, Record, Verdict
from giaoban_web.records.queries import finds_of, visible_to
from giaoban_web.records.signals import decided
from giaoban_web.records.standing import UNDECIDED, polarity_kind, standing, undone
from giaoban_web.records.titles import in_small_letters

log = logging.getLogger(__name__)
BY_PERSON = "person"
ACTS: dict[str, str] = {
    Verdict.CONFIRMED: _("find confirmed"),
    Verdict.CORRECTED: _("find corrected"),
    Verdict.REJECTED: _("find rejected"),
    Verdict.REOPENED: _("find reopened"),
    Verdict.AMENDED: _("find changed with others again"),
}


class Known(Refused):
    """The same bytes were put in before: `record` is the first one."""

    def __init__(self, record: Record) -> None:
        super().__init__("record-known", name=str(record), by=str(record.put_in_by), on=timezone.localdate(record.put_in_at))
        self.record = record


class SameText(Refused):
    """The same text was put in before as another file: `record` is the first one."""

    def __init__(self, record: Record) -> None:
        told = {"name": str(record), "file": record.name, "by": str(record.put_in_by), "on": timezone.localdate(record.put_in_at)}
        super().__init__("record-same-text", **told)
        self.record = record


@dataclass(frozen=True, slots=True)
class Change:
    """A find as a person wants it: where it stands in the text, and what it says."""

    kind: str
    start: int
    end: int
    fields: dict[str, Any]


def put_in(*, data: bytes, name: str, place: Place, by: Any, ocr: Ocr | None = None, anyway: bool = False) -> Record:
    """Read a record and keep it with its finds. Refused (and nothing kept) when it cannot or must not be read, or is known.

    anyway  keep it also where its text is there already as another file
    """
    _refuse_unless(by, "records.put_in", place)
    _refuse_if_known(data, by)
    document, reading = _read(data, name, ocr)
    if not anyway:
        _refuse_if_known(data, by)  # once more: somebody may have put it in while it was read
        _refuse_if_same_text(document, by)
    try:
        return keep(document, reading, data, place=place, by=by)
    except IntegrityError:
        _refuse_if_known(data, by)
        raise


@transaction.atomic
def keep(document: Document, reading: Reading, data: bytes, *, place: Place, by: Any) -> Record:
    """The record, its original and its finds, in one transaction with the log and the index."""
    record = Record.objects.create(
        place=place,
        name=document.name[:255],
        media_type=document.media_type,
        encoding=document.encoding,
        sha256=document.sha256,
        size=len(data),
        title=in_small_letters(reading.title or ""),
        published_on=reading.published_on,
        text=document.text,
        words=_words_of(document.text),
        blocks=pack(document),
        unsure=pack_spans(document.unsure),
        reader=reading.reader,
        put_in_by=by,
    )
    Original.objects.create(record=record, data=data)
    finds = Find.objects.bulk_create(_as_row(record, find) for find in reading.finds())
    sealed = seals.of_record(record, finds)
    history.record(record, seals.PUT_IN, by=by, sha256=record.sha256, size=record.size, reader=record.reader, seal=sealed)
    index_record(record)
    return record


def decide(*, find: Find, verdict: str, seen: int, by: Any, change: Change | None = None, reason: str = "", undo: bool = False) -> Decision:
    """Confirm, correct, reject or reopen a find.

    seen    number of the last decision that the person saw (0 for none); `Conflict` when another came in between
    change  the find as corrected; without it, it stands as it is
    """
    _refuse_unless(by, "records.decide", find.record.place)
    try:
        with transaction.atomic():
            _one_at_a_time(find.record)
            fresh = Find.objects.select_related("standing__by").get(pk=find.pk)
            fresh.record = find.record
            _refuse_if_decided_meanwhile(fresh, seen, by)
            return _decided(fresh, verdict, by, change, reason=reason, undo=undo)
    except IntegrityError:
        raise _conflict(Find.objects.select_related("standing__by").get(pk=find.pk), by) from None


@transaction.atomic
def add(*, record: Record, change: Change, by: Any) -> Find:
    """A find that the reader missed, added and confirmed by a person."""
    _refuse_unless(by, "records.decide", record.place)
    _one_at_a_time(record)
    if not 0 <= change.start < change.end <= len(record.text):
        raise Refused("span-outside-text", start=change.start, end=change.end, length=len(record.text))
    find = Find.objects.create(
        record=record,
        kind=change.kind,
        start=change.start,
        end=change.end,
        fields=change.fields,
        rule=BY_PERSON,
        reader=record.reader,
        confidence=1.0,
        added_by=by,
    )
    _decided(find, Verdict.CONFIRMED, by)
    return find


@transaction.atomic
def confirm_above(*, record: Record, threshold: float, by: Any) -> list[Decision]:
    """Confirm as read all undecided finds whose confidence is at least `threshold`."""
    _refuse_unless(by, "records.decide", record.place)
    _one_at_a_time(record)
    return [_decided(find, Verdict.CONFIRMED, by) for find in _meetings_first(sure_finds(record, threshold).select_related("standing"))]


def sure_finds(record: Record, threshold: float) -> Any:
    """Undecided finds of `record` whose confidence is at least `threshold`."""
    return record.finds.undecided().filter(confidence__gte=threshold)


def undo(*, find: Find, seen: int, by: Any) -> Decision:
    """Take the last decision on a find back: it stands again as it did before."""
    if standing(find).state in {UNDECIDED, Verdict.REOPENED}:
        raise Refused("nothing-to-undo")
    earlier = undone(find)
    old = earlier or find
    change = Change(old.kind, old.start, old.end, old.fields)
    verdict = earlier.verdict if earlier else Verdict.REOPENED
    return decide(find=find, verdict=verdict, seen=seen, by=by, change=change, undo=True)


@transaction.atomic
def undo_stroke(*, record: Record, decisions: Iterable[int], by: Any) -> int:
    """Take back a stroke of decisions where nobody decided since; returns how many were taken back."""
    _refuse_unless(by, "records.decide", record.place)
    _one_at_a_time(record)
    stroke = _meetings_first(finds_of(record).filter(standing__in=list(decisions), standing__by=by))
    return len([undo(find=find, seen=find.standing.number, by=by) for find in stroke])


def _refuse_if_known(data: bytes, by: Any) -> None:
    first = visible_to(by).filter(sha256=sha256(data).hexdigest()).order_by("pk").first()
    if first:
        raise Known(first) from None


def _words_of(text: str) -> str:
    """A digest of the words of a text, however they are spaced and broken into lines."""
    return sha256(" ".join(text.split()).encode()).hexdigest()


def _refuse_if_same_text(document: Document, by: Any) -> None:
    first = visible_to(by).filter(words=_words_of(document.text)).order_by("pk").first() if document.text.strip() else None
    if first:
        raise Known(first) if first.sha256 == document.sha256 else SameText(first)  # the very file, where it was kept a moment ago


def _read(data: bytes, name: str, ocr: Ocr | None) -> tuple[Document, Reading]:
    """As `flow.read`; what a reader trips over becomes a refusal, and no word of the document or its name gets into the log."""
    weights = weights_in_use()
    try:
        return flow.read(data, name, ocr, weights=weights)
    except Refused:
        raise
    except Exception as error:  # noqa: BLE001
        log.error("a reader failed: %s\n%s", type(error).__name__, "".join(format_tb(error.__traceback__)))
        raise Refused("reading-failed") from None


def _refuse_unless(by: Any, permission: str, place: Place) -> None:
    if not may(by, permission, place):
        raise Refused("not-allowed-here", place=str(place))


def _one_at_a_time(record: Record) -> None:
    """Wait for whoever decides about this record just now: what is read afterwards is what stands."""
    Record.objects.select_for_update().only("pk").get(pk=record.pk)


def _meetings_first(finds: Iterable[Find]) -> list[Find]:
    """Meetings are shared by records and written before the log, always in that order: so two strokes never wait for each other."""
    return sorted(finds, key=lambda find: find.kind != Kind.MEETING)


def _as_row(record: Record, found: ReadFind) -> Find:
    fields = fields_of(found.what)
    return Find(
        record=record,
        kind=_kind(found.what, fields),
        start=found.span.start,
        end=found.span.end,
        fields=fields,
        rule=found.rule,
        reader=record.reader,
        confidence=found.confidence,
    )


def _kind(what: object, fields: dict[str, Any]) -> str:
    match what:
        case Observation():
            return Kind.OBSERVATION.value
        case Finding():
            return polarity_kind(fields)
        case Meeting():
            return Kind.MEETING.value
    return Kind.DIRECTIVE.value


def _refuse_if_decided_meanwhile(find: Find, seen: int, by: Any) -> None:
    if standing(find).number != seen:
        raise _conflict(find, by)


def _conflict(find: Find, by: Any) -> Conflict:
    last = find.standing
    verdict: Any = Verdict(last.verdict).label if last else ""
    if last and last.by == by:
        return Conflict("find-decided-by-you", verdict=verdict)
    return Conflict("find-decided-meanwhile", by=str(last.by) if last else "", verdict=verdict)


def _decided(find: Find, verdict: str, by: Any, change: Change | None = None, *, reason: str = "", undo: bool = False) -> Decision:
    now = standing(find)
    wanted = change or Change(now.kind, now.start, now.end, now.fields)
    if not 0 <= wanted.start < wanted.end <= len(find.record.text):
        raise Refused("span-outside-text", start=wanted.start, end=wanted.end, length=len(find.record.text))
    decision = Decision.objects.create(
        find=find,
        number=now.number + 1,
        verdict=verdict,
        kind=wanted.kind,
        start=wanted.start,
        end=wanted.end,
        fields=wanted.fields,
        topic=topic_named(wanted.fields),
        place=place_of(find.record, wanted.kind, wanted.fields),
        reason=reason,
        undo=undo,
        by=by,
    )
    find.standing = decision
    find.save(update_fields=["standing"])
    moved = link(find.record, by=by).details if Kind.MEETING in {wanted.kind, now.kind} else {}
    index_fact(find, decision)
    followed = {name: what for _receiver, (name, what) in decided.send(Decision, find=find, decision=decision, by=by)}
    told = {"decision": decision.number, "kind": wanted.kind, "rule": find.rule, "seal": seals.of_decision(decision), **moved, **followed}
    history.record(find, ACTS[verdict], by=by, record=find.record_id, **told)
    return decision
