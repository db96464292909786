"""Sentences that tell what is, though they stand among aims.

    "Hiện xã còn │ 12 hộ chưa nhận tiền"                               told by how the sentence opens
    "- Biểu dương công an xã đã bắt │ 3 đối tượng"                      praise
    "Đại hội chỉ rõ những tồn tại: toàn huyện còn │ 40 km đường đất"     what is judged, before its colon
    "Trong 9 tháng, vốn bổ sung là │ 12 tỷ đồng", told in October        a time that has gone by

What must and must not be read: corpus/contexts.tsv.
"""

from datetime import date

from giaoban.reading.items import Item
from giaoban.reading.phrases import listed

OPENING = 6
"""Items at the start of a sentence in which its time stands."""
BY_NOW = frozenset(listed("""
hiện, hiện nay, hiện tại, đến nay, tới nay, cho đến nay, tính đến nay, hiện còn, hiện có, trước đó, năm qua, thời gian qua, năm ngoái,
vừa qua, được biết,
trước đây, năm trước, thực tế, trên thực tế, lâu nay
"""))  # fmt: skip
"""How it opens that something is so by now, or was."""
JUDGES = frozenset(listed("""
ghi nhận, biểu dương, đánh giá cao, phê bình, khen ngợi, hoan nghênh, tuyên dương, biểu dương và, đánh giá, vui mừng
"""))  # fmt: skip
"""What somebody does who speaks of what was done."""
FAULTS = frozenset(listed("tồn tại, hạn chế, yếu kém, khuyết điểm, bất cập, khó khăn, vướng mắc, kết quả, thành tích, ưu điểm"))
JUDGED_WITHIN = 14
"""Items at the start of a sentence in which it is said, before a colon, what it judges."""


def tells_what_is(row: list[Item], on: date | None) -> bool:
    """Whether a sentence tells by its opening what is, on a day when the text was written."""
    first = next((at for at in range(min(OPENING, len(row))) if not (row[at].is_mark or row[at].is_numeral)), 0)
    if _says(row, first, BY_NOW) or _says(row, first, JUDGES) or _judges(row):
        return True
    told = next((item.period.period for item in row[:OPENING] if item.period and item.period.period), None)
    return told is not None and on is not None and told.end_on <= on


def _says(row: list[Item], at: int, words: frozenset[str]) -> bool:
    """Whether one of some words begins at an item, as one item or several."""
    said = [item.text for item in row[at : at + 3]]
    return any(" ".join(said[:size]) in words for size in range(1, len(said) + 1))


def _judges(row: list[Item]) -> bool:
    """Whether what is judged is named before a colon: Đại hội chỉ rõ những │ tồn tại: …"""
    colon = next((at for at, item in enumerate(row[:JUDGED_WITHIN]) if item.text == ":"), 0)
    return any(_says(row, at, FAULTS) for at in range(colon))
