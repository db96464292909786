"""The name that a figure takes over from one before it in its sentence.

    "giải ngân mới đạt 46%, trong đó 3 huyện dưới 30% là Ea Tul (│ 28%), Ea Lâm (│ 24%)"   of both: giải ngân

Most take over that of the figure right before. Of one that only tells at whom it was counted, see `item_by_item`; one in a bracket behind a
part named since takes none. Things counted behind their rate take what that is of.
What must and must not be read: corpus/taken_over.tsv.
"""

from giaoban.reading.items import Item
from giaoban.reading.names import NOMINAL
from giaoban.reading.rules.figures.amounts.quantities import Amount
from giaoban.reading.rules.figures.comparisons import of_a_part
from giaoban.reading.rules.figures.doing import is_deed
from giaoban.reading.rules.figures.drafts import LAST_DRAFTS, Draft, Line
from giaoban.reading.rules.figures.indicators import VERBAL, Name, opens, said
from giaoban.reading.rules.figures.names.item_by_item import counted_as, only_counts_who, sort_of
from giaoban.reading.rules.figures.roles.norms import is_norm
from giaoban.reference.units import Kind

NONE: frozenset[Kind | None] = frozenset()
OTHERS: dict[Kind | None, frozenset[Kind | None]] = {
    Kind.MONEY: frozenset((Kind.THING, Kind.MEASURE)),
    Kind.THING: frozenset((Kind.MONEY,)),
    Kind.MEASURE: frozenset((Kind.MONEY,)),
}
"""Kinds of unit of which a name told of another kind is none."""
RATES = ("tỷ lệ ", "tỉ lệ ")
APART, PARTING, OPENING, CLOSING = frozenset(("với", "cùng")), ";", "(", ")"
"""Words right before a figure, and marks before it, behind which others are counted."""
FAR = 24
"""Items before a figure in which such a mark is looked for."""
CASES = ("vụ", "trường hợp", "đối tượng")
"""How names begin of which what is said is said of those too who did it: 1 vụ đánh bạc với │ 11 đối tượng."""
GIVEN = "đóng góp"
"""A deed that also is a verb of share, and so no name before its figure."""
OF_MEASURES = (
    "tỷ trọng ", "tỉ trọng ", "diện tích", "tổng diện tích", "giá trị", "trị giá", "sản lượng", "năng suất", "tốc độ", "công suất",
    "dư nợ", "doanh thu", "kim ngạch", "tổng mức", "khối lượng", "tổng vốn", "nguồn vốn", "nhu cầu", "tổng chiều dài", "chiều dài",
)  # fmt: skip
"""How names begin that are of no things counted: nhu cầu đất đắp 9,6 triệu m3, │ 7 mỏ."""
TOGETHER = 3
"""Items between two figures that are told in one breath: 2.860 m2 │đất và│ 500 triệu đồng."""


def taken_over(line: Line, drafts: list[Draft], at: int) -> str:
    """The name of a figure before the one at a place among those of a sentence; empty for the first, and where it has its own."""
    if not at:
        return ""
    draft = drafts[at]
    if drafts[at - 1].amount.unit.kind is draft.amount.unit.kind and is_norm(line.row, draft):
        return drafts[at - 1].name
    if deed := _shared_deed(line, drafts[at - 1], draft):
        return deed
    if only_counts_who(line, draft) and (other := counted_as(line, at)):
        return other.name
    if of_a_part(line.row, line.amounts, draft.amount) or _of_another_kind(line.row, draft, drafts[at - 1]):
        return ""
    return _of_things(draft, drafts[at - 1].name)


def _of_another_kind(row: list[Item], draft: Draft, last: Draft) -> bool:
    """Whether a sum with words of its own stands behind things, or a mark behind a share: mừng thọ 4 cụ; │quỹ bình quân│ 145.000 đồng."""
    kinds = draft.amount.unit.kind, last.amount.unit.kind
    tail = draft.spot.before.first == last.amount.last + 1 and row[draft.amount.first - 1].text in APART  # 7 dự án │FDI│ với 143 triệu USD
    return draft.own and not tail and kinds in ((Kind.MONEY, Kind.THING), (Kind.TALK, Kind.SHARE))


def _shared_deed(line: Line, last: Draft, draft: Draft) -> str:
    """The deed by which a figure and another sort right before it are told in one breath: │đóng góp│ 1.240 ngày công và 735 triệu đồng."""
    kinds, row = (last.amount.unit.kind, draft.amount.unit.kind), line.row
    if kinds[0] not in OTHERS.get(kinds[1], NONE) or Kind.MONEY not in kinds or draft.spot.before:
        return ""
    between = row[last.amount.last + 1 : draft.amount.first]
    together = 0 < len(between) <= TOGETHER and between[-1].text == "và" and not any(item.is_mark for item in between)
    if not together:
        return ""
    if last.spot.zone < last.amount.first and row[last.spot.zone].text == GIVEN:
        return GIVEN
    before = last.spot.before
    return said(row, before, line.text) if before and not opens(row, before.first, NOMINAL) else ""


def money_of(amount: Amount) -> str:
    """The sort of a figure, sums told apart by their currency."""
    unit = amount.unit.text.lower()
    return unit.split("/")[0].rpartition(" ")[2] if amount.unit.kind is Kind.MONEY else sort_of(amount)


def may_carry(sort: Kind | None, draft: Draft) -> bool:
    """Whether the name of the sentence before may be of a figure: no sum is called by what things were, nor they by it: ủng hộ 265 triệu
    đồng. Thôn 4 làm được │ 2,8 km.

    sort  the kind of unit of that name's figure
    """
    return draft.amount.unit.kind not in OTHERS.get(sort, NONE)


def _of_things(draft: Draft, name: str) -> str:
    """Of things counted, what a rate is of: tỷ lệ │hộ nghèo│ 2,1% (58 hộ)."""
    rate = next((rate for rate in RATES if name.lower().startswith(rate)), "") if draft.amount.unit.kind is Kind.THING else ""
    return name[len(rate) :]


def rate_before(line: Line, drafts: list[Draft], at: int, rate: str) -> str:
    """The rate told before, where all that is said of a share behind figures of other sorts is that it is a rate; else nothing.

    rate  the name of the last share
    """
    draft = drafts[at]
    before = draft.spot.before
    words = " ".join([item.text for item in line.row[before.first : before.last + 1]]) if before else ""
    if draft.amount.unit.kind is not Kind.SHARE or f"{words} " not in RATES:
        return ""
    if any(each.amount.unit.kind is Kind.SHARE for each in drafts[max(0, at - LAST_DRAFTS) : at]):
        return ""
    return rate if rate.lower().startswith(RATES) else ""


def tail_of_others(line: Line, draft: Draft, name: str) -> bool:
    """Whether what is said behind things says nothing of those after them: 18 người có bằng cao đẳng; │ 9 đảng viên.

    name  that of the figure before
    """
    at = line.place(draft)
    last = line.drafts[at - 1] if at else None
    if last is None or last.end <= last.amount.end or name.lower().startswith(CASES):
        return False
    first = draft.amount.first
    led = line.row[first - 1].text if first else ""
    between = [item.text for item in line.row[max(last.amount.last + 1, first - FAR) : first]]
    return led in APART or PARTING in between or (CLOSING in between and OPENING not in between)


def said_behind_others(line: Line, draft: Draft, before: Name) -> bool:
    """Whether words before a figure are said of the things counted before them: 21 tổ chức │cơ sở hội│ với 196 chi hội."""
    at, first = line.place(draft), draft.amount.first
    if not at or line.row[first - 1].text not in APART:
        return False
    last = line.drafts[at - 1]
    if line.row[before.first].start < last.amount.end:
        return False
    return line.row[before.last].end <= last.end or _goes_on(line.row, last, before)


def _goes_on(row: list[Item], last: Draft, before: Name) -> bool:
    """Whether they end a list that is said behind those things: 32 tổ tự quản đường biên, │mốc giới│ với 410 thành viên."""
    if last.amount.unit.kind is not Kind.THING or last.end <= last.amount.end or is_deed(row, before.first):
        return False
    return not any(item.means & VERBAL for item in row[last.amount.last + 1 : before.last + 1])


def tail_of_things(line: Line, draft: Draft, before: Name) -> bool:
    """Whether words before a sum only say which things were counted right before them: 18 lao động │tự do│, bình quân 2 triệu đồng."""
    at = line.place(draft)
    last = line.drafts[at - 1].amount if at else None
    if last is None or draft.amount.unit.kind is not Kind.MONEY or last.unit.kind is not Kind.THING or before.first != last.last + 1:
        return False
    return any(item.text == "," for item in line.row[before.last + 1 : draft.amount.first])


def another_sort(noun: str, name: str) -> bool:
    """Whether the things counted are another sort of what the name begins with: 62 hộ nghèo và │ 184 hộ cận nghèo; or of a measure."""
    if name.lower().startswith(OF_MEASURES):
        return True
    first, _space, sort = noun.lower().partition(" ")
    return bool(sort) and name.lower().startswith(f"{first} ") and noun.lower() not in name.lower()
