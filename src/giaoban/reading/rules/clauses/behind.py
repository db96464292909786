"""A directive that begins too late, behind the name of whoever acts: it takes back the deed, or that he is to have another do it.

    "Ban Tổ chức │hoàn chỉnh hồ sơ│ luân chuyển 5 cán bộ"     hoàn chỉnh hồ sơ luân chuyển 5 cán bộ
    "đề nghị huyện │cấp giấy chứng nhận│ sử dụng đất"         cấp giấy chứng nhận sử dụng đất
    "- UBND huyện │chỉ đạo Công an huyện│ tuần tra"           chỉ đạo Công an huyện tuần tra

What must and must not be read: corpus/directives.tsv.
"""

from bisect import bisect_left

from giaoban.model import Span
from giaoban.reading.engine import Page
from giaoban.reading.marks import BodyMention
from giaoban.reading.rules.clauses.actors import ASKS, LEVELS, MODALS, SEVERAL, STOPS, begins
from giaoban.reading.rules.clauses.speech import Speech
from giaoban.reading.signals import DASHES, MARKS
from giaoban.reading.syllables import Syllables

ASKED = ASKS | {("kiến", "nghị")}
LEADS, PROPOSES = ["chỉ", "đạo"], ["đề", "xuất"]
"""What he does who is to have others do it (chỉ đạo các ngành │ tiếp tục làm việc), or who asks them: đề xuất huyện │ sửa đường."""
SIMPLE = frozenset(
    ("sửa", "cấp", "mua", "xây", "trồng", "tăng", "giảm", "nâng", "bớt", "thêm", "giao", "cho", "mở", "lắp", "làm", "bỏ", "miễn")
)
"""What others are begged for in one syllable."""
CHARGES, OF_PARTY = frozenset(("giao", "cho")), frozenset(("ủy", "uỷ"))
ITEM = 3
"""Syllables and marks in which the number of an item ends."""
LATE, LATEST, NAMED = 4, 6, 20
"""Syllables by which a directive begins too late, be it behind another name or not, and of the longest name before it."""
NEEDY = frozenset(("hộ", "người", "tượng", "dung", "đề", "việc", "hợp", "trình", "sơ", "điểm", "án"))
"""Who or what needs something, and is not told that it must: lập danh sách hộ │cần hỗ trợ│; the last syllable."""
OPENS = 4
"""Syllables of a sentence within which whoever tells opens it: Đặc biệt, │Cục Hải quan│ chỉ đạo …"""


def deed_behind(page: Page, line: Syllables, first: int) -> int:
    """Where the deed begins right behind a body, or a verb of asking, that is cut by a directive at syllable `first`; else `first`.

    "Ban Tổ chức │hoàn chỉnh hồ sơ│ luân chuyển 5 cán bộ", "đề nghị │bổ sung vào│ báo cáo nguyên nhân"
    """
    for at in range(first - 1, max(-1, first - 1 - LATEST), -1):
        if line.words[at] in STOPS or line.words[at] in MARKS or line.words[at : at + 2] == LEADS:
            break
        if line.words[at] in MODALS and not (at == first - 1 and at and line.words[at - 1] in NEEDY):
            break
        if not line.said[at].islower():
            continue
        deed = begins(line, at)
        if line.words[at : at + 2] == PROPOSES and _tells(page, line, at):
            break
        near = first - at <= LATE or all(map(str.islower, line.said[at:first]))
        if near and ((deed and body_ends(page, line, at)) or ((deed or _simple(line, at)) and _asks_before(line, at))):
            return at
    return first


def deed_opened(page: Page, line: Syllables, first: int) -> int:
    """Where the deed begins with which the sentence opens, whose object a directive at syllable `first` stands in; else `first`.

    "4. Thanh toán dứt điểm nợ │xây dựng cơ bản│"
    """
    if not 1 < first <= LATEST + ITEM or not page.text[line.starts[first] - 1].isspace():
        return first
    at = next((at for at in range(min(ITEM, first)) if line.words[at].isalpha()), first)
    between = line.words[at:first]
    if (
        not 1 < len(between) <= LATEST
        or not line.said[at][0].isupper()
        or any(map(str.isupper, (each[0] for each in line.said[at + 1 : first])))
    ):
        return first
    parted = any(word in MARKS or word in STOPS or word in MODALS or word == "và" for word in between)
    start = line.starts[at]
    named = any(each.span.start == start for each in page.within(BodyMention, Span(start, start + 1)))
    return at if not parted and not named and (begins(line, at) or _simple(line, at)) else first


def _simple(line: Syllables, at: int) -> bool:
    """Whether a verb of one syllable stands there by which others are begged for something: cấp giấy, not cấp ủy."""
    return line.words[at] in SIMPLE - CHARGES and line.words[at + 1] not in OF_PARTY


def _asks_before(line: Syllables, at: int) -> bool:
    """Whether a verb of asking ends right before syllable `at`, or before him who is asked by his kind alone: đề nghị huyện │ cấp đất."""
    by_kind = at > 2 and line.words[at - 1] in LEVELS
    return tuple(line.words[max(0, at - 2 - by_kind) : at - by_kind]) in ASKED


def led_behind(page: Page, line: Syllables, first: int) -> int:
    """Where it begins that a body is to have another do what stands at syllable `first`: UBND huyện │chỉ đạo Công an huyện│ tuần tra."""
    if not first:
        return first
    end, floor = line.starts[first] - 1, line.starts[max(0, first - NAMED)]
    ends = [each.span.start for each in page.within(BodyMention, Span(floor, line.starts[first])) if each.span.end == end]
    at = bisect_left(line.starts, min(ends)) if ends else 0
    at -= at > 0 and line.words[at - 1] in SEVERAL
    leads = at - len(LEADS)
    if leads < 0 or line.words[leads:at] != LEADS:
        return first
    opens = (
        leads == 0
        or line.words[leads - 1] in MARKS
        or line.words[leads - 1] in DASHES
        or tuple(line.words[max(0, leads - 2) : leads]) in ASKS
    )
    return leads if opens or (body_ends(page, line, leads) and not _tells(page, line, leads)) else first


def _tells(page: Page, line: Syllables, verb: int) -> bool:
    """Whether he who opens the sentence speaks by the verb at syllable `verb`: Chủ tịch UBND tỉnh chỉ đạo │ Sở Y tế mua vắc xin."""
    start, opened = line.starts[verb], line.starts[min(OPENS, verb)]
    return any(each.what.named and each.what.named.start <= opened for each in page.within(Speech, Span(start, start + 1)))


def body_ends(page: Page, line: Syllables, at: int) -> bool:
    """Whether a body's name ends right before syllable `at`: Phòng Hậu cần │ cấp gạo."""
    end = line.end(at - 1) if at else 0
    around = page.within(BodyMention, Span(line.starts[max(0, at - NAMED)], end)) if at else ()
    return any(each.span.end == end for each in around)
