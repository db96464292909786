"""Changes whose verb does not stand right before the figure: giảm tỷ lệ hộ nghèo │ 2%/năm, tăng đều, bình quân │ 5%/năm.

What must and must not be read: corpus/observations.tsv.
"""

from giaoban.model import Bound
from giaoban.reading.cues import DOWN, UP, Cue
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.amounts.quantities import Amount
from giaoban.reading.rules.figures.drafts import Spot
from giaoban.reading.rules.figures.indicators import Name
from giaoban.reference.units import Kind

SHARES = frozenset((Kind.SHARE, Kind.POINTS))
LIMITS = frozenset((Bound.UNDER, Bound.AT_MOST))
"""Bounds of a level that is aimed at: giảm tỷ lệ hộ nghèo dưới 3%."""
AVERAGE = frozenset(("bình quân", "trung bình"))
VERB_WITHIN = 3
"""Items before the comma of an average in which its verb stands."""
COUNTS, COUNTS_WITHIN = "số", 16
"""How things counted begin, of which a share can only be a change; several may follow one verb."""
BELOW_ZERO = "âm"
BETWEEN = frozenset((Cue.LEVEL, Cue.HAS, Cue.UP, Cue.TO_UP, Cue.TO_DOWN, Cue.LINK, Cue.STOP, Cue.VERSUS))


def led_change(row: list[Item], spot: Spot) -> Cue | None:
    """The change that a share is told to be by a verb farther off; None where a verb stands with it, or it bounds a level."""
    if spot.head is not None or spot.amount.unit.kind not in SHARES or spot.amount.bound in LIMITS:
        return None
    return _before_average(row, spot) or _before_name(row, spot)


def below_zero(row: list[Item], floor: int, amount: Amount) -> int:
    """The item from which it is told that something has shrunk: IIP │ vẫn âm 2,4%; 0 where it is not."""
    at = amount.first - 1
    if at <= floor or row[at].text != BELOW_ZERO or amount.unit.kind not in SHARES:
        return 0
    while at > floor + 1 and Cue.SOFT in row[at - 1].means:
        at -= 1
    return at


def only_averages(row: list[Item], name: Name) -> bool:
    """Whether what stands before a figure only says that it is an average of what the clause before tells: giảm nhanh, trung bình │ 3%."""
    return bool(name) and name.first == name.last and name.first > 0 and row[name.first].text in AVERAGE and row[name.first - 1].text == ","


def _before_average(row: list[Item], spot: Spot) -> Cue | None:
    """Tỷ lệ hộ nghèo giảm nhanh, trung bình │ 3 - 4%/năm."""
    at = next((at for at in range(spot.amount.first - 1, spot.floor, -1) if row[at].text in AVERAGE), 0)
    if not at or row[at - 1].text != ",":
        return None
    for item in reversed(row[max(spot.floor, at - 1 - VERB_WITHIN) : at - 1]):
        if item.is_mark or item.is_numeral:
            return None
        if item.means & {UP, DOWN}:
            return DOWN if DOWN in item.means else UP
    return None


def _before_name(row: list[Item], spot: Spot) -> Cue | None:
    """Kéo giảm số vụ, số người chết từ │ 5-10%."""
    if not spot.before:
        return None
    reach = COUNTS_WITHIN if row[spot.before.first].text == COUNTS else 1
    for item in reversed(row[max(spot.floor, spot.before.first - reach) : spot.before.first]):
        if DOWN in item.means:
            return DOWN
        if item.is_numeral or (item.is_mark and item.text != ",") or item.means & BETWEEN:
            return None
    return None
