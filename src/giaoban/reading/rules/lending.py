"""Units that a list says once: 71 cơ sở đảng trong sạch vững mạnh, khá 18, yếu 1; 12 vụ, chết 4, bị thương 6; Trường chuẩn quốc gia: 19.

What must and must not be read: corpus/lent_units.tsv.
"""

from dataclasses import replace

from giaoban.reading.items import Item
from giaoban.reading.rules.drafts import Line, Spot
from giaoban.reading.rules.indicators import said
from giaoban.reading.rules.quantities import Amount, lend
from giaoban.reading.rules.units import Unit
from giaoban.reference.units import Kind

THING, MEASURE = Kind.THING, Kind.MEASURE

OF_MONEY = (
    "doanh thu", "thu", "tổng thu", "số thu", "chi", "tổng chi", "vốn", "giá", "trị giá", "giá trị", "tổng giá trị", "kinh phí",
    "kim ngạch", "tiền", "số tiền", "tổng số tiền", "nợ", "dư nợ", "lợi nhuận", "thuế", "tổng vốn", "nguồn", "mức", "dự toán", "hỗ trợ",
    "thưởng", "phạt", "xuất khẩu", "nhập khẩu",
)  # fmt: skip
LENT = frozenset((THING, MEASURE, None))
LENDERS = 2
"""Figures before, of which a bare number may share the thing counted."""
LABEL = 5
"""Items of the longest label of a bare number: trả đúng hẹn │ 209."""
BETWEEN = 8
"""Items that may stand between the figure that lends and the label."""
PARTS = frozenset((",", ";", ":", "(", "và"))
"""What a label follows."""
ENDS = frozenset((",", ";", ".", "(", ")", "và"))
"""What may follow a number that counts by itself."""
HARMED = frozenset(("chết", "bị thương", "làm chết", "làm bị thương", "tử vong", "mất tích", "bị chết", "số người chết"))
"""Labels that count persons, whatever was counted before."""
PERSON = Unit("người", THING, known=True)


def lend_unit(line: Line, spot: Spot) -> None:
    """Let a number without a thing counted share that of a figure before it, or of the heading of its list."""
    unit = spot.amount.unit
    if unit.bare:
        named = said(line.row, spot.before, line.text).lower() if line.drafts and spot.before else ""
        if not named.startswith(OF_MONEY):
            any(lend(draft.amount, spot.amount) for draft in reversed(line.drafts[-LENDERS:]))
    elif not unit.text and _ends(line.row, spot.amount) and spot.amount.whole is None:
        given = _of_list(line, spot) or _of_heading(line, spot)
        if given is not None:
            spot.amount.unit = replace(given, last=unit.last)


def _ends(row: list[Item], amount: Amount) -> bool:
    return amount.last + 1 >= len(row) or row[amount.last + 1].text in ENDS


def _of_list(line: Line, spot: Spot) -> Unit | None:
    """The unit of the figure that the list begins with: 184 đảng viên …, │ dự bị 12; xã A: 120 hộ; xã B: │ 75."""
    row, end = line.row, spot.amount.first
    end -= end > spot.floor and row[end - 1].text == ":"
    start = end
    while start > spot.floor and not (row[start - 1].is_mark or row[start - 1].text in PARTS):
        start -= 1
    label = row[start:end]
    if not 0 < len(label) <= LABEL or not start or row[start - 1].text not in PARTS or spot.previous is None:
        return None
    if start - 1 - spot.previous.last > BETWEEN or any(item.is_numeral or item.period for item in label):
        return None
    counted = (draft.amount.unit for draft in reversed(line.drafts[-LENDERS:]))
    lent = next((unit for unit in counted if unit.text and unit.kind in LENT), None)
    if lent is None or " ".join(item.text for item in label if not item.place) not in HARMED:
        return lent
    return PERSON


def _of_heading(line: Line, spot: Spot) -> Unit | None:
    """The thing that the name before a colon begins with: Trường chuẩn quốc gia: │ 19."""
    row, name = line.row, spot.before
    if not name or THING not in row[name.first].means or not any(item.text == ":" for item in row[spot.zone : spot.amount.first]):
        return None
    return Unit(line.text[row[name.first].start : row[name.first].end].lower(), THING, known=True)
