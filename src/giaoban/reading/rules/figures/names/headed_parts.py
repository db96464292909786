"""The name that stands before a colon: once for all shares behind it, each of which says only of what part it is; or as a label of things.

    "Tỷ lệ huy động: nhà trẻ 31,4%; mẫu giáo │ 92,7%"                    Tỷ lệ huy động mẫu giáo
    "Giá trị gia tăng các ngành: công nghiệp tăng 8%, xây dựng │ 9,9%"   Giá trị gia tăng xây dựng
    "Tỷ lệ hộ nghèo như sau: Phú Lâm 5,2%, An Bình │ 7,4%"               Tỷ lệ hộ nghèo
    "Mầm non: │ 22 trường, 214 lớp"                                      trường Mầm non

What must and must not be read: corpus/wordings.tsv.
"""

from giaoban.reading.cues import AIM, DONE, PLAN, SHARE, SOFT
from giaoban.reading.items import Item
from giaoban.reading.names import NOMINAL
from giaoban.reading.rules.figures.amounts.quantities import Amount
from giaoban.reading.rules.figures.drafts import Draft, Line
from giaoban.reading.rules.figures.indicators import VERBAL, Name, opens, trimmed
from giaoban.reading.rules.figures.names.no_name import is_only_who
from giaoban.reference.units import Kind

HEADS = frozenset((
    "tỷ lệ", "tỉ lệ", "tỷ trọng", "tốc độ", "giá trị", "giá trị gia tăng", "tăng trưởng", "nhịp độ", "chỉ số", "cơ cấu", "học lực",
    "hạnh kiểm",
))  # fmt: skip
"""How names begin of which parts are told as shares."""
OF_ALL = frozenset(("các", "từng", "theo"))
"""Words from which on a name only says that its parts follow: tăng trưởng │ các ngành:"""
LEADING_ON = frozenset(
    ("của", "ở", "tại", "theo", "như", "như sau", "sau", "cụ thể", "là", "trong", "đến", "tính đến", "cuối", "hết", "năm")
)
"""What ends such a name without belonging to it."""
PARTED = frozenset((":", ";", "%", ")"))
"""What ends the part before."""
BRACKETS = frozenset('()“”"')
SHARES = "tỷ trọng"
"""What parts are called by that need no heading: cơ cấu chuyển dịch đúng hướng: │tỷ trọng│ công nghiệp 38%, nông nghiệp 34%."""
OTHERS = frozenset((AIM, DONE, PLAN))
JOINED = frozenset((",", "và", "còn", "riêng"))
LIST, LONGEST, LONGEST_PART, LONGEST_LABEL = 60, 9, 5, 6
"""Items of the list of parts, of the name of all, of that of a part, of the label of things."""


def headed(line: Line, draft: Draft) -> tuple[Name, Name] | None:
    """The name before the colon and the part named before the figure, empty where only whose it is; None where there are not both."""
    row, end = line.row, draft.amount.first
    if draft.amount.unit.kind is not Kind.SHARE or draft.head is SHARE:
        return None
    colon = next((at for at in range(end - 1, max(0, end - LIST), -1) if row[at].text == ":"), 0)
    if not colon or SHARES in " ".join([item.text for item in row[colon:end]]):
        return None
    heading, part = _heading(row, colon), _part(row, end)
    if not (heading and part):
        return None
    return (heading, Name(0, -1)) if is_only_who(line, part) else (heading, part)


def labelled(row: list[Item], amount: Amount) -> bool:
    """Whether things are counted right behind a label, which alone is no name of theirs: Mầm non: │ 22 trường."""
    colon = first = amount.first - 1
    if amount.unit.kind is not Kind.THING or colon < 1 or row[colon].text != ":":
        return False
    while first > 0 and not row[first - 1].is_mark:
        first -= 1
    label = trimmed(row, Name(first, colon - 1))
    return 0 <= label.last - label.first < LONGEST_LABEL and not (
        row[label.last].period or row[label.last].place or opens(row, label.first, NOMINAL)
    )


def _heading(row: list[Item], colon: int) -> Name:
    first = next((at for at in range(colon - 1, max(-1, colon - LONGEST), -1) if _begins(row, at)), colon)
    if any(item.is_numeral or item.is_mark or DONE in item.means for item in row[first:colon]):
        return Name(0, -1)
    last = next((at for at in range(first + 1, colon) if row[at].text in OF_ALL), colon) - 1
    while last > first and (row[last].text in LEADING_ON or row[last].period):
        last -= 1
    return Name(first, last)


def _begins(row: list[Item], at: int) -> bool:
    """Whether such a name begins at an item, and with it what is said."""
    pair = f"{row[at].text} {row[at + 1].text}"
    return (row[at].text in HEADS or pair in HEADS) and (at == 0 or not row[at - 1].text.isalpha())


def _part(row: list[Item], end: int) -> Name:
    """The words between the part before and the verb of the figure; empty where they name a thing of its own, or hold a number."""
    last = end - 1
    while last > 0 and row[last].means & VERBAL and SOFT not in row[last].means:
        last -= 1
    first = last
    while first > 0 and row[first - 1].text not in PARTED and not row[first - 1].is_numeral:
        first -= 1
    while first < last and row[first].text in JOINED:
        first += 1
    words = row[first : last + 1]
    if row[first - 1].is_numeral or len(words) > LONGEST_PART or opens(row, first, NOMINAL):
        return Name(0, -1)
    return Name(0, -1) if any(item.period or item.means & OTHERS or item.text in BRACKETS for item in words) else Name(first, last)
