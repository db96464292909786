"""What the steps above say of the figures of a record while a person decides about them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from giaoban.model import Refused, Span
from giaoban.reading.unsure import within
from giaoban_web.records.actions import Change
from giaoban_web.records.blocks import unpack_spans
from giaoban_web.records.errata import put_right
from giaoban_web.records.models import Find, Kind, Record, Verdict
from giaoban_web.records.signals import doubted
from giaoban_web.records.standing import standing

ADDED = 0
"""Stands for the id of a find that is being added."""

JUDGEMENTS = (Kind.STRENGTH, Kind.SHORTCOMING)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something said of a find: a doubt, or what merely follows from it (then it is not `doubtful`)."""

    said: Refused
    doubtful: bool


def remarks(record: Record, finds: Iterable[Find], wanted: Mapping[int, Change] | None = None) -> dict[int, list[Remark]]:
    """Remarks by find, doubts first. `finds` are all those of the record, each taken as it stands but for what is `wanted` of it."""
    finds = list(finds)
    changes = {find.pk: now for find in finds if (now := _now(find))} | dict(wanted or {})
    found: dict[int, list[Remark]] = defaultdict(list)
    for find, remark in _recognised(record, finds, changes):
        found[find].append(remark)
    for find, refused in put_right(record, changes):
        found[find].append(Remark(refused, doubtful=True))
    for _receiver, told in doubted.send(Record, record=record, changes=changes):
        for find, several in told.items():
            found[find] += several
    return {find: sorted(several, key=lambda each: not each.doubtful) for find, several in found.items()}


def _recognised(record: Record, finds: Iterable[Find], changes: Mapping[int, Change]) -> Iterator[tuple[int, Remark]]:
    """Of each find that nobody has decided yet the words that a scan was not read surely at; a judgement says no number of its own."""
    unsure = unpack_spans(record.unsure)
    for find in finds if unsure else ():
        now = changes.get(find.pk)
        if now and now.kind not in JUDGEMENTS and not standing(find).decided and (doubts := within(Span(now.start, now.end), unsure)):
            said = ", ".join(dict.fromkeys(f"“{span.of(record.text)}”" for span in doubts))
            yield find.pk, Remark(Refused("digits-unsure", said=said), doubtful=True)


def _now(find: Find) -> Change | None:
    now = standing(find)
    return None if now.state == Verdict.REJECTED else Change(now.kind, now.start, now.end, now.fields)
