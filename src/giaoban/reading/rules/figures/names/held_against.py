"""What is held against an aim that a sentence goes on to tell: the aim is one of it.

    "tốc độ tăng trưởng quý I thấp hơn so với kế hoạch là │ 7,5%"     tốc độ tăng trưởng

What must and must not be read: corpus/named.tsv.
"""

from giaoban.reading.cues import AIM, DONE, DOWN, DUTY, PLAN, SOFT, UP, VERSUS
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.drafts import REACH, Draft
from giaoban.reading.rules.figures.indicators import Name, name_before
from giaoban.reading.rules.figures.names.no_name import SETTING
from giaoban.reference.units import Kind

AIMED, HELD = frozenset((AIM, PLAN)), frozenset((VERSUS, UP, DOWN, DONE, SOFT))
BESIDE = frozenset(("của", "là", "ở", "mức"))
LONGEST = 12
"""Items of the aim and who set it."""


def held_against(row: list[Item], draft: Draft) -> Name:
    """The name of what is held against an aim; empty where no comparison leads to the figure, or another figure stands before it."""
    at, aimed = draft.amount.first - 1, False
    lowest = max(0, at - LONGEST)
    while at > lowest and not row[at].means & HELD:
        item = row[at]
        if item.means & AIMED:
            aimed = True
        elif not (item.place or item.period or item.text in SETTING or item.text in BESIDE or DUTY in item.means):
            return Name(0, -1)
        at -= 1
    if not aimed or VERSUS not in row[at].means or draft.amount.unit.kind is not Kind.SHARE:
        return Name(0, -1)
    while at > 0 and row[at].means & HELD:
        at -= 1
    if row[at].is_numeral or row[at].is_mark or row[at].text == "%":
        return Name(0, -1)
    return name_before(row, at + 1, max(0, at - REACH))
