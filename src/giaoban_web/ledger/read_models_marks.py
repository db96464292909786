"""Marks for what a write makes stale, left in its transaction."""

from collections.abc import Iterable
from typing import Any

from giaoban_web.ledger.read_models import Stale

STAGED = """
INSERT INTO ledger_stale (kind, of, at)
SELECT DISTINCT 0, s.place_id, l.id FROM giaoban_staged s JOIN giaoban_names l ON l.kind = 'line' AND l.number = s.line
UNION ALL
SELECT DISTINCT 1, l.id, p.id FROM giaoban_staged s JOIN giaoban_names l ON l.kind = 'line' AND l.number = s.line
JOIN giaoban_names p ON p.kind = 'period' AND p.number = s.period
"""


def cells(keys: Iterable[tuple[int, int, int]]) -> None:
    """The series and the cuts of these cells (place, line, period) are stale."""
    wanted = sorted({mark for place, line, period in keys for mark in ((0, place, line), (1, line, period))})
    Stale.objects.bulk_create([Stale(kind=kind, of=of, at=at) for kind, of, at in wanted])


def staged(cursor: Any) -> None:
    """Marks the read models of all cells that an import has staged as out of date."""
    cursor.execute(STAGED)
