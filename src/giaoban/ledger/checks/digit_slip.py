"""A contradiction that goes away when two neighbouring digits change places, or one digit is another."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import islice

from giaoban.ledger.checks.revisions import CHECK as REVISIONS
from giaoban.ledger.checks.unit_slip import known_closely
from giaoban.ledger.discrepancies import Discrepancy, Implied, Severity, said
from giaoban.ledger.entries import Entry
from giaoban.ledger.facts import Facts, Figure
from giaoban.ledger.intervals import Interval, as_digits
from giaoban.model import Quantity

CHECK = "digit_slip"
FEWEST = 3
"""Of fewer digits, one wrong explains too much."""
WAYS = ("way-correct-reading", "way-correct-entry", "way-explain")
Digits = tuple[int, ...]


def slips(facts: Facts, found: Iterable[Discrepancy]) -> Iterator[Discrepancy]:
    """Which figure of a contradiction would be right with two digits swapped or, where no swap helps, exactly one digit changed.

    Of two reports of one figure the same would be said of both: it is said of the later one.
    """
    for each in found:
        twice = each.check == REVISIONS
        pairs = list(zip(each.inputs, each.needed, strict=False))
        told = (
            slip
            for entry, needed in (reversed(pairs) if twice else pairs)
            if needed is not None and known_closely(needed)
            for slip in _told(facts, facts.figure(entry), needed, each.inputs)
        )
        yield from islice(told, 1) if twice else told


def swapped(digits: Digits) -> Iterator[Digits]:
    """The digits with two neighbours swapped, in every place where that makes a difference.

    >>> list(swapped((1, 2, 2)))
    [(2, 1, 2)]
    """
    for at in range(len(digits) - 1):
        if digits[at] != digits[at + 1] and (at or digits[1]):
            yield (*digits[:at], digits[at + 1], digits[at], *digits[at + 2 :])


def changed(digits: Digits) -> Iterator[Digits]:
    """The digits with one of them another; the first is never nought."""
    for at, digit in enumerate(digits):
        for other in range(0 if at else 1, 10):
            if other != digit:
                yield (*digits[:at], other, *digits[at + 1 :])


def _told(facts: Facts, figure: Figure, needed: Interval, inputs: tuple[Entry, ...]) -> Iterator[Discrepancy]:
    printed = figure.entry.quantity
    wanted = needed.shifted(-figure.tens)
    if len(printed.value.as_tuple().digits) < FEWEST or as_digits(printed).meets(wanted):
        return
    for code, ways in (("digit-swapped", swapped), ("digit-wrong", changed)):
        meant = [value for value in _values(printed.value, ways) if as_digits(replace(printed, value=value)).meets(wanted)]
        if len(meant) == 1:
            quantity = Quantity(meant[0], printed.unit)
            values = said(indicator=facts.name(figure.entry), value=figure.entry.quantity, meant=quantity)
            ordered = (figure.entry, *(each for each in inputs if each is not figure.entry))
            implied = Implied(meant[0].scaleb(figure.tens), needed, figure.quantity.unit)
            yield Discrepancy(CHECK, Severity.DOUBT, ordered, code, values, implied, figure.entry.quantity, figure.cell, ways=WAYS)
        if meant:
            return


def _values(value: Decimal, ways: Callable[[Digits], Iterator[Digits]]) -> Iterator[Decimal]:
    sign, digits, exponent = value.as_tuple()
    return (Decimal((sign, each, int(exponent))) for each in ways(digits))
