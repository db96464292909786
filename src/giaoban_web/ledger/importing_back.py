"""Taking an import back: none of its figures counts any more, all of them stay to be seen in their cells."""

from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from giaoban.model import Refused
from giaoban_web.accounts.queries import may
from giaoban_web.history import actions as history
from giaoban_web.ledger import proof_withdrawn
from giaoban_web.ledger.importing_models import Upload, UploadState
from giaoban_web.ledger.models import Source, SourceKind

STALE = """
INSERT INTO ledger_stale (kind, of, at)
SELECT DISTINCT 0, e.place_id, e.line_id FROM ledger_entry e WHERE e.source_id IN ({sources})
UNION ALL
SELECT DISTINCT 1, e.line_id, e.period_id FROM ledger_entry e WHERE e.source_id IN ({sources})
"""
WITHDRAW = """
INSERT INTO ledger_withdrawal (place_id, line_id, period_id, number, by_id, at, reason)
SELECT e.place_id, e.line_id, e.period_id, e.number, %s, %s, %s FROM ledger_entry e
WHERE e.source_id IN ({sources}) AND NOT EXISTS (
    SELECT 1 FROM ledger_withdrawal w
    WHERE w.place_id = e.place_id AND w.line_id = e.line_id AND w.period_id = e.period_id AND w.number = e.number
)
"""


@transaction.atomic
def take_back(*, upload: Upload, reason: str, by: Any) -> int:
    """Let every figure that came from these bytes no longer count; gives how many. The same file can be brought again afterwards.

    Refused where the person may not import there, without a reason, and for a file that is not in the ledger.
    """
    fresh = Upload.objects.select_for_update(of=("self",)).select_related("place").get(pk=upload.pk)
    if not may(by, "ledger.import", fresh.place):
        raise Refused("not-allowed-here", place=str(fresh.place))
    if fresh.state != UploadState.ENTERED:
        raise Refused("import-not-entered")
    if not reason.strip():
        raise Refused("reason-missing")
    same = {"place": fresh.place, "sha256": fresh.sha256}
    sources = list(Source.objects.filter(kind=SourceKind.SHEET, **same).values_list("pk", flat=True))
    count = _withdrawn(sources, by, reason.strip()) if sources else 0
    Source.objects.filter(pk__in=sources).update(sha256="")  # else the same bytes would be told to be known; file and log keep it
    told = {"by": str(by), "on": timezone.localdate().isoformat(), "reason": reason.strip()}
    back = {"state": UploadState.TAKEN_BACK, "refusal": {"code": "import-taken-back", "values": told}}
    Upload.objects.filter(state=UploadState.ENTERED, **same).update(**back)
    history.record(
        fresh, "import taken back", by=by, figures=count, reason=reason.strip(), sha256=fresh.sha256, **proof_withdrawn.of_sources(sources)
    )
    return count


def _withdrawn(sources: list[int], by: Any, reason: str) -> int:
    marks = ", ".join(["%s"] * len(sources))
    with connection.cursor() as cursor:
        cursor.execute(STALE.format(sources=marks), [*sources, *sources])
        cursor.execute(WITHDRAW.format(sources=marks), [by.pk, timezone.now(), reason, *sources])
        return int(cursor.rowcount)
