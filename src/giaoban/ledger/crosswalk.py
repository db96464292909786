"""How the places of one day became those of another: which part of each went where, and by what the part was measured.

xã Tân Việt, xã Việt Dân  →  xã Việt Dân     whole and whole
phường Đức Chính          →  phường An Sinh, phường Đông Triều     in parts; 0.4 and 0.6 by area, if anybody has measured it
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

Key = TypeVar("Key")
DIGITS = 12
WHOLE = Decimal(1)


class Basis(StrEnum):
    """By what a part is measured."""

    POPULATION = "population"
    AREA = "area"
    COUNT = "count"


@dataclass(frozen=True)
class Link(Generic[Key]):
    """`before` became `after` on `on`, wholly, or in part with its share by each basis that is known (0.25 is a quarter)."""

    before: Key
    after: Key
    on: date
    part: bool = False
    shares: Mapping[Basis, Decimal] = field(default_factory=dict)

    def share(self, basis: Basis | None) -> Decimal | None:
        """How much of `before` is in `after` by `basis`; None where that is not known."""
        if not self.part:
            return WHOLE
        return self.shares.get(basis) if basis else None


def shares(weights: Sequence[Decimal]) -> list[Decimal]:
    """Each weight as a share of all, to twelve decimals and exactly 1 together: what rounding leaves goes to the largest.

    weights  in any one unit (people, km²), none negative, some positive; refuses others with ValueError

    >>> [str(each) for each in shares([Decimal(1), Decimal(2)])]
    ['0.333333333333', '0.666666666667']
    """
    total = sum(weights, Decimal(0))
    if total <= 0 or min(weights) < 0:
        raise ValueError("weights must be positive")
    unit = Decimal(1).scaleb(-DIGITS)
    found = [(weight / total).quantize(unit) for weight in weights]
    largest = max(range(len(found)), key=found.__getitem__)
    found[largest] += 1 - sum(found, Decimal(0))
    return found


def unbalanced(links: Iterable[Link[Key]]) -> dict[tuple[Key, Basis], Decimal]:
    """Places whose parts by a basis do not make up the whole: what they sum to. A basis known for some parts only counts as well."""
    sums: dict[tuple[Key, Basis], Decimal] = defaultdict(Decimal)
    for link in links:
        for basis, share in link.shares.items() if link.part else ():
            sums[link.before, basis] += share
    return {key: total for key, total in sums.items() if total != WHOLE}
