"""What a share measures, where only the name of its figure tells: growth, or how much of a plan was reached.

What must and must not be read: corpus/observations.tsv.
"""

from giaoban.model import Measure
from giaoban.reading.cues import DOWN, HAS, LEVEL, UP, Cue
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.comparisons import of_the_worth
from giaoban.reading.rules.figures.drafts import LAST_DRAFTS, REACH, Draft
from giaoban.reading.rules.figures.names.naming import GREW, GROWTH
from giaoban.reference.units import Kind

THREE = 3
FUNDS = ("vốn", "nguồn vốn", "ngân sách", "chương trình", "nguồn ngân sách")
SPENT, INTEREST = "giải ngân", "lãi"
WHOLES = ("gdp", "grdp", "tổng", "của gdp", "doanh thu", "quy mô")
"""What else than a plan a share of what is collected may be of."""
COLLECTED = ("thu ngân sách", "thu nsnn", "tổng thu ngân sách", "tổng thu nsnn", "tổng thu nội địa")
"""Names of what is set by a plan, so that a share said of it is one of the plan."""
DUES = (
    "thuế ", "phí ", "thu nợ", "thu quỹ", "thu thuế", "thu phí", "lệ phí", "thu hội phí", "thu đảng phí", "thu học phí", "thu thủy lợi phí",
    "thu thuỷ lợi phí", "hội phí", "đảng phí", "thu bảo hiểm", "thu bhxh", "thu bhyt", "thu tiền",
)  # fmt: skip
VOLUME = "khối lượng"
NO_DUES = ("thuế suất", "phí suất")
"""Names of what is due, of which a share that is reached is one of what was to be collected."""
MOVED, LISTED_WITHIN, DASHES = frozenset((UP, DOWN, None)), 9, frozenset("-–")
"""Items of the longest name in a list, and marks within one."""
ONLY = frozenset(("mới", "chỉ", "mới được", "chỉ được"))
"""Words before a share that is reached without a verb: thu ngân sách mới │ 54%."""
OUTPUTS = (
    "doanh thu", "kim ngạch", "xuất khẩu", "nhập khẩu", "sản lượng", "giá trị", "năng suất", "sản xuất", "công nghiệp", "nông nghiệp",
    "dịch vụ", "thu nhập", "tổng mức", "dư nợ", "tín dụng", "du lịch", "thương mại", "xây dựng", "khu vực", "kinh tế", "lượng khách",
)  # fmt: skip
"""How names begin of what grows by a share, and is none itself."""
GREW_WITHIN, GREW_NEAR, UP_OR_DOWN = 12, 4, frozenset((UP, DOWN))
GROWING = ("gdp", "grdp", "chỉ số gdp", "mục tiêu gdp", "chỉ tiêu gdp", "lạm phát", "cpi", "chỉ số cpi", "chỉ số giá", "chỉ tiêu lạm phát")
"""Names of output and prices, of which a share is their growth."""


def measure_by_name(row: list[Item], draft: Draft) -> None:
    """A share that reaches a level is a change where its name says that something grows: tăng trưởng …, GDP đạt 6,7%.

    What is spent or collected of a plan is a share of that plan: giải ngân 46,3%, thu ngân sách đạt 93%.
    """
    if draft.measure is not Measure.LEVEL or draft.head not in (None, LEVEL) or draft.amount.unit.kind is not Kind.SHARE:
        return
    name = draft.name.lower()
    if name.startswith(GROWING) or any(word in name for word in GROWTH) or _told_before_bracket(row, draft.amount.first):
        draft.measure = Measure.CHANGE
    elif (verb := _grew(row, draft, name)) is not None:
        draft.measure, draft.falls = Measure.CHANGE, verb is DOWN
    elif _of_what_was_set(row, draft, name) or (draft.head is LEVEL and name.startswith(VOLUME) and of_the_worth(row, draft.amount)):
        draft.measure = Measure.ATTAINMENT


def _told_before_bracket(row: list[Item], at: int) -> bool:
    """Whether a bracket that holds only how much stands behind how well something has grown: dịch vụ tăng trưởng rất cao (│8,5%)."""
    if at < 1 or row[at - 1].text != "(":
        return False
    for item in reversed(row[max(0, at - 1 - GREW_NEAR) : at - 1]):
        if item.is_mark or item.is_numeral:
            return False
        if item.text.startswith(GREW):
            return True
    return False


def _grew(row: list[Item], draft: Draft, name: str) -> Cue | None:
    """How a sum has changed of which it is told behind that verb by how much: doanh thu tăng mạnh, đạt │ 15%; None where it has not."""
    ended = draft.amount.last + 1 >= len(row) or row[draft.amount.last + 1].is_mark
    if not ended or not name.startswith(OUTPUTS) or draft.head is not LEVEL or draft.amount.unit.kind is not Kind.SHARE:
        return None
    for item in reversed(row[max(draft.floor, draft.amount.first - GREW_WITHIN) : draft.amount.first]):
        if item.text in ";:(" or item.is_numeral:
            return None
        if item.means & UP_OR_DOWN and not item.text.startswith("vượt"):
            return DOWN if DOWN in item.means else UP
    return None


def _of_what_was_set(row: list[Item], draft: Draft, name: str) -> bool:
    """Whether a share is one of what was to be spent or collected; not where it is told what else it is of: thu ngân sách đạt 15% │ GDP."""
    after = row[draft.amount.last + 1].text if draft.amount.last + 1 < len(row) else ""
    only = draft.head is None and draft.amount.first > 0 and row[draft.amount.first - 1].text in ONLY
    collected = (draft.head is LEVEL or only) and name.startswith(COLLECTED) and not after.startswith(WHOLES)
    if not collected and name.startswith(DUES) and not name.startswith(NO_DUES):
        reached = row[draft.amount.first - 1].text == ":" or any(
            item.text.startswith("đạt") or item.text == "mới đạt" for item in row[draft.zone : draft.amount.first]
        )
        collected = reached and (not after or not after[0].isalpha())
    return collected or (SPENT in name and not name.startswith(INTEREST))


def of_funds(drafts: list[Draft], draft: Draft) -> bool:
    """Whether a share says how much of some funds was spent, behind how much of all: giải ngân 52,4%; vốn nước ngoài │ mới được 9,8%."""
    if draft.measure is not Measure.LEVEL or draft.amount.unit.kind is not Kind.SHARE or draft.head not in (None, LEVEL, HAS):
        return False
    if not draft.own or not draft.name.lower().startswith(FUNDS):
        return False
    return any(SPENT in each.name.lower() and (each.compared or each.measure is Measure.ATTAINMENT) for each in drafts[-LAST_DRAFTS:])


def told_between(drafts: list[Draft]) -> None:
    """Let a share between two that have changed have changed, too: tăng 9,1%, thương mại │ 11,2%, nông nghiệp chỉ tăng 1,8%."""
    if len(drafts) < THREE:
        return
    before, told, after = drafts[-THREE:]
    changed = before.measure is Measure.CHANGE and after.measure is Measure.CHANGE and after.own
    shares = all(each.amount.unit.kind is Kind.SHARE for each in (before, told, after))
    if changed and shares and told.measure is Measure.LEVEL and told.head is None and told.own and not told.compared:
        told.measure, told.falls = Measure.CHANGE, before.falls


def shares_verb(row: list[Item], before: Draft, draft: Draft, *, grown: bool) -> bool:
    """Whether a share has changed as the one before it in a list: nông nghiệp tăng 3,1%; công nghiệp │ 7,05%, riêng xi măng │ hơn 40%.

    grown  the whole, of which they may be parts, has changed
    """
    if before.measure is not Measure.CHANGE or before.head not in MOVED or draft.measure is not Measure.LEVEL or draft.head is not None:
        return False
    if before.amount.unit.kind is not Kind.SHARE or draft.amount.unit.kind is not Kind.SHARE or not (before.own and draft.own):
        return False
    between = row[before.amount.last + 1 : draft.amount.first]
    if not between or len(between) > LISTED_WITHIN:
        return False
    listed = grown and not before.falls and between[0].text == "," and (before.head is None or _opens_parts(row, before))
    if not (listed or between[0].text == ";" or [item.text for item in between[:2]] == [",", "riêng"]):
        return False
    return not any(item.is_mark or item.period for item in between[1:] if item.text not in DASHES)


def _opens_parts(row: list[Item], draft: Draft) -> bool:
    """Whether a figure is the first part of a whole that has changed: GDP tăng 10,4%, trong đó │nông nghiệp tăng 5,1%│, dịch vụ 11,2%;
    giá vật liệu tăng: │thép tăng 18%│, cát 12%."""
    words = row[max(0, draft.floor - 1) : draft.amount.first]
    if any(item.text == "trong đó" for item in words):
        return True
    colon = next((at for at in range(draft.amount.first - 1, max(-1, draft.amount.first - REACH), -1) if row[at].text in ":.;"), -1)
    return colon > 0 and row[colon].text == ":" and any(UP in item.means for item in row[max(0, colon - LISTED_WITHIN) : colon])
