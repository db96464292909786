"""Whether a figure is of what is to come, or would come: by a time that is ahead, by a condition, by what was granted.

    "Từ nay đến cuối năm trồng 40 ha"        an aim
    "khôi phục sóng 26 xã trong sáng mai"    an aim
    "đã đồng ý hỗ trợ 35 tỷ đồng"            an aim
    "Nếu không mưa, có 900 ha mất trắng"     an estimate

What must and must not be read: corpus/roles.tsv.
"""

from giaoban.reading.cues import DONE
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.drafts import REACH, Draft
from giaoban.reading.rules.figures.roles.asked_for import CONSENTS, GRANTED_WITHIN, GRANTS, openings
from giaoban.reading.syllables import last_of, sign

NEXT = (
    "tuần tới ", "tuần sau ", "tháng tới ", "tháng sau ", "quý tới ", "quý sau ", "vụ tới ", "vụ sau ", "ngày mai ", "sáng mai ",
    "chiều mai ", "năm tới ",
)  # fmt: skip
"""Times that come next, before or behind what is to be done in them."""
AHEAD = (
    "từ nay đến ", "từ nay tới ", "thời gian tới ", "những tháng cuối năm ", "các tháng cuối năm ", "nhiệm kỳ tới ", "sắp tới ", "tới đây ",
    "thời gian còn lại ", "các tháng còn lại ", "những tháng còn lại ", "nửa nhiệm kỳ còn lại ",
    "nửa cuối nhiệm kỳ ", "nửa nhiệm kỳ cuối ", *NEXT,
)  # fmt: skip
"""Times that are still to come, as sentences name them that say what is to be done in them."""
AHEAD_BEGIN = frozenset(words.split(" ")[0] for words in AHEAD) | frozenset(words.strip() for words in AHEAD)
NEXT_ENDS = sign(words=last_of(NEXT))
NEXT_BEGIN = frozenset(words.split(" ")[0] for words in NEXT) | frozenset(words.strip() for words in NEXT)
AHEAD_WITHIN, BEHIND_WITHIN = 5, 12
MARKS = frozenset(".;,:()")
ENDING = MARKS - {","}
IF, THEN, IF_NOT_SO = (
    "nếu",
    frozenset(("thì", ",")),
    frozenset(("như", "bỏ", "trừ", "tính", "chưa", "loại", "so", "xét", "kể", "trước", "hồi")),
)
"""A condition, what ends it, and what makes it a way to count: nếu │tính cả tiền đất."""
NOT, NOT_COUNTED = "không", frozenset(("tính", "kể", "bao", "bao gồm", "gồm", "xét", "loại", "trừ", "tính đến", "kể đến"))
"""The same of what is left out: nếu │không tính│ tiền đất; not: nếu không có giải pháp."""
LIKELY = ("khả", "năng")
IF_SAID, LIKELY_SAID = sign(words=(IF,)), sign(words=LIKELY[:1])
"""How it is told what may come of a time that is still to end: khả năng │cả năm│ thu được 600 tỷ đồng."""
CONSENT = frozenset((*CONSENTS, "cho phép"))
CONSENT_BEGIN = CONSENTS | {words.split(" ")[0] for words in CONSENTS}
GOT = frozenset(("được", "sự", "đã", "chưa", "không", "nếu"))
GOT_WITHIN = 4
"""Words before a consent of which is told, or which is not given, and items in which they stand there."""
LONG_AGO = frozenset(("năm ngoái", "năm trước", "trước đây", "trước đó"))
IN_PRINCIPLE = frozenset(("chủ trương", "phương án", "đề nghị"))
"""What is consented to where nothing is granted yet."""


def opens_ahead(row: list[Item], at: int) -> bool:
    """Whether an item opens what is to come: Từ nay đến cuối năm, … ; Thời gian tới, …"""
    if row[at].text not in AHEAD_BEGIN:
        return False
    said = " ".join(item.text for item in row[at : at + AHEAD_WITHIN]) + " "
    return said.startswith(AHEAD)


def is_next(row: list[Item], draft: Draft) -> bool:
    """Whether it is said behind a figure that it is of a time that comes next: khôi phục sóng │ 26 xã trong sáng mai."""
    if not draft.spot.signs & NEXT_ENDS:
        return False
    for at in range(draft.amount.last + 1, min(len(row), draft.amount.last + BEHIND_WITHIN)):
        if row[at].text in MARKS:
            return False
        if row[at].text in NEXT_BEGIN and (" ".join([item.text for item in row[at : at + 2]]) + " ").startswith(NEXT):
            return not any(DONE in item.means for item in row[draft.floor : at])
    return False


def would_be(row: list[Item], draft: Draft) -> bool:
    """Whether a figure is what comes of a condition: Nếu hết tháng không mưa, │ 900 ha mất trắng."""
    if draft.spot.signs & LIKELY_SAID and _is_likely(row, draft):
        return True
    if not draft.spot.signs & IF_SAID:
        return False
    at = next((at for at in range(draft.amount.first - 1, max(-1, draft.amount.first - REACH), -1) if row[at].text == IF), -1)
    if at < 0 or row[at + 1].text in IF_NOT_SO or (row[at + 1].text == NOT and row[at + 2].text in NOT_COUNTED):
        return False
    between = row[at + 1 : draft.amount.first]
    return any(item.text in THEN for item in between) and not any(item.text in (";", ".") or DONE in item.means for item in between)


def _is_likely(row: list[Item], draft: Draft) -> bool:
    """Whether a figure is what a time to come is likely to bring: khả năng đến cuối năm giải ngân đạt │ 92%."""
    for at in range(draft.amount.first - 2, draft.floor, -1):
        if (row[at - 1].text, row[at].text) == LIKELY:
            return row[at + 1].period is not None or (row[at + 1].text in ("đến", "trong", "hết") and row[at + 2].period is not None)
    return False


def grants(row: list[Item], at: int, end: int) -> bool:
    """Whether somebody consents here to what is still to be given: Chủ tịch tỉnh │ đồng ý cấp 6 tỷ đồng; not: được tỉnh đồng ý cấp."""
    if not at or row[at].text not in CONSENT_BEGIN or CONSENT.isdisjoint(openings([item.text for item in row[at : at + 2]])):
        return False
    if not GOT.isdisjoint([item.text for item in row[max(0, at - GOT_WITHIN) : at]]):
        return False
    if any(item.text in LONG_AGO for item in row[max(0, at - GOT_WITHIN) : end + BEHIND_WITHIN]):
        return False
    return not any(item.text in ENDING for item in row[at:end]) and is_granted(row, at - 1, end, over_commas=True)


def is_granted(row: list[Item], at: int, end: int, *, over_commas: bool = False) -> bool:
    """Whether it was consented to what is still to be given: đã │ đồng ý hỗ trợ 35 tỷ đồng."""
    said = [item.text for item in row[at + 1 : min(end, at + 1 + GRANTED_WITHIN)]]
    first = next((first for first in range(min(2, len(said))) if any(words in CONSENT for words in openings(said[first:]))), -1)
    if first < 0 or not IN_PRINCIPLE.isdisjoint(said) or (not over_commas and any(item.is_mark for item in row[at:end])):
        return False
    return any(words in GRANTS for start in range(first + 1, len(said)) for words in openings(said[start:]))
