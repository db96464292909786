"""Items that tell a plan and what came of it: both go by the label before them, whatever the plan is called.

    "- Sản lượng lương thực: kế hoạch │ 1.151 tấn, thực hiện │ 948 tấn, đạt 82%"     Sản lượng lương thực
    "Tổng đàn lợn KH │ 1.043 con, TH │ 939 con"                                       Tổng đàn lợn
    "Phòng Tài chính: dự toán │ 4 tỷ đồng, thực hiện │ 3 tỷ đồng"                     no label of what is counted

What must and must not be read: corpus/named.tsv.
"""

from giaoban.reading.cues import AIM, DONE, PLAN, SOFT
from giaoban.reading.items import Item
from giaoban.reading.phrases import listed
from giaoban.reading.rules.figures.drafts import Line, Spot
from giaoban.reading.rules.figures.indicators import Name
from giaoban.reading.rules.figures.names.labelled_deeds import says_what
from giaoban.reading.rules.figures.names.no_name import SETTING

AIMED = frozenset((AIM, PLAN))
SHORT = frozenset(("kh", "dt", "ct"))
"""Plans in short."""
CARRIED_OUT = frozenset(
    listed("""
thực hiện, đã thực hiện, ước thực hiện, th, kết quả, kết quả thực hiện, kết quả đạt, đạt, đạt được, ước đạt, đã đạt, đã, được, ước, là,
đến, đến nay, tính đến, đến hết, lũy kế, luỹ kế, hiện, mới, chỉ
""")
)
"""What says that a figure is what came of a plan."""
LONGEST, WITHIN, FEW = 9, 8, 4
"""Items of a label, and of what stands between a mark and a figure; figures among which is what came of a plan without a colon."""


def planned(line: Line, spot: Spot) -> Name:
    """The label of a figure that is a plan or what came of it, in a sentence whose first figure is a plan behind its label; else empty."""
    row, first = line.row, line.amounts[0].first
    label = _label(line, first)
    if label and row[label.last + 1].text != ":" and not any(_carried_out(row, each.first) for each in line.amounts[1:FEW]):
        return Name(0, -1)
    if not label or (spot.amount.first != first and not _carried_out(row, spot.amount.first)):
        return Name(0, -1)
    return label


def came_of(line: Line, spot: Spot) -> bool:
    """Whether a figure is what came of the plan told right before it."""
    last = spot.previous
    if last is None or last.unit.kind is not spot.amount.unit.kind or not last.first:
        return False
    return _is_aim(line.row[last.first - 1]) and _carried_out(line.row, spot.amount.first)


def _label(line: Line, first: int) -> Name:
    """What stands before the plan that is told first, with or without a colon between."""
    row, at = line.row, first - 1
    lowest = max(0, first - WITHIN)
    aimed = False
    while at >= lowest and (_is_aim(row[at]) or row[at].text in SETTING or row[at].text == "là" or row[at].period):
        aimed = aimed or _is_aim(row[at])
        at -= 1
    if not aimed:
        return Name(0, -1)
    colon = at >= 0 and row[at].text == ":"
    last = at - colon
    begin = next((index for index in range(last) if not (row[index].is_mark or row[index].is_numeral)), last)
    label = Name(begin, last)
    if last - begin >= LONGEST or last - begin < (not colon) or not says_what(line, label):
        return Name(0, -1)
    return label


def _carried_out(row: list[Item], figure: int) -> bool:
    """Whether all that stands between the figure before and one is that it came of the plan."""
    at = figure - 1
    while at > 0 and not row[at].is_mark and figure - at <= WITHIN:
        if not (row[at].text in CARRIED_OUT or row[at].period or row[at].means & {DONE, SOFT}):
            return False
        at -= 1
    return row[at].is_mark and at < figure - 1


def _is_aim(item: Item) -> bool:
    return bool(item.means & AIMED) or item.text in SHORT
