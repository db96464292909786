"""What the log keeps of figures taken out of account, as hashes: one that counts again, or is out for another reason, is found out.

A log entry names the entries of the ledger that it took out with a hash of what was noted of each; that of an import taken back, its
sources with one hash of all. What was taken out before the first of such entries may be of an older version: it is not proved, but named.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from giaoban_web.history import actions as history
from giaoban_web.history.chain import seal
from giaoban_web.history.models import Entry as LogEntry
from giaoban_web.history.rows import LOOKS, Looked
from giaoban_web.ledger.models import Entry, Withdrawal
from giaoban_web.ledger.proof import COLUMNS, ENTRIES, SEAL
from giaoban_web.places.models import Place

WITHDRAWN, TAKEN_BACK = "figures withdrawn", "import taken back"
SOURCES, HASHES = "sources", "hashes"
SAYS = (*COLUMNS, "reason", "by_id")
Key = tuple[int, ...]


def record(keys: Sequence[Sequence[int]], *, by: Any) -> None:
    """Tell the log that these entries count no longer."""
    found = {row[: len(COLUMNS)]: row for row in _rows(_named(keys))}
    place = Place.every.get(pk=keys[0][0])
    sealed = [seal(list(found[tuple(key)])) for key in keys]
    history.record(place, WITHDRAWN, by=by, figures=len(keys), **{SEAL: {ENTRIES: list(map(list, keys)), HASHES: sealed}})


def of_sources(sources: Sequence[int]) -> dict[str, Any]:
    """What the log says of an import that was taken back: its sources, and the hash of all that was noted of their entries."""
    return {SEAL: {SOURCES: list(sources), HASHES: [seal([list(row) for row in _rows(_of(sources))])]}}


def looked() -> Looked:
    """Every entry that was taken out, set against the log. Somebody may write just while this looks: what is wrong is so each time."""
    for _ in range(LOOKS - 1):
        if not (found := _looked()).changed:
            return found
    return _looked()


def _looked() -> Looked:
    told, sources = dict(_told()), dict(_taken_back())
    now = {row[: len(COLUMNS)]: list(row) for row in _rows(Withdrawal.objects.all())}
    untold = _untold(now, told, sources)
    first = _first_told() if untold else None
    late = {_key(each) for each in untold if first and each.at >= first}
    wrong = [_name(key) for key in sorted({key for key, sealed in told.items() if seal(now.get(key)) != sealed} | late)]
    gone = [f"ledger.source {each[0]}" for each, sealed in sources.items() if seal([list(row) for row in _rows(_of(each))]) != sealed]
    return Looked([*wrong, *gone], len(untold) - len(late))


def untold() -> list[str]:
    """The entries taken out of which the log tells nothing, each with what it is a figure of, by whom and when."""
    now = {row[: len(COLUMNS)]: list(row) for row in _rows(Withdrawal.objects.all())}
    return [_said(each) for each in _untold(now, dict(_told()), dict(_taken_back()))]


def _untold(now: Collection[Key], told: Collection[Key], sources: Iterable[tuple[int, ...]]) -> list[Withdrawal]:
    together = {row[: len(COLUMNS)] for each in sources for row in _rows(_of(each))}
    strange = set(now) - set(told) - together
    found = _named(list(strange)).select_related("place", "line__indicator", "period", "by").order_by(*COLUMNS) if strange else ()
    return [each for each in found if _key(each) in strange]


def _first_told() -> datetime | None:
    """When the log told for the first time, with hashes, of figures taken out."""
    sealed = LogEntry.objects.filter(Q(act=WITHDRAWN) | Q(act=TAKEN_BACK, details__has_key=SEAL))
    return sealed.order_by("number").values_list("at", flat=True).first()


def _key(each: Withdrawal) -> Key:
    return tuple(getattr(each, name) for name in COLUMNS)


def _name(key: Key) -> str:
    return f"ledger.withdrawal {'/'.join(map(str, key))}"


def _said(each: Withdrawal) -> str:
    day = timezone.localtime(each.at)
    return f"{_name(_key(each))} – {each.line}, {each.place}, {each.period} ({each.by}, {day:%d/%m/%Y %H:%M})"


def _told() -> Iterator[tuple[Key, str]]:
    for details in LogEntry.objects.filter(act=WITHDRAWN).order_by("number").values_list("details", flat=True).iterator():
        yield from zip(map(tuple, details[SEAL][ENTRIES]), details[SEAL][HASHES], strict=True)


def _taken_back() -> Iterator[tuple[Key, str]]:
    """The sources of each import that was taken back, with the hash."""
    for details in LogEntry.objects.filter(act=TAKEN_BACK, details__has_key=SEAL).values_list("details", flat=True).iterator():
        yield tuple(details[SEAL][SOURCES]), details[SEAL][HASHES][0]


def _named(keys: Sequence[Sequence[int]]) -> Any:
    """What is noted of these entries, and of others of their places."""
    return Withdrawal.objects.filter(place_id__in={key[0] for key in keys}, line_id__in={key[1] for key in keys})


def _of(sources: Sequence[int]) -> Any:
    """What is noted of the entries of these sources."""
    same = {name: OuterRef(name) for name in COLUMNS}
    return Withdrawal.objects.filter(Exists(Entry.objects.filter(source_id__in=sources, **same)))


def _rows(withdrawals: Any) -> Iterator[tuple[Any, ...]]:
    yield from withdrawals.order_by(*COLUMNS).values_list(*SAYS).iterator()
