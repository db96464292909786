"""Figures of what somebody is told to do, once the directives are known: what an order makes, gets or brings to a level is still to be.

    "Công an xã lập 3 chốt"                      an aim where the clause is an order, a result where it tells a deed
    "rà soát 19 tiêu chí", "xử lý 12 dự án"      there already, whoever is told to do it

What must and must not be read: corpus/ordered_figures.tsv.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from giaoban.model import Directive, Force, Found, Observation, Role
from giaoban.reading.rules.figures.confidence import as_role

SURE, LIKELY = 0.61, 0.53
"""How sure a directive must be that its figures follow it, and that what is to be brought to a level or done to all does."""
CHARGED = 0.33
"""The same of what somebody is ordered, which tells no result."""
MAKES = (
    "khôi phục", "trồng", "xây dựng", "xây", "lập", "thành lập", "mở", "bố trí", "trích", "cấp", "hỗ trợ", "di dời", "tuyển", "đào tạo",
    "khoan", "lắp", "trao", "tặng", "giảm", "kéo giảm", "tăng", "nâng", "đạt", "giải ngân", "thu", "hoàn thành", "kết nạp", "huy động",
    "gieo", "nạo vét", "cử", "kiên cố", "cứng hóa", "cứng hoá", "bàn giao", "chi trả", "cấp phát", "trang bị", "xét nghiệm", "tiêm",
    "phát", "khởi công", "đưa", "điều", "điều động", "kéo dài", "làm", "đổ", "duy trì", "phấn đấu", "vận động", "đầu tư", "xóa", "xoá",
    "rút", "ứng", "ứng trước", "tạm ứng", "đóng góp", "phân bổ", "dành", "chuyển", "điều chuyển", "điều chỉnh", "bổ sung", "góp",
    "ủng hộ", "sửa", "sửa chữa", "nâng cấp", "mở rộng", "chuyển đổi", "thay", "thay thế", "lấp đầy", "thu gom", "đấu thầu", "cưỡng chế",
    "lát", "thả", "phủ", "gia cố", "đắp", "tu sửa", "cắt giảm", "tiết kiệm", "cho vay", "chi", "tạo", "giúp", "công nhận", "nhân rộng",
    "trồng mới", "trồng bù", "phát triển", "tiêu thụ", "mua", "mua sắm", "sắm", "kê", "nhập", "xuất", "chở", "nối", "đấu nối", "in",
    "phát hành", "dựng", "lấy", "phun", "rải", "khám", "cắm", "treo", "kéo", "đào", "san", "san lấp", "đóng", "bồi dưỡng", "tập huấn",
    "xuất cấp", "biệt phái", "nhận", "phục hồi",
    "vận chuyển", "lắp đặt", "gắn", "khoanh nuôi", "cải tạo", "tổ chức", "khai giảng", "phát động", "chở", "trực", "tăng cường",
)  # fmt: skip
"""What begins a clause in which somebody makes, gets or brings about so much, or so many."""
MADE = re.compile(
    rf"(?:(?:và|tiếp tục|tập trung|nhanh chóng|sớm|phải|khẩn trương|bảo đảm|đảm bảo) )?(?:{'|'.join(MAKES)})(?= |$)", re.IGNORECASE
)
THERE = re.compile(r"\b(?:đã|đang|hiện|còn|của|các|những|số|trong|ở|tại|so với|theo|là|vì|do|từ|thuộc)\b", re.IGNORECASE)
"""Words before a figure that make it one of what there is."""
LEFT_OVER = re.compile(
    r"[^,;.\n]{0,30}?\b(?:còn lại|còn thiếu|bị|yếu|yếu kém|nói trên|quá hạn|vi phạm|hỏng|đã|đang|hiện có|tồn đọng|chậm|vướng)\b",
    re.IGNORECASE,
)
"""The same behind it: hỗ trợ 14 hộ │ còn lại."""
CURRENCY = "đồng"
"""How units of sums end, which are to be got though they are left over: thu 5,9 triệu đồng │ còn lại."""
PARTS = re.compile(r"[,;:]| và ")
ALL = 100
BROUGHT = re.compile(r"\b(?:xuống|lên)(?: (?:còn|mức|dưới|trên|ít nhất|tối thiểu|khoảng)){0,2} $", re.IGNORECASE)
"""Words right before a level to which something is to be brought."""
DIGIT = re.compile(r"\d")
NEXT_PART = re.compile(r"(?: cho[^.,;\n]{1,50})?(?:[,;:(]| và| gồm| trong đó)[^.\n]*", re.IGNORECASE)
"""What stands between what is to be brought about and a part of it: ứng trước 30 tỷ đồng│, trong đó Ngọc Lây │9 tỷ đồng."""
IS_THERE = re.compile(r"\b(?:đã|đang|hiện|còn|nay|có|mới|chỉ|do|vì|so với)\b", re.IGNORECASE)
"""Words there that make the part one of what there is."""
OF_THEM = (" của ", " tại ", " ở ")
"""Words right before things of which or at which it is: 3,2 ha của │ 27 hộ."""
FARTHEST = 110
"""Code points from one figure to the number of the next, at most."""


def as_ordered(text: str, figures: Sequence[Found[Observation]], asked: Sequence[Found[Directive]]) -> list[Found[Observation]]:
    """The figures, those of results aims where a sure directive is to bring them about; both in the order of the text."""
    found, at = list(figures), 0
    for directive in asked:
        while at < len(found) and found[at].span.end <= directive.span.start:
            at += 1
        if directive.confidence < (CHARGED if directive.what.force is Force.ORDER else LIKELY):
            continue
        within = at
        while within < len(found) and found[within].span.start < directive.span.end:
            figure = found[within]
            if figure.what.role is Role.ACTUAL and figure.span.end <= directive.span.end and _is_made(text, directive, figure):
                sure = as_role(figure.confidence, Role.ACTUAL, Role.TARGET)
                found[within] = Found(replace(figure.what, role=Role.TARGET), figure.span, figure.rule, sure)
                _spread(text, found, within)
            within += 1
    return found


def _spread(text: str, found: list[Found[Observation]], at: int) -> None:
    """Let the parts behind what is to be brought about be so, too: ứng trước 30 tỷ đồng, trong đó Ngọc Lây │ 9 tỷ đồng."""
    whole = found[at].what
    for part in range(at + 1, len(found)):
        before, figure = found[part - 1], found[part]
        alike = figure.what.role is Role.ACTUAL and figure.what.indicator == whole.indicator and figure.what.measure is whole.measure
        digit = DIGIT.search(text, before.span.end, min(figure.span.end, before.span.end + FARTHEST))
        between = text[before.span.end : digit.start()] if digit else ""
        if not alike or NEXT_PART.fullmatch(between) is None or IS_THERE.search(between) or between.endswith(OF_THEM):
            return
        sure = as_role(figure.confidence, Role.ACTUAL, Role.TARGET)
        found[part] = Found(replace(figure.what, role=Role.TARGET), figure.span, figure.rule, sure)


def _is_made(text: str, directive: Found[Directive], figure: Found[Observation]) -> bool:
    """Whether the directive's words that lead to a figure say that it is to come about."""
    digit = DIGIT.search(text, max(figure.span.start, directive.span.start), figure.span.end)
    if digit is None:
        return False
    led = text[directive.span.start : digit.start()]
    led = led[max((part.end() for part in PARTS.finditer(led)), default=0) :].lstrip(" -–+")
    if (_whole(figure.what) or BROUGHT.search(led)) and not THERE.search(led):
        return True
    made = MADE.match(led) if directive.confidence >= (CHARGED if directive.what.force is Force.ORDER else SURE) else None
    left = LEFT_OVER.match(text, digit.end()) if not figure.what.quantity.unit.endswith(CURRENCY) else None
    return made is not None and not THERE.search(led, made.end()) and left is None


def _whole(figure: Observation) -> bool:
    """Whether all of something is told, which nobody orders that has been reached: kiểm tra 100% cơ sở."""
    return figure.quantity.unit == "%" and figure.quantity.value == ALL
