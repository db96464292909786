"""Parts make their whole: places their region, women and men everybody, domestic and border revenue the revenue of the state.

Where all parts are there, their sum must be the whole; some of them must not exceed it. Targets handed down are only doubted: units are
often given more than the whole. So are quarters and years of different reports, and only when more than 2 % apart: quarters are revised.
The shares of a structure add to a hundred.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import reduce
from operator import add, sub

from giaoban.ledger.discrepancies import Discrepancy, Implied, Severity, said
from giaoban.ledger.facts import Facts, Figure
from giaoban.ledger.intervals import NOUGHT, Interval, rounded
from giaoban.ledger.wholes import Whole, along_axes, wholes
from giaoban.model import Measure, Quantity, Role
from giaoban.reference.axes import AXES

CHECK = "parts"
NEAR = Decimal("0.02")
WAYS = ("way-correct-reading", "way-correct-entry", "way-parts-missing", "way-explain")


def sums(facts: Facts) -> Iterator[Discrepancy]:
    """Wholes that are not the sum of their parts, or less than some of them."""
    for each in wholes(facts):
        if not each.additive:
            continue
        total = reduce(add, (part.open for part in each.parts))
        whole = each.whole.open
        wrong = total.low > whole.high or (each.complete and total.high < whole.low)
        revised = each.later and not each.same_report and total.apart(whole) <= NEAR * abs(each.whole.value)
        if wrong and not revised and not _told_alone(facts, each):
            yield _wrong(facts, each)


def _told_alone(facts: Facts, each: Whole) -> bool:
    """Whether the one part that is known of a whole is told to be larger than it: no sum of one need be told beside that."""
    limit = _exceeded(facts, each.parts[0]) if len(each.parts) == 1 else None
    return limit is not None and limit.entry is each.whole.entry


def ceilings(facts: Facts) -> Iterator[Discrepancy]:
    """Figures larger than the one that holds them: clean water over hygienic water."""
    for figure in facts.levels():
        if limit := _exceeded(facts, figure):
            values = said(
                indicator=facts.name(figure.entry), value=figure.entry.quantity, other=facts.name(limit.entry), limit=limit.entry.quantity
            )
            inputs = (figure.entry, limit.entry)
            yield Discrepancy(CHECK, Severity.CONTRADICTION, inputs, "part-exceeds", values, found=figure.entry.quantity, ways=WAYS)


def _exceeded(facts: Facts, figure: Figure) -> Figure | None:
    """The figure that holds this level and is smaller, if there is one."""
    known = facts.indicator(figure.cell)
    if not known or not known.at_most or figure.entry.role is not Role.ACTUAL:
        return None
    limit = facts.find(figure.cell, indicator=known.at_most)
    return limit if limit and limit.quantity.unit == figure.quantity.unit and figure.open.low > limit.open.high else None


def structures(facts: Facts) -> Iterator[Discrepancy]:
    """Shares of a structure that do not add to what they must, or to more where a minor one is missing."""
    for (cell, _role, _rest_of), along in along_axes(facts).items():
        known = facts.indicator(cell)
        if not known or known.adds_to is None or cell.measure is not Measure.LEVEL:
            continue
        for axis, parts in along.items():
            if any(part.quantity.unit != known.unit for part in parts.values()):
                continue
            total = reduce(add, (part.open for part in parts.values()))
            complete, nearly = (AXES[axis].complete(parts), AXES[axis].nearly_complete(parts)) if axis in AXES else (False, False)
            if (nearly and total.low > known.adds_to) or (complete and total.high < known.adds_to):
                value = sum((part.value for part in parts.values()), NOUGHT)
                implied = Implied(value, total, known.unit)
                whole = Quantity(Decimal(known.adds_to), known.unit)
                values = said(indicator=known.name, total=implied.rough(known.unit), whole=whole, count=len(parts))
                inputs = tuple(part.entry for part in parts.values())
                yield Discrepancy(CHECK, Severity.CONTRADICTION, inputs, "structure-differs", values, implied, cell=cell, ways=WAYS)


def _rest(each: Whole, part: Figure) -> Interval:
    """What remains of the whole for this part when the other parts are taken off."""
    return reduce(sub, (other.open for other in each.parts if other is not part), each.whole.open)


def _wrong(facts: Facts, each: Whole) -> Discrepancy:
    parts = each.parts
    total, whole = reduce(add, (part.open for part in parts)), each.whole
    value = sum((part.value for part in parts), NOUGHT)
    implied = Implied(rounded(value, whole.quantity), total, whole.quantity.unit)
    code = "sum-differs" if each.complete else "sum-exceeds"
    values = said(
        indicator=facts.name(whole.entry), whole=whole.entry.quantity, total=implied.rough(whole.entry.quantity.unit), count=len(parts)
    )
    needed = (total, *(_rest(each, part) for part in parts))
    inputs = (whole.entry, *(part.entry for part in parts))
    sure = (each.same_report or (each.complete and not each.later)) and not each.planned
    severity = Severity.CONTRADICTION if sure else Severity.DOUBT
    return Discrepancy(CHECK, severity, inputs, code, values, implied, whole.entry.quantity, whole.cell, needed, WAYS)
