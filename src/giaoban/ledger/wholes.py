"""Figures that are parts of another: of places, of axes such as sex, of indicators, of periods."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from giaoban.ledger.apart import AXIS as UNIT
from giaoban.ledger.cells import Cell
from giaoban.ledger.cumulative import over_periods, series_of, within
from giaoban.ledger.facts import Facts, Figure
from giaoban.model import Measure, Role
from giaoban.reference.axes import AXES
from giaoban.reference.indicators import Aggregation, Indicator

Along = dict[tuple[Cell, Role, str], dict[str, dict[str, Figure]]]
ROLES = (Role.ACTUAL, Role.TARGET)


@dataclass(frozen=True, slots=True)
class Whole:
    """One figure and figures of its parts, all of one measure, period and unit.

    complete  the parts are all there; `nearly` if only minor ones may be missing
    additive  the whole is their sum; otherwise it is a mean of them
    later     the parts are earlier periods of the whole, told before it and often revised since
    """

    whole: Figure
    parts: tuple[Figure, ...]
    complete: bool
    additive: bool
    nearly: bool = False
    later: bool = False

    @property
    def planned(self) -> bool:
        return self.whole.entry.role is Role.TARGET

    @property
    def same_report(self) -> bool:
        """Whether all were reported on one day."""
        return len({each.entry.reported_on for each in (self.whole, *self.parts)}) == 1


def wholes(facts: Facts) -> Iterator[Whole]:
    """Every standing figure and target with the standing ones of its parts, as far as there are any."""
    along, over_time = along_axes(facts), over_periods(facts)
    for (cell, role), figure in facts.figures.items():
        known = facts.indicator(cell)
        if known and role in ROLES:
            yield from _of_places(facts, figure, known)
            yield from _of_indicators(facts, figure, known)
            yield from _of_periods(figure, over_time.get(series_of(cell, role), ()))
            if along:
                yield from _of_axes(figure, known, along.get((replace(cell, breakdown=""), role, cell.breakdown), {}))


def _of_places(facts: Facts, figure: Figure, known: Indicator) -> Iterator[Whole]:
    cell, adds = figure.cell, _adds(figure.cell, known)
    names = facts.members.get(cell.place, ())
    if names and (adds or _is_mean(cell, known)):
        found = [facts.find(cell, figure.entry.role, place=name) for name in names]
        yield from _whole(figure, found, complete=all(found), additive=adds)


def _of_indicators(facts: Facts, figure: Figure, known: Indicator) -> Iterator[Whole]:
    level = figure.cell.measure is Measure.LEVEL
    if known.parts and (level or _is_mean(figure.cell, known)):
        found = [facts.find(figure.cell, figure.entry.role, indicator=name) for name in known.parts]
        yield from _whole(figure, found, complete=known.complete and all(found), additive=level)


def _of_axes(figure: Figure, known: Indicator, along: Mapping[str, Mapping[str, Figure]]) -> Iterator[Whole]:
    adds = _adds(figure.cell, known)
    for axis, parts in along.items():
        if axis in AXES and (adds or _is_mean(figure.cell, known)):
            complete, nearly = AXES[axis].complete(parts), AXES[axis].nearly_complete(parts)
            yield from _whole(figure, list(parts.values()), complete=complete, additive=adds, nearly=nearly)


def _of_periods(figure: Figure, several: Sequence[Figure]) -> Iterator[Whole]:
    for parts, complete in within(figure, several):
        yield from _whole(figure, parts, complete=complete, additive=True, later=True)


def _adds(cell: Cell, known: Indicator) -> bool:
    return cell.measure is Measure.LEVEL and known.aggregation is Aggregation.SUM


def _is_mean(cell: Cell, known: Indicator) -> bool:
    """Whether the whole is a mean of its parts: a weighted ratio, or growth in percent of what adds up. Shares of plan are not."""
    if cell.measure is Measure.LEVEL:
        return known.aggregation is Aggregation.WEIGHTED_MEAN
    return cell.measure is Measure.CHANGE and cell.base != "plan" and known.aggregation is Aggregation.SUM


def _whole(
    figure: Figure, found: Sequence[Figure | None], *, complete: bool, additive: bool, nearly: bool = False, later: bool = False
) -> Iterator[Whole]:
    parts = tuple(each for each in found if each is not None and each.quantity.unit == figure.quantity.unit)
    all_fit = len(parts) == len(found)
    if parts and (additive or complete or nearly):
        yield Whole(figure, parts, complete and all_fit, additive, nearly and all_fit, later)


def along_axes(facts: Facts) -> Along:
    """By the cell without its breakdown, its role, and the breakdown with one axis taken off: the figures along that axis, by part.

    What is told in another unit is no part.
    """
    found: Along = defaultdict(lambda: defaultdict(dict))
    for (cell, role), figure in facts.figures.items():
        axes = cell.breakdown.split(";") if cell.breakdown and role in ROLES else []
        for each in axes:
            axis, _equals, value = each.partition("=")
            if axis != UNIT:
                rest = ";".join(other for other in axes if other is not each)
                found[replace(cell, breakdown=""), role, rest][axis][value] = figure
    return found
