"""Figures that are told of the next place of a list, and compare nothing with the place before.

    "Tỷ lệ hộ nghèo: Nam Giang 5,2% (giảm 1,1%), Bắc Lĩnh │ 7,4% (giảm 0,8%)"    a level

What must and must not be read: corpus/comparisons.tsv.
"""

from giaoban.reading.cues import DOWN, UP
from giaoban.reading.rules.figures.drafts import REACH, Line, Spot
from giaoban.reading.rules.figures.indicators import Name
from giaoban.reading.rules.figures.names.no_name import is_only_who

CHANGES = frozenset((DOWN, UP))
CLOSED = (")", ";")
"""Marks that end what is said of the place before; a comma does where the figure before stands behind a place, too."""


def of_next_place(line: Line, spot: Spot) -> bool:
    """Whether all that stands between a mark and a figure is the place it is of."""
    row, last = line.row, line.drafts[-1]
    first = max(last.amount.last, spot.amount.first - REACH) + 1
    mark = next((at for at in range(spot.zone - 1, first - 1, -1) if row[at].is_mark), -1)
    if mark < 0 or spot.head in CHANGES or not any(item.place for item in row[mark + 1 : spot.zone]):
        return False
    if row[mark].text not in CLOSED and not (row[mark].text == "," and _behind_place(line)):
        return False
    return is_only_who(line, Name(mark + 1, spot.zone - 1))


def _behind_place(line: Line) -> bool:
    last = line.drafts[-1]
    return any(at > 0 and line.row[at - 1].place is not None for at in (last.amount.first, last.zone))
