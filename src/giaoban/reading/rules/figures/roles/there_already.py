"""Things that are there already, whoever is told to deal with them.

    "yêu cầu phân loại │ 35 công trình hỏng", "giải quyết dứt điểm │ 21 đơn còn lại"   so many there are
    "xóa │ 43 nhà tạm còn lại", "sửa │ 12 nhà", "phấn đấu giải quyết │ 400 vụ"         so many shall be

What must and must not be read: corpus/roles.tsv.
"""

import re

from giaoban.model import Bound
from giaoban.reading.cues import AIM, EACH, ESTIMATE, TARGET
from giaoban.reading.items import Item
from giaoban.reading.phrases import listed
from giaoban.reading.rules.figures.amounts.quantities import Amount
from giaoban.reading.rules.figures.drafts import Draft
from giaoban.reference.units import Kind

DEALS = listed("""
giải quyết, xử lý, phân loại, rà soát, tháo gỡ, củng cố, kiểm kê, xem xét, làm rõ, xác minh, trả lời, đôn đốc, nhắc nhở, kiểm điểm,
thanh lý, chấn chỉnh, vướng mắc, khó khăn, đối thoại, thuyết phục, kiểm tra lại, kiểm tra hết, kiểm tra toàn bộ, theo dõi, phân tích,
nghiên cứu, báo cáo, thống kê, rút kinh nghiệm
""")
"""Verbs of dealing with what there is."""
BRINGS = listed("""
xóa, xoá, di dời, hoàn thành, khôi phục, thu hồi, giảm, hoàn thiện, trồng, xây, xây dựng, lập, mở, kết nạp, thành lập, cắt, cắt giảm,
dừng, hủy, huỷ, bỏ, loại, rút, giải thể, đóng cửa, tháo dỡ, phá dỡ, sáp nhập, chấm dứt, đón, đưa, điều, tuyển, cấp, trao, tặng, tiêm,
tiêm chủng, khám, xét nghiệm, phát, chi trả, bàn giao, lắp, lắp đặt, cứng hóa, bê tông hóa, đấu nối, kiên cố hóa, tái định cư
""")
"""Verbs of bringing something about, which make of what is left an aim."""
WHOLLY = "|".join(
    listed("""
dứt điểm, xong, hết, ngay, toàn bộ, triệt để, nghiêm, kịp thời, cho, với, về, đối với, khoảng, gần, hơn, trên, cả, đủ, từng, rõ, tổng số,
số, các, tổng thể, lại, cơ bản
""")
)
"""Words between a verb and the number of things."""
DEALT = re.compile(rf"\b(?:{'|'.join(DEALS)})(?: (?:{WHOLLY}))* $")
BROUGHT = re.compile(rf"\b(?:{'|'.join(BRINGS)})(?: (?:{WHOLLY}))* $")
LEFT = re.compile(
    "[^,;.:()–—-]{0,40}?\\b(?:"
    + "|".join(
        listed("""
còn lại, còn thiếu, còn tồn, còn vướng, đang, đã, bị, chưa, hỏng, hư hỏng, tồn đọng, chậm, yếu, yếu kém, nói trên, nêu trên, kể trên, này,
vướng, treo, dở dang, xuống cấp, thuộc diện, hiện có, sẵn có, quá hạn, gây ô nhiễm, vi phạm, sai phạm
""")
    )
    + ")\\b"
)
"""What is said of things that are there, behind their number and name."""
ASKING = frozenset(("yêu cầu", "đề nghị", "chỉ đạo", "nhắc", "giao cho", "đôn đốc", "chỉ đạo các", "cùng"))
"""Words right before bodies that are told to do something: yêu cầu │ 16 phường, xã rà soát."""
BODIES = (
    "xã", "phường", "huyện", "thị xã", "quận", "tỉnh", "sở", "ngành", "đơn vị", "địa phương", "phòng", "ban", "thôn", "ấp", "bản",
    "tổ dân phố", "khu phố", "trường", "doanh nghiệp", "công ty", "chi bộ", "hợp tác xã", "chủ đầu tư", "nhà thầu",
)  # fmt: skip
HOW_THINGS_ARE, ASIDE_WITHIN = (
    frozenset(("vướng", "còn", "thiếu", "hiện", "đang", "nợ", "hỏng", "mới", "hiện có", "còn vướng", "hiện còn")),
    6,
)
"""What opens a bracket that tells how things are: giải quyết mặt bằng (│vướng│ 14 vị trí)."""
AIMS, SET = frozenset(("chỉ tiêu", "nhiệm vụ")), frozenset(("giao", "đề ra", "đặt ra", "được giao"))
"""Aims whose number is told when they are set: Hội đề ra │ 9 chỉ tiêu."""
BEFORE, BEHIND = 7, 8
"""Items that are looked at before the number and behind its unit."""
AIMED = frozenset((TARGET, AIM, EACH, ESTIMATE))
LIMITS = frozenset((Bound.AT_LEAST, Bound.AT_MOST))
COUNTED = frozenset((Kind.THING, Kind.TALK))


def are_there(row: list[Item], draft: Draft) -> bool:
    """Whether the things counted are there already: somebody deals with them, or it is said behind them how they are."""
    amount = draft.amount
    if amount.unit.kind not in COUNTED or amount.bound in LIMITS:
        return amount.unit.kind is Kind.MEASURE and _aside(row, amount)
    if _told_to(row, amount) or _aside(row, amount) or (amount.unit.text in AIMS and row[amount.first - 1].text in SET):
        return True
    words = row[max(draft.floor, amount.first - BEFORE) : amount.first]
    if any(item.means & AIMED for item in row[draft.floor : amount.first]):
        return False
    led = "".join([f"{item.text} " for item in words])
    if DEALT.search(led):
        return True
    if BROUGHT.search(led):
        return False
    behind = row[amount.last + 1 : amount.last + 1 + BEHIND]
    return LEFT.match("".join(["." if item.period or item.is_numeral else f"{item.text} " for item in behind])) is not None


def _told_to(row: list[Item], amount: Amount) -> bool:
    """Whether those counted are told to do something: yêu cầu │ 16 phường, xã │ rà soát."""
    if not amount.first or row[amount.first - 1].text not in ASKING or not amount.unit.text.lower().startswith(BODIES):
        return False
    return amount.last + 1 < len(row) and not row[amount.last + 1].is_mark


def _aside(row: list[Item], amount: Amount) -> bool:
    """Whether a bracket tells how things are: giải quyết dứt điểm mặt bằng (vướng │ 14 vị trí móng)."""
    near = range(amount.first - 1, max(0, amount.first - 1 - ASIDE_WITHIN), -1)
    opening = next((at for at in near if row[at].text == "("), 0)
    return opening > 0 and row[opening + 1].text in HOW_THINGS_ARE
