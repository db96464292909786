"""What a list is of, where its name stands once in the line before it, which ends in a colon.

    "Số hộ thiếu nước tính đến ngày 20/4 theo địa bàn như sau:"    Số hộ thiếu nước
    "Kết quả giải ngân vốn đầu tư công của các chủ đầu tư:"          giải ngân vốn đầu tư công
    "Cụ thể như sau:"                                                nothing

What must and must not be read: corpus/named.tsv.
"""

from giaoban.reading.items import Item
from giaoban.reading.names import NOMINAL
from giaoban.reading.phrases import listed as phrases
from giaoban.reading.rules.figures.doing import is_deed
from giaoban.reading.rules.figures.drafts import Draft, Line
from giaoban.reading.rules.figures.indicators import Name, opens, said
from giaoban.reading.rules.figures.names.no_name import BODIES
from giaoban.reading.rules.figures.roles.ordered import MAKES
from giaoban.reference.units import Kind

LEADING = frozenset(phrases("""
kết quả, tình hình, cụ thể, về, tiến độ, thực hiện, công tác, số liệu, việc, biểu, thống kê, tổng hợp, bảng, kết quả là
"""))  # fmt: skip
"""Words before the name of what a list is of."""
ENDS = frozenset(phrases("""
của, theo, đến, tính đến, tính, tại, ở, trong, như, như sau, cụ thể, phân, chia, giữa, từ, ở các, trên, trên địa bàn, là, gồm, đối với,
lũy kế, cho, các, từng, tới, được, thuộc
"""))  # fmt: skip
"""Words at which it leaves off."""
CITING = frozenset(("căn cứ", "theo"))
"""Words at the head of a sentence that speaks of papers first."""
LONGEST, FEWEST = 8, 2
COLON = ":"


def list_head(line: Line) -> str:
    """The name of what the list below is of; empty where the line ends in no colon, or says of nothing."""
    if not line.text[line.span.start : line.span.end].rstrip().endswith(COLON):
        return ""
    row, first = line.row, 0
    while first < len(row) and not _names(row, first) and (size := _leads(row, first)):
        first += size
    last = first
    while last < len(row) and last - first < LONGEST and not _ends(row[last]):
        last += 1
    if last - first < FEWEST or not _names(row, first):
        return ""
    return said(row, Name(first, last - 1), line.text)


def sentence_head(line: Line) -> str:
    """The first thing measured or counted that a sentence without figures speaks of: vừa giao │dự toán thu│ năm 2022 cho các cục thuế."""
    row = line.row
    if row and row[0].text in CITING:
        return ""
    first = next((at for at in range(len(row)) if row[at].text not in BODIES and opens(row, at, NOMINAL)), len(row))
    last = first
    while last < len(row) and last - first < LONGEST and not _ends(row[last]):
        last += 1
    return said(row, Name(first, last - 1), line.text) if last - first >= FEWEST else ""


def headed_name(head: str, draft: Draft) -> str:
    """The name of a figure of such a list, with the thing counted where the head does not hold it."""
    unit = draft.amount.unit
    noun = unit.text.split("/")[0][len(unit.power) :].strip()
    if unit.kind is not Kind.THING or not noun or f" {noun.lower()} " in f" {head.lower()} ":
        return head
    return f"{noun} {head}"


def _leads(row: list[Item], at: int) -> int:
    """How many items lead to the name here."""
    if row[at].is_mark or row[at].is_numeral or row[at].text in LEADING:
        return 1
    return 2 if " ".join([item.text for item in row[at : at + 2]]) in LEADING else 0


def _names(row: list[Item], at: int) -> bool:
    """Whether the name of something measured, counted or done begins at an item."""
    if opens(row, at, NOMINAL) or is_deed(row, at) or Kind.THING in row[at].means or row[at].text == "số":
        return True
    return row[at].text in MAKES or " ".join([item.text for item in row[at : at + 2]]) in MAKES


def _ends(item: Item) -> bool:
    return item.is_mark or item.is_numeral or item.period is not None or item.place is not None or item.text in ENDS
