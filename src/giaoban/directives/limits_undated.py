"""A limit that a wording sets on no day: by what happens ("trước Đại hội") or by a length of time ("trong vòng 15 ngày")."""

import re

EVENTS = r"Tết|mùa (?:mưa|bão|lũ|khô|hè|lễ hội)|năm học|khai giảng|kỳ thi|kỳ nghỉ|ngày khai (?:mạc|giảng)|ngày bầu cử|lễ"
ASSEMBLIES = r"Đại hội|kỳ họp"
OPENERS = r"khi diễn ra|khi khai mạc|thềm|dịp|khi vào|khi bước vào"
CAPITAL = "[" + "".join(filter(str.isupper, map(chr, range(ord("A"), ord("ỹ"))))) + "]"
NAMED = (
    r"toàn quốc|đại biểu|các cấp|cấp|bộ|huyện|tỉnh|xã|phường|nhiệm kỳ|lần|thứ|năm|tháng|nay|này|tới|sau|mới|học|đán|lịch|thu"
    r"|bão|lũ|khai giảng|khai mạc|bế mạc|thường lệ|chuyên đề|giữa|cuối|đầu|tốt nghiệp|tuyển sinh|hai|ba|tư|sáu|bảy|tám|chín|mười"
)
ON = rf"(?:(?-i:{CAPITAL})\w*|\d[\w/-]*|(?:{NAMED})\b|-(?= \d)|của (?=(?-i:{CAPITAL}))\w+)"
"""A word that still belongs to the name of what happens: a capital, a number or one of a few; every other begins what is to be done."""
HEARD = "".join(rf"(?<!{verb} trước )" for verb in ("báo cáo", "trình", "phát biểu", "trách nhiệm", "giải trình", "trả lời"))
"""Before whom something is said is no limit: "báo cáo trước Đại hội"; before a time it is: "báo cáo trước thềm Đại hội"."""
BEFORE = rf"\btrước (?:(?:{OPENERS}) (?:{EVENTS}|{ASSEMBLIES})|{EVENTS}|{HEARD}(?:{ASSEMBLIES}))\b(?: {ON}){{0,8}}"
NUMBER = r"(?:\d+|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
BEGUN = r"(?:nhận|được|tiếp nhận|ban hành|ký|có|đủ|kết thúc|kết luận|thông báo|hội nghị|cuộc họp|văn bản|hồ sơ|đơn|hiệu lực|\d[\d/]*)"
SINCE = rf" (?:kể )?từ (?:nay|hôm nay|(?:ngày|khi|lúc|thời điểm)(?: {BEGUN}\b){{0,6}})"
LONG = rf"(?:vòng|thời hạn|thời gian) {NUMBER} (?:ngày|tuần|tháng)\b(?! qua\b)(?: làm việc)?(?:{SINCE})?"
BARE = rf"{NUMBER} (?:ngày làm việc(?:{SINCE})?|(?:ngày|tuần){SINCE})"
"""Without "vòng" it is a limit only where it says so: "cách ly trong 14 ngày" says how long."""
WITHIN = rf"\btrong (?:{LONG}|{BARE})"
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
