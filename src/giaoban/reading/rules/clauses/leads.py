"""What stands before a period: a word of a time limit, of an act, of a plan …

"trước ngày │ 30/6"            until
"nhiệm vụ │ năm 2021"          plan of
"Nghị quyết số 5 ngày │ 1/2"   act
"""

from giaoban.reading.gates import Gated

LEADS: tuple[tuple[str, Gated], ...] = tuple((name, Gated(pattern)) for name, pattern in (
    ("act", (r"(?:số \S*\d\S*|quyết định|nghị quyết|nghị định|kết luận|chỉ thị|luật|công văn|thông tư|văn bản|đề án)"
             r"(?: \S+){0,6} (?:ngày )?$")),
    ("compared", r"(?:so với|cùng kỳ|như|bằng)(?: \S+){0,3} $"),
    ("plan of", r"(?:kế hoạch|dự toán|nhiệm vụ|chỉ tiêu|mục tiêu|chương trình|phương hướng|giải pháp|bước sang)(?: [^\d\s,;.]+){0,7} $"),
    ("until", (r"(?:trước|chậm nhất|muộn nhất|không quá|xong trong|đến hết|đến cuối|đến)"
               r"(?: (?:hết|cuối|trong|vào|là|ngày|tháng|năm|\d+ ?(?:giờ|h|g)(?: ?\d+)?))* $")),
    ("within", r"(?:trong|ngay trong|vào)(?: (?:cuối|đầu|hết|giữa|ngày|tháng|năm|quý|thời gian))* $"),
    ("since", r"(?:từ|kể từ|sau|qua)(?: (?:ngày|tháng|năm|đầu))* $"),
    ("span", r"(?:giai đoạn|nhiệm kỳ|thời kỳ|khóa|khoá)(?: \S+)? $"),
    ("report", r"(?:báo cáo|tổng kết|kết quả|tình hình|đánh giá|sơ kết)(?: \S+){0,5} $"),
))  # fmt: skip
LOOK_BACK = 60
"""Code points before a period that are looked at."""


def lead(text: str, start: int, floor: int) -> str:
    """What stands before a period: a word of a time limit, of an act, of a plan …"""
    before = text[max(floor, start - LOOK_BACK) : start].lower()
    if not before.strip(' ,;:-–“"*'):
        return "opening"
    return next((name for name, pattern in LEADS if pattern.search(before)), "other")
