"""Whether a number is a figure at all: an amount of something, not talk, time or the people in a room.

Every reason has a name; where reasons are weighed, `counted` beside this has them. What must and must not be read: corpus/figures.tsv.
"""

from itertools import pairwise

from giaoban.reading.cues import EACH, FROM, LEVEL, TO_DOWN, TO_UP, Cue
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.amounts.quantities import Amount
from giaoban.reading.rules.figures.amounts.units import NOT_COUNTED
from giaoban.reading.rules.figures.comparing.comparing import CHANGES
from giaoban.reading.rules.figures.counting.counted import AGAIN_WITHIN, COUNTED_FROM, weight
from giaoban.reading.rules.figures.counting.no_results import of_no_result
from giaoban.reading.rules.figures.counting.per_one import per_one
from giaoban.reading.rules.figures.counting.thresholds import only_says_which
from giaoban.reading.rules.figures.drafts import Line, Spot
from giaoban.reading.rules.figures.indicators import said
from giaoban.reading.rules.figures.names.whose import labelled_who
from giaoban.reference.units import Kind

CLOCK, MONEY, THING, TIME, TIMES = Kind.CLOCK, Kind.MONEY, Kind.THING, Kind.TIME, Kind.TIMES

DRAWN_OUT, DRAWN_OUT_WITHIN = ("kéo", "dài"), 3
LASTING = ("thời gian", "tuổi thọ", "thời hạn")
FOR = ("trong thời hạn", "trong thời gian")
"""Before how long something is to be done or lent, which counts nothing: cho mượn trong thời hạn │ 12 tháng."""
SHORTENED = frozenset(("HV", "ĐV", "ĐVTN", "TN", "TH", "GV", "HS", "CB", "LĐ", "CCB", "NCT", "CBCS", "CBCC", "HSSV", "HĐV"))
"""Persons and cases as minutes shorten them, of which a few count too: kết nạp │ 12 HV, phạt 6 TH."""
UNNAMED = 20
"""A thing counted that no table knows is taken from this number on."""
OCCASIONS, HOLDS = (
    frozenset(("buổi", "đêm")),
    (["chiếu"], ["diễn"], ["tổ chức"], ["biểu", "diễn"], ["phục", "vụ"], ["ra", "quân"], ["tuyên", "truyền"], ["sinh", "hoạt"]),
)
OPINIONS, TAKEN_UP = (
    frozenset(("ý kiến", "lượt ý kiến", "phương án")),
    ("tiếp thu", "trả lời", "giải trình", "giải quyết", "tổng hợp", "phê duyệt", "duyệt", "thẩm định"),
)
"""What people said, and what becomes of it: tiếp thu │ 326 ý kiến."""
ASKED, ISSUED = frozenset(("kiến nghị", "yêu cầu", "đề xuất")), "ban hành"
LIE = frozenset((
    "sạt", "sạt lở", "lở", "tắc", "ngập", "úng", "lấn chiếm", "kè", "đê", "chốt", "nguy", "xung", "đen", "sụt", "ùn",
))  # fmt: skip
LIE_WITHIN = 5
"""Items around a number of points in which it is said that they lie somewhere: sạt lở 12 điểm."""
STAND = frozenset(("ở", "tại"))
SET_UP = frozenset((
    "kiểm tra", "phạt", "xử phạt", "lắp đặt", "lắp", "mở", "mở thêm", "xây", "xây dựng", "duy trì", "bố trí", "lập", "thành lập",
    "khảo sát",
    "xóa", "xoá", "xóa được", "khắc phục", "đặt", "ra mắt", "rà soát", "dẹp", "giải tỏa", "giải toả", "quy hoạch", "thêm",
))  # fmt: skip
"""Words right before points that are places, and deeds that are done at such."""
POINTS_COUNTED = "số điểm "
"""How it is said how many points of something there are: số điểm phong tỏa còn dưới │ 10 điểm."""
MARKS = ("điểm trung bình", "điểm bình quân", "điểm chuẩn", "điểm số", "tổng điểm", "trung bình", "bình quân", "chỉ số")
"""How names of marks begin, which need no verb: điểm trung bình các môn thi │ 6,72 điểm."""
SCORED = frozenset((LEVEL, TO_UP, TO_DOWN, Cue.UP, Cue.DOWN, FROM))
OUT_OF = frozenset((10, 100, 1000))
"""The most points that can be had: 71,8/ │ 100 điểm."""
NEVER = frozenset((Kind.TALK, Kind.ROOM))
PER = "/"
"""In a unit what one lasts for each: 49,5 giờ/năm."""
MEASURED = frozenset((Kind.SHARE, Kind.POINTS, Kind.MONEY, Kind.MEASURE))
SHARE, SHARE_WITHIN = Kind.SHARE, 8
CHANGE_ITEMS = 4
"""Items of a change in a bracket: ( + 20,5 %."""
"""Before the bracket that spells a share out, and items in which it stands there."""
CALENDAR = frozenset(("năm", "tháng", "tuổi", "quý", "tuần", "năm học"))
"""Lengths that rather are times."""
MANY_HOURS = 100
LEAST, DAY, CENTURY = 5, "24", 1900
"""The fewest out of which so many are told without what they are."""
OCCURRED = "occurred"
"""The reason to take how many times something was done."""
SHIFTS = frozenset((Cue.UP, Cue.DOWN))


def why_observed(line: Line, spot: Spot) -> str:
    """The name of the reason to take the figure as an observation; empty where there is none."""
    kind = spot.amount.unit.kind
    if kind in NEVER or of_no_result(line.row, spot) or per_one(line, spot.amount) or only_says_which(line, spot.amount):
        return _of_talk(line, spot) if kind is Kind.TALK else ""
    if kind in MEASURED:
        return "" if _in_bracketed_fraction(line.row, spot.amount) else "measured"
    if kind is THING:
        headed = line.headed and spot.amount.first == labelled_who(line) + 1 > 1
        return "counted" if headed or (not _of_a_change(line.row, spot.amount) and weight(line.row, spot) >= COUNTED_FROM) else ""
    if kind not in (TIME, CLOCK, TIMES):
        return _of_unknown(line.row, spot)
    named = _led_or_named(line, spot)
    if kind is not TIMES:
        return "lasting" if _of_time(line.row, spot, named) else ""
    multiple = spot.head in CHANGES or "vượt" in named or "gấp" in named
    return "multiple" if multiple else OCCURRED if _occurred(spot) else ""


def _is_score(line: Line, spot: Spot) -> bool:
    """Whether points are those of an index or a mark: chỉ số VN-Index đạt trên 777 điểm, chấm 86,5 điểm; not: nêu 3 điểm."""
    amount = spot.amount
    if amount.unit.text != "điểm":
        return False
    if _are_somewhere(line.row, spot) or (amount.whole is not None and amount.whole in OUT_OF):
        return True
    if any(item.text in LIE for item in line.row[max(0, amount.first - LIE_WITHIN) : amount.last + LIE_WITHIN]):
        return True
    named = _led_or_named(line, spot)
    if spot.head not in SCORED:
        return named.startswith(MARKS) and amount.value != int(amount.value)
    return POINTS_COUNTED in named or amount.value != int(amount.value) or "chỉ số" in named


def _are_somewhere(row: list[Item], spot: Spot) -> bool:
    """Whether points are places where something is done: kiểm tra │ 64 điểm, phân tán ở │ 3 điểm, 141 điểm bưu điện, trong đó │ 17 điểm."""
    amount, last = spot.amount, spot.previous
    if amount.value != int(amount.value) or not amount.first or amount.value_to is not None:
        return False
    before = [item.text for item in row[max(0, amount.first - 2) : amount.first]]
    again = last is not None and last.unit.kind is THING and last.unit.text.startswith("điểm ")
    return again or before[-1] in STAND or before[-1] in SET_UP or " ".join(before) in SET_UP


def _is_asked(row: list[Item], amount: Amount) -> bool:
    """Whether so many requests out of so many, or many of them, were dealt with, or some were issued: 38/45 kiến nghị."""
    if amount.unit.text not in ASKED and amount.unit.text not in OPINIONS:
        return False
    issued = amount.first > 0 and row[amount.first - 1].text == ISSUED
    if amount.unit.text in OPINIONS:
        return " ".join([item.text for item in row[max(0, amount.first - 2) : amount.first]]).endswith(TAKEN_UP)
    return issued or amount.whole is not None or amount.value >= UNNAMED


def _of_talk(line: Line, spot: Spot) -> str:
    """The reason to take a number of what mostly is talked of."""
    if _is_score(line, spot) or _is_asked(line.row, spot.amount):
        return "measured"
    return "counted" if _of_those_counted(line, spot) else ""


def _of_those_counted(line: Line, spot: Spot) -> bool:
    """Whether so many are parts of what was counted by its longer name: 16 khoản thu, │ 11 khoản đạt; 128 ý kiến, kiến nghị, 97 ý kiến."""
    noun = spot.amount.unit.text.lower()
    whole = next((each.amount for each in line.drafts if each.amount.unit.text.lower().startswith((f"{noun} ", f"{noun},"))), None)
    return whole is not None and whole.unit.kind is THING and spot.amount.value <= whole.value


def _occurred(spot: Spot) -> bool:
    """Whether it is told how many times something was done: khám bảo hiểm y tế │ 7.215 lần; a multiple is seldom as large."""
    amount = spot.amount
    return amount.unit.text == "lần" and amount.value >= UNNAMED and amount.value == int(amount.value) and bool(spot.before)


def _of_time(row: list[Item], spot: Spot, named: str) -> bool:
    """Whether hours or days are a length that is told, not a time of day; or evenings of something were held."""
    each = spot.amount.unit.kind is CLOCK and (PER in spot.amount.unit.text or (spot.amount.value > MANY_HOURS and bool(spot.before)))
    return each or _held(row, spot.amount) or _again(spot) or _shortened(row, spot) or _lasts(row, spot, named)


def _again(spot: Spot) -> bool:
    """Whether the figure before it is a length, too: chờ trung bình 14 phút, giờ cao điểm │ 31 phút; diễn 84 buổi, trong đó │ 51 buổi."""
    last = spot.previous
    same = last is not None and last.unit.text == spot.amount.unit.text not in CALENDAR
    return same and last is not None and 0 < spot.amount.first - last.last <= AGAIN_WITHIN


def _held(row: list[Item], amount: Amount) -> bool:
    """Whether it is told how many evenings or mornings of something were held: chiếu │ 212 buổi."""
    before = [item.text for item in row[max(0, amount.first - 2) : amount.first]]
    return amount.unit.text in OCCASIONS and amount.value >= UNNAMED and (before[-1:] in HOLDS or before in HOLDS)


def _led_or_named(line: Line, spot: Spot) -> str:
    return said(line.row, spot.before, line.text).lower() if spot.before else _led_from(line, spot)


def _shortened(row: list[Item], spot: Spot) -> bool:
    """Whether a length of time is led to another, or hours are saved: từ 7 ngày xuống còn 3 ngày, giảm 3 giờ."""
    if spot.amount.unit.kind is CLOCK:
        return spot.head in SHIFTS
    if spot.head is TO_DOWN:
        return True
    after = row[spot.amount.last + 1] if spot.amount.last + 1 < len(row) else None
    return spot.head is FROM and after is not None and TO_DOWN in after.means


def _led_from(line: Line, spot: Spot) -> str:
    """The name of the level that this one is led from: thời hạn từ 30 │ lên 45 ngày."""
    return line.drafts[-1].name.lower() if line.drafts and spot.head in (TO_UP, TO_DOWN) else ""


def _in_bracketed_fraction(row: list[Item], amount: Amount) -> bool:
    """Whether the figure only spells out a share said before: bằng 93,2% dự toán (315/338 tỷ đồng)."""
    if amount.whole is None or amount.unit.kind is not MONEY or row[amount.first - 1].text != "(":
        return False
    return any(SHARE in item.means for item in row[max(0, amount.first - 1 - SHARE_WITHIN) : amount.first - 1])


def _of_a_change(row: list[Item], amount: Amount) -> bool:
    """Whether it only says in the bracket of a change from what to what: tăng 8 vụ (+20,5%; 47/39 vụ)."""
    at = amount.first - 1
    if at < CHANGE_ITEMS or row[at].text not in (";", ","):
        return False
    return [item.text for item in row[at - CHANGE_ITEMS : at - CHANGE_ITEMS + 2]] in (["(", "+"], ["(", "-"]) and SHARE in row[at - 1].means


def _lasts(row: list[Item], spot: Spot, named: str) -> bool:
    before = [item.text for item in row[max(0, spot.amount.first - DRAWN_OUT_WITHIN) : spot.amount.first]]
    if " ".join(before).endswith(FOR):
        return False
    drawn_out = before[-1:] == ["không quá"] or DRAWN_OUT in pairwise(before)
    averaged = any(EACH in item.means for item in row[spot.floor : spot.amount.first])
    return averaged or drawn_out or any(word in named for word in LASTING)


def _of_unknown(row: list[Item], spot: Spot) -> str:
    """The reason to take a number of something that no table knows as a figure."""
    amount = spot.amount
    if _of_so_many(row, spot):
        return "out of so many"
    if amount.unit.text in SHORTENED:
        return "guessed"
    if amount.value < UNNAMED or _is_year(row, amount):
        return ""
    if not amount.unit.text:
        return "unitless" if spot.head in (LEVEL, TO_UP, TO_DOWN) and spot.before else ""
    first = amount.unit.text.split(" ", 1)[0]
    is_word = first.lower() not in NOT_COUNTED and len(first) > 1 and (first.isupper() or not first[0].isupper())
    return "guessed" if is_word else ""


def _of_so_many(row: list[Item], spot: Spot) -> bool:
    """Whether of what the name says so many out of so many are so: dòng họ học tập │ 27/31 (87%)."""
    amount = spot.amount
    if amount.whole is None or amount.unit.text or not spot.before or not 1 < amount.value <= amount.whole:
        return False
    if "hạng" in [item.text.split(" ")[-1] for item in row[spot.before.first : spot.before.last + 1]]:
        return False  # xếp hạng: 4/63
    if row[amount.first].text == DAY or CENTURY <= amount.whole < CENTURY + 200:
        return False  # trực 24/24, đến hết 6/2022
    after = row[amount.last + 1] if amount.last + 1 < len(row) else None
    if after is None or after.text in ".;,":
        return spot.before.last - spot.before.first >= 1 and amount.whole >= LEAST
    return LEVEL in after.means or (after.text == "(" and amount.last + 2 < len(row) and row[amount.last + 2].is_numeral)


def _is_year(row: list[Item], amount: Amount) -> bool:
    written = row[amount.first].text
    return amount.value_to is None and written.isdigit() and len(written) == 4 and 1900 <= amount.value <= 2100
