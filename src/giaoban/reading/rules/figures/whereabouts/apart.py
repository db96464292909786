"""Whether a place or body that is named only speaks, gives the figure, is what another is compared with, or ranks what is told.

What must and must not be read: corpus/contexts.tsv.
"""

import re
from itertools import pairwise

from giaoban.reading.letters import CAPITALS
from giaoban.reference import offices

BEFORE, AFTER = 24, 20
"""Code points around a name that say whether it only speaks."""
SPEAK = frozenset((
    "giao", "được giao", "yêu cầu", "cho biết", "báo cáo", "công bố", "ban hành", "khuyến cáo", "nhấn mạnh", "cho rằng", "đề nghị", "cho",
    "phê duyệt", "quy định", "chủ trì", "cho hay", "thông tin", "làm việc",
))  # fmt: skip
"""Words after which a place or agency speaks or orders."""
COUNTS = "giao"
LETS = frozenset(("cho thuê", "cho vay", "cho thu", "cho sản", "cho năng"))
"""What begins as speech and is a deed: huyện Ea Lâm giao 145 thanh niên, KCN Đồng Lác cho thuê 71%."""
IS_GIVEN = re.compile(r" được giao (?:(?:tổng|thu|chi|nộp|trồng|dự toán|chỉ tiêu|kế hoạch|kế hoạch vốn|số vốn|vốn|là) ){0,3}\d")
"""What stands behind whoever has to reach a figure: huyện Ea Lâm │được giao thu 120 tỷ đồng."""
SAID_LAST = frozenset(("trưởng", "phó", "viên"))
"""Last syllables that make an office of a body: chi cục │ trưởng."""


def _pair(office: str) -> str:
    """The two syllables by which an office is known, which are no name of a body."""
    said = office.split(" ")
    return " ".join(said[-2:] if said[-1] in SAID_LAST else said[:2])


OFFICES = frozenset(map(_pair, offices.OFFICES)) | {
    "chi cục", "tổng cục", "lãnh đạo", "đồng chí", "trưởng thôn", "trưởng bản", "trưởng xóm", "đội trưởng", "chỉ huy",
}  # fmt: skip
"""Two syllables of offices before a place, which then is whose office it is."""
PERSONS = frozenset(("ông", "bà", "phó"))
"""The same in one syllable."""
OFFICE_WITHIN = 4
"""Syllables before a place that may hold an office."""
GIVE = frozenset(("theo", "do", "giao", "với", "chuyển", "nối"))
"""Words before a place or agency that gives the figure, or stands beside."""
TOLD_BY = (
    "báo cáo của", "số liệu của", "thống kê của", "thông tin của", "thông tin từ", "tổng hợp của", "đánh giá của", "nguồn từ",
)  # fmt: skip
"""The same in more words: theo báo cáo của Sở Tài chính."""
FROM_CENTRE = ["trung", "tâm"]
"""Words before a place that says how far away another is: cách trung tâm │huyện 41 km."""
PLANTS = frozenset((("thủy", "điện"), ("thuỷ", "điện"), ("nhiệt", "điện"), ("lòng", "hồ"), ("hồ", "chứa")))
"""Words before a place after which a plant or lake is called: di dân thủy điện │Sơn La."""
RECEIVES = ("nộp ngân sách",)
"""Words before a place that only receives what another yields."""
COMPARED = ("so với", "cùng kỳ")
ENDS, SHORT = (",", ";", ")", "."), frozenset(("tp.", "tx.", "tt.", "t.p.", "t.x.", "p.", "q.", "h."))
"""How a word ends behind which nothing is compared any more, and the short ones that go on."""
AVERAGED = ("bình quân", "trung bình", "bình quân của", "bình quân chung", "bình quân chung của", "trung bình của")
RANKED = re.compile(r"(?:thứ|hạng|top|tốp) (?:\d+|nhất|nhì|ba)(?:/\d+ tỉnh(?:, thành)?(?: phố)?)?(?: của| trong)?(?: toàn)? ?$")
"""Words before the places among which one is ranked: đứng thứ 6 vùng đồng bằng sông Hồng, thứ 30/63 tỉnh, thành của cả nước."""
MET = re.compile(r"(?:[,\d]|sáng|chiều|nay|ngày|đàn|nghị) (?:tại|ở) (?:Thủ đô )?$")
"""Words before the town in which people met."""
GATHERED = re.compile(rf", (?:[{CAPITALS}]|(?:các|đoàn|đã|diễn ra|lãnh đạo|hội nghị|đồng chí|ông|bà)\b)")
"""What follows it: a comma and who met."""
RANKED_WITHIN = 40
RANKS_END = ("nhất", "nhì", "ba", "tỉnh", "thành", "phố", "của", "trong", "toàn")
"""How such words end that end with no number."""


def apart(text: str, start: int, end: int) -> bool:
    """Whether a name only tells who speaks, gives or is compared with."""
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
        return True
    before = text[max(0, start - BEFORE) : start].rpartition("\n")[2].lower().split()
    after = text[end : end + AFTER].lower().split()[:2]
    if after and (after[0] in SPEAK or " ".join(after) in SPEAK) and not (_does(after) or IS_GIVEN.match(text, end)):
        return True
    if not before:
        return False
    given = before[-1] in GIVE or " ".join(before[-3:]).endswith(TOLD_BY + RECEIVES)
    given = given or before[-2:] == FROM_CENTRE or tuple(before[-2:]) in PLANTS
    return given or of_office(before) or _compares(before) or ranks(text, start) or met_in(text, start, end)


def _does(after: list[str]) -> bool:
    return " ".join(after) in LETS or (after[0] == COUNTS and after[-1][0].isdigit())


def of_office(before: list[str]) -> bool:
    """Whether an office stands before a place."""
    near = before[-OFFICE_WITHIN:]
    return not PERSONS.isdisjoint(near) or any(f"{first} {then}" in OFFICES for first, then in pairwise(near))


def ranks(text: str, start: int) -> bool:
    """Whether the place at `start` is the one within which something is ranked."""
    before = text[max(0, start - RANKED_WITHIN) : start].rstrip().lower()
    ends = before[-1:].isdecimal() or before.endswith(RANKS_END)
    return ends and RANKED.search(before) is not None


def met_in(text: str, start: int, end: int) -> bool:
    """Whether people only met there: Ngày 7/8, │tại Hà Nội, Tổng cục Thống kê họp báo."""
    return text[start].isupper() and bool(GATHERED.match(text, end) and MET.search(text[max(0, start - BEFORE) : start]))


def _compares(before: list[str]) -> bool:
    """Not over a mark: so với cùng kỳ; │huyện Bắc Lĩnh│ 491 tỷ đồng."""
    parted = next((at for at in range(len(before), max(0, len(before) - 3), -1) if _ends(before[at - 1])), max(0, len(before) - 3))
    near = " ".join(before[parted:])
    return any(word in near for word in COMPARED) or near.endswith(AVERAGED)


def _ends(word: str) -> bool:
    return word.endswith(ENDS) and word not in SHORT
