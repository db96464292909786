"""Deeds behind a label, which says of what they are.

    "- Lúa hè thu: gieo │ 3.420 ha, đã thu hoạch │ 1.200 ha"    gieo Lúa hè thu · thu hoạch Lúa hè thu
    "Phòng Kinh tế: trồng │ 12 ha", "Kết quả: gieo │ 40 ha"      trồng · gieo

What must and must not be read: corpus/named.tsv.
"""

from giaoban.reading.cues import DONE
from giaoban.reading.items import Item
from giaoban.reading.phrases import listed
from giaoban.reading.rules.figures.drafts import Draft, Line
from giaoban.reading.rules.figures.indicators import Name, said
from giaoban.reading.rules.figures.names.no_name import is_only_who
from giaoban.reading.rules.figures.names.whose import BODIES
from giaoban.reference.units import Kind

DEEDS = frozenset(
    listed("""
gieo, gieo trồng, gieo cấy, gieo sạ, gieo thẳng, trồng, trồng mới, cấy, xuống giống, thu hoạch, đã thu hoạch, gặt, thực hiện, đã thực hiện,
thả nuôi, nuôi, khai thác, đánh bắt, chăm sóc, cho vay, giải ngân, hoàn thành, sản xuất, tiêu thụ, cứng hóa, đã cứng hóa, bê tông hóa,
nghiệm thu, thanh toán, đã thanh toán, quyết toán, làm được, thi công
""")
)
"""Deeds that say nothing of what they were done with."""
GROWN = frozenset(listed("gieo, gieo trồng, gieo cấy, gieo sạ, gieo thẳng, trồng, trồng mới, cấy, xuống giống, thu hoạch, gặt, thả nuôi"))
"""Those of them whose subject is what was sown or grown."""
KINDS = frozenset((Kind.MEASURE, Kind.MONEY, Kind.SHARE))
SECTORS = frozenset(
    listed("""
nông nghiệp, lâm nghiệp, trồng trọt, chăn nuôi, thủy sản, thuỷ sản, công nghiệp, kinh tế, kết quả, cụ thể, trong đó, gồm, bao gồm,
như sau, tài chính, xây dựng, giao thông, thủy lợi, kết quả thực hiện, kế hoạch, nhiệm vụ, chỉ tiêu, ngân sách, thương mại, dịch vụ,
lũy kế, ước, để so
""")
)
"""Labels that say what is spoken of, and not with what something was done."""
SPOKEN_OF = (
    "về ", "công tác ", "kết quả ", "tình hình ", "số liệu", "một số ", "những ", "các ", "cụ thể ", "tổng hợp", "nhiệm vụ ",
    "phương hướng",
    "mục tiêu", "chỉ tiêu ", "nội dung", "lĩnh vực ", "ngành ", "trong ", "theo ",
)  # fmt: skip
"""How labels begin that do so, too: Kết quả cụ thể: giải ngân │ 12 tỷ đồng."""
LONGEST, FAR = 6, 40


def with_label(line: Line, draft: Draft) -> str:
    """The name of a deed with what stands before the colon; any other name as it is."""
    if draft.amount.unit.kind not in KINDS or draft.name.lower() not in DEEDS:
        return draft.name
    row = line.row
    colon = next((at for at in range(draft.amount.first - 1, max(0, draft.amount.first - FAR), -1) if row[at].text in ":;."), 0)
    first = next((at for at in range(colon) if not row[at].is_mark), colon)
    label = Name(first, colon - 1)
    if row[colon].text != ":":
        label, colon = _subject(row, draft), 0
        return f"{draft.name} {said(row, label, line.text)}" if label and says_what(line, label) else draft.name
    if not label or row[colon].text != ":" or colon - first > LONGEST or not says_what(line, label):
        return draft.name
    if draft.name.lower() in said(row, label, line.text).lower():
        return draft.name
    return f"{draft.name} {said(row, label, line.text)}"


def _subject(row: list[Item], draft: Draft) -> Name:
    """What stands right before a deed of sowing or growing at the start of its clause: Lúa cả năm │ gieo sạ 3.160 ha."""
    deed, end = draft.spot.before.first, draft.amount.first
    if not draft.spot.before or draft.name.lower() not in GROWN:
        return Name(0, -1)
    last = min(deed, end) - 1
    while last >= 0 and (DONE in row[last].means or row[last].period):
        last -= 1
    if last < 0:
        return Name(0, -1)
    first = last
    while first > 0 and last - first < LONGEST and not row[first - 1].is_mark:
        first -= 1
    return Name(first, last)


def says_what(line: Line, label: Name) -> bool:
    """Whether a label is neither of a body or place, nor of a time or a whole sector."""
    items = line.row[label.first : label.last + 1]
    if any(item.is_numeral or item.period or item.place or item.is_mark for item in items) or is_only_who(line, label):
        return False
    words = " ".join([item.text for item in items])
    return words not in SECTORS and items[0].text not in BODIES and not words.startswith(SPOKEN_OF)
