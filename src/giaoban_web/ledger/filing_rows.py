"""The entry grid: one row for each indicator that a place files, with what the ledger has of this and earlier periods beside it."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q

from giaoban.ledger import Status
from giaoban.ledger.periods import before, months, named, years_before
from giaoban.model import Measure, Period, Refused, Role
from giaoban.reference.indicators import Indicator
from giaoban_web.ledger import catalogue
from giaoban_web.ledger.codes import STATUSES
from giaoban_web.ledger.filing_moves import FilingState
from giaoban_web.ledger.filing_parts import parts, read_key, row_key, units
from giaoban_web.ledger.filing_sets import filed
from giaoban_web.ledger.forms_entry import VALUES, Cells, RowForm, initial
from giaoban_web.ledger.models import Entry, Filing
from giaoban_web.ledger.queries import standing_in
from giaoban_web.ledger.words import part_told
from giaoban_web.places.models import Place

FORM = "grid"
ALL, PARTS = "all", "parts"
"""Which rows an address asks for: of all indicators, or of the usual ones with all their parts."""
LONGEST = 9
CUMULATIVE = {6: 3, 9: 6}
"""Months of a cumulative period and of the one told before it; of the others the one that is a month shorter."""
Beside = dict[str, dict[str, Entry]]


@dataclass
class GridRow:
    """One indicator, or a part of it.

    now, previous, earlier   what stands in the ledger: of this period, the one before, the same period of the year before
    settled  how settled the ledger has the approved figure; None before it is approved
    doubts   what the checks find doubtful of what was typed
    refusal  why what was typed was not kept; `theirs` is what somebody else typed meanwhile
    """

    indicator: Indicator
    cells: Cells
    form: RowForm
    now: Entry | None = None
    previous: Entry | None = None
    earlier: Entry | None = None
    settled: Status | None = None
    doubts: Sequence[Refused] = ()
    refusal: Refused | None = None
    theirs: Sequence[Any] = field(default_factory=list)
    breakdown: str = ""

    @property
    def key(self) -> str:
        return row_key(self.indicator.id, self.breakdown)

    @property
    def part(self) -> str:
        """The part in words; nothing for the whole."""
        return part_told(self.breakdown, self.indicator)

    @property
    def unit(self) -> str:
        return units(self.indicator, self.breakdown)[0]

    @property
    def seen(self) -> str:
        """What the page showed: how often the figure of each role was saved, in the order of the roles, and a digest of the fields."""
        numbers = ".".join(str(self.cells[role].number if role in self.cells else 0) for role in VALUES)
        return f"{numbers}-{_digest(initial(self.cells, self.unit))}"

    @property
    def saved(self) -> Any:
        """The figure saved last, by whom and when; None where nothing was typed."""
        return max(self.cells.values(), key=lambda cell: cell.at, default=None)


def read_seen(text: str) -> dict[Role, int]:
    """The numbers by role; nothing for what is no such text."""
    numbers = text.partition("-")[0].split(".")
    if len(numbers) != len(VALUES) or not all(each.isascii() and each.isdigit() and len(each) < LONGEST for each in numbers):
        return {}
    return dict(zip(VALUES, map(int, numbers), strict=True))


def untouched(form: RowForm, seen: str) -> bool:
    """Whether a row was sent as the page had shown it, so that nothing is to be kept, even where somebody else changed it since."""
    return seen.partition("-")[2] == _digest({name: form.data.get(form.add_prefix(name), "") for name in form.fields})


def _digest(shown: Mapping[str, str]) -> str:
    text = "\n".join(f"{name}={shown.get(name, '')}" for name in RowForm.base_fields)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def cells_of(filing: Filing | None) -> dict[str, Cells]:
    """What was typed, by row and role."""
    found: dict[str, Cells] = {}
    if filing:
        for cell in filing.cells.select_related("indicator", "by"):
            found.setdefault(row_key(cell.indicator.key, cell.breakdown), {})[Role(cell.role)] = cell
    return found


def shown_rows(
    place: Place, period: Period, cells: Iterable[str], rows: str = "", ledger: Iterable[str] = ()
) -> list[tuple[Indicator, str]]:
    """The rows of the grid: indicators of the place's level and period, those that were filed already, or all; each followed by its parts.

    cells, ledger  keys of rows of which something was typed, or which the ledger has: their parts are shown, the others where asked for
    """
    known = catalogue.catalogue()
    there = [read_key(key) for key in {*cells, *ledger}]
    usual = {each.id for each in filed(known.values(), place.level, period)} | {read_key(key)[0] for key in cells}
    told: dict[str, set[str]] = {}
    for indicator, part in there:
        told.setdefault(indicator, set()).add(part)
    return [
        (each, part)
        for key, each in known.items()
        if rows == ALL or key in usual
        for part in _parts(each, told.get(key, set()), every=rows in {ALL, PARTS})
    ]


def _parts(indicator: Indicator, told: set[str], *, every: bool) -> list[str]:
    """The whole, then its parts: those that can be filed, where `every` one is wanted, and those of which something is told."""
    offered = parts(indicator)
    return ["", *(each for each in offered if every or each in told), *sorted(told - {"", *offered})]


def grid(place: Place, period: Period, filing: Filing | None, rows: str = "", data: Mapping[str, Any] | None = None) -> list[GridRow]:
    """The rows of the grid; `data` is what a form sent, if one did."""
    cells = cells_of(filing)
    ledger, settled = beside(place, period), settled_by(filing)
    made = []
    for each, part in shown_rows(place, period, cells, rows, ledger):
        key = row_key(each.id, part)
        own, told = cells.get(key, {}), ledger.get(key, {})
        form = RowForm(data, indicator=each, cells=own, form=FORM, breakdown=part)
        made.append(GridRow(each, own, form, told.get("now"), told.get("previous"), told.get("earlier"), settled.get(key), breakdown=part))
    return made


def settled_by(filing: Filing | None) -> dict[str, Status]:
    """How settled the ledger has what an approved filing entered, by row; nothing of a filing that is not approved."""
    if filing is None or filing.state not in {FilingState.APPROVED, FilingState.LOCKED}:
        return {}
    entries = Entry.objects.filter(place=filing.place, period=filing.period)
    statuses = {(line, number): STATUSES[status] for line, number, status in entries.values_list("line", "number", "status")}
    found = {}
    for cell in filing.cells.filter(role=Role.ACTUAL.value).select_related("indicator"):
        made = cell.entered.get("approve") or cell.entered.get("submit")
        if made:
            _place, line, _period, number = made["key"]
            found[row_key(cell.indicator.key, cell.breakdown)] = statuses[line, number]
    return found


def beside(place: Place, period: Period) -> Beside:
    """What stands in the ledger by row, as far as there is any: "now", "previous", "earlier" (the same period of the year before)."""
    wanted = {"now": period, "previous": previous(period), "earlier": years_before(period)}
    names: dict[tuple[date, date], list[str]] = {}
    for name, each in wanted.items():
        if each:
            names.setdefault((each.start_on, each.end_on), []).append(name)
    of_periods = Q(pk__in=[])
    for start_on, end_on in names:
        of_periods |= Q(period__start_on=start_on, period__end_on=end_on)
    entries = Entry.objects.filter(of_periods, place__path=place.path, place__withdrawn=False, role=0)
    entries = entries.filter(line__measure=Measure.LEVEL.value)
    found: Beside = {}
    for standing in standing_in(entries):
        entry = standing.entry
        told = dict.fromkeys(names[entry.period.start_on, entry.period.end_on], entry)
        found.setdefault(row_key(entry.line.indicator.key, entry.line.breakdown), {}).update(told)
    return found


def previous(period: Period) -> Period | None:
    """The period told before it: six months before nine, otherwise the one of the same length; None for one that is not of whole months.

    >>> str(previous(Period.parse("2020-M9"))), str(previous(Period.parse("2020-Q1")))
    ('2020-H1', '2019-Q4')
    """
    stretch = months(period)
    if stretch is None:
        return None
    start, length = stretch[0], stretch[1] - stretch[0]
    if start % 12 == 0 and 3 < length < 12:
        return named((start, start + CUMULATIVE.get(length, length - 1)))
    return before(period)


def last_quarter(on: date) -> Period:
    """The last quarter that had ended before that day.

    >>> str(last_quarter(date(2020, 6, 30)))
    '2020-Q1'
    """
    first = 12 * on.year + (on.month - 1) // 3 * 3
    return named((first - 3, first))
