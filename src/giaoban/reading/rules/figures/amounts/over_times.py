"""Levels of several times whose unit is said with the last: năm 2023 là │ 14,2, năm 2024 là 15,8 và hiện nay là 16,5 tiêu chí/xã.

What must and must not be read: corpus/lent_units.tsv.
"""

from dataclasses import replace
from itertools import pairwise

from giaoban.reading.items import Item
from giaoban.reading.rules.figures.amounts.quantities import JOINED_BY, SAYS, Amount

APART, LED_WITHIN = 5, 2
"""Items between the levels of two times, and before the first those in which its time is named."""
NOWADAYS = frozenset(("đến nay", "hiện nay", "nay", "đến", "hiện", "ước", "và"))
"""Words between them that name the later time, or lead to it."""


def of_times(found: list[Amount], row: list[Item]) -> list[Amount]:
    """The quantities, a bare one of an earlier time with the unit of the later."""
    for after, before in pairwise(reversed(found)):
        if not before.unit.text and after.unit.text and _of_times(row, before, after):
            before.unit = replace(after.unit, last=before.last)
    return found


def _of_times(row: list[Item], before: Amount, after: Amount) -> bool:
    """Whether two numbers tell what something was at one time and at a later one."""
    between = row[before.last + 1 : after.first]
    if (
        not 1 < len(between) <= APART
        or between[0].text not in JOINED_BY
        or not any(item.period for item in row[max(0, before.first - LED_WITHIN) : before.first])
    ):
        return False
    later = any(item.period or item.text in NOWADAYS for item in between)
    return later and all(item.period or item.text in NOWADAYS or not item.means.isdisjoint(SAYS) for item in between[1:])
