"""Sums of which only is said that they are sums, by what was done with them.

    "chi trả trợ cấp cho 1.250 lượt người với số tiền │ 3,4 tỷ đồng"    số tiền chi trả
    "phạt 14 trường hợp, tổng số tiền │ 23 triệu đồng"                   tổng số tiền phạt

What must and must not be read: corpus/wordings.tsv.
"""

from giaoban.model import Measure
from giaoban.reading.cues import ABOUT, DOWN, LEVEL, OVER, UNDER, UP
from giaoban.reading.items import Item
from giaoban.reading.phrases import listed
from giaoban.reading.rules.figures.drafts import Draft, Line
from giaoban.reading.rules.figures.halves import in_word

SUMS = frozenset(("số tiền", "tổng số tiền", "kinh phí", "tổng kinh phí"))
SPENT = frozenset(
    listed("""
chi trả, hỗ trợ, giải ngân, cho vay, xử phạt, phạt, truy thu, thu hồi, ấn định, trao tặng, trao, tặng, cấp phát, tạm cấp, tạm ứng,
quyên góp, ủng hộ, huy động, thanh toán, bồi thường, trợ cấp, miễn giảm, miễn, hoàn trả, hoàn thuế, thu nộp, nộp, đóng góp, vận động,
chi hỗ trợ, đền bù, giảm trừ, gia hạn, giải quyết
""")
)
AVERAGES = frozenset(("bình quân", "trung bình"))
REACHED, CHANGED = frozenset((LEVEL, OVER, UNDER, ABOUT)), frozenset((UP, DOWN))
"""What may stand between such a word and the figure."""
FAR = 40
"""Items back to what was done."""
ENDS = frozenset(".;:?!")


def of_deed(line: Line, draft: Draft) -> str:
    """The name of a sum with what was done, where its own name says only that it is one; else its own."""
    if draft.name.lower() not in SUMS:
        return draft.name
    row, found, at = line.row, "", draft.amount.first - 1
    lowest = max(-1, at - FAR)
    while at > lowest and row[at].text not in ENDS:
        size = 0 if in_word(row, at + 1) else next((size for size in (2, 1) if _said(row, at, size) in SPENT), 0)
        if found and not size:
            break
        found, at = _said(row, at, size) if size else found, at - max(size, 1)
    return f"{draft.name} {found}" if found else draft.name


def averaged(line: Line, draft: Draft) -> str:
    """The name with the word right behind it that says it is an average: lương │bình quân│ 850.000 đồng, CPI │bình quân│ tăng 2,7%."""
    row, last = line.row, draft.spot.before.last
    told = draft.spot.before and draft.name.lower().endswith(row[last].text) and draft.measure is not Measure.ATTAINMENT
    if not told or last + 2 >= len(row) or row[last + 1].text not in AVERAGES:
        return draft.name
    beyond, level = row[last + 2], draft.measure is Measure.LEVEL
    said = (level and beyond.is_numeral) or not beyond.means.isdisjoint(REACHED if level else CHANGED)
    return f"{draft.name} {row[last + 1].text}" if said else draft.name


def _said(row: list[Item], at: int, size: int) -> str:
    return " ".join([item.text for item in row[max(0, at - size + 1) : at + 1]])
