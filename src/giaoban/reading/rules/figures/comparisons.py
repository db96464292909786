"""Comparisons: a change or a share of plan that belongs to another figure, and what it is measured against.

    "đạt 2.572 tỷ đồng, tăng trên 20,2% so với cùng kỳ"   change +20.2 %, over, same_period
    "đạt 106% KH"                                        attainment 106 %, plan

What must and must not be read: corpus/comparisons.tsv.
"""

from bisect import bisect_left

from giaoban.model import Comparison, Measure
from giaoban.reading.cues import ABOUT, DOWN, MULTIPLE, OVER, PLAN, SAME, UNDER, UP, Cue
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.amounts.quantities import Amount
from giaoban.reading.rules.figures.drafts import LAST_DRAFTS, Draft, Line
from giaoban.reading.syllables import sign
from giaoban.reference.units import Kind

MONEY, POINTS, SHARE, THING, TIMES = Kind.MONEY, Kind.POINTS, Kind.SHARE, Kind.THING, Kind.TIMES
BOUNDED = frozenset((ABOUT, OVER, UNDER))
SAME_OR_ABOUT = frozenset((SAME, ABOUT))

OF_THINGS = frozenset(("của", "tại", "ở"))
"""Words before things counted whose money was told, and before those of whom no share of a plan is told: dư nợ 4 tỷ đồng │với│ 91 hộ."""
WITH = "với"
ALIKE = (
    frozenset(("cháu", "trẻ", "trẻ em", "em", "bé", "học sinh", "sinh viên")),
    frozenset(("người", "hội viên", "đảng viên", "đoàn viên", "đồng chí", "lao động", "quần chúng")),
    frozenset(("f0", "ca", "ca mắc", "trường hợp", "bệnh nhân", "vụ", "vụ việc")),
    frozenset(("hộ", "hộ nghèo", "gia đình")),
    frozenset(("doanh nghiệp", "dn")),
)
"""Ends of units in which the same is counted: 1.742 trẻ em, giảm │ 86 cháu; 3.416 người, tăng │ 212 hội viên."""
LESS = frozenset((Cue.DOWN,))
WAY = ("lộ", "trình")
PLAN_REACH = 4
"""Items after a share in which what it is a share of is named."""
SET, GIVEN = frozenset(("mức", "số", "vốn")), frozenset(("giao", "được giao", "đề ra", "đặt ra", "bố", "được bố"))
"""The level that somebody set, which is a plan: mức Công ty │ giao, 44% │ vốn giao."""
PARTS = frozenset(("trong đó", "gồm", "bao gồm"))
"""Words that lead to the parts of what was told."""
HIGHER = frozenset(("cao hơn", "thấp hơn", "nhiều hơn", "ít hơn", "lớn hơn", "nhỏ hơn", "nhỉnh hơn", "nhanh hơn", "chậm hơn"))
"""Words after which the base may stand right before the figure: thấp hơn cùng kỳ 11%."""
SHIFTED = frozenset(("tăng so với", "giảm so với"))
"""Words before a base that stands between them and the figure: tăng so với │ cùng kỳ 12%."""
LEADING = frozenset(("là", "tới", "đến"))
"""What may stand between a base and the figure: ít hơn cùng kỳ │tới│ 22 vụ."""
APART = {"hơn": UP, "vượt": UP, "kém": DOWN, "thua": DOWN}
"""Words that say so as well where a base stands between them and the figure."""
LEVELS, LEVEL_WITHIN = frozenset(("mức", "bình quân")), 9
"""Words with which a level of others begins, and items that it takes before the figure."""
LAST, NAMED_WITHIN = ("trước", "ngoái"), 3
"""How a base without a date ends, and how many items it takes before its time: hơn vụ │ trước, hơn vụ mùa │ năm 2008."""
SPANS, EDGES = frozenset(("năm", "kỳ", "nhiệm kỳ", "tháng", "quý", "vụ")), frozenset(("đầu", "cuối"))
"""What a base that is only an edge of a time is called by: cao hơn │ đầu năm 21 nghìn tấn."""
DEBTS = ("nợ xấu", "nợ quá hạn", "nợ khó", "nợ bảo hiểm", "nợ thuế")
"""Names of sums of which a share in a bracket is one of all that was lent."""
OF_THE_WORK = ("hợp đồng", "giá trị hợp", "khối lượng", "diện tích")
"""What a share in a bracket is of where it tells how far a work is: 74% │ khối lượng."""
PASSED_PLAN = frozenset(("vượt chỉ tiêu", "vượt kế hoạch", "vượt dự toán", "vượt mục tiêu"))
EXCEEDS = sign(words=("vượt",))
WHOLES = ("dân số", "tổng dân", "số hộ", "tổng số", "lực lượng lao", "khối lượng")


def over_base(line: Line, amount: Amount, floor: int) -> int:
    """The item from which a figure is above or below a base that stands right before it: ít hơn │ cùng kỳ 4 vụ; 0 where there is none."""
    row, at = line.row, amount.first - 1
    while at > floor and (row[at].text in LEADING or row[at].means & BOUNDED):
        at -= 1
    if at > floor + 1 and row[at].period and SAME in row[at - 1].means:
        at -= 1
    if at > floor and (SAME in row[at].means or row[at].period is not None or PLAN in row[at].means):
        if row[at - 1].text in HIGHER | SHIFTED or row[at - 1].text in APART:
            return at - 1
        mark = row[at].period
        return _over_named(row, at, floor) if row[at].text.endswith(LAST) or (mark is not None and mark.period is not None) else 0
    if at > floor + 1 and (row[at].text == LAST[0] or (row[at].text in SPANS and row[at - 1].text in EDGES)):
        return _over_named(row, at, floor)
    if amount.unit.kind is POINTS:
        return _over_level(row, at, floor)
    return _over_plan(row, at, floor) if line.signs & EXCEEDS else 0


def is_by_how_much(last: Amount | None, amount: Amount) -> bool:
    """Whether "là" leads to how far a figure is above a base, not to the base: 4.960 tấn, cao hơn cùng kỳ là │ 6,2%; points always."""
    if amount.unit.kind is POINTS:
        return True
    return amount.unit.kind is SHARE and last is not None and last.unit.kind is not SHARE


def _over_plan(row: list[Item], last: int, floor: int) -> int:
    """The item from which a figure is above a plan that is named with who set it: │vượt chỉ tiêu Đại hội│ 4%; 0 for none."""
    for at in range(last - 1, max(floor - 1, last - LEVEL_WITHIN), -1):
        if row[at].text in PASSED_PLAN:
            return at
        if row[at].is_mark or row[at].is_numeral:
            break
    return 0


def _over_level(row: list[Item], last: int, floor: int) -> int:
    """The item from which points are told above or below a level of others: thấp hơn mức bình quân của tỉnh │ 5,4 điểm %; 0 for none.

    What is no points is as often the level itself: thấp hơn mức bình quân │ 2,05 tỷ USD.
    """
    for at in range(last - 1, max(floor - 1, last - LEVEL_WITHIN), -1):
        if row[at].text in HIGHER:
            return at if row[at + 1].text in LEVELS or PLAN in row[at + 1].means else 0
        if row[at].is_mark or row[at].is_numeral:
            break
    return 0


def _over_named(row: list[Item], last: int, floor: int) -> int:
    """The item from which a figure is above or below a base that is named with its time: hơn │ trận bão năm ngoái 12 căn; 0 for none."""
    for at in range(last - 1, max(floor - 1, last - 1 - NAMED_WITHIN), -1):
        if row[at].text in HIGHER or row[at].text in APART:
            return at
        if row[at].is_mark or row[at].is_numeral:
            break
    return 0


def above_base(row: list[Item], zone: int, amount: Amount) -> Cue | None:
    """The change told by how far a figure lies above or below a base: hơn cùng kỳ │ 9 km, kém năm trước │ 3 vụ."""
    return APART.get(row[zone].text) if zone + 1 < amount.first and row[zone + 1].text != ":" else None


def plan_follows(row: list[Item], amount: Amount) -> bool:
    """Whether the figure is a share of a plan: "106%KH", "78% dự toán năm"."""
    for at in range(amount.last + 1, min(len(row), amount.last + 1 + PLAN_REACH)):
        item = row[at]
        if PLAN in item.means or _is_way(row, at) or (item.text in SET and _given(row, at)):
            return True
        if item.is_mark or item.means & SAME_OR_ABOUT or item.text == "có":
            return False
    return False


def _is_way(row: list[Item], at: int) -> bool:
    return row[at].text == WAY[0] and at + 1 < len(row) and row[at + 1].text == WAY[1]


def _given(row: list[Item], at: int) -> bool:
    """Whether somebody set the level at an item: bằng 68% │ mức Công ty giao."""
    for item in row[at + 1 : at + 1 + PLAN_REACH]:
        if item.text in GIVEN:
            return True
        if item.is_mark or item.is_numeral or item.period:
            return False
    return False


def in_bracket(row: list[Item], amount: Amount) -> bool:
    """Whether a share stands alone in brackets: 506 tỷ đồng │ (83,2%)."""
    alone = amount.first > 0 and amount.last + 1 < len(row) and row[amount.first - 1].text == "(" and row[amount.last + 1].text == ")"
    return alone and amount.unit.kind is SHARE


def of_the_worth(row: list[Item], amount: Amount) -> bool:
    """Whether a share is told to be one of what was to be done: tương đương 47,2% │ giá trị hợp đồng."""
    return " ".join([item.text for item in row[amount.last + 1 : amount.last + 3]]).startswith(OF_THE_WORK)


def of_the_work(row: list[Item], amount: Amount) -> bool:
    """Whether a bracket tells how much of the work is done: nghiệm thu 112 tỷ đồng (│ 74% giá trị hợp đồng)."""
    opened = amount.first > 0 and row[amount.first - 1].text == "(" and amount.unit.kind is SHARE
    return opened and of_the_worth(row, amount)


def of_a_part(row: list[Item], amounts: list[Amount], amount: Amount) -> bool:
    """Whether a bracket tells the figure of a part named since the last one: tăng 9%, trong đó khối tư nhân tăng cao nhất (│ 17,5%)."""
    opening = amount.first - 1
    if opening < 1 or row[opening].text != "(" or row[opening - 1].is_mark or row[opening - 1].is_numeral:
        return False
    before = bisect_left(amounts, opening, key=lambda each: each.first)
    last = amounts[before - 1].last if before else -1
    return 0 <= last < opening - 1 and any(item.text in PARTS for item in row[last + 1 : opening])


def of_all(row: list[Item], amount: Amount) -> bool:
    """Whether it is said of which whole a share is, which is no plan: đạt tỷ lệ 34,5% │ dân số."""
    said = " ".join(item.text for item in row[amount.last + 1 : amount.last + 3])
    return said.startswith(WHOLES)


def comparison(amount: Amount, head: Cue | None, base: str | None) -> Comparison:
    """The comparison that a figure makes: a fall is negative."""
    kind = Measure.CHANGE if head in (UP, DOWN, MULTIPLE) else Measure.ATTAINMENT
    value = -amount.value if head in LESS else amount.value
    return Comparison(kind, value, amount.unit.text, amount.bound, base)


def may_compare(amount: Amount) -> bool:
    """Whether a figure can be a comparison: a share, points, or so many times."""
    return amount.unit.kind in (SHARE, POINTS, TIMES)


def same_unit(amount: Amount, other: Amount) -> bool:
    """Whether two figures are counted in the same; a number without a unit takes on the one it agrees with."""
    mine, its = (unit.text.split("/")[0].replace(",", "") for unit in (amount.unit, other.unit))
    if amount.unit.bare and other.unit.kind is THING and its.startswith(amount.unit.power):
        amount.unit = other.unit
        return True
    last, others = mine.split(" ")[-1], its.split(" ")[-1]
    within = f"{its} ".startswith(f"{mine} ") or f"{mine} ".startswith(f"{its} ")
    return bool(mine) and (last == others or within or _alike(mine.lower(), its.lower()))


def _alike(mine: str, its: str) -> bool:
    """Whether two units end in names of one sort of things."""
    return bool([sort for sort in ALIKE if _ends(mine, sort) and _ends(its, sort)])


def _ends(unit: str, sort: frozenset[str]) -> bool:
    words = unit.split(" ")
    return words[-1] in sort or " ".join(words[-2:]) in sort


def is_debt(name: str) -> bool:
    """Whether a share in a bracket behind the sum so named is no share of its plan."""
    return any(debt in name.lower() for debt in DEBTS)


def whose_money(line: Line, draft: Draft, *, share: bool = False) -> bool:
    """Whether things counted only say whose the sum before them is: nợ 96 tỷ đồng của │ 41 doanh nghiệp, giảm 12%."""
    word = line.row[draft.amount.first - 1].text
    if draft.amount.unit.kind is not THING or not (word in OF_THINGS or (share and word == WITH)):
        return False
    near = line.drafts[-LAST_DRAFTS - 1 :]
    at = next((at for at, each in enumerate(near) if each is draft), 0)
    return at > 0 and near[at - 1].amount.unit.kind is MONEY
