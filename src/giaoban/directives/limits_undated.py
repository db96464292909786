"""A limit that a wording sets on no day: by what happens ("trước Đại hội") or by a length of time ("trong vòng 15 ngày")."""

import re
from calendar import monthrange
from datetime import date, timedelta

EVENTS = (
    r"Tết|vụ (?:xuân|mùa|đông|hè|thu|chiêm|sản xuất)"
    r"|mùa (?:mưa|bão|lũ|khô|hè|lễ hội)|năm học|khai giảng|kỳ thi|kỳ nghỉ|ngày khai (?:mạc|giảng)|ngày bầu cử|lễ"
)
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

LENGTH = re.compile(
    rf"\btrong (?:vòng |thời hạn |thời gian )?(?P<many>{NUMBER}) (?P<unit>ngày|tuần|tháng)\b(?P<working> làm việc)?"
    r"(?! (?:kể )?từ (?!nay\b|hôm nay\b))",
    re.IGNORECASE,
)
NUMBERS = {word: number for number, word in enumerate(("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"), 1)}
DAYS, WORKING = {"ngày": 1, "tuần": 7}, 5
MOST = 366
"""A longer count is no deadline that a calendar need hold."""


def undated(wording: str) -> str:
    """The words of the first such limit, "" where there is none. Blanks count as one.

    >>> undated("hoàn thành kè sông trước Đại hội, báo cáo kết quả"), undated("trả lời cử tri trong vòng 15 ngày")
    ('trước Đại hội', 'trong vòng 15 ngày')
    >>> undated("báo cáo trước Đại hội")
    ''
    """
    found = UNDATED.search(" ".join(wording.split()))
    return found[0] if found else ""


def ended(words: str, on: date) -> date | None:
    """The last day of such a length of time that begins on a day; None where it begins with something else, or is no length of time.

    >>> ended("trong vòng 15 ngày", date(2026, 7, 1)), ended("trong vòng 10 ngày làm việc", date(2026, 7, 1))
    (datetime.date(2026, 7, 16), datetime.date(2026, 7, 15))
    >>> ended("trong vòng 2 tháng", date(2026, 12, 31)), ended("trong vòng 15 ngày kể từ ngày nhận", date(2026, 7, 1))
    (datetime.date(2027, 2, 28), None)
    """
    found = LENGTH.search(words)
    if found is None:
        return None
    many = NUMBERS.get(found["many"].lower()) or int(found["many"])
    if many > MOST:
        return None
    if found["working"]:
        return _after_working(on, many)
    return _after_months(on, many) if found["unit"].lower() == "tháng" else on + timedelta(days=many * DAYS[found["unit"].lower()])


def _after_working(on: date, many: int) -> date:
    """The last of so many working days after a day; from a day of rest they count as from the Friday before it."""
    weeks, left = divmod(many, WORKING)
    day = on - timedelta(days=max(on.weekday() - WORKING + 1, 0)) + timedelta(weeks=weeks)
    beyond = day.weekday() + left >= WORKING
    return day + timedelta(days=left + (7 - WORKING) * beyond)


def _after_months(on: date, many: int) -> date:
    year, month = divmod(12 * on.year + on.month - 1 + many, 12)
    return date(year, month + 1, min(on.day, monthrange(year, month + 1)[1]))
