"""What a unit measures and by how many tens: nghìn tỷ đồng is dong × 10^12, giường/vạn dân is beds for each 10^4 people.

Units and their tens are in `dimensions.tsv`. Every conversion is a power of ten, so no digit of a printed figure is lost. Units that are
not (sào, mẫu, công), and other currencies, have no row or a dimension of their own: they do not convert.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from giaoban.reference import tables, units

SCALES = {"trăm": 2, "nghìn": 3, "ngàn": 3, "vạn": 4, "triệu": 6, "tỷ": 9, "tỉ": 9}
ROUND = re.compile(r"(\d[\d.]*)\s+(?=\D)")
COUNTED = frozenset((
    "person", "household", "dwelling", "visit", "enterprise", "cooperative", "commune", "village", "case", "project", "works", "bed",
    "school", "product", "criterion", "task", "file",
))  # fmt: skip
"""Dimensions of things that come in wholes; a counted noun without a row is a dimension of its own."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """What is measured and for each of what: tỷ đồng/người is ("VND", ("person",), 9).

    per    dimensions below the stroke, in the order written; "/năm" stands there as "year"
    power  tens of the whole: one of this unit is 10^power of the plain one
    """

    what: str
    per: tuple[str, ...] = ()
    power: int = 0

    @property
    def counted(self) -> bool:
        """Whether it counts things one by one: 140 doanh nghiệp, not 1,5 triệu người."""
        return (self.what in COUNTED or self.what in nouns()) and not self.per and not self.power


@cache
def dimension(unit: str) -> Dimension | None:
    """What `unit` measures; None for a unit that the table does not know.

    >>> dimension("nghìn tỷ đồng")
    Dimension(what='VND', per=(), power=12)
    >>> dimension("giường/10.000 dân")
    Dimension(what='bed', per=('person',), power=-4)
    """
    above, *below = (_one(part) for part in unicodedata.normalize("NFC", unit).casefold().split("/"))
    if above is None:
        return None
    per = [each for each in below if each is not None]
    if len(per) < len(below):
        return None
    return Dimension(above[0], tuple(what for what, _power in per), above[1] - sum(power for _what, power in per))


def _one(part: str) -> tuple[str, int] | None:
    """(dimension, tens) of a unit without a stroke; "tỷ" and "triệu" alone are money."""
    name, power = " ".join(part.split()), 0
    if match := ROUND.match(name):
        digits = match[1].replace(".", "")
        power, name = len(digits) - 1, name[match.end() :]
        if digits.strip("0") != "1":
            return None
    while name not in table():
        if name in nouns():
            return name, power
        first, _space, rest = name.partition(" ")
        if first not in SCALES:
            return None
        power += SCALES[first]
        if not rest:
            return ("VND", power) if SCALES[first] >= SCALES["triệu"] else None
        name = rest
    what, more = table()[name]
    return what, power + more


@cache
def nouns() -> frozenset[str]:
    """Nouns that are counted, in lower case."""
    return frozenset(noun.casefold() for noun in units.COUNTED)


@cache
def table() -> dict[str, tuple[str, int]]:
    """(dimension, tens) of each unit, in lower case."""
    return dict(tables.table("giaoban.reference", "dimensions.tsv", lambda unit, what, power: (unit.casefold(), (what, int(power)))))
