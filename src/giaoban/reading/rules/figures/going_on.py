"""What a figure has of the one before it: its name, or that it has changed.

    "đạt 104% dự toán (2.214 tỷ), trừ tiền đất thì được │ 1.927 tỷ"    the name before the bracket
    "đạt 412 tỷ đồng, tăng 4,1% (kế hoạch │ 6%)"                       the change that was aimed at

What must and must not be read: corpus/observations.tsv.
"""

from giaoban.model import Measure
from giaoban.reading.cues import AIM, DOWN, FROM, LEVEL, UP, Cue
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.amounts.quantities import Amount
from giaoban.reading.rules.figures.drafts import AIMS, LAST_DRAFTS, Draft, Line
from giaoban.reference.units import Kind

SHARE_KIND, THING = Kind.SHARE, Kind.THING

REMAINS = frozenset(("còn", "chỉ còn", "hiện còn", "ở mức", "mức"))
"""Words before a rate that stands where it does: giảm 3,1% nhưng vẫn ở mức │ 29,4%."""
BASE_ITEMS = 4
"""Items within which a change and what it is against end."""
TAIL = frozenset((Cue.VERSUS, Cue.SAME, Cue.PLAN))
RATES = ("tỷ lệ", "tỉ lệ", "tỷ trọng", "cơ cấu", "số ", "tỷ suất", "mức", "chỉ số")
"""Names of which a share is a level."""


def called_before(line: Line, amount: Amount) -> str:
    """What the figure before is called, past a plan in a bracket: đạt 104% dự toán (2.214 tỷ), trừ tiền đất │ 1.927 tỷ."""
    last = line.drafts[-1]
    closed = last.aim and amount.last > last.amount.last + 1 and line.row[last.amount.last + 1].text == ")"
    return next((each.name for each in reversed(line.drafts[-LAST_DRAFTS:]) if not each.aim), last.name) if closed else last.name


def aims_at_change(row: list[Item], before: Draft, draft: Draft) -> bool:
    """Whether a bracket right behind a change says what change was aimed at: đạt 412 tỷ đồng, tăng 4,1% (kế hoạch │ 6%)."""
    change, head, _ = before.compared[-1] if before.compared else (None, None, 0)
    if change is None or head not in (UP, DOWN) or draft.measure is not Measure.LEVEL:
        return False
    shares = change.unit.kind is SHARE_KIND and draft.amount.unit.kind is SHARE_KIND
    at = change.last + 1
    while at < change.last + BASE_ITEMS and (row[at].means & TAIL or row[at].period):
        at += 1
    return shares and row[at].text == "(" and AIM in row[at + 1].means


def counted_with(row: list[Item], before: Draft, draft: Draft) -> bool:
    """Whether things counted right after others have changed with them: giảm 21 xã, │ 146 thôn và │ 312 cán bộ."""
    counted = before.amount.unit.kind is THING and draft.amount.unit.kind is THING and before.amount.unit.text != draft.amount.unit.text
    return counted and draft.amount.first == before.amount.last + 2 and row[before.amount.last + 1].text in (",", "và")


def goes_on(row: list[Item], before: Draft, draft: Draft) -> bool:
    """Whether a figure says the change of the one before once more, or of more things: tăng 15,1% (mục tiêu 16 - 17%)."""
    if before.measure is not Measure.CHANGE or draft.head not in (None, LEVEL, FROM):
        return False
    if counted_with(row, before, draft):
        return True
    if draft.head is LEVEL and draft.name.lower().startswith(RATES) and row[draft.amount.first - 1].text in REMAINS:
        return False
    shares = before.amount.unit.kind is SHARE_KIND and draft.amount.unit.kind is SHARE_KIND
    same = draft.name == before.name or draft.name.lower().startswith(AIMS)
    return shares and same
