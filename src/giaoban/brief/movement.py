"""Which way a figure went, as far as the printed figures decide it: "trên 19.200" is up after 16.681; after "trên 19.000" nobody knows."""

from giaoban.brief.brief import Course
from giaoban.brief.given import Level
from giaoban.ledger.intervals import printed, printed_change
from giaoban.ledger.periods import months
from giaoban.model import Bound, Quantity
from giaoban.reference.indicators import Direction

GOOD = {Direction.HIGHER: 1, Direction.LOWER: -1}


def went(before: Quantity, after: Quantity) -> int | None:
    """1 up, -1 down, 0 the same; None where the two do not decide it, or have other units."""
    if before.unit != after.unit:
        return None
    if before == after and after.bound is Bound.EXACT:
        return 0
    first, second = printed(before), printed(after)
    return 1 if second.low > first.high else -1 if second.high < first.low else None


def sign(change: Quantity) -> int | None:
    """1, -1, 0 or None as in `went`, for a change as printed: "giảm 12%" is -1."""
    if not change.value:
        return 0 if change.bound is Bound.EXACT else None
    left = printed_change(change)
    return 1 if left.low > 0 else -1 if left.high < 0 else None


def alike(one: Level, two: Level) -> bool:
    """Whether two figures that come together over a period hold equally many months."""
    return length(one) == length(two) != 0


def length(level: Level) -> int:
    """Months that a level holds; 0 where it has no period of whole months."""
    stretch = months(level.period) if level.period else None
    return stretch[1] - stretch[0] if stretch else 0


def course(moved: int | None, direction: Direction) -> Course:
    """What a move means for an indicator of that direction."""
    if moved == 0:
        return Course.SAME
    if moved is None or direction not in GOOD:
        return Course.UNKNOWN
    return Course.BETTER if moved == GOOD[direction] else Course.WORSE
