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
from giaoban_web.ledger.filing_sets import filed
from giaoban_web.ledger.forms_entry import VALUES, Cells, RowForm, initial
from giaoban_web.ledger.models import Entry, Filing
from giaoban_web.ledger.queries import standing_in
from giaoban_web.places.models import Place

FORM = "grid"
ALL = "all"
LONGEST = 9
CUMULATIVE = {6: 3, 9: 6}
"""Months of a cumulative period and of the one told before it; of the others the one that is a month shorter."""
Beside = dict[str, dict[str, Entry]]


@dataclass
class GridRow:
    """One indicator.

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

    @property
    def seen(self) -> str:
        """What the page showed: how often the figure of each role was saved, in the order of the roles, and a digest of the fields."""
        numbers = ".".join(str(self.cells[role].number if role in self.cells else 0) for role in VALUES)
        return f"{numbers}-{_digest(initial(self.cells, self.indicator))}"

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
    """What was typed, by indicator and role."""
    found: dict[str, Cells] = {}
    if filing:
        for cell in filing.cells.select_related("indicator", "by"):
            found.setdefault(cell.indicator.key, {})[Role(cell.role)] = cell
    return found


def shown_indicators(place: Place, period: Period, cells: Iterable[str], rows: str = "") -> list[Indicator]:
    """The indicators of the grid: all of them, or those of the place's level and period and what was filed already."""
    known = catalogue.catalogue()
    usual = {each.id for each in filed(known.values(), place.level, period)} | set(cells)
    return [each for key, each in known.items() if rows == ALL or key in usual]


def grid(place: Place, period: Period, filing: Filing | None, rows: str = "", data: Mapping[str, Any] | None = None) -> list[GridRow]:
    """The rows of the grid; `data` is what a form sent, if one did."""
    cells = cells_of(filing)
    indicators = shown_indicators(place, period, cells, rows)
    ledger, settled = beside(place, period, [each.id for each in indicators]), settled_by(filing)
    made = []
    for each in indicators:
        own, told = cells.get(each.id, {}), ledger.get(each.id, {})
        form = RowForm(data, indicator=each, cells=own, form=FORM)
        made.append(GridRow(each, own, form, told.get("now"), told.get("previous"), told.get("earlier"), settled.get(each.id)))
    return made


def settled_by(filing: Filing | None) -> dict[str, Status]:
    """How settled the ledger has what an approved filing entered, by indicator; nothing of a filing that is not approved."""
    if filing is None or filing.state not in {FilingState.APPROVED, FilingState.LOCKED}:
        return {}
    entries = Entry.objects.filter(place=filing.place, period=filing.period)
    statuses = {(line, number): STATUSES[status] for line, number, status in entries.values_list("line", "number", "status")}
    found = {}
    for cell in filing.cells.filter(role=Role.ACTUAL.value).select_related("indicator"):
        made = cell.entered.get("approve") or cell.entered.get("submit")
        if made:
            _place, line, _period, number = made["key"]
            found[cell.indicator.key] = statuses[line, number]
    return found


def beside(place: Place, period: Period, keys: Sequence[str]) -> Beside:
    """What stands in the ledger by indicator, as far as there is any: "now", "previous", "earlier" (the same period of the year before)."""
    wanted = {"now": period, "previous": previous(period), "earlier": years_before(period)}
    names: dict[tuple[date, date], list[str]] = {}
    for name, each in wanted.items():
        if each:
            names.setdefault((each.start_on, each.end_on), []).append(name)
    of_periods = Q(pk__in=[])
    for start_on, end_on in names:
        of_periods |= Q(period__start_on=start_on, period__end_on=end_on)
    entries = Entry.objects.filter(of_periods, place__path=place.path, place__withdrawn=False, role=0)
    entries = entries.filter(line__indicator__key__in=keys, line__measure=Measure.LEVEL.value, line__breakdown="")
    found: Beside = {}
    for standing in standing_in(entries):
        entry = standing.entry
        told = dict.fromkeys(names[entry.period.start_on, entry.period.end_on], entry)
        found.setdefault(entry.line.indicator.key, {}).update(told)
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
