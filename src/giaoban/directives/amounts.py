"""Whether a wording names a number that is to be reached: "5 hộ", "95%"; not a day, nor a number that is part of a name."""

import re

from giaoban.reading.phrases import listed

TOKEN = re.compile(r"(?<![\w./-])\d+(?:[.,]\d+)*(?P<joined>[\w/.,-]*)")
UNITS = re.compile(r"(?:%|[kcm]?m[23²³]?|ha|kg|tấn|tr|tỷ|tỉ|đ|/\d{1,3}|-\d{1,3})?[.,]*", re.IGNORECASE)
"""What may be joined to a number that counts: "400m", "30ha", "18/21", "5-7"; "4G", "18A", "06-NQ/TW" are names."""
QUOTED = re.compile(r"“[^”]{0,400}”|\"[^\"]{0,400}\"|«[^»]{0,400}»")
NAMING = frozenset(
    listed("""
khu, thôn, tổ, xóm, ấp, bản, buôn, đội, cụm, chi bộ, số, lộ, đường, tuyến, km, lô, lớp, khối, loại, hạng, nhóm, phường, quận, đề
án, chương trình, nghị quyết, nghị định, chỉ thị, kết luận, quyết định, thông tư, luật, khóa, khoá, thứ, lần, khoản, điều, điểm, mục, kỳ,
phiên, đợt, giai đoạn, nhiệm kỳ, năm, năm học, tháng, ngày, quý, tuần, mùng, mồng, vụ
""")
)
"""Before a number, it is part of a name or of a day."""
TIMES = frozenset(["ngày", "tháng", "tuần", "năm", "quý", "giờ", "phút", "tuổi"])
"""Behind a number, it says how long or how old."""
DAY = re.compile(r"\d{1,2}/(?:\d{1,2}(?:/\d{4})?|\d{4})(?![\w/])")
LIMITS = frozenset(["trước", "đến", "từ", "hết", "sau", "là", "nay"])
"""Before what is written as a day, it is one: "trước 15/8"; "ở 18/21 xã" is none."""
REACH = 40
BEFORE = re.compile(r"(?:(?P<two>[^\W\d_]+ +(?P<one>[^\W\d_]+))|(?P<alone>[^\W\d_]+)) *$|\d{4} *[-–] *(?P<year>)$")
BEHIND = re.compile(r"[\s\d.,–-]*(?P<word>[^\W\d_]*)")


def amount_named(wording: str) -> bool:
    """Whether a number that can be reached or counted stands in the wording.

    >>> amount_named("vận động 5 hộ thôn 2"), amount_named("đạt 95%"), amount_named("thống nhất ở 18/21 xã")
    (True, True, True)
    >>> amount_named("sửa cầu thôn 2 trước ngày 15/8/2026"), amount_named("theo Nghị quyết số 06-NQ/TU"), amount_named("trong 15 ngày")
    (False, False, False)
    """
    text = QUOTED.sub(lambda each: " " * len(each[0]), wording)
    return any(_reached(text, each) for each in TOKEN.finditer(text))


def _reached(text: str, number: re.Match[str]) -> bool:
    before = BEFORE.search(text[max(number.start() - REACH, 0) : number.start()].lower())
    if before and (before["year"] is not None or _named(text, number, before)):
        return False
    behind = BEHIND.match(text[number.end() : number.end() + REACH])
    return UNITS.fullmatch(number["joined"]) is not None and not (behind and behind["word"].lower() in TIMES)


def _named(text: str, number: re.Match[str], before: re.Match[str]) -> bool:
    """Whether the words right before a number make it part of a name or a day."""
    last = before["one"] or before["alone"]
    return last in NAMING or before["two"] in NAMING or (last in LIMITS and DAY.match(text, number.start()) is not None)
