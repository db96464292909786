"""Items of lists that open with a person, a desk or a hamlet, and go on with what he shall do, without a colon between them.

    "- Đ/c Tuấn (PCT) │ trực tiếp chỉ đạo giải phóng mặt bằng"    Đ/c Tuấn
    "- Giao ông Lê Văn Ba, Trưởng thôn Đông │ vận động 3 hộ"      ông Lê Văn Ba, Trưởng thôn Đông
    "- Thôn Trung, thôn Bái │ nạo vét mương tiêu"                 Thôn Trung, thôn Bái
    "- Giao Địa chính │ kiểm tra"                                 Địa chính

What must and must not be read: corpus/listed.tsv.
"""

import re
from bisect import bisect_left, bisect_right

from giaoban.reading.engine import Page
from giaoban.reading.letters import CAPITALS, WORD
from giaoban.reading.rules.clauses.actors import begins
from giaoban.reading.rules.clauses.desks import DESKS
from giaoban.reading.syllables import Syllables

_PERSON = rf"(?:{WORD})(?: {WORD}){{0,3}}"
_TITLE = r"(?:[Đđ]/c|[Đđ]ồng chí|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|(?:BS|ĐD|CN|DS|YS|NHS|KTV|ThS|TS|KS)\.?)"
COMRADE = re.compile(rf"{_TITLE} {_PERSON}(?:(?:,| và) (?:{_TITLE} )?{_PERSON}){{0,3}}")
CHARGED = re.compile(
    rf"[,;(] ?(?:do |giao )?(?P<who>{COMRADE.pattern}) (?:phụ trách|chịu trách nhiệm|chủ trì|lo liệu|đảm nhiệm|theo dõi)\b"
)
BRACKET = re.compile(r" \([^()\n]{1,40}\)")
_HAMLET = r"(?:thôn|xóm|bản|ấp|khu phố|khu dân cư|tổ dân phố|tổ|buôn|làng|đội)"
_CALLED = rf"(?:số )?(?:\d{{1,2}}\w?|[{CAPITALS}][\w-]*(?: [{CAPITALS}\d][\w-]*){{0,3}})"
HAMLET = re.compile(rf"(?:[Cc]ác (?i:{_HAMLET})(?: {_CALLED})?|(?i:{_HAMLET}) {_CALLED})(?:(?:,| và) (?:(?i:{_HAMLET}) )?{_CALLED}){{0,5}}")
OPENERS = (COMRADE, HAMLET, DESKS)
OPENING = frozenset("ĐđÔôBbAaCcTtXxẤấKkLlVHQMGNPDY")
"""Letters with which one of them begins."""
OFFICE = re.compile(r"(?:,| -| –) (?=\w)")
TOLD = frozenset((
    "đã", "đang", "vẫn", "có", "là", "đạt", "được", "bị", "ước", "còn", "cho", "nêu", "phát", "ý", "đề", "nói", "thông", "hỏi",
    "trả", "thay", "yêu", "kết", "chủ", "khai", "đọc", "của", "và", "với", "thuộc", "tại", "ở", "trong", "từ", "không", "chưa", "nhận",
    "xin", "phản", "kiến", "nhất", "đồng", "hứa",
))  # fmt: skip
"""First syllables of what follows where he tells, asks, or is told of."""
TELLS = ["trình", "bày"]
LEADS, MEETINGS = ["chủ", "trì"], (["cuộc"], ["hội"], ["buổi"], ["họp"], ["phiên"], [":"], [","], ["và"])
"""What he does who is to lead some work, not who presides: Đ/c Lan │chủ trì phương án│; the words behind that."""
OWN = frozenset(
    (
        "trực",
        "phụ",
        "chịu",
        "theo",
        "tiếp",
        "làm",
        "lo",
        "soạn",
        "liên",
        "chi",
        "gọi",
        "viết",
        "mời",
        "mua",
        "sang",
        "xuống",
        "đi",
        "lấy",
        "rà",
        "kiểm",
    )
)
"""First syllables of what one person is to do, be it no action known everywhere: phụ trách tổ thu nợ."""
FAR = 10
"""Syllables of an office, at most."""
BLANKS = " ,:"


def in_charge(said: str) -> str | None:
    """Whom the words of a task name behind it as in charge of it: "đổ bê tông ngõ xóm trước 2/9, │đ/c Tám│ phụ trách"."""
    found = CHARGED.search(said)
    return found["who"] if found else None


def opened(page: Page, start: int, end: int) -> tuple[str, int] | None:
    """Who opens an item whose words begin at `start`, and where what he is to do begins; None where the item opens otherwise."""
    if page.text[start : start + 1] not in OPENING:
        return None
    said = next((match for pattern in OPENERS if (match := pattern.match(page.text, start, end))), None)
    line = line_at(page, start) if said else None
    if said is None or line is None:
        return None
    known = said.end()
    if bracket := BRACKET.match(page.text, known, end):
        known = bracket.end()
    office = OFFICE.match(page.text, known, end) if said.re is COMRADE else None
    at = _deed(line, known, end, FAR if office else 1, said.re is not HAMLET and office is None)
    if at is None:
        return None
    who = page.text[start : line.ends[at - 1] if office else said.end()].rstrip(BLANKS)
    return who, line.starts[at]


def _deed(line: Syllables, known: int, end: int, far: int, alone: bool) -> int | None:
    """The syllable at which what somebody is to do begins behind his name, at most so many syllables on."""
    first = bisect_left(line.starts, known)
    if first < len(line.words) and line.words[first] in (",", "-", "–"):
        first += 1
        far -= 1
    for at in range(first, min(first + max(far, 1), len(line.words))):
        leads = line.words[at : at + 2] == LEADS and line.words[at + 2 : at + 3] not in MEETINGS
        if line.starts[at] >= end or (line.words[at] in TOLD and not leads) or line.words[at : at + 2] == TELLS:
            return None
        if line.said[at].islower() and (begins(line, at) or (alone and line.words[at] in OWN)):
            return at
    return None


def line_at(page: Page, at: int) -> Syllables | None:
    """The sentence that begins at an offset or last before it."""
    lines = page.all(Syllables)
    place = bisect_right(lines, at, key=lambda found: found.span.start) - 1
    return lines[place].what if place >= 0 else None
