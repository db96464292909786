"""Words by which a record puts a figure right that it told before: "nay sửa lại là 45 hộ", "không phải 54 hộ mà là 45 hộ".

A plan that is adjusted and papers that are put right ("đính chính 12 giấy chứng nhận") are none. What must and must not be found:
corpus/errata.tsv.
"""

import re
from collections.abc import Iterator

SAYS = re.compile(
    r"\bđính chính(?:\s*:|\s+(?:lại\s+)?(?:số liệu|là|thành|như sau)\b)"
    r"|\b(?:nay|xin|được)\s+sửa\s+(?:lại\s+)?(?:là|thành|số)\b|\bsửa lại\s+(?:là|thành|cho đúng)\b"
    r"|\b(?:ghi|báo cáo|đánh máy|in)\s+nhầm\b|\bnhầm\s+thành\b"
    r"|\bkhông phải\s+(?:là\s+)?[^.;\n]{0,30}?\d[^;\n]{0,60}?\bmà\s+là\b",
    re.IGNORECASE,
)


def errata(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each, in the order of the text."""
    return (found.span() for found in SAYS.finditer(text))
