"""What a printed figure leaves open: the interval in which the true value lies, and reckoning with such intervals.

    85,7 %                85.65 … 85.75    rounded to its last digit
    19.200 tỷ đồng        19,150 … 19,250  closing noughts of a measured figure may be rounding, but three digits are believed
    140 doanh nghiệp      140              things counted one by one are counted
    trên 19.200 tỷ đồng   19,200 … ∞       over and at least are open above, under and at most below
    khoảng 500 tỷ đồng    475 … 525        about leaves 5 %, or one of the last digit believed where that is more
    10–12 %               9.5 … 12.5       a range, each end rounded
    giảm trên 20 %        −∞ … −20         of a change the bound is of its size: more than that

Both ends belong to the interval. Two figures contradict each other only if no pair of true values would fit.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from giaoban.model import Bound, Quantity
from giaoban.reference.dimensions import dimension

INFINITE = Decimal("Infinity")
NOUGHT = Decimal(0)
BELIEVED = 3
ABOUT = Decimal("0.05")


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`, both within; an open end is infinite."""

    low: Decimal
    high: Decimal

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: "Interval") -> "Interval":
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: "Interval") -> "Interval":
        return _hull([_times(one, two) for one in (self.low, self.high) for two in (other.low, other.high)])

    def __truediv__(self, other: "Interval") -> "Interval":
        """The quotients; everything, where the divisor may be nought."""
        if other.low <= 0 <= other.high:
            return Interval(-INFINITE, INFINITE)
        return _hull([_over(one, two) for one in (self.low, self.high) for two in (other.low, other.high)])

    def __contains__(self, value: Decimal) -> bool:
        return self.low <= value <= self.high

    def meets(self, other: "Interval") -> bool:
        return self.low <= other.high and other.low <= self.high

    def apart(self, other: "Interval") -> Decimal:
        """The gap between the two intervals; 0 where they meet."""
        return max(self.low - other.high, other.low - self.high, NOUGHT)

    def shifted(self, tens: int) -> "Interval":
        """Times a power of ten, digit for digit."""
        return Interval(self.low.scaleb(tens), self.high.scaleb(tens))

    def scaled(self, factor: Decimal | int) -> "Interval":
        return self * point(factor)


def point(value: Decimal | int) -> Interval:
    """Exactly `value`."""
    return Interval(Decimal(value), Decimal(value))


def printed(quantity: Quantity) -> Interval:
    """The interval that a printed quantity leaves open."""
    value, bound = quantity.value, quantity.bound
    half = step(quantity) / 2
    if quantity.value_to is not None:
        return Interval(value - half, quantity.value_to + half)
    if bound is Bound.EXACT:
        return Interval(value - half, value + half)
    if bound is Bound.ABOUT:
        room = max(abs(value) * ABOUT, step(quantity))
        return Interval(value - room, value + room)
    if bound in {Bound.OVER, Bound.AT_LEAST}:
        return Interval(value, INFINITE)
    return Interval(-INFINITE, value)


def printed_change(quantity: Quantity) -> Interval:
    """As `printed`, for a change: a fall is told by its size, "giảm trên 20%" is that much or more, "giảm 5–10%" ends at ten."""
    if quantity.value >= 0:
        return printed(quantity)
    size = printed(replace(quantity, value=-quantity.value, value_to=None if quantity.value_to is None else -quantity.value_to))
    return Interval(-size.high, -size.low)


def as_digits(quantity: Quantity) -> Interval:
    """What the digits alone leave open, whatever the bound says: for asking which figure was meant."""
    half = step(quantity) / 2
    return Interval(quantity.value - half, quantity.value + half)


def rounded(value: Decimal, like: Quantity) -> Decimal:
    """A worked-out value with the last digit of the figure it was worked out from, but at least four digits and at most twenty."""
    _sign, _digits, exponent = like.value.as_tuple()
    last = exponent if isinstance(exponent, int) else 0
    first = value.adjusted()
    return value.quantize(Decimal(1).scaleb(max(min(last, first - 3), first - 19)))


def step(quantity: Quantity) -> Decimal:
    """One of the last digit believed, in the quantity's unit; nought for things counted one by one."""
    known = dimension(quantity.unit)
    if known is not None and known.counted and quantity.value == quantity.value.to_integral_value():
        return NOUGHT
    _sign, digits, exponent = quantity.value.as_tuple()
    if not isinstance(exponent, int) or exponent < 0:
        return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    spare = min(len(digits) - len(bytes(digits).rstrip(b"\0")), max(len(digits) - BELIEVED, 0))
    return Decimal(1).scaleb(exponent + spare)


def _times(one: Decimal, two: Decimal) -> Decimal:
    return NOUGHT if not one or not two else one * two


def _over(one: Decimal, two: Decimal) -> Decimal:
    """Not by way of the inverse, which is rounded: 397 / 0.9925 is 400."""
    return NOUGHT if not one or abs(two) == INFINITE else one / two


def _hull(values: list[Decimal]) -> Interval:
    return Interval(min(values), max(values))
