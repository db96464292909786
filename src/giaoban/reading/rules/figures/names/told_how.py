"""What the end of a name tells of how the thing measured stands, or of who counted it, and is no part of the name.

    "quy mô vốn nhà nước rất lớn, trên │ 1.000 tỷ đồng"            quy mô vốn nhà nước
    "tỷ lệ che phủ rừng ổn định ở mức │ 42%"                       tỷ lệ che phủ rừng
    "năng suất lúa thấp nhất trong 5 năm, chỉ │ 51 tạ/ha"          năng suất lúa
    "số doanh nghiệp theo số liệu của Sở Tài chính là │ 1.204"     số doanh nghiệp

What must and must not be read: corpus/wordings.tsv.
"""

import re

from giaoban.reading.items import Item
from giaoban.reading.rules.figures.beginnings import begins_as_usual
from giaoban.reading.rules.figures.indicators import Name

QUALITY = (
    "cao|thấp|lớn|nhiều|ít|nhỏ|chậm|nhanh|mạnh|tốt|khá|kém|sâu|nhẹ|khiêm tốn|hạn chế|khả quan|ấn tượng|tích cực|đáng kể|dồi dào|ổn định"
)
DEGREE = "rất|khá|quá|tương đối|vô cùng|cực kỳ|hết sức|không|chưa|hơi|ngày càng"
MOVES = "còn|vẫn|cũng|đạt|tăng trưởng|tăng|giảm|phát triển|phục hồi|giữ được tăng trưởng|có"
ADVERBS = "đã|đang|vẫn|cũng|đều|tiếp tục|hiện|luôn|mới|chỉ|lại|tuy|được|là|bị|chắc chắn|sẽ|không|chưa"
STANDS = (
    "chiếm phần lớn|"
    "(?:lập |cao |đạt )?(?:con số |mức )?(?:kỷ|kỉ) lục|đạt kết quả(?: khá)?(?: cao| tốt| khả quan| tích cực)?|"
    "có chuyển biến(?: \\w+){0,2}|không đạt(?: \\w+){0,4}"
)
TELLERS = "theo (?:thống kê|số liệu|báo cáo|đánh giá|kết quả)(?: \\w+){0,3}|tính (?:đến|tới)(?: hết| ngày)?|cộng dồn|lũy kế|luỹ kế"
STATED = re.compile(
    rf"(?<=\w)(?: (?:{ADVERBS}))*(?:(?: (?:{MOVES}))*(?: (?:{DEGREE}))+ (?:{QUALITY})|(?: (?:{MOVES}))* đáng kể|"
    rf" (?:tăng trưởng|phục hồi) (?:mạnh|cao|chậm)| (?:đã|mới|chỉ|cũng) được| (?:{STANDS})| (?:{TELLERS}))$"
)
"""How it stands or is told, at the end of a name in lower case."""
STAYS = re.compile(rf"(?<=\w)(?: (?:{ADVERBS}))* (?:đứng|dừng lại|dừng chân|dừng|giữ được|giữ vững|giữ nguyên|duy trì|ổn định|chạm|cán)$")
"""That it stays or comes to a stop, before where."""
WHERE = ("ở", "mức", "mốc", "tại", "con số", "ngưỡng", ",", "(")
COUNTED = re.compile(r"(?<=\w) (?:đã )?(?:được )?(?:thống kê|ghi nhận|xác định)$")
"""That somebody counted it, before được, là."""
KEPT = re.compile(r"(?<=\w)(?: vẫn| cũng| đã)* (?:vẫn|đã|cũng|mới|chỉ) giữ$")
"""That it is kept, before được."""
GRADED = re.compile(
    r"(?<=\w)(?<!lượng)(?<!nghệ)(?<!nâng)(?<!cấp)(?<!độ)(?<!mức)(?<!tầng)(?<!tuổi)(?<!bậc)(?<!đất) (?:cao|thấp|lớn|nhiều|ít|chậm)$"
)
"""How much it is, in one word, before what says so in figures."""
RANKED = re.compile(r"(?<=\w) (?:đạt )?(?:cao|thấp|lớn|nhiều|ít|nhỏ|nhanh|chậm) nhất(?: \w+){0,6}$")
"""How it ranks, before the comma behind which its figure stands."""
SAYS_SO = frozenset((",", "(", "với", "là", "tới", "lên", "chiếm"))
IS = frozenset(("được", "là"))


def named_alone(said: str, row: list[Item], name: Name, figure: int) -> str:
    """A name that ends at `name.last` before the figure at item `figure`, without what it only tells of how the thing measured stands."""
    words = said.lower()
    next_at = name.last + 1
    while next_at < figure and (row[next_at].place or row[next_at].period):
        next_at += 1
    behind = row[next_at].text if next_at < len(row) else ""
    found = STATED.search(words)
    if found is None and behind.startswith(WHERE):
        found = STAYS.search(words)
    if found is None and behind in IS:
        found = KEPT.search(words) or COUNTED.search(words)
    if found is None and behind in SAYS_SO and begins_as_usual(said):
        found = GRADED.search(words)
    if found is None and any(item.text == "," for item in row[name.last + 1 : figure]):
        found = RANKED.search(words)
    return said if found is None or len(words) != len(said) else said[: found.start()]
