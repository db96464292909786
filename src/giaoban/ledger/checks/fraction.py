"""A percentage of so many units is a whole number of them: 85,7 % of 21 is 18, of 22 it cannot be.

Where the number of units is known, the percentage is checked against it. Where it is not, the smallest number is sought that all
percentages of such units in one text have in common (85,7 % and 76,2 % are 18/21 and 16/21); it is told only where chance would hardly give
one so small.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from giaoban.ledger.discrepancies import Discrepancy, Implied, Severity, said
from giaoban.ledger.entries import InDocument
from giaoban.ledger.facts import Facts, Figure
from giaoban.ledger.intervals import Interval, point
from giaoban.model import Bound, Period, Span

CHECK = "fraction"
Where = tuple[str, str, Period | None]
MOST = 2000
CHANCE = Decimal("0.01")
NEAR = 60
"""Code points within which an unknown percentage after a known one is of the same units."""
WAYS = ("way-correct-reading", "way-other-count", "way-explain")


def fractions(facts: Facts) -> Iterator[Discrepancy]:
    """Percentages that are no fraction of the units there are, and the fractions that percentages imply."""
    texts: dict[tuple[Where, str], list[Figure]] = defaultdict(list)
    for figure in facts.levels():
        known = facts.indicator(figure.cell)
        if not known or not known.share_of or figure.quantity.unit != "%":
            continue
        count = facts.counts.get((figure.cell.place, known.share_of))
        if count is not None:
            yield _of_known(facts, figure, count)
        elif isinstance(figure.entry.source, InDocument) and figure.quantity.bound is Bound.EXACT:
            where = figure.entry.source.document, figure.cell.place, figure.cell.period
            texts[where, known.share_of].append(figure)
    unknown = _unknown(facts) if texts else {}
    for (where, _units), figures in texts.items():
        yield from _of_unknown(facts, [*figures, *_beside(figures, unknown.get(where, ()))])


def wholes(share: Interval, count: int) -> range:
    """The numbers of units out of `count` that `share` (percent) can be.

    >>> list(wholes(Interval(Decimal("85.65"), Decimal("85.75")), 21))
    [18]
    """
    low = (share.low * count / 100).to_integral_value(ROUND_CEILING) if share.low > 0 else Decimal(0)
    high = (share.high * count / 100).to_integral_value(ROUND_FLOOR) if share.high < 100 else Decimal(count)
    return range(int(low), int(high) + 1)


def common_count(shares: Sequence[Interval]) -> int | None:
    """The smallest number of units of which every share is a whole number; None where chance alone might give it.

    How likely chance gives one up to n is judged by the widths: a share so wide fits a number n with n × width.
    """
    chance = Decimal(0)
    widths = [(share.high - share.low) / 100 for share in shares]
    for count in range(1, MOST):
        fits = Decimal(1)
        for width in widths:
            fits *= min(Decimal(1), width * count)
        chance += fits
        if chance > CHANCE:
            return None
        if all(wholes(share, count) for share in shares):
            return count
    return None


def _of_known(facts: Facts, figure: Figure, count: int) -> Discrepancy:
    can = wholes(figure.open, count)
    shown = said(share=figure.quantity, count=count, indicator=facts.name(figure.entry), units=f"{can[0]}" if can else "")
    if can:
        implied = Implied(Decimal(can[0]), Interval(Decimal(can[0]), Decimal(can[-1])), "")
        code = "fraction-of-known" if len(can) == 1 else "fraction-of-known-between"
        shown = said(**shown, most=f"{can[-1]}")
        return Discrepancy(CHECK, Severity.IMPLICATION, (figure.entry,), code, shown, expected=implied)
    below = int(figure.value * count / 100)
    near = (_percent(below, count), _percent(below + 1, count))
    values = said(**shown, below=below, above=below + 1, below_share=near[0], above_share=near[1])
    return Discrepancy(CHECK, Severity.CONTRADICTION, (figure.entry,), "fraction-impossible", values, found=figure.quantity, ways=WAYS)


def _of_unknown(facts: Facts, figures: Sequence[Figure]) -> Iterator[Discrepancy]:
    count = common_count([figure.open for figure in figures])
    if count is None or len({figure.open for figure in figures}) < 2:
        return
    for figure in figures:
        can = wholes(figure.open, count)
        values = said(share=figure.quantity, indicator=facts.name(figure.entry), units=can[0], count=count)
        implied = Implied(Decimal(can[0]), point(can[0]), "")
        others = tuple(other.entry for other in figures if other is not figure)
        yield Discrepancy(CHECK, Severity.IMPLICATION, (figure.entry, *others), "fraction-common", values, expected=implied)


def _unknown(facts: Facts) -> dict[Where, list[Figure]]:
    """Exact percentages of texts whose indicator is not known, by text, place and period."""
    found: dict[Where, list[Figure]] = defaultdict(list)
    for figure in facts.levels():
        source = figure.entry.source
        exact = figure.quantity.unit == "%" and figure.quantity.bound is Bound.EXACT
        if exact and isinstance(source, InDocument) and not facts.indicator(figure.cell):
            found[source.document, figure.cell.place, figure.cell.period].append(figure)
    return found


def _beside(figures: Sequence[Figure], unknown: Iterable[Figure]) -> Iterator[Figure]:
    """The unknown percentages that are told just after one of `figures`."""
    ends = [_span(figure).end for figure in figures]
    return (each for each in unknown if any(0 <= _span(each).start - end < NEAR for end in ends))


def _span(figure: Figure) -> Span:
    source = figure.entry.source
    if not isinstance(source, InDocument):
        raise ValueError("a figure of a text is wanted")
    return source.span


def _percent(units: int, count: int) -> Decimal:
    return (Decimal(100 * units) / count).quantize(Decimal("0.1"))
