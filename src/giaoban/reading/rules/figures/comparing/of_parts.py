"""Whether a share says how much of its plan a part reached, of whose whole that was told before.

    "giải ngân 96 tỷ đồng, đạt 56%; trong đó vốn sự nghiệp đạt │ 41%"   of its own plan

What must and must not be read: corpus/observations.tsv.
"""

from giaoban.model import Measure
from giaoban.reading.cues import DOWN, LEVEL, MULTIPLE, UP
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.drafts import Draft
from giaoban.reference.units import Kind

PARTS, WITHIN = frozenset(("trong đó", "riêng")), 3
"""Words before a part, and items behind the share of the whole in which they stand."""
CHANGED = frozenset((UP, DOWN, MULTIPLE))


def part_reached(row: list[Item], before: Draft, draft: Draft) -> bool:
    """Whether the share of a part stands behind that of the whole."""
    if draft.head is not LEVEL or draft.amount.unit.kind is not Kind.SHARE or draft.measure is not Measure.LEVEL or not before.compared:
        return False
    share, head, _ = before.compared[-1]
    led = [item.text for item in row[share.last + 1 : share.last + 1 + WITHIN]]
    return share.unit.kind is Kind.SHARE and head not in CHANGED and not PARTS.isdisjoint(led)
