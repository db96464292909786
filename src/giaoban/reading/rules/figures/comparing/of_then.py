"""Whether a figure is what there was at another time, beside which the one before it is told, and no comparison of that.

    "tăng 8,6% (cùng kỳ năm trước tăng │ 5,6%)"    "thấp hơn cùng kỳ (│ 47,4%)"    "trong khi cùng kỳ năm ngoái tăng │ 24%"

What must and must not be read: corpus/observations.tsv.
"""

from giaoban.reading.cues import SAME, VERSUS
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.comparisons import HIGHER
from giaoban.reading.rules.figures.drafts import Spot
from giaoban.reference.units import Kind

SHARE_KIND = Kind.SHARE
HELD_WITHIN, OF_OTHERS = 4, frozenset(("mức", "mục tiêu"))
WHILE, WHILE_WITHIN = frozenset(("trong khi", "còn", "nhưng")), 3
"""What leads to how it was the year before, and items in which that is said."""


def of_then(row: list[Item], spot: Spot) -> bool:
    """Whether a bracket says what the figure was a year before: tăng 8,6% (cùng kỳ năm trước tăng 5,6%)."""
    if _is_level_of_others(row, spot) or _told_against(row, spot):
        return True
    opening = next((at for at in range(spot.amount.first - 1, max(0, spot.floor - 1) - 1, -1) if row[at].text in "()"), -1)
    return opening >= 0 and row[opening].text == "(" and SAME in row[opening + 1].means and spot.head is not None


def _is_level_of_others(row: list[Item], spot: Spot) -> bool:
    """Whether a share is what another is above or below: thấp hơn cùng kỳ năm trước (│ 47,4%), cao hơn mức tăng │ 7% của cùng kỳ."""
    first = spot.amount.first
    if spot.amount.unit.kind is not SHARE_KIND or first < HELD_WITHIN:
        return False
    if row[first - 1].text == "(":
        at = first - 2 - (row[first - 2].period is not None)
        return row[at - 1].text in HIGHER and SAME in row[at].means
    return any(row[at].text in HIGHER and row[at + 1].text in OF_OTHERS for at in range(first - HELD_WITHIN, first - 1))


def _told_against(row: list[Item], spot: Spot) -> bool:
    """Whether a clause tells how it was a year before: tăng 9,7%, │trong khi cùng kỳ năm ngoái│ tăng trên 24%."""
    for at in range(spot.amount.first - 1, max(0, spot.floor - 1), -1):
        if row[at].text in WHILE:
            return any(SAME in item.means and VERSUS not in row[at].means for item in row[at + 1 : at + 1 + WHILE_WITHIN])
        if row[at].is_mark or VERSUS in row[at].means:
            return False
    return False
