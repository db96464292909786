"""Comparisons: a change or a share of plan that belongs to another figure, and what it is measured against.

    "đạt 2.572 tỷ đồng, tăng trên 20,2% so với cùng kỳ"   change +20.2 %, over, same_period
    "đạt 106% KH"                                        attainment 106 %, plan

What must and must not be read: corpus/comparisons.tsv.
"""

from giaoban.model import Comparison, Measure, Period
from giaoban.reading.cues import Cue
from giaoban.reading.items import Item
from giaoban.reading.rules.quantities import Amount
from giaoban.reference.units import Kind

LESS = frozenset((Cue.DOWN,))
PLAN_REACH = 4
"""Items after a share in which what it is a share of is named."""
BASE_REACH = 14


def against(row: list[Item], amount: Amount, ceiling: int, period: Period | None) -> str | None:
    """The base that the words after a figure name, up to item `ceiling`; `period` is what the figure is about."""
    versus = False
    for index in range(amount.last + 1, min(ceiling, amount.last + 1 + BASE_REACH)):
        item = row[index]
        if Cue.SAME in item.means:
            return "same_period"
        if Cue.VERSUS in item.means:
            versus = True
        elif item.period and versus:
            return _against_period(item, period)
        elif Cue.PLAN in item.means:
            return "plan"
        elif item.text in ".;":
            break
    return None


def _against_period(item: Item, period: Period | None) -> str | None:
    """The base that "so với" a named time is: the same months of an earlier year, the year or the period before."""
    said = item.text
    if said in ("năm trước", "năm ngoái"):
        return "previous_year"
    if said in ("tháng trước", "quý trước"):
        return "previous_period"
    other = item.period.period if item.period else None
    if other is None:
        return None
    if period is None:
        return "previous_year" if "/" not in other.text and len(other.text) == 4 else "previous_period"
    years = period.start_on.year - other.start_on.year
    if len(other.text) == 4:
        return "previous_year" if years <= 1 else f"baseline_year:{other.text}"
    if years == 0 or "/" in other.text:
        return "previous_period"
    return "same_period" if other.start_on.month == period.start_on.month else "previous_period"


def plan_follows(row: list[Item], amount: Amount) -> bool:
    """Whether the figure is a share of a plan: "106%KH", "78% dự toán năm"."""
    for item in row[amount.last + 1 : amount.last + 1 + PLAN_REACH]:
        if Cue.PLAN in item.means:
            return True
        if item.is_mark or Cue.SAME in item.means:
            return False
    return False


def comparison(amount: Amount, head: Cue | None, base: str | None) -> Comparison:
    """The comparison that a figure makes: a fall is negative."""
    kind = Measure.CHANGE if head in (Cue.UP, Cue.DOWN, Cue.MULTIPLE) else Measure.ATTAINMENT
    value = -amount.value if head in LESS else amount.value
    return Comparison(kind, value, amount.unit.text, amount.bound, base)


def may_compare(amount: Amount) -> bool:
    return amount.unit.kind in (Kind.SHARE, Kind.POINTS, Kind.TIMES)
