"""What the log keeps of the ledger's entries as a hash of all they say: one that was changed or taken away past the program is found out.

A log entry about a decision, a filing or an import names the entries of the ledger that came with it: by their keys, with a hash of each,
or by their source, with one hash of all. A ledger entry that only log entries of an older version tell of is not proved.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from operator import itemgetter
from typing import Any

from django.db.models import Q

from giaoban_web.history.chain import seal
from giaoban_web.history.models import Entry as LogEntry
from giaoban_web.history.rows import LOOKS, Looked
from giaoban_web.ledger.models import Entry

SEAL, ENTRIES = "seal", "entries"
COLUMNS = ("place_id", "line_id", "period_id", "number")
"""The key of an entry."""
SAYS = ("amount", "amount_to", "digits", "unit_id", "bound", "role", "status", "source_id", "spot")
KEY, SOURCE = len(COLUMNS), len(COLUMNS) + SAYS.index("source_id")
"""How much of a row is its key, and where its source stands."""
AT_ONCE = 2_000
IMPORTED = "figures imported"
SEALED = (
    Q(details__ledger__seal__isnull=False)
    | Q(details__figure__seal__isnull=False)
    | Q(details__figures__isnull=False)
    | Q(subject_type="ledger.filing", details__seal__isnull=False)
)
"""Log entries whose details may hold such a hash."""
Key = tuple[int, ...]


def told(keys: Sequence[Sequence[int]]) -> dict[str, Any]:
    """What the log says of entries that came one by one: their keys, and the hash of what each says."""
    found = {row[:KEY]: list(row[KEY:]) for chunk in _chunks(pk__in=[tuple(key) for key in keys]) for row in chunk}
    return {ENTRIES: list(map(list, keys)), **({SEAL: [seal(found.get(tuple(key))) for key in keys]} if keys else {})}


def of_sources(sources: Iterable[int]) -> dict[str, str]:
    """The hash of all entries of each source, by its number, as an import has brought them."""
    sums = {source: hashlib.sha256() for source in sources}
    for chunk in _chunks(source_id__in=list(sums)):
        _add(sums, chunk)
    return {str(source): each.hexdigest() for source, each in sums.items()}


def looked() -> Looked:
    """Every entry of the ledger, set against what the log says of it: none is wrong unless somebody wrote past the program."""
    for _ in range(LOOKS - 1):  # somebody may write just while this looks: what is wrong is so each time
        if not (found := _looked()).changed:
            return found
    return _looked()


def _looked() -> Looked:
    by_key, by_source = dict(_told()), dict(_imported())
    sums = {source: hashlib.sha256() for source in by_source}
    said: dict[Key, list[Any]] = {}
    count = 0
    for chunk in _chunks():
        _add(sums, chunk)
        one_by_one = {row[:KEY]: list(row[KEY:]) for row in chunk if row[SOURCE] not in sums}
        said |= {key: one_by_one[key] for key in one_by_one.keys() & by_key}
        count += len(one_by_one.keys() - by_key)
    wrong = [f"ledger.entry {'/'.join(map(str, key))}" for key, sealed in sorted(by_key.items()) if seal(said.get(key)) != sealed]
    gone = [f"ledger.source {source}" for source, sealed in by_source.items() if sums[source].hexdigest() != sealed]
    return Looked([*wrong, *gone], count)


def _chunks(**of: Any) -> Iterator[list[tuple[Any, ...]]]:
    """Entries in the order of their keys, many at once: the key of each, and what it says."""
    found = Entry.objects.filter(**of).order_by(*COLUMNS).values_list(*COLUMNS, *SAYS).iterator(AT_ONCE)
    while chunk := list(islice(found, AT_ONCE)):
        yield chunk


def _add(sums: Mapping[int, Any], chunk: list[tuple[Any, ...]]) -> None:
    """Add entries to the sums of their sources, those that have one: as one stretch of text, wherever a chunk ends."""
    for source, rows in groupby(chunk, itemgetter(SOURCE)):
        if source in sums:
            sums[source].update(f"{list(rows)!r}"[1:-1].encode() + b", ")


def _told() -> Iterator[tuple[Key, str]]:
    """The entries that the log names one by one, each with its hash."""
    for details in LogEntry.objects.filter(SEALED).order_by("number").values_list("details", flat=True).iterator():
        yield from _within(details)


def _within(details: Any) -> Iterator[tuple[Key, str]]:
    if isinstance(details, dict):
        if details.get(ENTRIES) and isinstance(details.get(SEAL), list):
            yield from zip(map(tuple, details[ENTRIES]), details[SEAL], strict=True)
        for each in details.values():
            yield from _within(each)


def _imported() -> Iterator[tuple[int, str]]:
    for sealed in LogEntry.objects.filter(act=IMPORTED, details__seal__isnull=False).values_list("details__seal", flat=True).iterator():
        yield from ((int(source), each) for source, each in sealed.items())
