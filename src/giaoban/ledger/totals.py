"""Sums and differences of printed quantities, with a bound that is still true.

    trên 19.200 + 300        trên 19.500       an open end stays open
    500 − trên 300           dưới 200          and turns round where it is taken away
    khoảng 500 + 20          khoảng 520
    10–12 + 3                13–15

Over and under, or an open end and about, leave nothing that one word could say: refused (`bounds-do-not-add`). Exact on `Decimal`.
"""

from collections.abc import Iterable
from decimal import Decimal

from giaoban.model import Bound, Quantity, Refused

TURNED = {Bound.OVER: Bound.UNDER, Bound.AT_LEAST: Bound.AT_MOST, Bound.UNDER: Bound.OVER, Bound.AT_MOST: Bound.AT_LEAST}
STRICT = {Bound.AT_LEAST: Bound.OVER, Bound.AT_MOST: Bound.UNDER}


def total(terms: Iterable[tuple[int, Quantity]]) -> Quantity:
    """The sum of quantities in one unit, each taken +1 or -1 times. ValueError for several units or for none.

    Refused for a range beside a bound, and for bounds on both sides (`bounds-do-not-add`).

    >>> total([(1, Quantity(Decimal(500), "ha")), (-1, Quantity(Decimal(300), "ha", Bound.OVER))])
    Quantity(value=Decimal('200'), unit='ha', bound=<Bound.UNDER: 'under'>, value_to=None)
    """
    signed = list(terms)
    if len({quantity.unit for _sign, quantity in signed}) != 1:
        raise ValueError("quantities in one unit are wanted")
    ends = [_ends(sign, quantity) for sign, quantity in signed]
    low, high = sum((low for low, _high in ends), Decimal(0)), sum((high for _low, high in ends), Decimal(0))
    bound = merged(TURNED.get(quantity.bound, quantity.bound) if sign < 0 else quantity.bound for sign, quantity in signed)
    if low != high and bound is not Bound.EXACT:
        raise Refused("bounds-do-not-add")
    return Quantity(low, signed[0][1].unit, bound, None if low == high else high)


def merged(bounds: Iterable[Bound]) -> Bound:
    """The bound of a sum whose terms have these; strict as soon as one is strict. Refused for bounds on both sides."""
    loose = set(bounds) - {Bound.EXACT}
    if not loose:
        return Bound.EXACT
    for family in ({Bound.OVER, Bound.AT_LEAST}, {Bound.UNDER, Bound.AT_MOST}, {Bound.ABOUT}):
        if loose <= family:
            first = min(loose)
            return first if len(loose) == 1 else STRICT.get(first, first)
    raise Refused("bounds-do-not-add")


def _ends(sign: int, quantity: Quantity) -> tuple[Decimal, Decimal]:
    upper = quantity.value if quantity.value_to is None else quantity.value_to
    return (quantity.value, upper) if sign > 0 else (-upper, -quantity.value)
