"""Whoever did what a figure counts, at the head of the words before it: the name begins with what was done.

    "Phòng Tài chính tham mưu bố trí │ 12 tỷ đồng"   tham mưu bố trí
    "lực lượng tuyến đầu kiểm soát │ 120 lượt xe"    kiểm soát
    "lực lượng lao động qua đào tạo │ 1.200 người"   those counted, no doer

What must and must not be read: corpus/wordings.tsv.
"""

from giaoban.reading.items import Item
from giaoban.reading.names import DOERS
from giaoban.reading.phrases import listed
from giaoban.reading.rules.figures.doing import is_deed, words_at

ASKED = frozenset(
    f"{asks} {whom}"
    for asks in ("kiến nghị", "đề nghị", "đề xuất")
    for whom in ("tỉnh", "huyện", "xã", "trung ương", "thành phố", "thị xã")
)
"""How it begins whom somebody asks to do what is named."""
NO_DOERS = frozenset(("ngũ", "chống", "ngừa", "ngủ", "học", "lao", "lao động", "dịch", "hành", "biến"))
"""Words that make something else of the first of them: đội ngũ, phòng chống, lực lượng lao động."""
IN_NAMES = frozenset(
    listed("""
kiểm tra, thanh tra, giám sát, quản lý, đầu tư, xây dựng, thi công, bảo vệ, sản xuất, phát triển, kinh doanh, hỗ trợ, phục vụ,
hòa giải, tư vấn, điều trị,
thu gom, vận chuyển, thu mua, tiêu thụ, cung ứng, sửa chữa, chuyển giao, phát sóng, chăm sóc
""")
)
"""Deeds that bodies are called by: đội kiểm tra, trung tâm phát triển quỹ đất."""
ALONE = frozenset(
    listed("""
thay, thả, dành, cấp, mua, lắp, trồng, sửa, ứng, trích, cử, đắp, phạt, lập, tuyển, dựng, gieo, phát, khám, đón, tiêm, phun, xả, trao, tặng,
lãi, lỗ, bán
""")
)
"""Deeds of one word, which end the words before a figure: Phòng Kinh tế │ thay 30 cột điện."""
WHOLLY = frozenset(("đủ", "xong", "hết", "thêm", "được", "mới", "ngay"))
"""Words behind such a deed: Bảo hiểm xã hội tỉnh cấp │ đủ 193.300 thẻ."""
FARTHEST = 6
"""Items between the head of a body's name and what it did."""


def deed_begins(row: list[Item], first: int, last: int) -> int:
    """The item at which what was done begins, in a name that opens with its doer; `first` for any other."""
    size = next((size for size in (3, 2, 1) if _said(row, first, size) in DOERS or _said(row, first, size) in ASKED), 0)
    named = _said(row, first, size) in DOERS
    if not size or first + size > last or row[first + size].text in NO_DOERS:
        return first
    for at in range(first + size, min(last, first + size + FARTHEST)):
        if row[at].is_mark and row[at].text not in "-–":
            return first
        if is_deed(row, at) and not (named and at == first + size and words_at(row, at) in IN_NAMES):
            return at
    while last > first + size and row[last].text in WHOLLY:
        last -= 1
    return last if last < first + size + FARTHEST and last > first + size and row[last].text in ALONE else first


def _said(row: list[Item], at: int, size: int) -> str:
    return " ".join([item.text for item in row[at : at + size]])
