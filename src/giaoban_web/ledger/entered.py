"""When a figure of a record came into the ledger, and who brought it: the source is the record, as old as the first figure of it.

The log tells it: the decision about the find, the choice of its indicator, or the move of the record to another place names the entries
that came of it. What only an entry of an older version tells of is as old as its source.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from giaoban_web.history.models import Entry as LogEntry
from giaoban_web.ledger.models import Entry, SourceKind, Withdrawal
from giaoban_web.ledger.proof import ENTRIES

AT_ONCE = 500
PICKED = "indicator picked"
RELATED = ("place", "line__indicator", "period", "unit", "source__by", "source__record")
Key = tuple[int, ...]


def moments(entries: Iterable[Entry]) -> dict[Key, LogEntry]:
    """The log entry by which each figure of a record came in, by its key."""
    of_records = [each for each in entries if each.source.kind == SourceKind.RECORD]
    found: dict[Key, LogEntry] = {}
    for each in _logged(of_records):
        for key in _keys(each.details):
            found.setdefault(key, each)
    wanted = {each.pk for each in of_records}
    return {key: each for key, each in found.items() if key in wanted}


def entries_in(found: QuerySet[Entry]) -> list[Any]:
    """The entries, withdrawn ones too, by their keys: by what log entry each `came`, and how it is `gone`; None for neither."""
    entries: list[Any] = list(found.select_related(*RELATED).order_by("place_id", "line_id", "period_id", "number"))
    came = moments(entries)
    named = {name: {getattr(each, name) for each in entries} for name in ("place_id", "line_id", "period_id")}
    noted = Withdrawal.objects.filter(**{f"{name}__in": keys for name, keys in named.items()}).select_related("by")
    gone = {(each.place_id, each.line_id, each.period_id, each.number): each for each in noted}
    for each in entries:
        each.came, each.gone = came.get(each.pk), gone.get(each.pk)
    return entries


def later_than(day: date, entries: Iterable[Entry]) -> set[Key]:
    """The keys of figures of records that came in after that day, though their record was in the ledger already."""
    entries = list(entries)
    return {key for key, each in moments(entries).items() if timezone.localdate(each.at) > day}


def _logged(entries: Sequence[Entry]) -> Iterator[LogEntry]:
    """What the log says of their finds and records, the oldest first of each kind."""
    finds = sorted({str(each.spot) for each in entries})
    records = sorted({str(each.source.record_id) for each in entries})
    for label, keys in (("records.find", finds), ("records.record", records)):
        for start in range(0, len(keys), AT_ONCE):
            yield from _in_order(LogEntry.objects.filter(subject_type=label, subject_id__in=keys[start : start + AT_ONCE]))
    if entries:
        of = Q(subject_type__in=["ledger.posting", "ledger.wording"], act=PICKED)
        yield from _in_order(LogEntry.objects.filter(of))


def _in_order(entries: QuerySet[LogEntry]) -> QuerySet[LogEntry]:
    return entries.select_related("by").order_by("number")


def _keys(details: Any) -> Iterator[Key]:
    """The entries that a log entry names, wherever it does."""
    if isinstance(details, list):
        for each in details:
            yield from _keys(each)
    if isinstance(details, dict):
        for name, each in details.items():
            if name == ENTRIES and isinstance(each, list):
                yield from (tuple(key) for key in each if isinstance(key, list))
            else:
                yield from _keys(each)
