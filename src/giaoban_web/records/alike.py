"""What else of a record was read with the value that a person has put right in one find: a wrong place, period, issuer or assignee."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from giaoban.model import Block, BlockKind
from giaoban_web.records import words
from giaoban_web.records.models import Decision, Find, Kind, Record, Verdict
from giaoban_web.records.queries import finds_of
from giaoban_web.records.standing import standing
from giaoban_web.ui import printed

SHARED: dict[str, dict[str, Any]] = {
    Kind.OBSERVATION: {"place": _("Place"), "period": _("Period"), "role": _("Role")},
    Kind.DIRECTIVE: {"issuer": _("Issuer"), "assignee": _("Assignee"), "deadline": _("Deadline")},
}
"""The fields that a record gives wrong to many finds at once, by kind."""
RECORD, SECTION, PARAGRAPH = "record", "section", "paragraph"


@dataclass(frozen=True, slots=True)
class Alike:
    """Undecided finds that say what `find` said before it was corrected.

    name    the field
    value   what it says there now
    others  in the order of the text
    """

    find: Find
    name: str
    value: Any
    others: Sequence[Find]

    @property
    def label(self) -> str:
        """What the field is called on a screen."""
        return str(SHARED[standing(self.find).kind][self.name])

    @property
    def now(self) -> str:
        return shown(self.name, self.value)

    def within(self, blocks: Sequence[Block], scope: str) -> list[Find]:
        """The other finds in the same paragraph, section or record, as `scope` says."""
        if scope == RECORD:
            return list(self.others)
        start, end = _reach(blocks, standing(self.find).start, scope)
        return [each for each in self.others if start <= standing(each).start < end]


def alike(record: Record, finds: Iterable[Find]) -> dict[int, list[Alike]]:
    """By find that was corrected: what may be put right like it, field by field. `finds` are all those of the record."""
    known = list(finds)
    corrected = [find for find in known if find.standing and find.standing.verdict == Verdict.CORRECTED and not find.added_by_id]
    earlier = _earlier(record) if corrected else {}
    made = {find.pk: list(_of(find, known, [find.fields, *earlier.get(find.pk, ())])) for find in corrected}
    return {key: found for key, found in made.items() if found}


def alike_of(find: Find, name: str) -> Alike | None:
    """The same for one field of one find; None where nothing else said the same."""
    found = alike(find.record, finds_of(find.record)).get(find.pk, [])
    return next((each for each in found if each.name == name), None)


def shown(name: str, value: Any) -> str:
    """A value of such a field in words; a dash for none."""
    if name in {"period", "deadline"}:
        return printed.period(value) or "—"
    if name == "comparisons":
        return "; ".join(printed.comparison(each) for each in value or ()) or "—"
    return words.word(words.ROLES, value) if name == "role" else value or "—"


def _of(find: Find, known: list[Find], before: list[Mapping[str, Any]]) -> Iterator[Alike]:
    now = standing(find)
    for name in SHARED.get(now.kind, ()):
        value = now.fields.get(name)
        said = {fields.get(name) for fields in before} - {value}
        if others := [each for each in known if said and _waits_with(each, now.kind, name, said)]:
            yield Alike(find, name, value, others)


def _waits_with(find: Find, kind: str, name: str, said: set[Any]) -> bool:
    now = standing(find)
    return not now.decided and now.kind == kind and now.fields.get(name) in said


def _earlier(record: Record) -> dict[int, list[dict[str, Any]]]:
    """For each find of the record the fields that earlier decisions gave it."""
    told: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for find, kind, fields in Decision.objects.filter(find__record=record).values_list("find", "kind", "fields"):
        if kind in SHARED:
            told[find].append(fields)
    return told


def _reach(blocks: Sequence[Block], start: int, scope: str) -> tuple[int, int]:
    """Start and end of the paragraph, or of the section (from a heading to the next), that `start` lies in."""
    starts = [block.span.start for block in blocks if scope == PARAGRAPH or block.kind is BlockKind.HEADING]
    at = bisect_right(starts, start)
    end = max((block.span.end for block in blocks), default=start) + 1
    return (starts[at - 1] if at else 0), (starts[at] if at < len(starts) else end)
