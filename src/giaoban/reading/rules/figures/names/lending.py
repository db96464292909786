"""Units that a list says once: 71 cơ sở đảng trong sạch vững mạnh, khá 18, yếu 1; 12 vụ, chết 4, bị thương 6; Trường chuẩn quốc gia: 19.

What must and must not be read: corpus/lent_units.tsv.
"""

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import islice

from giaoban.reading.cues import AIM, LEVEL, PLAN, SHARE, Cue
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.amounts.quantities import Amount
from giaoban.reading.rules.figures.amounts.units import Unit
from giaoban.reading.rules.figures.comparing.again import in_brackets
from giaoban.reading.rules.figures.drafts import LAST_DRAFTS, Draft, Line, Spot
from giaoban.reading.rules.figures.indicators import said
from giaoban.reading.rules.figures.names.item_above import of_item_above
from giaoban.reference.units import Kind

MEASURE, MONEY, THING = Kind.MEASURE, Kind.MONEY, Kind.THING

OF_MONEY = (
    "doanh thu", "thu", "tổng thu", "số thu", "chi", "tổng chi", "vốn", "giá", "trị giá", "giá trị", "tổng giá trị", "kinh phí",
    "kim ngạch", "tiền", "số tiền", "tổng số tiền", "nợ", "dư nợ", "lợi nhuận", "thuế", "tổng vốn", "nguồn", "mức", "dự toán", "hỗ trợ",
    "thưởng", "phạt", "xuất khẩu", "nhập khẩu",
)  # fmt: skip
AT_HOME = (
    "thu ",
    "thu",
    "chi",
    "tổng thu",
    "tổng chi",
    "thuế",
    "nộp",
    "ngân sách",
    "dự toán",
    "dư nợ",
    "tiền",
    "hỗ trợ",
    "phạt",
    "kinh phí",
)
"""Names of sums that are in the money of the country: thuế nhập khẩu 2 tỷ."""
DOMESTIC = frozenset(("đồng", "đ", "vnd", "vnđ"))
LENT = frozenset((THING, MEASURE, Kind.TALK, None))
ALL, SHIFTS = 100, frozenset((Cue.UP, Cue.DOWN, Cue.VERSUS, Cue.SAME))
LENDERS = 2
"""Figures before, of which a bare number may share the thing counted."""
LABEL = 5
"""Items of the longest label of a bare number: trả đúng hẹn │ 209."""
NUMBER_OF = frozenset(("số", "số lượng", "tổng số"))
"""What a name begins with that tells how many there are of a thing."""
RANKS = 4
"""Items within which words end that only rank a label."""
BRACKET = 4
"""Items after a figure within which a bracket tells its change."""
AIMING = frozenset((AIM, PLAN))
CHANGES = frozenset((Cue.UP, Cue.DOWN))
BETWEEN = 8
"""Items that may stand between the figure that lends and the label."""
PARTS = frozenset((",", ";", ":", "(", "và", "/"))
"""What a label follows."""
ENDS = frozenset((",", ";", ".", "(", ")", "và", "nhưng", "=", "trong khi"))
"""What may follow a number that counts by itself."""
BESIDE = frozenset((",", ";", "và", "(", "gồm", "bao gồm", "trong đó"))
"""What stands before a number that shares the thing counted right before it."""
STATES = tuple(f"{word} " for word in (
    "trong nước", "nước ngoài", "đang", "đã", "chưa", "không", "tương đối", "quá hạn", "đúng hạn", "trước hạn", "hoàn thành", "vượt", "đạt",
    "tốt", "khá", "trung bình", "yếu", "kém", "giỏi", "xuất sắc", "nam", "nữ", "nặng", "nhẹ", "bị", "được", "trở lại", "còn", "chậm",
    "tạm ngừng", "tạm dừng", "xấp xỉ đạt", "sắp", "mới", "cũ", "ở", "tại", "sang", "do", "trong số", "trong đó",
))  # fmt: skip
"""With which words it begins how those are."""
LETTERS = tuple(f"{word} " for word in ("khiếu nại", "tố cáo", "kiến nghị", "phản ánh", "đề nghị"))
"""What letters are, of which so many came in: 893 đơn, gồm │ 142 khiếu nại."""
NOW = frozenset((("nay", "là"), ("nay", "đã", "là"), ("hiện", "là"), ("đến nay", "là"), ("nay", "có"), ("nay", "đã", "có")))
"""What says of the same things how many they are now: mới có 19 cơ sở, │nay đã là│ 133."""
CONTRASTS = frozenset(("trong khi", "còn", "nhưng", "song"))
TOLD_OF = frozenset((Cue.SHARE, Cue.VERSUS))
"""What a number is set against, that counts by itself."""
NEARLY = 10
"""Points by which the share of a part of several lists may be off."""
OF_TIME = frozenset(("đầu", "giữa", "cuối", "đến", "hết", "nay", "sang"))
"""Words of a label that only says when."""
CLASSES, DONE_OF_IT = frozenset(("loại", "mức", "hạng", "nhóm", "đối tượng", "khối", "cấp")), frozenset(("thực hiện", "thực hiện được"))
HARMED = frozenset(("chết", "bị thương", "làm chết", "làm bị thương", "tử vong", "mất tích", "bị chết", "số người chết"))
"""Labels that count persons, whatever was counted before."""
SAYING = frozenset(("yêu cầu", "đề nghị", "lưu ý", "giao", "chỉ đạo", "nhấn mạnh", "kết luận"))
"""What stands before the colon of what somebody says, not of a list of things: đồng chí yêu cầu: Phòng │ 1, Phòng 2 phân loại tin báo."""
CONTACT = re.compile(r"f\d")
"""Persons by how near they came to whoever was infected: F1: 168."""
PERSON = Unit("người", THING, known=True)


def lend_unit(line: Line, spot: Spot) -> None:
    """Let a number without a thing counted share that of a figure before it, or of the heading of its list."""
    unit = spot.amount.unit
    if unit.bare:
        named = said(line.row, spot.before, line.text).lower() if spot.before else ""
        if counted := _in_number(line.row, spot, line.text):
            spot.amount.unit = replace(unit, text=f"{unit.power} {counted}", kind=THING, bare=False, known=True)
        elif not named.startswith(OF_MONEY):
            any(_lend(draft.amount, spot.amount) for draft in reversed(line.drafts[-LENDERS:]))
        money = next((draft.amount for draft in reversed(line.drafts[-LENDERS:]) if draft.amount.unit.kind is MONEY), None)
        if unit is spot.amount.unit and money is not None and not named.startswith(AT_HOME):
            _lend_currency(money, spot.amount)
    elif (given := _of_states(line, spot)) is not None:
        first = line.row[spot.amount.first]
        spot.amount.unit, spot.amount.last, spot.amount.end = replace(given, last=spot.amount.first), spot.amount.first, first.end
        spot.shares = True
    elif not unit.text and ends_there(line.row, spot.amount) and spot.amount.whole is None:
        given = (
            of_item_above(line, spot)
            or _of_own_bracket(line, spot)
            or _of_aim(line, spot)
            or _of_done(line, spot)
            or _of_list(line, spot)
            or _of_heading(line, spot)
            or _of_head(line, spot)
            or _of_rate(line, spot)
        )
        if given is not None:
            spot.amount.unit = replace(given, last=unit.last)


def ends_there(row: list[Item], amount: Amount) -> bool:
    """Whether nothing that is counted follows a number, only what part or change it is: khá 21 │ chiếm 51%, 95 │ so đầu năm."""
    return amount.last + 1 >= len(row) or row[amount.last + 1].text in ENDS or bool(row[amount.last + 1].means & TOLD_OF)


def _of_list(line: Line, spot: Spot) -> Unit | None:
    """The unit of the figure that the list begins with: 184 đảng viên …, │ dự bị 12; xã A: 120 hộ; xã B: │ 75."""
    row, end = line.row, spot.amount.first
    end -= end > spot.floor and row[end - 1].text == ":"
    start = end
    while start > spot.floor and not (row[start - 1].is_mark or row[start - 1].text in PARTS):
        start -= 1
    parted = 0 < start < end - 1 and row[start].text in CONTRASTS
    label = _without_rank(row[start + parted : end])
    if not 0 < len(label) <= LABEL or not start or not (parted or row[start - 1].text in PARTS) or spot.previous is None:
        return None
    if start - 1 - spot.previous.last > BETWEEN or any(item.is_numeral and not _of_class(label, at) for at, item in enumerate(label)):
        return None
    if any(item.period for item in label) and not all(item.period or item.text in OF_TIME or LEVEL in item.means for item in label):
        return None  # số hộ nghèo đầu năm 120, cuối năm còn │ 84
    told = (each for each in reversed(line.drafts[-LAST_DRAFTS:]) if each.amount.unit.kind is not Kind.SHARE and _open(row, each, end))
    lent = next((each.amount.unit for each in islice(told, LENDERS) if each.amount.unit.text and each.amount.unit.kind in LENT), None)
    if lent is not None and _named_so(line, spot.amount):
        return None
    if lent is None or " ".join(item.text for item in label if not item.place) not in HARMED:
        return lent
    return PERSON


def _named_so(line: Line, amount: Amount) -> bool:
    """Whether a number ends a name whose share is told behind it, which it is not: giống Đài thơm │ 8 chiếm 62%; not: khá 21 chiếm 51%."""
    row = line.row
    at = bisect_right(line.amounts, amount.last, key=lambda each: each.first)
    if at >= len(line.amounts) or SHARE not in row[amount.last + 1].means:
        return False
    share = line.amounts[at]
    if share.unit.kind is not Kind.SHARE or share.first - amount.last > BRACKET:
        return False
    wholes = [each.amount.value for each in line.drafts[-LAST_DRAFTS:] if each.amount.value]
    return not any(abs(100 * amount.value / whole - share.value) < NEARLY for whole in wholes)


def _of_class(label: list[Item], at: int) -> bool:
    """Whether a number in a label only says of which class: sức khỏe │loại 1│ có 38, loại 2 có 91."""
    return at > 0 and label[at - 1].text in CLASSES and at + 1 < len(label)


def _of_done(line: Line, spot: Spot) -> Unit | None:
    """The unit of the plan of which so many were done: kế hoạch thành lập 900 doanh nghiệp, hết quý III thực hiện được │ 684."""
    last, first = spot.previous, spot.amount.first
    if last is None or not line.drafts or line.drafts[-1].amount is not last or not first or line.row[first - 1].text not in DONE_OF_IT:
        return None
    planned = any(item.means & AIMING for item in line.row[max(0, last.first - BETWEEN) : last.first])
    return last.unit if planned and last.unit.kind in LENT and last.unit.text and first - last.last <= BETWEEN else None


def _of_aim(line: Line, spot: Spot) -> Unit | None:
    """The thing counted that a bare number is the aim of: kết nạp 184 đảng viên (chỉ tiêu năm 2005 là │ 150), so với kế hoạch │ 85."""
    row, end = line.row, spot.amount.first
    at = next((at for at in range(end - 1, max(spot.floor, end - LABEL) - 1, -1) if row[at].means & AIMING or row[at].is_numeral), -1)
    if at < 0 or row[at].is_numeral or not line.drafts or any(row[each].is_mark for each in range(at, end)):
        return None
    return next((each.amount.unit for each in reversed(line.drafts[-LAST_DRAFTS:]) if each.amount.unit.kind is not Kind.SHARE), None)


def _open(row: list[Item], lender: Draft, at: int) -> bool:
    """Whether a figure stands in no bracket that is closed before item `at`: 18.726 nhà ngập (│ngập trên 1m: 6.410│), tốc mái 215."""
    marks = [item.text for item in row[lender.amount.last + 1 : at] if item.text in "()"]
    return not marks or marks[0] != ")"


def _in_number(row: list[Item], spot: Spot, text: str) -> str:
    """The thing whose number a name tells: │số doanh nghiệp│ tạm ngừng lên tới 90,6 nghìn; empty where it tells of none."""
    for at in range(spot.amount.first - 2, spot.floor - 1, -1):
        if row[at].text in NUMBER_OF and THING in row[at + 1].means:
            thing = text[row[at + 1].start : row[at + 1].end]
            return thing if thing.isupper() else thing.lower()
        if row[at].is_numeral or row[at].text in ";:(":
            break
    return ""


def _without_rank(label: list[Item]) -> list[Item]:
    """A label without the words that only rank it: kế đến là │ chế biến gỗ."""
    if tuple(item.text for item in label) in NOW:
        return label
    at = next((at for at, item in enumerate(label[:RANKS]) if item.text == "là"), -1)
    return label[at + 1 :]


def _of_states(line: Line, spot: Spot) -> Unit | None:
    """The thing counted right before, so many of which are so: 21 nhiệm vụ xong, │ 8 đang làm; 44 dự án (│ 39 trong nước)."""
    row, amount = line.row, spot.amount
    if amount.unit.kind not in (None, Kind.TALK) or not line.drafts or spot.previous is not line.drafts[-1].amount or not amount.first:
        return None
    after = f"{' '.join(item.text for item in row[amount.first + 1 : amount.first + 3])} "
    lent = line.drafts[-1].amount.unit
    counted = lent.kind is THING and not lent.power and amount.value <= line.drafts[0].amount.value
    states = LETTERS if lent.text.startswith("đơn") and after.startswith(LETTERS) else STATES
    return lent if counted and row[amount.first - 1].text in BESIDE and after.startswith(states) else None


def _of_own_bracket(line: Line, spot: Spot) -> Unit | None:
    """The unit of the figure whose change a bracket right after it tells: học sinh giỏi 11,2% │ (+0,7), 9,4% (giảm 0,5)."""
    last = spot.previous
    if (
        last is None
        or spot.head not in CHANGES
        or last.unit.kind not in (Kind.SHARE, THING)
        or not line.drafts
        or line.drafts[-1].amount is not last
    ):
        return None
    opened = last.last + 2 < len(line.row) and line.row[last.last + 1].text == "(" and spot.amount.first - last.last <= BRACKET
    return last.unit if opened else None


def _of_head(line: Line, spot: Spot) -> Unit | None:
    """The thing that the list is of whose items are labels: Hồ sơ một cửa: nhận │ 214, trả đúng hẹn │ 209."""
    row, end = line.row, spot.amount.first
    start = end
    while start > spot.floor and not (row[start - 1].is_mark or row[start - 1].is_numeral):
        start -= 1
    if not 0 < end - start <= LABEL or start < 2 or row[start - 1].text != ":" or row[end - 1].means & AIMING:
        return None
    first = start - 1
    while first > spot.floor and not (row[first - 1].is_mark or row[first - 1].is_numeral or row[first - 1].period):
        first -= 1
    if first == start - 1 or row[start - 2].text in SAYING:
        return None
    thing = row[first] if THING in row[first].means else row[start - 2]
    if THING not in thing.means:
        return None
    label = " ".join(item.text for item in row[start:end])
    return PERSON if label in HARMED else Unit(line.text[thing.start : thing.end].lower(), THING, known=True)


def _of_rate(line: Line, spot: Spot) -> Unit | None:
    """The share whose parts a bracket tells without its sign: tỷ lệ chuyên cần 96,4% (mầm non │ 94,1; tiểu học │ 98,3)."""
    row, last, first = line.row, spot.previous, spot.amount.first
    if last is None or last.unit.kind is not Kind.SHARE or spot.amount.value % 1 == 0 or spot.amount.value >= ALL:
        return None
    label = row[last.last + 2 : first]
    listed = row[last.last + 1].text in ("(", ";", ",") and in_brackets(row, spot.amount)
    return last.unit if listed and 0 < len(label) <= LABEL and not any(item.is_mark or item.means & SHIFTS for item in label) else None


def _of_heading(line: Line, spot: Spot) -> Unit | None:
    """The thing that the name before a colon begins with: Trường chuẩn quốc gia: │ 19."""
    row, name = line.row, spot.before
    if not name or THING not in row[name.first].means or not any(item.text == ":" for item in row[spot.zone : spot.amount.first]):
        return None
    thing = line.text[row[name.first].start : row[name.first].end].lower()
    return PERSON if CONTACT.fullmatch(thing) else Unit(thing, THING, known=True)


def _lend(before: Amount, after: Amount) -> bool:
    """Let a bare power of a number count what the one before counts under the same power: 18 triệu lượt khách … 40 triệu."""
    fits = after.unit.bare and before.unit.kind is THING and after.unit.power == before.unit.power
    if fits:
        after.unit = before.unit
    return fits


def _lend_currency(before: Amount, after: Amount) -> None:
    """Let a bare power of money be of the foreign currency that the one before names: 558 tỷ USD, xuất siêu 6,5 tỷ."""
    unit = before.unit
    if (
        unit.kind is MONEY
        and not unit.bare
        and unit.power == after.unit.power
        and unit.text.split("/")[0].split(" ")[-1].lower() not in DOMESTIC
    ):
        after.unit = replace(after.unit, text=unit.text.split("/")[0], bare=False)
