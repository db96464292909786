"""Putting files in: at once where the text can be read, in a thread where a scan has to be."""

import threading
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import connection
from django.utils import timezone

from giaoban.model import Refused
from giaoban_web.places.models import Place
from giaoban_web.records import actions
from giaoban_web.records import ocr as scans
from giaoban_web.records.models import Intake, Record

NEEDS_OCR = "scan-needs-ocr"
STALE = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: a record (new or known), a scan being read, or a refusal."""

    name: str
    record: Record | None = None
    intake: Intake | None = None
    refusal: Refused | None = None


def take(*, data: bytes, name: str, place: Place, by: Any) -> Outcome:
    """Put one file in. A refusal is an outcome, so that one bad file does not stop the others."""
    try:
        return Outcome(name, record=actions.put_in(data=data, name=name, place=place, by=by))
    except actions.Known as known:
        return Outcome(name, record=known.record, refusal=known)
    except Refused as refused:
        if refused.code == NEEDS_OCR and scans.available():
            return Outcome(name, intake=begin(data=data, name=name, place=place, by=by))
        return Outcome(name, refusal=refused)


def begin(*, data: bytes, name: str, place: Place, by: Any) -> Intake:
    """Start reading a scan; its bytes stay in the memory of this process."""
    intake = Intake.objects.create(by=by)
    threading.Thread(target=_in_thread, args=(intake, data, name, place, by), daemon=True).start()
    return intake


def read_scan(intake: Intake, data: bytes, name: str, place: Place, by: Any) -> None:
    """Read a scan and keep the record, or the reason of the refusal; the row shows each page as it is read."""
    values: dict[str, Any] = {}
    try:
        values["record"] = actions.put_in(data=data, name=name, place=place, by=by, ocr=_counting(intake))
    except actions.Known as known:
        values["record"] = known.record
    except Refused as refused:
        values["refusal"] = {"code": refused.code, "values": {key: str(value) for key, value in refused.values.items()}}
    except Exception:
        values["refusal"] = {"code": "scan-failed", "values": {}}
        raise
    finally:
        Intake.objects.filter(pk=intake.pk).update(ended_at=timezone.now(), **values)


def lost(intake: Intake) -> bool:
    """Whether the server stopped while it read this scan."""
    return intake.ended_at is None and timezone.now() - intake.began_at > STALE


def _counting(intake: Intake) -> Any:
    def read(png: bytes, page: int, pages: int) -> str:
        Intake.objects.filter(pk=intake.pk).update(pages=pages, pages_read=page - 1, began_at=timezone.now())
        text = scans.ocr(png, page, pages)
        Intake.objects.filter(pk=intake.pk).update(pages_read=page)
        return text

    return read


def _in_thread(*arguments: Any) -> None:
    try:
        read_scan(*arguments)
    finally:
        connection.close()
