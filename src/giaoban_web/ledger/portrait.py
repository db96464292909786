"""A place in figures: for each indicator the newest figure, beside target, same period and its own past; and what does not fit together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from giaoban.ledger import Cell
from giaoban.ledger import Entry as CoreEntry
from giaoban.ledger.checks import check
from giaoban.ledger.checks.stale import CHECK as STALE
from giaoban.ledger.discrepancies import Discrepancy
from giaoban.ledger.facts import Facts, Figure, Series
from giaoban.ledger.periods import canonical, years_before
from giaoban.ledger.totals import TURNED, merged
from giaoban.model import Bound, Measure, Period, Quantity, Refused, Role
from giaoban.reference.indicators import Direction, Indicator, Nature
from giaoban_web.ledger import catalogue
from giaoban_web.ledger.models import Entry, Line
from giaoban_web.ledger.owners import Owner, owner, units_of
from giaoban_web.ledger.queries import Standing, standing_in
from giaoban_web.ledger.rows import core, finds_named
from giaoban_web.ledger.sentences import sentences_of
from giaoban_web.places.models import Place

PAST = 8
UP_TO = frozenset((Bound.UNDER, Bound.AT_MOST))
"""Bounds of a worked-out change that may be none, or go the other way."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure as the page shows it: the row of the ledger behind it, and what is compared in the indicator's own unit."""

    entry: Entry
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Growth:
    """The change against the same period of the year before: reported, or worked out from the two figures and then `earlier` is set.

    bound  of what was worked out, of its size: trên 19.200 after 16.000 is over 20 % more
    """

    value: Decimal
    entry: Entry | None = None
    earlier: Entry | None = None
    bound: Bound = Bound.EXACT


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator of a place.

    past    figures of the same part of each year up to the newest, the earliest first
    good    whether the change is for the better; None where that is not known
    target  the target of the same period or of its year; of what adds up `attained` is the share of it in per cent, of a ratio or
            where a share says nothing `reached` whether it is as good as that; both None where that is not known
    told    the share of the plan in per cent that was told with the figure, where no target says how much was planned
    owner   whom to ask for the next figure, where it is overdue; None where it is not
    """

    indicator: Indicator
    newest: Shown
    past: tuple[Shown, ...]
    growth: Growth | None
    good: bool | None
    target: Shown | None
    attained: Decimal | None
    reached: bool | None
    told: Shown | None = None
    owner: Owner | None = None

    @property
    def line(self) -> Line:
        return self.newest.entry.line

    @property
    def stale(self) -> bool:
        return self.owner is not None


@dataclass(frozen=True, slots=True)
class Portrait:
    """Rows by group of indicators, and what the checks found.

    rows      the ledger's row behind each entry that the checks were given, by the identity of that entry
    facts     those entries as the checks see them
    standing  the rows that stand
    """

    groups: tuple[tuple[str, tuple[Row, ...]], ...]
    discrepancies: tuple[Discrepancy, ...]
    rows: dict[int, tuple[CoreEntry, Entry]]
    facts: Facts
    standing: tuple[Entry, ...]

    def behind(self, entry: CoreEntry) -> Entry:
        """The row of an entry that a discrepancy names."""
        return self.rows[id(entry)][1]

    def newest(self, most: int) -> tuple[Row, ...]:
        """The first rows for a glance, wholes only: of the latest periods, those with a growth first."""
        rows = [row for _group, rows in self.groups for row in rows if not row.line.breakdown]
        return tuple(sorted(rows, key=lambda row: (row.newest.entry.period.end_on, row.growth is not None), reverse=True)[:most])

    @property
    def overdue(self) -> list[tuple[Owner, list[Row]]]:
        """The rows whose figure is overdue, by whom to ask for them: often one person for all."""
        asked: dict[Owner, list[Row]] = {}
        for row in (row for _group, rows in self.groups for row in rows):
            if row.owner:
                asked.setdefault(row.owner, []).append(row)
        return list(asked.items())

    @property
    def count(self) -> int:
        return sum(len(rows) for _group, rows in self.groups)


def portrait(place: Place, on: date, known_on: date | None = None, period: Period | None = None) -> Portrait:
    """What the ledger knows of a place and of its earlier forms, of periods that had begun by the day `on`.

    known_on  as it stood in the ledger on that day: a report that was printed then comes out the same
    period    rows of that period instead of the newest
    """
    entries = Entry.objects.filter(place__path=place.path, place__withdrawn=False, period__start_on__lte=on)
    return of_entries(standing_in(entries, known_on), place, on, period)


def of_entries(standing: Sequence[Standing], place: Place, on: date, period: Period | None = None) -> Portrait:
    """The portrait made of what stands of one unit; `place` is the form of it that is shown.

    The checks see every entry of a cell of which no person has chosen one: two reports that differ are told until somebody does.
    """
    entries = [row for each in standing for row in each.open]
    finds = finds_named(entries)
    cores = [core(row, finds, place) for row in entries]
    pairs = {id(told): (told, row) for told, row in zip(cores, entries, strict=True)}
    behind = {key: row for key, (_told, row) in pairs.items()}
    facts = Facts(cores, catalogue.catalogue(), on=on, sentences=sentences_of(cores, finds.values()))
    found = check(facts)
    stale = {each.inputs[0].cell.indicator for each in found if each.check == STALE}
    units = units_of(place) if stale else ()
    chosen = _up_to(facts, canonical(period)) if period else _newest(facts)
    rows = [_row(facts, series, behind, units if series.indicator in stale else None) for series in chosen]
    groups = {row.indicator.group: tuple(each for each in rows if each.indicator.group == row.indicator.group) for row in rows}
    doubted = tuple(each for each in found if each.check != STALE)
    return Portrait(tuple(groups.items()), doubted, pairs, facts, tuple(each.entry for each in standing))


def _newest(facts: Facts) -> list[Series]:
    """For each indicator and part the series whose last period ends latest; of those that end together the one of the longest period.

    The parts of an indicator follow its whole.
    """
    best: dict[tuple[str, str], Series] = {}
    for series in facts.series:
        key = series.indicator, series.breakdown
        if series.indicator in facts.indicators and (key not in best or _ends(series) > _ends(best[key])):
            best[key] = series
    order = {indicator: at for at, (indicator, _part) in reversed(list(enumerate(best)))}
    return [best[key] for key in sorted(best, key=lambda key: (order[key[0]], key[1]))]


def _up_to(facts: Facts, period: Period) -> list[Series]:
    """The series that have a figure of `period`, each ending with it."""
    found = []
    for series in facts.series:
        periods = [canonical(figure.cell.period) if figure.cell.period else None for figure in series.figures]
        at = periods.index(period) if period in periods else None
        if at is not None and series.indicator in facts.indicators:
            found.append(replace(series, figures=series.figures[: at + 1]))
    return found


def _ends(series: Series) -> tuple[date, int]:
    """Until when its last figure tells, no later than when it was reported: of a year that has months to go nobody knows its end."""
    period, reported_on = series.figures[-1].cell.period, series.figures[-1].entry.reported_on
    if period is None:
        return date.min, 0
    return min(period.end_on, reported_on), (period.end_on - period.start_on).days


def _row(facts: Facts, series: Series, behind: dict[int, Entry], overdue_of: tuple[str, ...] | None) -> Row:
    """`overdue_of` are the units of the place, where the figure is overdue."""
    known, last = facts.indicators[series.indicator], series.figures[-1]
    target = _target(facts, known, last)
    growth = _growth(facts, last, behind)
    attained, reached = _against(known, last, target)
    return Row(
        known,
        _shown(last, behind),
        tuple(_shown(figure, behind) for figure in series.figures[-PAST:]),
        growth,
        _good(known, growth),
        _shown(target, behind) if target else None,
        attained,
        reached,
        _share_told(facts, last, behind) if target is None else None,
        None if overdue_of is None else owner(behind[id(last.entry)], overdue_of),
    )


def _target(facts: Facts, known: Indicator, last: Figure) -> Figure | None:
    """The target of the period; else that of its year, but for what is only of one of its months or quarters."""
    if found := facts.find(last.cell, Role.TARGET):
        return found
    period = last.cell.period
    if period is None or (known.nature is Nature.FLOW and (period.start_on.month, period.start_on.day) != (1, 1)):
        return None
    return facts.find(last.cell, Role.TARGET, period=Period.parse(f"{period.end_on.year:04}"))


def _against(known: Indicator, last: Figure, target: Figure | None) -> tuple[Decimal | None, bool | None]:
    """The share of the target in per cent; or whether it is reached, where no share says it: 0,28% poor of 0,30% aimed at is no 93%.

    Neither where one of them is a range (10–12%).
    """
    if target is None or target.quantity.unit != last.quantity.unit:
        return None, None
    if last.quantity.value_to is not None or target.quantity.value_to is not None:
        return None, None
    if known.nature is not Nature.RATIO and known.direction is not Direction.LOWER and target.value > 0 and last.value >= 0:
        return last.value / target.value * 100, None
    if known.direction is Direction.NEUTRAL or last.quantity.bound is not Bound.EXACT:
        return None, None
    return None, last.value <= target.value if known.direction is Direction.LOWER else last.value >= target.value


def _share_told(facts: Facts, last: Figure, behind: dict[int, Entry]) -> Shown | None:
    told = facts.find(last.cell, measure=Measure.ATTAINMENT, base="plan")
    return _shown(told, behind) if told and told.quantity.unit == "%" else None


def _growth(facts: Facts, last: Figure, behind: dict[int, Entry]) -> Growth | None:
    reported = facts.find(last.cell, measure=Measure.CHANGE, base="same_period")
    if reported and reported.quantity.unit == "%":
        return Growth(reported.value, entry=behind[id(reported.entry)])
    earlier = _earlier(facts, last.cell)
    if earlier is None or earlier.quantity.unit != last.quantity.unit or last.quantity.unit == "%" or earlier.value <= 0:
        return None
    value = (last.value / earlier.value - 1) * 100
    bound = _bound(last.quantity, earlier.quantity)
    if bound is None:
        return None
    return Growth(value, earlier=behind[id(earlier.entry)], bound=TURNED.get(bound, bound) if value < 0 else bound)


def _bound(last: Quantity, earlier: Quantity) -> Bound | None:
    """The bound of one divided by the other; None where nothing true can be said: a range, or bounds that speak against each other."""
    if last.value_to is not None or earlier.value_to is not None:
        return None
    try:
        return merged((last.bound, TURNED.get(earlier.bound, earlier.bound)))
    except Refused:
        return None


def _earlier(facts: Facts, cell: Cell) -> Figure | None:
    period = years_before(cell.period) if cell.period else None
    return facts.find(cell, period=period) if period else None


def _good(known: Indicator, growth: Growth | None) -> bool | None:
    if growth is None or not growth.value or known.direction is Direction.NEUTRAL or growth.bound in UP_TO:
        return None
    return (growth.value > 0) == (known.direction is Direction.HIGHER)


def _shown(figure: Figure, behind: dict[int, Entry]) -> Shown:
    entry: CoreEntry = figure.entry
    return Shown(behind[id(entry)], figure.quantity)
