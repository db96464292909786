"""What stands in the ledger, as a person may see it: one entry of each cell and role, the rest behind it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, TextField, Value, When

from giaoban.ledger import Choice as CoreChoice
from giaoban.ledger import standing as preferred
from giaoban.reference.folding import fold
from giaoban.reference.indicators import GROUPS
from giaoban.reference.indicators import catalogue as shipped
from giaoban_web.accounts.queries import where
from giaoban_web.ledger.entered import later_than
from giaoban_web.ledger.models import Choice, Entry, Indicator, Posting, Withdrawal
from giaoban_web.ledger.rows import core, finds_named, with_related
from giaoban_web.places.models import Place
from giaoban_web.records.models import Find
from giaoban_web.ui import printed

CellKey = tuple[int, int, int]
AT_ONCE = 100
ORDER = ("place_id", "line_id", "period_id", "number")


@dataclass(frozen=True, slots=True)
class Standing:
    """The entry that stands in a cell for one role.

    others  the other entries of the cell and role that count too
    choice  the choice of a person by which it stands; None where the rule decides
    """

    entry: Entry
    others: tuple[Entry, ...] = ()
    choice: Choice | None = None

    @property
    def open(self) -> tuple[Entry, ...]:
        """The entries among which no person has chosen yet, this one first."""
        return (self.entry,) if self.choice else (self.entry, *self.others)


def visible_to(user: Any) -> QuerySet[Entry]:
    """Entries about places where `user` has a role."""
    return Entry.objects.filter(where(user, "ledger.view"))


def indicators() -> QuerySet[Indicator]:
    """The catalogue, by group."""
    return Indicator.objects.filter(retired_at=None)


def called(words: str) -> Q:
    """Indicators whose name holds these words, in any letters; also the English one."""
    english = [key for key, known in shipped().items() if fold(words) in fold(known.name_en)]
    return Q(folded__contains=fold(words)) | Q(key__in=english)


def alphabetical(rows: QuerySet[Indicator]) -> QuerySet[Indicator]:
    """The rows with what they are sorted by in the reader's language: `by_name`, and `by_group` for their groups."""
    by_name, by_group = F("folded"), F("group__folded")
    if printed.language() == "vi":
        return rows.annotate(by_name=by_name, by_group=by_group)
    named = [When(key=key, then=Value(fold(known.name_en))) for key, known in shipped().items()]
    grouped = [When(group=group, then=Value(fold(english))) for group, english in GROUPS.items()]
    text = TextField()
    return rows.annotate(
        by_name=Case(*named, default=by_name, output_field=text), by_group=Case(*grouped, default=by_group, output_field=text)
    )


def postings_for(user: Any) -> QuerySet[Posting]:
    """Figures of records that `user` may see, and what became of them in the ledger."""
    return Posting.objects.filter(where(user, "records.view", "find__record__place")).select_related(
        "find__record__place", "decision", "place", "indicator"
    )


def standing_in(entries: QuerySet[Entry], known_on: date | None = None) -> list[Standing]:
    """What stands of `entries`, in the order of their keys: one of each cell and role.

    known_on  as it was known at the end of that day: what was entered, withdrawn or chosen later is left out
    """
    if known_on:
        entries = entries.filter(source__at__date__lte=known_on)
    rows = with_related(entries.order_by(*ORDER))
    if known_on and (later := later_than(known_on, rows)):
        rows = [row for row in rows if row.pk not in later]
    scope = Q(place__in={row.place_id for row in rows})
    upto = Q(at__date__lte=known_on) if known_on else Q()
    gone = set(Withdrawal.objects.filter(scope & upto).values_list("place", "line", "period", "number"))
    chosen: dict[CellKey, list[Choice]] = {}
    for each in Choice.objects.filter(scope & upto):
        chosen.setdefault((each.place_id, each.line_id, each.period_id), []).append(each)
    counted = [row for row in rows if (*_cell(row), row.number) not in gone]
    cells = [(key, list(group)) for key, group in _by_cell_and_role(counted)]
    finds = finds_named(row for _key, group in cells if len(group) > 1 for row in group)
    return [_of_cell(group, chosen.get(key[0], ()), finds) for key, group in cells]


def more_than(most: int, entries: QuerySet[Entry], known_on: date | None = None) -> bool:
    """Whether of `entries` more than `most` stand, as `standing_in` gives them; counted only where there are entries enough."""
    if entries.order_by()[: most + 1].count() <= most:
        return False
    upto = {"at__date__lte": known_on} if known_on else {}
    if known_on:
        entries = entries.filter(source__at__date__lte=known_on)
    same = {name: OuterRef(name) for name in ("place", "line", "period", "number")}
    counted = entries.filter(~Exists(Withdrawal.objects.filter(**same, **upto)))
    return counted.order_by().values("place", "line", "period", "role").distinct()[: most + 1].count() > most


def standing_keys(entries: Collection[tuple[int, ...]]) -> set[tuple[int, ...]]:
    """Those of the entries, named by their keys (place, line, period, number), that stand in their cells."""
    cells = sorted({key[:3] for key in entries})
    found: set[tuple[int, ...]] = set()
    for start in range(0, len(cells), AT_ONCE):
        wanted = Q()
        for place, line, period in cells[start : start + AT_ONCE]:
            wanted |= Q(place=place, line=line, period=period)
        found |= {each.entry.pk for each in standing_in(Entry.objects.filter(wanted))}
    return found & set(entries)


def entries_of(place: Place, line: int, period: int) -> QuerySet[Entry]:
    """Every entry of one cell, withdrawn ones too, in the order they came."""
    found = Entry.objects.filter(place=place, line=line, period=period)
    return found.select_related("place", "line__indicator", "period", "unit", "source__by", "source__record").order_by("number")


def _cell(row: Entry) -> CellKey:
    return row.place_id, row.line_id, row.period_id


def _by_cell_and_role(rows: Iterable[Entry]) -> Any:
    return groupby(sorted(rows, key=_cell_and_role), key=_cell_and_role)


def _cell_and_role(row: Entry) -> tuple[CellKey, int]:
    return _cell(row), row.role


def _of_cell(rows: list[Entry], choices: Sequence[Choice], finds: Mapping[int, Find]) -> Standing:
    """The standing one of the entries of one cell and role; only where there are several is the rule asked.

    choices  of the cell, the last one counts: but one of an entry of another role says nothing of this one
    finds    that several entries of a cell came from
    """
    numbers = {row.number: row for row in rows}
    last = next((each for each in reversed(choices) if each.number is None or each.number in numbers), None)
    stands = last if last and last.number is not None else None
    if len(rows) == 1:
        return Standing(rows[0], (), stands)
    told = preferred([core(row, finds) for row in rows], CoreChoice(stands.number, stands.reason) if stands else None)
    return Standing(numbers[told.number], tuple(row for row in rows if row.number != told.number), stands)
