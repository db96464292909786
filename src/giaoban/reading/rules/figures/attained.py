"""Shares that say how much of a plan was reached where it is told before a colon, or the sentence before, that a plan is spoken of.

    "Các khoản thu đạt thấp so với dự toán: thuế nhà đất │ 78%, phí 81%"       told before the colon
    "giải ngân 46,7% kế hoạch. Theo từng nguồn: vốn trung ương │ 41%"          told in the sentence before
    "thu nội địa tăng 20,4%. Tỷ lệ này năm 2017 là │ 14,6%"                    the same of what has changed

What must and must not be read: corpus/observations.tsv.
"""

import re

from giaoban.model import Measure
from giaoban.reading.cues import DOWN, HAS, LEVEL, MULTIPLE, PLAN, UP
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.drafts import LAST_DRAFTS, REACH, Draft, Line
from giaoban.reading.rules.figures.measured import FUNDS
from giaoban.reading.rules.figures.names.headed_parts import HEADS
from giaoban.reading.rules.figures.names.item_by_item import only_counts_who
from giaoban.reference.units import Kind

LEADING = 16
"""Items before a colon that say what the list behind it tells."""
RATES = tuple(f"{head} " for head in HEADS)
DUES = re.compile(r"\b(?:khoản|nguồn|lĩnh vực) thu\b.*\bđạt (?:(?:rất|tỷ lệ|tiến độ|khá|còn) )*(?:thấp|cao|chậm|kém|khá|tốt)\b")
"""What is collected by plan, so that how well it comes in is how much of the plan: Các khoản thu đạt thấp: phí │ 81%."""
AGAIN = re.compile(
    r"(?:(?:trong khi|còn|nhưng|riêng),? )?(?:con số|tỷ lệ|tỉ lệ|mức|mức tăng(?: trưởng)?|tốc độ|tốc độ tăng(?: trưởng)?) (?:này|đó)\b"
)
OPENING = 8
"""Items at the start of a sentence in which it points back at the share before."""
BROKEN = frozenset((".", "?", "!"))
SAID_OF, CHANGED = (None, HAS), frozenset((UP, DOWN, MULTIPLE))
"""Verbs of how much of its plan a body reached (thấp nhất │với│ 17,5%), and verbs of change."""
LEVELLED = (*SAID_OF, LEVEL)


def told_again(row: list[Item], draft: Draft, before: Measure) -> None:
    """Let a share that goes on from one before it say what that said: thu nội địa tăng 20,4%. Tỷ lệ này năm 2017 là │ 14,6%.

    before  what the last share of the sentence before was
    """
    share = draft.measure is not Measure.CHANGE and draft.amount.unit.kind is Kind.SHARE and draft.head in (None, LEVEL)
    if share and before is Measure.CHANGE and AGAIN.match(" ".join([item.text for item in row[:OPENING]])):
        draft.measure = before


def attained(row: list[Item], draft: Draft, *, planned: bool) -> None:
    """Make a share an attainment where what stands before says that it is one.

    planned  the sentence before told how much of a plan was reached
    """
    if draft.measure is not Measure.LEVEL or draft.amount.unit.kind is not Kind.SHARE or draft.head not in (None, LEVEL):
        return
    name = draft.name.lower()
    if name.startswith(RATES) or (draft.amount.last + 1 < len(row) and row[draft.amount.last + 1].text[0].isalpha()):
        return
    if (planned and draft.own and name.startswith(FUNDS)) or _headed(row, draft):
        draft.measure = Measure.ATTAINMENT


def reached_by_another(line: Line, drafts: list[Draft], at: int, reached: str) -> None:
    """Make the share of another body an attainment where that of the one before was: giải ngân đạt 49%; Ban Hàng hải │ 17,5%.

    reached  the name of what the sentences before measured against a plan
    """
    draft = drafts[at]
    if draft.measure is not Measure.LEVEL or draft.amount.unit.kind is not Kind.SHARE or draft.head not in LEVELLED:
        return
    if not only_counts_who(line, draft):
        return
    same = [each for each in drafts[max(0, at - LAST_DRAFTS) : at] if each.name == draft.name]
    if any(map(_of_plan, same)) if same else draft.name == reached:
        draft.measure = Measure.ATTAINMENT


def _of_plan(draft: Draft) -> bool:
    """Whether it is told of a figure how much of its plan it is."""
    if draft.measure is Measure.ATTAINMENT:
        return True
    return any(amount.unit.kind is Kind.SHARE and head not in CHANGED for amount, head, _ in draft.compared)


def _headed(row: list[Item], draft: Draft) -> bool:
    """Whether the words before the colon of a list say that it tells how much of a plan was reached."""
    end = draft.amount.first
    colon = next((at for at in range(end - 1, max(0, end - REACH), -1) if row[at].text == ":" or row[at].text in BROKEN), 0)
    if not colon or row[colon].text != ":":
        return False
    words = row[max(0, colon - LEADING) : colon]
    if any(item.is_numeral or item.means & {UP, DOWN} for item in words):
        return False
    said = " ".join([item.text for item in words])
    by_plan = "so với" in said and any(PLAN in item.means for item in words)
    return by_plan or DUES.search(said) is not None
