"""Plans that say right behind them what is to be done.

    "phê duyệt phương án di dời │ 486 hộ"              to be done
    "theo phương án, │ 42 hộ đã di dời"                done
    "Giá theo phương án trình: hộ dân │ 8.300 đồng" to be
    "xây dựng phương án cổ phần hóa │ 21 công ty"      the plans themselves are done

What must and must not be read: corpus/roles.tsv.
"""

from giaoban.reading.cues import AIM, DONE, ESTIMATE
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.drafts import Draft
from giaoban.reading.rules.figures.roles.on_the_way import ONLY

PLANS = frozenset(("phương án", "kịch bản", "lộ trình"))
WITHIN = 5
"""Items between a plan and the figure."""
OPENING = 2
"""Items at the start of a sentence in which a plan stands that a colon spells out: Phương án xây mới: │ 1.020 sạp."""
DRAWING = frozenset(("xây dựng", "dựng", "lập"))
"""Before a plan that somebody only draws up."""
BY_PLAN = frozenset(("theo quy hoạch", "theo qui hoạch"))
DRAWN_UP = frozenset(("phương án", "đề án", "dự thảo", "lộ trình", "kịch bản", "tờ trình", "quy hoạch", "dự án"))
"""What a sentence opens with that goes on to say what shall be."""
OPENED_BY = 9
"""Items at the start of a sentence in which the plan is named that it tells of."""
BY_NOW = frozenset(("đến nay", "tới nay", "hiện nay", "hiện", "nay"))
"""Words behind which it is told what came of a plan."""
DONE_OR_ESTIMATE = frozenset((DONE, ESTIMATE))


def drawn_up(row: list[Item], at: int, end: int) -> bool:
    """Whether an item is a plan that says itself what is to be done."""
    if row[at].text not in PLANS or (at and (row[at - 1].text in DRAWING or row[at - 1].is_numeral)):
        return False
    if (at < OPENING or row[at - 1].text == "theo") and any(item.text == ":" for item in row[at + 1 : min(end, at + WITHIN)]):
        return True
    return 1 < end - at <= WITHIN and not any(item.is_mark for item in row[at + 1 : end])


def by_plan(row: list[Item], draft: Draft) -> bool:
    """Whether the sentence opens with the plan that all of it tells of: Theo kế hoạch, vụ đông năm nay, huyện gieo trồng 120 ha."""
    if len(row) <= OPENED_BY or not _opens_with_plan(row):
        return False
    if not any(item.text == "," for item in row[2:OPENED_BY]):
        return False
    return not any(item.means & DONE_OR_ESTIMATE or item.text in ONLY or item.text in BY_NOW for item in row[2 : draft.amount.first])


def _opens_with_plan(row: list[Item]) -> bool:
    if row[0].text != "theo":
        return row[0].text in BY_PLAN
    return AIM in row[1].means or row[1].text in DRAWN_UP or f"{row[1].text} {row[2].text}" in DRAWN_UP
