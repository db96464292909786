"""Figures of places put together as the figure of the place above them, always with how many of them reported.

sum            revenue of 19 of 21 communes; the bound of the sum is still true
weighted mean  poverty by households; refused without the weights
last           the newest of the figures stands for all
none           shares of plan, indices, rates of what nobody counts: refused
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from giaoban.ledger.computing import computed
from giaoban.ledger.conversion import told
from giaoban.ledger.entries import Entry
from giaoban.ledger.totals import merged, total
from giaoban.model import Bound, Measure, Quantity, Refused
from giaoban.reference.indicators import Aggregation, Indicator

RULE = "places@1"


@dataclass(frozen=True, slots=True)
class Aggregate:
    """The figure of the whole, made of what its members reported.

    entry     computed; its inputs are the members' entries
    of        how many members there are; `missing` those that reported nothing
    """

    entry: Entry
    of: int
    missing: tuple[str, ...]

    @property
    def reported(self) -> int:
        return self.of - len(self.missing)


def aggregate(
    place: str,
    members: Sequence[str],
    entries: Mapping[str, Entry],
    indicator: Indicator,
    weights: Mapping[str, Decimal] | None = None,
) -> Aggregate:
    """The figure of `place` from the standing entries of its members (by their keys), all of one cell but for the place.

    weights  of members, in any one unit, above nought: for a weighted mean those of all that reported must be there

    Refused: `aggregation-none`, `aggregation-needs-weights`, `aggregation-nothing`, `unit-not-of-indicator`, `bounds-do-not-add`.
    """
    there = [name for name in members if name in entries]
    used = [entries[name] for name in there]
    if not used:
        raise Refused("aggregation-nothing", indicator=indicator.name, of=len(members))
    if any(entry.cell.measure is not Measure.LEVEL for entry in used):
        raise Refused("aggregation-none", indicator=indicator.name)
    quantities = [told(entry.quantity, indicator) for entry in used]
    match indicator.aggregation:
        case Aggregation.SUM:
            quantity = total((1, each) for each in quantities)
        case Aggregation.WEIGHTED_MEAN:
            quantity = mean(quantities, _weights(there, indicator, weights or {}))
        case Aggregation.LAST:
            quantity = quantities[max(range(len(used)), key=lambda at: (used[at].reported_on, at))]
        case Aggregation.NONE:
            raise Refused("aggregation-none", indicator=indicator.name)
    entry = computed(RULE, used, replace(used[0].cell, place=place), quantity)
    return Aggregate(entry, len(members), tuple(name for name in members if name not in entries))


def _weights(names: Sequence[str], indicator: Indicator, weights: Mapping[str, Decimal]) -> list[Decimal]:
    without = [name for name in names if weights.get(name, 0) <= 0]
    if without:
        wanted = indicator.weight or "—"
        raise Refused("aggregation-needs-weights", indicator=indicator.name, count=len(without), of=len(names), weight=wanted)
    return [weights[name] for name in names]


def mean(quantities: Sequence[Quantity], weights: Sequence[Decimal]) -> Quantity:
    """The weighted mean to one digit more than the finest of the figures; a range stays a range.

    weights  of the figures, in their order, in any one unit, above nought

    Refused for a range beside a bound, and for bounds on both sides (`bounds-do-not-add`).
    """
    last = min(_exponent(each.value) for each in quantities) - 1
    low = _weighted([each.value for each in quantities], weights, last)
    high = _weighted([each.value if each.value_to is None else each.value_to for each in quantities], weights, last)
    bound = merged(each.bound for each in quantities)
    if low != high and bound is not Bound.EXACT:
        raise Refused("bounds-do-not-add")
    return Quantity(low, quantities[0].unit, bound, None if low == high else high)


def _weighted(values: Sequence[Decimal], weights: Sequence[Decimal], last: int) -> Decimal:
    parts = (value * weight for value, weight in zip(values, weights, strict=True))
    return (sum(parts, Decimal(0)) / sum(weights, Decimal(0))).quantize(Decimal(1).scaleb(last))


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
