"""A number with its unit and how firmly it is stated."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Bound(StrEnum):
    """How firmly a number is stated; a bound is kept as written, never taken for the exact number."""

    EXACT = "exact"
    OVER = "over"
    AT_LEAST = "at_least"
    UNDER = "under"
    AT_MOST = "at_most"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as printed: `Decimal` keeps its digits, `unit` its wording.

    "trên 19.200 tỷ đồng" is Quantity(Decimal("19200"), "tỷ đồng", Bound.OVER);
    `value_to` is the upper end where the text gives a range (10 - 12%); a fall is told by its size: "giảm 10 - 12%" is -10 to -12.
    """

    value: Decimal
    unit: str
    bound: Bound = Bound.EXACT
    value_to: Decimal | None = None
