"""Growth that is to be kept at a share, which the verb before it names nothing of.

    "giữ tăng trưởng không dưới │ 9%"                      tăng trưởng
    "duy trì tăng trưởng tín dụng cả năm không quá │ 14%"   tăng trưởng tín dụng

What must and must not be read: corpus/named.tsv.
"""

from giaoban.reading.cues import DONE, DOWN, UP
from giaoban.reading.items import Item
from giaoban.reading.phrases import listed
from giaoban.reading.rules.figures.drafts import Draft
from giaoban.reading.rules.figures.indicators import VERBAL, Name
from giaoban.reference.units import Kind

KEEPS = frozenset(listed("giữ, giữ vững, trì, vững, đảm bảo, bảo đảm, giữ được, kiểm soát, soát"))
"""What stands right before the growth."""
GROWTH = "tăng trưởng"
LONGEST = 9
"""Items from the growth to the figure."""


def kept_growth(row: list[Item], draft: Draft) -> Name:
    """The name from the growth on; empty where nothing keeps it at this share."""
    end = draft.amount.first
    if draft.amount.unit.kind is not Kind.SHARE:
        return Name(0, -1)
    at = next((at for at in range(end - 1, max(0, end - LONGEST), -1) if row[at].text == GROWTH), 0)
    if not at or row[at - 1].text not in KEEPS:
        return Name(0, -1)
    between = row[at + 1 : end]
    if any(item.is_mark or item.is_numeral or DONE in item.means or item.means & {UP, DOWN} for item in between):
        return Name(0, -1)
    last = end - 1
    while last > at and (row[last].means & VERBAL or row[last].period):
        last -= 1
    return Name(at, last)
