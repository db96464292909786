"""What the log keeps of a record, its finds and each decision as a hash of all they say: a change past the program is found out.

An entry of an older version has no such hash; of its decision only that there is one is known.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC

from giaoban_web.history.chain import seal
from giaoban_web.history.models import Entry
from giaoban_web.history.queries import about
from giaoban_web.records.models import Decision, Find, Record

PUT_IN = "record put in"
LOOKS = 3
"""Somebody may decide just while a record is looked at: what is wrong is so each time."""
Named = tuple[int, int]
"""A find and the number of its decision."""


def of_record(record: Record, finds: Iterable[Find]) -> str:
    """The hash of a record as it was read: its text and what was found in it."""
    read = [[each.kind, each.start, each.end, each.fields, each.rule, each.reader, each.confidence] for each in finds]
    return seal([record.sha256, record.text, record.blocks, record.unsure, record.reader, read])


def of_decision(decision: Decision) -> str:
    """The hash of a decision: what the find says after it, whose it is, and when."""
    said = [decision.verdict, decision.kind, decision.start, decision.end, decision.fields, decision.reason, decision.undo]
    return seal([decision.find_id, decision.number, *said, decision.by_id, decision.at.astimezone(UTC).isoformat(timespec="microseconds")])


def broken() -> Iterator[str]:
    """The records, as model and key, that are not what the log says: none, unless somebody wrote past the program."""
    keys = set()
    for key in Record.objects.order_by("pk").values_list("pk", flat=True).iterator():
        keys.add(str(key))
        if not any(_is_whole(key) for _ in range(LOOKS)):
            yield f"records.Record {key}"
    put_in = Entry.objects.filter(act=PUT_IN, subject_type=Record._meta.label_lower).order_by("number")
    for gone in put_in.values_list("subject_id", flat=True).iterator():
        if gone not in keys and not Record.objects.filter(pk=gone).exists():
            yield f"records.Record {gone}"


def _is_whole(key: int) -> bool:
    record = Record.objects.get(pk=key)
    finds = list(record.finds.order_by("pk"))
    decisions = list(Decision.objects.filter(find__record=record).order_by("find", "number"))
    last = {decision.find_id: decision.pk for decision in decisions}
    told = {(each.find_id, each.number): of_decision(each) for each in decisions}
    entries = [*about(record), *_about_finds(finds)]
    logged = dict(pair for entry in entries for pair in _named(entry))
    sealed = [entry.details["seal"] for entry in entries if entry.act == PUT_IN and "seal" in entry.details]
    return (
        all(each == of_record(record, (find for find in finds if find.added_by_id is None)) for each in sealed)
        and all(find.standing_id == last.get(find.pk) for find in finds)
        and told.keys() == logged.keys()
        and all(logged[name] in (None, now) for name, now in told.items())
    )


def _about_finds(finds: Iterable[Find]) -> Iterable[Entry]:
    return Entry.objects.filter(subject_type=Find._meta.label_lower, subject_id__in=[str(find.pk) for find in finds])


def _named(entry: Entry) -> Iterator[tuple[Named, str | None]]:
    """The decisions that an entry tells of, with their hashes: of one find, or of several that were changed together."""
    many = entry.details.get("finds")
    for told in many if isinstance(many, list) else [{"find": entry.subject_id, **entry.details}]:
        if "find" in told and "decision" in told:
            yield (int(told["find"]), int(told["decision"])), told.get("seal")
