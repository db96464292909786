"""A limit that a wording sets on no day: by what happens ("trước Đại hội") or by a length of time ("trong vòng 15 ngày")."""

import re

EVENTS = r"Tết|mùa (?:mưa|bão|lũ|khô|hè|lễ hội)|kỳ họp|năm học|khai giảng|kỳ thi|kỳ nghỉ|ngày khai (?:mạc|giảng)|ngày bầu cử|lễ"
OPENERS = r"khi diễn ra|khi khai mạc|thềm|dịp|khi vào|khi bước vào"
ON = r"(?!và\b|để\b|nhằm\b|báo cáo\b|trình\b|gửi\b|theo\b|thì\b|phải\b|cần\b|xong\b|đồng thời\b)[\w/-]+"
"""A word that still belongs to the name of what happens."""
HEARD = "".join(rf"(?<!{verb} trước )" for verb in ("báo cáo", "trình", "phát biểu", "trách nhiệm", "giải trình", "trả lời"))
"""Before whom something is said is no limit: "báo cáo trước Đại hội"."""
BEFORE = rf"\btrước (?:(?:{OPENERS}) )?(?:{EVENTS}|{HEARD}Đại hội)\b(?: {ON}){{0,8}}"
NUMBER = r"(?:\d+|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
SPAN = rf"(?:(?:vòng|thời hạn|thời gian) {NUMBER} tháng|(?:vòng |thời hạn |thời gian )?{NUMBER} (?:ngày|tuần))"
WITHIN = rf"\btrong {SPAN}\b(?! qua\b)(?: làm việc)?(?: (?:kể )?từ(?: {ON}){{1,8}})?"
UNDATED = re.compile(rf"{BEFORE}|{WITHIN}", re.IGNORECASE)


def undated(wording: str) -> str:
    """The words of the first such limit, "" where there is none. Blanks count as one.

    >>> undated("hoàn thành kè sông trước Đại hội, báo cáo kết quả"), undated("trả lời cử tri trong vòng 15 ngày")
    ('trước Đại hội', 'trong vòng 15 ngày')
    >>> undated("báo cáo trước Đại hội")
    ''
    """
    found = UNDATED.search(" ".join(wording.split()))
    return found[0] if found else ""
