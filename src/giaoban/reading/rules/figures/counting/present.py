"""Counts of those who sit in a meeting, are met there or hold an office: lãnh đạo 12 sở cùng dự, gặp mặt 150 doanh nghiệp, trưởng 31 thôn.

What must and must not be read: corpus/figures.tsv.
"""

from giaoban.reading.cues import ABOUT, OVER, UNDER, Cue
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.amounts.quantities import Amount
from giaoban.reading.rules.figures.drafts import Spot
from giaoban.reading.syllables import last_of, sign
from giaoban.reference.offices import HEADS_OF

WITHIN = 40
"""Items before a number in which it is said that a room is told of."""
BOUNDED = frozenset((OVER, UNDER, ABOUT))
ROOM = frozenset(("dự", "tham dự", "dự họp", "cùng dự", "vắng", "điểm cầu", "trực tuyến", "khách mời"))
"""Words before those who sit in a meeting: Cùng dự có lãnh đạo 12 sở, ngành."""
CALLED = frozenset((("có", "mặt"), ("khách", "mời"), ("vắng", "mặt")))
"""What the roll of minutes counts: Có mặt: │ 17/19 đồng chí."""
PRESENT = "thành phần"
"""How the sentence of minutes opens that tells who was there: Thành phần: trưởng các phòng (18 người)."""
CONTESTS = frozenset(("giải", "môn", "nội dung", "hội thi", "cuộc thi", "hội diễn", "liên hoan", "kỳ thi"))
"""What somebody takes part in who competes: dự │ 58 giải."""
SAT = frozenset((
    "nghe", "báo cáo", "thống nhất", "kết luận", "đánh giá", "đạt", "đã", "hoàn thành", "bàn giao", "tổ chức", "thu hút", "tham gia",
    "giành", "xin", "xin thêm", "đề nghị", "kiến nghị", "đề xuất", "yêu cầu", "phản ánh", "cho rằng",
))  # fmt: skip
"""Words after which a sentence tells of more than who sat there."""
ONLINE = ("trực", "tuyến")
ONLINE_WITHIN = 20
SENT_ONLINE = ("hồ sơ", "thủ tục", "dịch vụ", "tthc")
"""How things begin that no meeting is joined to: trực tuyến │ 3.627 hồ sơ."""
SERVED = frozenset(("công", "hồ", "sơ", "nộp", "vụ", "thanh", "toán", "bán", "học", "phí", "thuế", "ký", "lệ"))
"""Words before "trực tuyến" that make it no meeting: dịch vụ công trực tuyến."""
MEETS = frozenset((
    ("gặp", "mặt"), ("gặp", "gỡ"), ("thoại", "với"), ("giao ban", "với"), ("việc", "với"), ("họp", "với"), ("nối", "với"), ("nối", "tới"),
    ("hình", "với"), ("mặt", "của"),
))  # fmt: skip
"""Words right before those that a meeting is with: giao ban │ với, kết nối │ tới."""
HOUSES, TOGETHER_WITHIN = frozenset(("hộ", "hộ dân", "gia đình", "hộ gia đình")), 3
"""Who is spoken with as part of a task (đối thoại với │ 64 hộ), and items of things counted beside others."""
ATTENDS = ("dự", "cùng dự", "tham dự", "vắng")
TAKING_PART, JOINED = sign(words=last_of(ROOM, (PRESENT,))), sign(words=ONLINE[1:])
NO_TAKING_PART = frozenset(("án", "kiến", "toán", "báo", "trữ", "phòng", "thầu", "bị", "thi", "tuyển", "giờ"))
"""Words after "dự" that make it no taking part: kho dự │ trữ."""
NO_ATTENDING = frozenset(("án", "kiến", "toán", "báo", "thảo", "bị", "phòng", "thi", "tuyển", "giờ"))
PLAINLY = frozenset((Cue.PLAIN,))
DEALT_WITH = frozenset(("lượt", "vụ", "vụ việc", "cuộc", "đợt", "đơn", "hồ sơ", "ca", "trường hợp", "lần"))
"""Things that nobody is the head of."""
THEIR_BODIES = frozenset(("ubnd", "hđnd", "mttq", "đảng ủy", "đảng uỷ"))
"""Bodies that may stand between an office and the things counted: chủ tịch UBND │ 13 xã."""


def in_the_room(row: list[Item], spot: Spot) -> bool:
    """Whether things counted are those who take part in a meeting."""
    amount = spot.amount
    if (spot.signs & TAKING_PART and _take_part(row, amount)) or (spot.signs & JOINED and _online(row, amount)):
        return True
    return _called(row, amount) or _attends(row, amount) or _met(row, amount)


def _take_part(row: list[Item], amount: Amount) -> bool:
    """Whether the sentence tells who was there: Cùng dự có lãnh đạo 12 sở."""
    if " ".join(item.text for item in row[:2]).startswith(PRESENT):
        return True
    before = [item.text for item in row[max(0, amount.first - WITHIN) : amount.first]]
    at = next((at for at in range(len(before) - 1, -1, -1) if before[at] in ROOM), -1)
    if at < 0 or not SAT.isdisjoint(before[at:]) or (at + 1 < len(before) and before[at + 1] in NO_TAKING_PART):
        return False
    competes = max(0, amount.first - WITHIN) + at + 2
    return not any(item.text in CONTESTS for item in row[competes : competes + 2])


def _called(row: list[Item], amount: Amount) -> bool:
    """Whether the number is that of a roll: Có mặt: │ 17/19 đồng chí; not what is sold in so many places: có mặt tại 12 tỉnh."""
    end = amount.first - (amount.first > 0 and row[amount.first - 1].text == ":")
    return end == 2 and (row[0].text, row[1].text) in CALLED


def _attends(row: list[Item], amount: Amount) -> bool:
    """Whether those counted are said to take part: 58 ấp cùng dự."""
    near = [item.text for item in row[amount.last + 1 : amount.last + 6]]
    at = next((at for at, said in enumerate(near) if said in ATTENDS), -1)
    return at >= 0 and not (at + 1 < len(near) and near[at + 1] in NO_ATTENDING)


def _online(row: list[Item], amount: Amount) -> bool:
    """Whether the things counted are those that a meeting is joined to: họp trực tuyến tới 68 xã."""
    if amount.unit.text.lower().startswith(SENT_ONLINE):
        return False
    before = [item.text for item in row[max(0, amount.first - ONLINE_WITHIN) : amount.first]]
    at = next((at for at in range(len(before) - 2, -1, -1) if (before[at], before[at + 1]) == ONLINE), -1)
    return at >= 0 and not (at and before[at - 1].split(" ")[-1] in SERVED) and SAT.isdisjoint(before[at:]) and "," not in before[at:]


def _met(row: list[Item], amount: Amount) -> bool:
    """Whether the things counted are those that somebody met or spoke with: gặp mặt │ 150 doanh nghiệp, họp với │ 14 tỉnh."""
    at = _first_of(row, amount)
    if row[at - 1].text == "với" and row[at - 2].text == "thoại" and amount.unit.text in HOUSES:
        return False
    while at > 2 and row[at - 1].means & BOUNDED:
        at -= 1
    return at > 1 and (row[at - 2].text, row[at - 1].text) in MEETS


def _first_of(row: list[Item], amount: Amount) -> int:
    """Where several begin that are counted together: với sự có mặt của │180 doanh nghiệp và 27 ngân hàng."""
    at = amount.first
    if at > 1 and row[at - 1].text == "và":
        at = next((first for first in range(at - 2, max(1, at - 2 - TOGETHER_WITHIN), -1) if row[first].is_numeral), at)
    return at


def whose_heads(row: list[Item], amount: Amount) -> bool:
    """Whether the number stands right behind an office: trưởng 31 thôn, lãnh đạo 12 sở; not: lãnh đạo tiếp 139 lượt, bí thư 15/22 xã."""
    if amount.unit.text in DEALT_WITH or amount.whole is not None:
        return False
    end = amount.first - (amount.first > 0 and row[amount.first - 1].text in THEIR_BODIES)
    if not end:
        return False
    said = [item.text for item in row[max(0, end - 2) : end] if item.means <= PLAINLY]
    plain = bool(said) and said[-1] == row[end - 1].text
    return row[end - 1].text in HEADS_OF or (plain and " ".join(said) in HEADS_OF)
