"""Whether a share says how much of its plan a part reached, of whose whole that was told before.

    "giải ngân 96 tỷ đồng, đạt 56%; trong đó vốn sự nghiệp đạt │ 41%"   of its own plan

What must and must not be read: corpus/observations.tsv.
"""

from giaoban.model import Measure
from giaoban.reading.cues import DOWN, LEVEL, MULTIPLE, PLAN, UP
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.amounts.quantities import Amount
from giaoban.reading.rules.figures.comparisons import plan_follows
from giaoban.reading.rules.figures.drafts import LAST_DRAFTS, Draft, Line
from giaoban.reference.units import Kind

PARTS, WITHIN = frozenset(("trong đó", "riêng")), 3
"""Words before a part, and items behind the share of the whole in which they stand."""
STROKE_ITEMS = 5
"""Items from a figure to the share of the plan that a stroke and a bracket tell: 29 đảng viên/40 chỉ tiêu (│ 72,5%)."""
CHANGED = frozenset((UP, DOWN, MULTIPLE))


def part_reached(row: list[Item], before: Draft, draft: Draft) -> bool:
    """Whether the share of a part stands behind that of the whole."""
    if draft.head is not LEVEL or draft.amount.unit.kind is not Kind.SHARE or draft.measure is not Measure.LEVEL or not before.compared:
        return False
    share, head, _ = before.compared[-1]
    led = [item.text for item in row[share.last + 1 : share.last + 1 + WITHIN]]
    return share.unit.kind is Kind.SHARE and head not in CHANGED and not PARTS.isdisjoint(led)


def in_plan_list(line: Line, target: Draft) -> bool:
    """Whether it was told of a figure before it how much of its plan it is: bằng 68,4% kế hoạch; đất đá bóc xúc 9,8 triệu m3 (│ 71%)."""
    if target.amount.unit.kind is not Kind.MEASURE or target.amount.whole is not None:
        return False
    told = [draft.compared[-1] for draft in line.drafts[-LAST_DRAFTS:] if draft.compared]
    return any(head not in CHANGED and amount.unit.kind is Kind.SHARE and plan_follows(line.row, amount) for amount, head, _ in told)


def of_its_plan(row: list[Item], counted: Amount, share: Amount) -> bool:
    """Whether the plan stands between a figure and the bracket with its share: 29 đảng viên/40 chỉ tiêu (│ 72,5%)."""
    at = counted.last + 1
    return share.first == at + STROKE_ITEMS - 1 and row[at].text == "/" and PLAN in row[at + 2].means
