"""Figures that are parts of another: of places, of axes such as sex, of indicators."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from giaoban.ledger.cells import Cell
from giaoban.ledger.facts import Facts, Figure
from giaoban.model import Measure, Role
from giaoban.reference.axes import AXES
from giaoban.reference.indicators import Aggregation, Indicator

Along = dict[tuple[Cell, str], dict[str, dict[str, Figure]]]


@dataclass(frozen=True, slots=True)
class Whole:
    """One figure and figures of its parts, all of one measure, period and unit.

    complete  the parts are all there; `nearly` if only minor ones may be missing
    additive  the whole is their sum; otherwise it is a mean of them
    """

    whole: Figure
    parts: tuple[Figure, ...]
    complete: bool
    additive: bool
    nearly: bool = False

    @property
    def same_report(self) -> bool:
        """Whether all were reported on one day."""
        return len({each.entry.reported_on for each in (self.whole, *self.parts)}) == 1


def wholes(facts: Facts) -> Iterator[Whole]:
    """Every standing figure with the standing figures of its parts, as far as there are any."""
    along = _along_axes(facts)
    for (cell, role), figure in facts.figures.items():
        known = facts.indicator(cell)
        if role is not Role.ACTUAL or known is None:
            continue
        level = cell.measure is Measure.LEVEL
        if names := facts.members.get(cell.place):
            adds = level and known.aggregation is Aggregation.SUM
            if adds or _is_mean(cell, known):
                found = [facts.find(cell, place=name) for name in names]
                yield from _whole(figure, found, complete=all(found), additive=adds)
        if known.parts:
            found = [facts.find(cell, indicator=name) for name in known.parts]
            if level or _is_mean(cell, known):
                yield from _whole(figure, found, complete=known.complete and all(found), additive=level)
        for axis, parts in along.get((replace(cell, breakdown=""), cell.breakdown), {}).items():
            adds = level and known.aggregation is Aggregation.SUM
            if axis in AXES and (adds or _is_mean(cell, known)):
                complete, nearly = AXES[axis].complete(parts), AXES[axis].nearly_complete(parts)
                yield from _whole(figure, list(parts.values()), complete=complete, additive=adds, nearly=nearly)


def _is_mean(cell: Cell, known: Indicator) -> bool:
    """Whether the whole is a mean of its parts: a weighted ratio, or growth in percent of what adds up. Shares of plan are not."""
    if cell.measure is Measure.LEVEL:
        return known.aggregation is Aggregation.WEIGHTED_MEAN
    return cell.measure is Measure.CHANGE and cell.base != "plan" and known.aggregation is Aggregation.SUM


def _whole(figure: Figure, found: Sequence[Figure | None], *, complete: bool, additive: bool, nearly: bool = False) -> Iterator[Whole]:
    parts = tuple(each for each in found if each is not None and each.quantity.unit == figure.quantity.unit)
    all_fit = len(parts) == len(found)
    if parts and (additive or complete or nearly):
        yield Whole(figure, parts, complete and all_fit, additive, nearly and all_fit)


def _along_axes(facts: Facts) -> Along:
    """By the cell without its breakdown, and the breakdown with one axis taken off: the figures along that axis, by their value."""
    found: Along = defaultdict(lambda: defaultdict(dict))
    for (cell, role), figure in facts.figures.items():
        if not cell.breakdown or role is not Role.ACTUAL:
            continue
        axes = cell.breakdown.split(";")
        for each in axes:
            axis, _equals, value = each.partition("=")
            rest = ";".join(other for other in axes if other is not each)
            found[replace(cell, breakdown=""), rest][axis][value] = figure
    return found
