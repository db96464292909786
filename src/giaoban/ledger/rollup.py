"""Many places' figures of one line and period put together at once for every place above them: what `aggregation` says, much quicker.

Exact: whole numbers are added, never floating ones. What `aggregation.aggregate` would refuse has the code of that refusal instead of a
value. `last` is left to `aggregate`, which knows the days of the reports: here it is refused like `none`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

import numpy as np

from giaoban.ledger.aggregation import mean
from giaoban.ledger.conversion import told
from giaoban.ledger.packing import Numbers, Packed, Row
from giaoban.ledger.totals import total
from giaoban.model import Bound, Quantity, Refused
from giaoban.reference.indicators import Aggregation, Indicator

SAFE = 2**62


@dataclass(frozen=True, slots=True)
class Rolled:
    """The figure of one place out of its members: "19 of 21 reported".

    quantity  None where it is refused; `why` is then the code of the refusal
    """

    place: int
    reported: int
    of: int
    quantity: Quantity | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Members:
    """Which places lie below which, on one level: ids of members in rising order, the place above each, and how many each of those has."""

    member: Numbers
    above: Numbers
    of: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What is needed to understand packed numbers.

    indicator   None for a line that cannot be put together: a change, an attainment, a retired indicator
    units       names by id; `bounds` by code
    weights     by member, for a weighted mean
    """

    indicator: Indicator | None
    units: Mapping[int, str]
    bounds: Sequence[Bound]
    weights: Mapping[int, Decimal] = field(default_factory=dict)


def roll_up(figures: Packed, members: Members, meaning: Meaning) -> list[Rolled]:
    """One figure for each place of which a member reported, by its id. `figures` are those of places, all of one role."""
    if not len(members.member) or not len(figures):
        return []
    spot = np.searchsorted(members.member, figures.at).clip(max=len(members.member) - 1)
    inside = members.member[spot] == figures.at
    kept, above = figures.where(inside), members.above[spot[inside]]
    if not len(kept):
        return []
    order = np.argsort(above, kind="stable")
    starts = np.flatnonzero(np.diff(above[order], prepend=-1))
    groups = list(zip(above[order][starts].tolist(), np.split(order, starts[1:]), strict=True))
    sums = _sums(kept, order, starts, meaning)
    rows = list(kept.rows()) if len(sums) < len(starts) else []
    return [
        Rolled(place, len(group), members.of[place], sums[number])
        if number in sums
        else _one(place, [rows[row] for row in group.tolist()], members.of[place], meaning)
        for number, (place, group) in enumerate(groups)
    ]


def _sums(kept: Packed, order: Numbers, starts: Numbers, meaning: Meaning) -> dict[int, Quantity]:
    """Sums, by number, of the groups whose figures are all exact, without ranges and in the indicator's own unit."""
    known, most = meaning.indicator, int(kept.digits.max())
    largest = max(abs(int(kept.amount.min())), abs(int(kept.amount.max())))
    if known is None or known.aggregation is not Aggregation.SUM or largest * 10**most * len(kept) >= SAFE:
        return {}
    odd = (kept.bound != 0) | ~np.isin(kept.unit, [key for key, name in meaning.units.items() if name == known.units[0]])
    odd[kept.ranges["row"]] = True
    digits = kept.digits.astype(np.int64)
    totals = np.add.reduceat((kept.amount * 10 ** (most - digits))[order], starts).tolist()
    finest = np.maximum.reduceat(digits[order], starts).tolist()
    strange = np.logical_or.reduceat(odd[order], starts).tolist()
    return {
        number: Quantity(Decimal(whole // 10 ** (most - its)).scaleb(-its), known.units[0])
        for number, (whole, its, bad) in enumerate(zip(totals, finest, strange, strict=True))
        if not bad
    }


def _one(place: int, rows: Sequence[Row], of: int, meaning: Meaning) -> Rolled:
    """One group figure by figure."""
    try:
        return Rolled(place, len(rows), of, _quantity(rows, meaning))
    except Refused as refused:
        return Rolled(place, len(rows), of, None, refused.code)


def _quantity(rows: Sequence[Row], meaning: Meaning) -> Quantity:
    known = meaning.indicator
    if known is None or known.aggregation in {Aggregation.NONE, Aggregation.LAST}:
        raise Refused("aggregation-none", indicator=known.name if known else "")
    quantities = [told(_printed(row, meaning), known) for row in rows]
    if len({each.unit for each in quantities}) > 1:
        raise Refused("unit-not-of-indicator", unit=quantities[-1].unit, indicator=known.name, units=", ".join(known.units))
    if known.aggregation is Aggregation.SUM:
        return total((1, each) for each in quantities)
    weights = [meaning.weights.get(row.at, Decimal(0)) for row in rows]
    without = sum(weight <= 0 for weight in weights)
    if without:
        raise Refused("aggregation-needs-weights", indicator=known.name, count=without, of=len(rows), weight=known.weight or "—")
    return mean(quantities, weights)


def _printed(row: Row, meaning: Meaning) -> Quantity:
    upper = None if row.amount_to is None else Decimal(row.amount_to).scaleb(-row.digits)
    return Quantity(row.value, meaning.units[row.unit], meaning.bounds[row.bound], upper)
