"""Figures that say a change or a share once more, in other words or of other things.

    "giảm 97 đơn vị (giảm 62,58%)"    "giảm 2,1%, bằng 254 con"    "bàn giao 36,1 ha, tức 93,5%"    "tăng 3 vụ, 5 đối tượng"

What must and must not be read: corpus/comparisons.tsv.
"""

from giaoban.model import Measure
from giaoban.reading.cues import AGAIN, DOWN, EQUAL, UP, Cue
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.amounts.quantities import Amount
from giaoban.reading.rules.figures.comparisons import may_compare, of_the_worth, same_unit
from giaoban.reading.rules.figures.drafts import LAST_DRAFTS, REACH, Draft, Line, Spot
from giaoban.reference.units import Kind

MONEY, THING, MEASURE = Kind.MONEY, Kind.THING, Kind.MEASURE
SIGNS = frozenset("+-–")
ONCE_MORE, EQUALLY = frozenset((AGAIN,)), frozenset((AGAIN, EQUAL))
BREAKS, OPENED_WITHIN = frozenset("(),;"), 4
SAID_AFTER = 2
"""Items after a change in which the bracket opens that repeats it."""
AGAIN_WITHIN, SAID_WITHIN = 7, 8
"""Items after a share of change in which it is said as a number: tăng 0,9% so cùng kỳ (bằng │ 75 ha); items between two that are one."""


def beside_change(line: Line, spot: Spot) -> bool:
    """Whether things counted have changed as others right before them: 12 vụ, 15 đối tượng (tăng 3 vụ, │ 5 đối tượng).

    Those of one kind are told for themselves: 9 người chết, tăng 3 người, │ 12 người bị thương.
    """
    row, amount = line.row, spot.amount
    compared = [draft.compared[-1][0] for draft in line.drafts[-LAST_DRAFTS:] if draft.compared]
    if not compared or spot.head is not None or amount.unit.kind is not THING:
        return False
    last = max(compared, key=lambda each: each.last)
    counted = last.unit.kind is THING and (last.unit.text != amount.unit.text or in_brackets(row, amount))
    return counted and last.last == amount.first - 2 and row[amount.first - 1].text in (",", "và")


def in_numbers(line: Line, spot: Spot, last_head: Cue | None) -> Draft | None:
    """The observation whose share of change is said once more as a number: giảm 2,1%, bằng │ 254 con."""
    amount = spot.amount
    if spot.head not in (EQUAL, AGAIN) or last_head not in (UP, DOWN) or may_compare(amount):
        return None
    for draft in line.drafts[-LAST_DRAFTS:]:
        share = draft.compared[-1][0] if draft.compared else None
        if share is None or not may_compare(share) or not share.last < amount.first <= share.last + AGAIN_WITHIN:
            continue
        if same_unit(amount, draft.amount):
            spot.head = last_head
            return draft
    return None


def in_brackets(row: list[Item], amount: Amount) -> bool:
    """Whether a bracket that holds a figure is not closed before it."""
    marks = [item.text for item in row[max(0, amount.first - REACH) : amount.first] if item.text in ("(", ")")]
    return bool(marks) and marks[-1] == "("


def last_compared(line: Line, spot: Spot) -> Draft | None:
    """The observation of a change that this one repeats in brackets: giảm 97 đơn vị (giảm 62,58%)."""
    row = line.row
    opening = spot.zone - 1 - (row[spot.zone - 1].text in SIGNS)
    if opening < 1 or row[opening].text != "(":
        return None
    for draft in line.drafts[-LAST_DRAFTS:]:
        last = draft.compared[-1][0].last if draft.compared else opening
        if opening - 1 - SAID_AFTER <= last < opening and not any(item.is_mark for item in row[last + 1 : opening]):
            return draft
    return None


def share_again(row: list[Item], spot: Spot, target: Draft) -> bool:
    """Whether a share says once more how far a sum or its change goes: bàn giao 36,1 ha, tức │ 93,5%, giảm 209 đội, tương đương │ 30%."""
    after = row[spot.amount.last + 1] if spot.amount.last + 1 < len(row) else None
    said = target.amount.unit.kind in (MONEY, MEASURE) or target.measure is Measure.CHANGE
    alone = after is None or after.is_mark or of_the_worth(row, spot.amount)
    return spot.head is AGAIN and said and target.amount.last + 3 >= spot.zone and alone


def said_again(row: list[Item], before: Amount, amount: Amount) -> bool:
    """Whether a change is the one before it in other words: tăng 17,9% so với cùng kỳ, tương ứng tăng │ 2,43 tỷ USD."""
    between = row[before.last + 1 : amount.first]
    means = ONCE_MORE if may_compare(amount) else EQUALLY
    return len(between) <= SAID_WITHIN and any(item.means & means for item in between)


def opened_right_behind(row: list[Item], before: Amount, amount: Amount) -> bool:
    """Whether a bracket right behind a figure begins with what it has changed by: thép cán 148 nghìn tấn (giảm │ 6%)."""
    if amount.first > before.last + SAID_WITHIN:
        return False
    opening = next((at for at in range(amount.first - 1, before.last, -1) if row[at].text in BREAKS), before.last)
    return row[opening].text == "(" and opening <= before.last + OPENED_WITHIN
