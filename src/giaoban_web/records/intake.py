"""Putting files in: at once where the text can be read, in a thread where a scan has to be."""

import threading
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

from giaoban.documents.ocr import Sight
from giaoban.model import Refused
from giaoban_web.places.models import Place
from giaoban_web.records import actions, filing
from giaoban_web.records import ocr as scans
from giaoban_web.records.models import Intake, Record

NEEDS_OCR = "scan-needs-ocr"
STALE = timedelta(minutes=10)
SHOWN_FOR = timedelta(days=1)
"""How long the list of records tells of a scan that was refused."""
TURN = threading.Lock()
"""One scan is read at a time: reading pictures takes all of a processor, and the pages of others must not wait for it."""
WAITING_SIGN = 60
"""Seconds between two signs of life of a scan that waits for its turn."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: a record (new or known), a scan being read, or a refusal."""

    name: str
    record: Record | None = None
    intake: Intake | None = None
    refusal: Refused | None = None

    @property
    def same_text(self) -> bool:
        """Whether only the text is known, in another file: then it may be put in all the same."""
        return isinstance(self.refusal, actions.SameText)

    @property
    def doubts(self) -> list[Refused]:
        """What speaks against the place under which it was just filed."""
        return filing.doubts(self.record) if self.record and not self.refusal else []


def take(*, data: bytes, name: str, place: Place, by: Any, anyway: bool = False) -> Outcome:
    """Put one file in, as `actions.put_in`. A refusal is an outcome, so that one bad file does not stop the others."""
    try:
        return Outcome(name, record=actions.put_in(data=data, name=name, place=place, by=by, anyway=anyway))
    except (actions.Known, actions.SameText) as known:
        return Outcome(name, record=known.record, refusal=known)
    except Refused as refused:
        if refused.code == NEEDS_OCR and scans.available():
            return Outcome(name, intake=begin(data=data, name=name, place=place, by=by, anyway=anyway))
        return Outcome(name, refusal=refused)


def begin(*, data: bytes, name: str, place: Place, by: Any, anyway: bool = False) -> Intake:
    """Start reading a scan; its bytes stay in the memory of this process."""
    Intake.objects.filter(by=by, ended_at__lt=timezone.now() - SHOWN_FOR).delete()
    intake = Intake.objects.create(by=by)
    threading.Thread(target=_in_thread, args=(intake, data, name, place, by, anyway), daemon=True).start()
    return intake


def read_scan(intake: Intake, data: bytes, name: str, place: Place, by: Any, anyway: bool = False) -> None:
    """Read a scan and keep the record, or the reason of the refusal; the row shows each page as it is read."""
    values: dict[str, Any] = {}
    try:
        values["record"] = actions.put_in(data=data, name=name, place=place, by=by, ocr=_counting(intake), anyway=anyway)
    except actions.Known as known:
        values["record"] = known.record
    except Refused as refused:
        values["refusal"] = {"code": refused.code, "values": {key: _kept(value) for key, value in refused.values.items()}}
    except Exception:
        values["refusal"] = {"code": "scan-failed", "values": {}}
        raise
    finally:
        Intake.objects.filter(pk=intake.pk).update(ended_at=timezone.now(), **values)


def outcome(intake: Intake) -> Refused | None:
    """Why nothing came of a scan; None while it is read or when it became a record."""
    if intake.refusal:
        return Refused(intake.refusal["code"], **{key: _told(value) for key, value in intake.refusal["values"].items()})
    return Refused("scan-lost") if lost(intake) else None


def _kept(value: object) -> int | str | dict[str, str]:
    """What a message names as JSON has it: numbers and days are written as people write them only when it is said."""
    if isinstance(value, date):
        return {"on": value.isoformat()}
    return value if isinstance(value, int) else str(value)


def _told(value: Any) -> int | str | date:
    return date.fromisoformat(value["on"]) if isinstance(value, dict) else value


def lost(intake: Intake) -> bool:
    """Whether the server stopped while it read this scan, or while the scan waited for its turn."""
    return intake.ended_at is None and timezone.now() - intake.seen_at > STALE


def unfinished(by: Any) -> QuerySet[Intake]:
    """Scans of one person that are being read, or of which nothing came lately."""
    return Intake.objects.filter(by=by, record=None, made_at__gt=timezone.now() - SHOWN_FOR).order_by("-pk")


def _counting(intake: Intake) -> Any:
    def read(png: bytes, page: int, pages: int) -> str | Sight:
        Intake.objects.filter(pk=intake.pk).update(pages=pages, pages_read=page - 1, seen_at=timezone.now())
        seen = scans.ocr(png, page, pages)
        Intake.objects.filter(pk=intake.pk).update(pages_read=page)
        return seen

    return read


def _in_thread(intake: Intake, *arguments: Any) -> None:
    while not TURN.acquire(timeout=WAITING_SIGN):
        Intake.objects.filter(pk=intake.pk).update(seen_at=timezone.now())
    try:
        read_scan(intake, *arguments)
    finally:
        TURN.release()
        connection.close()
