"""What came of a plan or of a sum that was given, told right behind it.

    "vốn được giao 540 tỷ đồng, giải ngân │ 280 tỷ đồng"                  a result
    "chỉ tiêu là 450 ha/năm, bình quân thực hiện │ 310 ha/năm"             a result
    "phấn đấu thu 540 tỷ đồng, giải ngân │ 280 tỷ đồng"                    an aim

What must and must not be read: corpus/roles.tsv.
"""

import re

from giaoban.reading.cues import AIM, DONE, TARGET
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.drafts import Draft

CAME = re.compile(
    r"(?:(?:bình quân|thực tế|trong năm|lũy kế|luỹ kế|tổng|nhưng|song|mới|chỉ) )*(?:(?:khối lượng|giá trị|kết quả|tỷ lệ|số|số vốn|vốn) )?"
    r"(?:thực hiện|giải ngân|thanh toán|thực thu|thực chi|nghiệm thu|thu được|chi được|có mặt)"
    r"(?: (?:được|đạt|là|mới|chỉ|khoảng|gần|hơn|trên|chỉ đạt|mới đạt))* "
)
"""What stands between a plan and how much of it has been done."""
GIVEN = frozenset(("được giao", "phân bổ", "bố trí"))
BEFORE = 16
"""Items before a plan in which it is told that it is one."""


def came_of_it(row: list[Item], last: Draft, draft: Draft) -> bool:
    """Whether a figure tells what came of the one before it, which a plan or somebody set, and nobody aims at."""
    between = row[last.amount.last + 1 : draft.amount.first]
    mark = next((at for at in range(len(between) - 1, -1, -1) if between[at].text in ",;"), -1)
    if mark < 0 or any(item.is_mark or item.is_numeral for item in between[:mark]):
        return False
    if CAME.fullmatch("".join([f"{item.text} " for item in between[mark + 1 :]])) is None:
        return False
    first = max(last.floor, last.amount.first - BEFORE)
    words = row[first : last.amount.first]
    if any(TARGET in item.means and item.text not in GIVEN for item in words):
        return False
    return last.is_plan or any(AIM in item.means or item.text in GIVEN or DONE in item.means for item in words)
