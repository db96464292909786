"""What the words around a comparison say that it is measured against.

    "tăng 20,2% so với cùng kỳ"    same_period
    "so dự toán đạt 42%"           plan
    "gấp 1,6 lần 2015"             baseline_year:2015

What must and must not be read: corpus/comparisons.tsv.
"""

import re

from giaoban.model import Period
from giaoban.reading.cues import ABOUT, EQUAL, OVER, PLAN, SAME, SOFT, VERSUS
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.amounts.quantities import Amount
from giaoban.reading.rules.figures.comparisons import APART, HIGHER, SHIFTED, plan_follows
from giaoban.reference.units import Kind

SHARE, TIMES = Kind.SHARE, Kind.TIMES
SOFTENING, STRETCH = frozenset((ABOUT, OVER, SOFT)), frozenset(("tới", "đến"))
"""Words between "vượt" and its share."""
FORESEEN = ("dự kiến", "dự tính", "giao", "được giao", "quy hoạch", "qui hoạch")
"""What stands behind "so với" for a plan: tăng 4.613 ha so với │ quy hoạch."""
BASE_REACH = 14
LED_REACH = 6
"""Items before a figure in which its base is named."""
OVER_PLAN = frozenset(("vượt kế hoạch", "vượt chỉ tiêu", "vượt dự toán", "vượt mục tiêu"))
"""Verbs that name the plan which a figure is above: vượt kế hoạch │ 0,3 điểm %."""
BEFORE_THAT = ("giai đoạn trước", "nhiệm kỳ trước", "kỳ trước")
CENTURY = re.compile(r"(?:19|20)\d\d")
MONTH = re.compile(r"(?:tháng|quý) (?:\d+|[ivx]+)")
"""A month without its year, which is one of the same year: tăng 9% so với │ tháng 8."""
NEXT_TO = "liền"
"""Of the time right before: so với tuần liền kề."""
YEAR_FORM, DAY_FORM = 4, 10
"""Lengths of the exchange forms of a year and a day."""
CROPS, LAST = frozenset(("vụ", "đợt", "tuần", "kỳ", "lứa")), "trước"
"""Times that go by without a date: hơn │vụ trước│ 2 tạ."""
JOINING = frozenset(("và", "nhưng", "song", "mà"))
"""Words behind which another figure is told: tăng 6,8% so với tháng trước nhưng │ giảm 4,1% so với cùng kỳ."""


def against(row: list[Item], amount: Amount, ceiling: int, period: Period | None) -> str | None:
    """The base that the words after a figure name, up to item `ceiling`; `period` is what the figure is about."""
    before = "plan" if plan_follows(row, amount) else leading(row, amount, period) or _year_after(row, amount)
    if before is not None:
        return before
    versus = amount.unit.kind is TIMES
    for index in range(amount.last + 1, min(ceiling, amount.last + 1 + BASE_REACH)):
        item = row[index]
        if SAME in item.means:
            return "same_period"
        if _begins(row, index, BEFORE_THAT) or (item.text == NEXT_TO and versus):
            return "previous_period"
        if VERSUS in item.means:
            versus = True
        elif item.period and (versus or (index == amount.last + 1 and _is_equal(row, amount))):
            return against_period(item, period)
        elif PLAN in item.means or (VERSUS in row[index - 1].means and _begins(row, index, FORESEEN)):
            return "plan"
        elif item.text in ".;":
            break
    return None


def _begins(row: list[Item], at: int, said: tuple[str, ...]) -> bool:
    """Whether one of these words begins at an item: so với │ quy hoạch được duyệt, gấp 1,6 lần │ giai đoạn trước."""
    words = row[at].text if at + 1 == len(row) else f"{row[at].text} {row[at + 1].text}"
    return any(f"{words} ".startswith(f"{each} ") for each in said)


def _is_equal(row: list[Item], amount: Amount) -> bool:
    """Whether a share is said to be so much of the time that is named right after it: bằng │ 96,4% năm 2024."""
    return amount.unit.kind is SHARE and amount.first > 0 and EQUAL in row[amount.first - 1].means


def _year_after(row: list[Item], amount: Amount) -> str | None:
    """The bare year right after a multiple: gấp 1,6 lần │ 2015."""
    year = row[amount.last + 1].text if amount.last + 1 < len(row) else ""
    return f"baseline_year:{year}" if amount.unit.kind is TIMES and CENTURY.fullmatch(year) else None


def leading(row: list[Item], amount: Amount, period: Period | None) -> str | None:
    """The base that is named right before the figure and its verb: so với cùng kỳ tăng 5%, so dự toán đạt 42%."""
    nearest = row[amount.first - 1]
    if nearest.text in OVER_PLAN:
        return "plan"
    for at in range(amount.first - 1, max(0, amount.first - LED_REACH), -1):
        if row[at].is_mark or row[at].is_numeral or row[at].text in JOINING or row[at].text in OVER_PLAN:
            return "plan" if row[at].text in OVER_PLAN else None
        if VERSUS in row[at - 1].means or row[at - 1].text in HIGHER | SHIFTED or row[at - 1].text in APART:
            following = nearest if nearest.period and CENTURY.search(nearest.text) and row[at - 1].text in HIGHER else row[at]
            if SAME in following.means:
                return "same_period"
            if row[at - 1].text in HIGHER or row[at - 1].text in APART:
                following = nearest if nearest.period and not following.period else following
            return "plan" if PLAN in following.means else _time_before(row[at], nearest, following, period)
    return None


def _time_before(first: Item, nearest: Item, said: Item, period: Period | None) -> str | None:
    """The base that a time is: hơn năm 2018, hơn vụ mùa │năm ngoái│, hơn vụ │trước│."""
    if said.period:
        return against_period(said, period)
    return "previous_period" if first.text.split(" ")[0] in CROPS and nearest.text == LAST else None


def led_by(row: list[Item], period: Period | None, first: int) -> str | None:
    """The base that a sentence opens with: "So với 3 tháng đầu năm 2018, số vụ giảm …"."""
    if NEXT_TO in [item.text for item in row[: min(first, 1 + LED_REACH)]]:
        return "previous_period"
    for index, item in enumerate(row[: min(first, 3)]):
        if SAME in item.means:
            return "same_period"
        if VERSUS in item.means and index + 1 < len(row):
            following = row[index + 1]
            return "same_period" if SAME in following.means else against_period(following, period) if following.period else None
    return None


def against_period(item: Item, period: Period | None) -> str | None:
    """The base that "so với" a named time is: the same months of an earlier year, the year or the period before."""
    said = item.text
    if said in ("năm trước", "năm ngoái", "năm nay", "năm qua"):
        return "previous_year"
    if said in ("tháng trước", "quý trước") or MONTH.fullmatch(said):
        return "previous_period"
    other = item.period.period if item.period else None
    if other is None:
        return None
    years = period.start_on.year - other.start_on.year if period else 1
    if other.text.endswith("12-31") and years == 1:
        return "previous_year"
    if len(other.text) == YEAR_FORM:
        return "previous_year" if years <= 1 else f"baseline_year:{other.text}"
    return "previous_period" if years == 0 or "/" in other.text or len(other.text) == DAY_FORM else "same_period"


def passes(row: list[Item], amount: Amount) -> bool:
    """Whether something passes what was set by a share: thu dầu thô 66 tỷ đồng, vượt tới │ 84%."""
    at = amount.first - 1
    while at > 0 and (row[at].means & SOFTENING or row[at].text in STRETCH):
        at -= 1
    return amount.unit.kind is SHARE and at > 0 and row[at].text == "vượt"
