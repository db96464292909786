"""Whether a word of duty tells of what is to come: no hardship that people bear, no sum that is owed, no duty that was met.

    "phải di dời 40 hộ trước 30/6"     to come
    "học sinh phải đi 5 km"            a hardship
    "tổng số phải thu 5 tỷ đồng"       a sum that is owed

What must and must not be read: corpus/observations.tsv.
"""

from giaoban.reading.cues import DONE, DOWN, LEVEL, PLAN, UP
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.roles.asked_for import openings
from giaoban.reading.rules.figures.roles.on_the_way import REACHES

NEAR, PLAN_WITHIN = 3, 9
UP_OR_DOWN = frozenset((UP, DOWN))
COUNTED = frozenset(("số", "tổng số"))
OWED_THINGS = frozenset(("số", "tổng số", "khoản", "thuế", "nợ", "tiền", "các"))
"""Words after which what is owed is a thing, no duty."""
HARDSHIPS = frozenset((
    "kê",
    "đi", "qua", "đóng", "chờ", "cấp cứu", "nằm", "thở", "điều trị", "phẫu thuật", "đóng cửa", "lùi", "hoãn", "gia hạn", "nhường", "ghép",
    "ngồi", "đền", "bù", "hủy", "huỷ", "xếp hàng", "giải thể", "phá sản", "bán", "chuyển", "sơ tán", "đình chỉ", "đợi", "mất", "chịu",
    "vay", "thuê", "mua", "nghỉ", "dừng", "tạm", "bỏ", "phụ trách", "kiêm", "làm", "dời",
    "di dời", "tiêu hủy", "tiêu huỷ", "đổi", "ngừng", "nhập", "ngưng", "chạy", "gánh", "học", "ở", "trải", "sống", "nhập viện", "cách ly",
))  # fmt: skip
"""Verbs after "phải" that tell of a hardship there is, not of a duty to come: học sinh phải đi 5 km."""
DUTIES_TOO = frozenset(
    ("làm", "mua", "thuê", "dời", "di dời", "tiêu hủy", "tiêu huỷ", "dừng", "ngừng", "ngưng", "chuyển", "sơ tán", "đình chỉ", "nhập")
)
"""Those of them that are duties where it is said by when: phải di dời 40 hộ trước 30/6."""
RATHER = frozenset(("đúng ra", "lẽ ra", "đáng ra", "đáng lẽ"))
"""Words before "phải" of a duty that was not met: lẽ ra phải chạy 500 tấn mỗi ngày."""
BY_WHEN = (" nay", " này", " tới")
"""How times end that are not over."""


def is_due(row: list[Item], at: int, end: int) -> bool:
    """Whether a duty is one to come and leads to the figure itself."""
    near = end - 1 if row[end - 1].text == "thêm" else end
    if row[at + 1].text in ("có", "được") or not (near - at <= NEAR or _moves(row, at + 1)):
        return False
    rather = at > 1 and f"{row[at - 2].text} {row[at - 1].text}" in RATHER
    if (row[at].text == "phải" and not rather and (_is_hardship(row, at, end) or _is_owed(row, at))) or (
        row[at].text == "giao" and _measured(row, end)
    ):
        return False
    return not any(item.is_mark for item in row[at + 1 : end]) and not (at and DONE in row[at - 1].means)


def _moves(row: list[Item], at: int) -> bool:
    """Whether a verb of change follows a duty: cần tăng, phải nâng."""
    return at < len(row) and bool(row[at].means & UP_OR_DOWN)


def _is_owed(row: list[Item], at: int) -> bool:
    """Whether what must be done is a thing that is counted: số phải thu, tổng số việc phải thi hành."""
    return at > 0 and (row[at - 1].text in OWED_THINGS or (at > 1 and row[at - 2].text in COUNTED))


def _measured(row: list[Item], end: int) -> bool:
    """Whether a share of plan is told right behind what was given: giao │ 15 công dân nhập ngũ, đạt 100% chỉ tiêu."""
    comma = next((at for at in range(end, min(len(row) - 2, end + REACHES)) if row[at].is_mark), end)
    if row[comma].text == "(":
        comma = next((at + 1 for at in range(comma, min(len(row) - 3, comma + REACHES)) if row[at].text == ")"), comma)
    if row[comma].text != "," or LEVEL not in row[comma + 1].means:
        return False
    return any(PLAN in item.means for item in row[comma + 2 : comma + 2 + PLAN_WITHIN])


def _is_hardship(row: list[Item], at: int, end: int) -> bool:
    """Whether what must be done is what people have to bear, and no duty with a time limit."""
    borne = set(openings([item.text for item in row[at + 1 : at + 3]])) & HARDSHIPS
    return bool(borne) and not (borne <= DUTIES_TOO and _by_when(row, end))


def _by_when(row: list[Item], end: int) -> bool:
    """Whether the clause goes on to by when: 40 hộ │ trước 30/6, 5 km đường │ trong năm nay."""
    for item in row[end:]:
        if item.period:
            return item.period.by or item.text.endswith(BY_WHEN)
        if item.text in ",;:":
            return False
    return False
