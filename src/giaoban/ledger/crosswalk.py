"""How the places of one day became those of another: which part of each went where, and by what the part was measured.

xã Tân Việt, xã Việt Dân  →  xã Việt Dân     whole and whole
phường Đức Chính          →  phường An Sinh, phường Đông Triều     in parts; 0.4 and 0.6 by area, if anybody has measured it
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
DIGITS = 12
WHOLE = Decimal(1)


class Basis(StrEnum):
    """By what a part is measured."""

    POPULATION = "population"
    AREA = "area"
    COUNT = "count"


@dataclass(frozen=True)
class Link(Generic[Key]):
    """`before` became `after` on `on`, wholly, or in part with its share by each basis that is known (0.25 is a quarter).

    way  links of one way together make up a place; a place may have several: from its communes, or as a part of the district that ended
    """

    before: Key
    after: Key
    on: date
    part: bool = False
    way: str = ""
    shares: Mapping[Basis, Decimal] = field(default_factory=dict)

    def share(self, basis: Basis | None) -> Decimal | None:
        """How much of `before` is in `after` by `basis`; None where that is not known."""
        if not self.part:
            return WHOLE
        return self.shares.get(basis) if basis else None


class Crosswalk(Generic[Key]):
    """Links by the places they lead from and to, each place's ways apart, those without parts first."""

    def __init__(self, links: Iterable[Link[Key]]) -> None:
        self._into: dict[Key, dict[str, list[Link[Key]]]] = defaultdict(lambda: defaultdict(list))
        self._from: dict[Key, dict[str, list[Link[Key]]]] = defaultdict(lambda: defaultdict(list))
        for link in links:
            self._into[link.after][link.way].append(link)
            self._from[link.before][link.way].append(link)

    def into(self, place: Key) -> list[list[Link[Key]]]:
        """The links from the places that `place` was made of, a list for each way, those without parts first."""
        return _plain_first(self._into.get(place, {}))

    def out_of(self, place: Key) -> list[list[Link[Key]]]:
        """The links to the places that `place` became, a list for each way, those without parts first."""
        return _plain_first(self._from.get(place, {}))

    def places(self) -> set[Key]:
        """Every place that a link names."""
        return set(self._into) | set(self._from)

    def alone(self, link: Link[Key]) -> bool:
        """Whether `link.after` was made of `link.before` and nothing else."""
        return self._into[link.after][link.way] == [link]


def _plain_first(ways: Mapping[str, list[Link[Key]]]) -> list[list[Link[Key]]]:
    return sorted(ways.values(), key=lambda links: any(link.part for link in links))


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
