"""Places right before or right behind a figure, and at the head of its sentence.

"xã Phú Lâm đạt 42 triệu đồng, xã Tân Hòa 38 triệu đồng"     each its own
"Tại xã Phú Lâm, 320 con lợn bị chết"                       where the sentence says it is
"15 hộ tại xã Tân Hòa"                                      where what is counted is
"""

import re
from bisect import bisect_left

from giaoban.reading.letters import NAME
from giaoban.reading.rules.figures.placing.mentions import LOCAL, Mention, heads, is_body, is_own
from giaoban.reading.rules.figures.placing.standing import START, Standing

DOES = (
    r"(?:mới|đã|cũng|chỉ|còn|là|có|đạt|thu|được|chi|ước|khoảng|gần|hơn|trên|với|chiếm|tăng|giảm|trồng|gieo|ghi nhận|hiện|đang|giải ngân"
    r"|thực hiện|hoàn thành)"
)
TIGHT = re.compile(rf",? ?(?:\(|:|[-–=])? ?(?:{DOES} ){{0,4}}")
"""What stands between a place and a figure that is its own."""
OPENS = re.compile(r"[-+•*\d.) ]*(?:Riêng |Cụ thể,? |Hiện |Trong đó,? )?(?:tại|ở|trên địa bàn) ", re.IGNORECASE)
"""What opens a sentence that says where it is."""
TRADES = frozenset(("sector", "general"))
"""Sorts of those who act there: Tại Hà Tĩnh, │ngành Thanh tra đã triển khai 261 cuộc."""
AT = re.compile(r"(?: (?!(?:nên|do|vì|để|và|thì|mà|đã|sẽ)\b)[^\W\d]+){0,4} (?:ở|tại|thuộc)(?: địa bàn)? ")
AT_WORKS = re.compile(
    rf"(?: (?!(?:nên|do|vì|để|và|thì|mà|đã|sẽ)\b)[^\W\d]+){{0,4}} (?:ở|tại) "
    rf"(?P<who>(?:(?:[Cc]ửa khẩu|[Cc]hợ|[Cc]ảng|[Kk]hu công nghiệp|[Kk]hu kinh tế|[Kk]hu đô thị|[Cc]ụm công nghiệp|KCN|KKT|CCN|[Bb]ến|[Hh]ồ"
    rf"|[Ss]ân bay|[Nn]hà máy|[Bb]ệnh viện|[Tt]rường)(?: [a-zà-ỹđ]+){{0,3}} )?{NAME})(?![\w(])"
)
"""The same with works, or a place by its bare name."""
BESIDE = re.compile(r"(?: (?!(?:nên|do|vì|để|và|thì|mà|đã|sẽ|cho|với|từ|của|về|đến)\b)[^\W\d]+)? ")
"""What stands between what is counted and the smaller place it is of: 120 hộ │thôn Phú Lâm."""
SUMS = re.compile(r";|\b(?:tổng|nâng|cả|toàn|chung)\b")
"""What ends what is told of a body, or sums up more than it did."""
GIVES = re.compile(r"\b[Gg]iao(?: cho)? (?:UBND )?$")
"""Before whoever is given something to reach."""
TASK = re.compile(
    rf"(?: (?:năm \d{{4}}|chỉ tiêu|dự toán|kế hoạch|phấn đấu|phải|nhiệm vụ|thu|chi|nộp|đạt|giải ngân|huy động|thực hiện|hoàn thành|trồng"
    rf"|tuyển|ngân sách|nhà nước|NSNN|nội địa|năm nay|là|với|vốn|{DOES})){{1,9}} "
)
"""What stands between them and the figure."""
REACH = 60
GIVEN = frozenset(("cho", "với", "do", "theo", "từ", "về", "tại", "ở", "trên", "và", "bởi", "qua"))
LED = 12


def right_before(at: Standing) -> str | None:
    """The place or acting body right before the figure: Chi cục Hải quan Cầu Treo │thu 120 tỷ đồng."""
    last = at.near[-1] if at.near else None
    if last is None or not (is_own(last) or _acts(at, last)):
        return None
    if not TIGHT.fullmatch(at.text, last.end, at.figure):
        return None
    around = at.around.leads[bisect_left(at.around.leads, at.begin, key=START) : bisect_left(at.around.leads, last.start, key=START)]
    return around[-1].name if around and around[-1].end == last.end else last.name


def same_clause(at: Standing) -> str | None:
    """The body right before the first figure of its clause, which the next ones of it go on with: của Cục Hải quan đạt 26 tỷ đồng, bằng
    64% chỉ tiêu giao (│41 tỷ đồng)."""
    last = at.near[-1] if at.near else None
    if last is None or last.sort in LOCAL or not _acts(at, last):
        return None
    told = at.told(last.end, at.figure)
    if not told or not TIGHT.fullmatch(at.text, last.end, told[0].start) or SUMS.search(at.text, last.end, at.figure):
        return None
    return last.name


def told_to(at: Standing) -> str | None:
    """Whoever is given the figure to reach: HĐND tỉnh giao huyện Thoại Sơn thu │120 tỷ đồng."""
    last = at.near[-1] if at.near else None
    if last is None or not heads(last) or not GIVES.search(at.text, max(at.begin, last.start - LED), last.start):
        return None
    return last.name if TASK.fullmatch(at.text, last.end, at.figure) else None


def opens_sentence(at: Standing) -> str | None:
    """The place with which the sentence opens, where beside it no more than a trade or force is named before the figure."""
    match at.local:
        case [first, *others] if is_own(first) and OPENS.fullmatch(at.text, at.line.span.start, first.start):
            return first.name if all(each.sort in TRADES for each in others) else None
    return None


def right_behind(at: Standing) -> str | None:
    """The place right behind what is counted, where none before belongs to it."""
    told = max(at.text.rfind(";", at.begin, at.figure), *(amount.end for amount in at.told(at.begin, at.figure)), -1)
    if any(each.start >= told and not (each.sort in TRADES or _of_figure_before(at, told, each)) for each in at.local):
        return None
    end = at.draft.amount.end
    for each in at.around.between(end, min(at.line.span.end, end + REACH)):
        if each.sort != "list":
            beside = each.sort == "commune" and each.name[0].islower() and BESIDE.fullmatch(at.text, end, each.start)
            return each.name if is_own(each) and (beside or AT.fullmatch(at.text, end, each.start)) else None
    works = AT_WORKS.match(at.text, end, at.line.span.end)
    return works["who"] if works else None


def _of_figure_before(at: Standing, told: int, mention: Mention) -> bool:
    """Whether a place stands right behind the figure before: 1 ca ở │Hà Nội│ đã khỏi, 2 ca ở Quảng Bình."""
    return "," in at.text[mention.end : at.figure] and AT.fullmatch(at.text, told, mention.start) is not None


def _acts(at: Standing, mention: Mention) -> bool:
    """Whether it is a body that does or has what is counted."""
    before = at.text[max(at.line.span.start, mention.start - LED) : mention.start].split()
    return is_body(mention) and not (before and before[-1].lower() in GIVEN)
