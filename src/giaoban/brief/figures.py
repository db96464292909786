"""The figures of a brief out of the facts of a ledger: of each indicator the latest, with its change, its target and what it was before."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from giaoban.brief.brief import FigureLine
from giaoban.brief.given import Compared, GivenDiscrepancy, GivenFigure, Level, Remembered
from giaoban.brief.lines import Source, distinct, told
from giaoban.brief.movement import course, length, sign, went
from giaoban.ledger.apart import said as said_part
from giaoban.ledger.discrepancies import Discrepancy, Severity
from giaoban.ledger.entries import Entry
from giaoban.ledger.facts import Facts, Figure
from giaoban.ledger.periods import years_before
from giaoban.model import Bound, Measure, Period, Quantity, Role
from giaoban.reference.indicators import Direction, Nature

YEAR = 12
EARLIER = 40
"""Levels before the latest that a brief keeps of an indicator at most: the newest ones."""
BASES = frozenset({"", "same_period", "previous_year"})
PLAN = frozenset({"plan"})
"""What changes and shares that a brief tells are against."""
LAG = 5
"""Points of percent short of the share of the year from which a share of the target is behind."""
Sources = Callable[[Entry], Source]
"""Where an entry comes from, as the brief names it."""


def given_figures(facts: Facts, source: Sources, places: Collection[str]) -> tuple[GivenFigure, ...]:
    """The latest figure of every indicator at these places (keys of one place), in the order of the catalogue; others after them."""
    by_indicator: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in facts.levels():
        if figure.cell.place in places:
            by_indicator[figure.cell.indicator, figure.cell.breakdown].append(figure)
    ranks = {key: at for at, key in enumerate(facts.indicators)}
    ordered = sorted(by_indicator.items(), key=lambda each: (ranks.get(each[0][0], len(ranks)), each[0]))
    told = _Told(_first(facts, Measure.CHANGE, BASES), _first(facts, Measure.ATTAINMENT, PLAN))
    return tuple(_given(sorted(several, key=_age), facts, told, source) for _key, several in ordered)


@dataclass(frozen=True, slots=True)
class _Told:
    """What was told of figures beside them, by the entry that it was told of."""

    changes: Mapping[Entry, Figure]
    shares: Mapping[Entry, Figure]


def _first(facts: Facts, measure: Measure, bases: Collection[str]) -> dict[Entry, Figure]:
    """For each level the first comparison whose base is one of `bases`."""
    found: dict[Entry, Figure] = {}
    for measured, compared in facts.compared(measure):
        if compared.cell.base in bases:
            found.setdefault(measured.entry, compared)
    return found


def given_discrepancies(found: Iterable[Discrepancy], source: Sources) -> tuple[GivenDiscrepancy, ...]:
    """What speaks against figures, contradictions first; what merely follows from them is left out."""
    kept = [each for each in found if each.severity is not Severity.IMPLICATION]
    kept.sort(key=lambda each: each.severity is not Severity.CONTRADICTION)
    return tuple(
        GivenDiscrepancy(each.severity, told(each.code, each.values), distinct(tuple(map(source, each.inputs))), each.ways) for each in kept
    )


def lines(figures: Iterable[GivenFigure], last: Remembered | None, on: date) -> tuple[FigureLine, ...]:
    """Each figure with which way it went, what the last brief said, and how old it is on that day."""
    before = dict(last.figures) if last else {}
    return tuple(_line(each, before.get(each.indicator), on) for each in figures)


def _age(figure: Figure) -> tuple[date, int, date]:
    """Until when it tells, which is no later than when it was reported: of a year that has five months to go nobody knows its end."""
    period, reported_on = figure.cell.period, figure.entry.reported_on
    span = (period.end_on - period.start_on).days if period else 0
    return min(period.end_on, reported_on) if period else date.min, span, reported_on


def _given(figures: Sequence[Figure], facts: Facts, said: _Told, source: Sources) -> GivenFigure:
    latest, known = figures[-1], facts.indicator(figures[-1].cell)
    cell = latest.cell
    target = _target(facts, latest, source)
    flow = known is not None and (known.nature is Nature.FLOW or known.of_plan)
    level = _level(latest, source)
    part = f" ({said_part(cell.breakdown, known)})" if cell.breakdown else ""
    return GivenFigure(
        f"{cell.indicator}{';' if part else ''}{cell.breakdown}",
        facts.name(latest.entry) + part,
        known.direction if known else Direction.NEUTRAL,
        level,
        latest.entry.status,
        _change(facts, said, latest, source),
        target,
        _attained(facts, said, latest, target, source),
        length(level) if flow else 0,
        tuple(_level(each, source) for each in figures[-1 - EARLIER : -1]),
    )


def _level(figure: Figure, source: Sources) -> Level:
    return Level(figure.cell.period, figure.entry.quantity, figure.entry.reported_on, source(figure.entry))


def _change(facts: Facts, said: _Told, latest: Figure, source: Sources) -> Compared | None:
    """As it was told of this figure; else worked out where both figures are exact and not at prices of different years."""
    if change := said.changes.get(latest.entry):
        return Compared(change.entry.quantity, (source(change.entry),))
    known, period = facts.indicator(latest.cell), latest.cell.period
    earlier = years_before(period) if period else None
    then = facts.find(latest.cell, period=earlier) if earlier else None
    if then is None or known is None or known.constant_prices or known.nature is Nature.RATIO:
        return None
    share = _share(latest, then)
    return None if share is None else Compared(_percent(share - 100), (source(latest.entry), source(then.entry)), computed=True)


def _target(facts: Facts, latest: Figure, source: Sources) -> Compared | None:
    """The target that the ledger holds for the figure's period, else for the year in which that ends."""
    period = latest.cell.period
    if period is None:
        return None
    for wanted in (period, Period.parse(f"{period.end_on.year:04}")):
        if found := facts.find(latest.cell, Role.TARGET, period=wanted):
            return Compared(found.entry.quantity, (source(found.entry),))
    return None


def _attained(facts: Facts, said: _Told, latest: Figure, target: Compared | None, source: Sources) -> Compared | None:
    """The share of the plan as it was told of this figure, else worked out of figure and target; a share of the plan is its own.

    No share says of what should be little how near it came: 12 poor households where 15 were aimed at are no 80 %.
    """
    if share := said.shares.get(latest.entry):
        return Compared(share.entry.quantity, (source(share.entry),))
    known = facts.indicator(latest.cell)
    if known is not None and known.of_plan and latest.quantity.unit == "%":
        return Compared(latest.quantity, (source(latest.entry),))
    if target is None or known is None or known.nature is Nature.RATIO or known.direction is Direction.LOWER:
        return None
    if target.quantity.unit != latest.entry.quantity.unit:
        return None
    if not (_is_one(latest.entry.quantity) and _is_one(target.quantity) and target.quantity.value):
        return None
    part = latest.entry.quantity.value * 100 / target.quantity.value
    return Compared(_percent(part), (source(latest.entry), *target.sources), computed=True)


def _share(one: Figure, other: Figure) -> Decimal | None:
    exact = _is_one(one.quantity) and _is_one(other.quantity) and one.quantity.unit == other.quantity.unit
    return one.value * 100 / other.value if exact and other.value > 0 else None


def _is_one(quantity: Quantity) -> bool:
    """Whether it is one number: not so much at least or about, and no range (10–12%)."""
    return quantity.bound is Bound.EXACT and quantity.value_to is None


def _percent(value: Decimal) -> Quantity:
    return Quantity(value.quantize(Decimal("0.1")), "%")


def _line(figure: GivenFigure, before: Level | None, on: date) -> FigureLine:
    latest = figure.latest
    since = latest.period.end_on if latest.period and latest.period.end_on <= on else latest.reported_on
    return FigureLine(figure, course(_moved(figure), figure.direction), before, max(0, (on - since).days), _behind(figure))


def _moved(figure: GivenFigure) -> int | None:
    """Which way the figure went: by the change told of it, else against the level before, where one may be compared."""
    if figure.change:
        return sign(figure.change.quantity)
    before = figure.against
    return went(before.quantity, figure.latest.quantity) if before else None


def _behind(figure: GivenFigure) -> int:
    """Points of percent short of the share of the year that is over, where they are at least `LAG`; 0 for what began within a year."""
    if not figure.attained or not _from_january(figure.latest.period) or not 0 < figure.months <= YEAR:
        return 0
    lacking = Decimal(100 * figure.months) / YEAR - figure.attained.quantity.value
    return int(lacking) if lacking >= LAG else 0


def _from_january(period: Period | None) -> bool:
    return period is not None and (period.start_on.month, period.start_on.day) == (1, 1)
