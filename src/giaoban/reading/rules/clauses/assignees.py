"""Who must act: the body named just before the action, or the one that acted last.

"yêu cầu Sở Xây dựng rà soát …; báo cáo UBND tỉnh"    Sở Xây dựng, for both
"Các địa phương cần …"                                 các địa phương
"Đối với UBND các xã: …"                               UBND các xã
"""

from bisect import bisect_left

from giaoban.model import Span
from giaoban.reading.engine import Page
from giaoban.reading.marks import BodyMention, PeriodMention, PlaceMention
from giaoban.reading.phrases import listed
from giaoban.reading.rules.clauses.actors import kinds_before
from giaoban.reading.rules.clauses.behind import body_ends
from giaoban.reading.rules.clauses.clause import Clause
from giaoban.reading.syllables import Syllables
from giaoban.reference.wording import BIT, does, wording

SKIPPED = frozenset(
    listed("""
cần, phải, sẽ, cũng, là, hãy, nên, đều, được, có, đã, và, cùng, đang, luôn, tiếp, tục, thì, rất, còn, ngay, khẩn, trương,
đặc, biệt, trước, mắt, cam, kết, hứa, xin, trực, định, kỳ, hằng, hàng, quý, tuần
""")
) | frozenset(':-–,“"')
"""Syllables between the one who acts and the action."""
RESOLVES = frozenset((("xác", "định"), ("đề", "ra"), ("đặt", "ra")))
"""What he does who lists what he is to do: Đảng ủy xác định: │nạo vét luồng│."""
BEGS = "xin"
"""What he does who asks others, without saying whom: Trạm Y tế xin │ bổ sung 2 bác sĩ."""
NEEDS = "cần"
"""The one of these that may end a name."""
BANK = ["ngân", "hàng"]
"""A kind that ends as "hàng tuần" begins."""
LEADS_TO_TIME = frozenset(listed("trong, trước, đến, tới, hết, vào, từ, nay, ngay, chậm, nhất, muộn, ngày, đầu, giữa, cuối, là")) | {","}
"""Syllables before a time that stands between the one who acts and the action."""
SOON = (("thời", "gian", "tới"), ("thời", "gian", "đến"), ("thời", "gian", "này"))
"""Times that are none of the calendar."""
ON_BASIS = (
    ("trên", "cơ", "sở"),
    ("căn", "cứ"),
    ("theo", "chức", "năng"),
    ("theo", "thẩm", "quyền"),
    ("theo", "quy", "định"),
    ("theo", "lĩnh", "vực"),
)
"""How what he goes by opens, between the one who acts and the action: Sở Tài chính │ trên cơ sở báo cáo của các xã │ bố trí vốn."""
BASIS = frozenset(each[0] for each in ON_BASIS)
BEFORE_SUBJECT = frozenset(
    listed("""
và, thì, nên, rằng, mà, để, là, do, vậy, thời, đó, biệt, ra, nay, cạnh, với, cho, tới, mắt, hết, khác, vụ, thế, này, bởi,
vì, nếu, theo, đối, phía, ông, bà, riêng
""")
) | frozenset(',;:.“"(–-+*')
"""Syllables and marks after which a clause may open with its subject."""
ASKING = BIT["say_order"] | BIT["say_request"] | BIT["say"]
TELLING = BIT["say_order"] | BIT["say_request"]
MUST = frozenset(("cần", "phải", "sẽ", "nên"))
VAGUE = frozenset(("lãnh đạo", "cán bộ", "thành viên", "tập thể", "tất cả", "nhà nước", "cả nước", "đội ngũ"))
VERBS = (
    ASKING
    | BIT["action"]
    | BIT["order"]
    | BIT["request"]
    | BIT["past"]
    | BIT["negative"]
    | BIT["now"]
    | BIT["contrast"]
    | BIT["cause"]
    | BIT["join"]
)
ENDS = frozenset(';:.“”"()…?!') | {"việc", "nhận", "để"}
"""Marks and syllables over which no name goes on."""
COUNTS = frozenset(("0000", "0.0", "0%"))
"""What stands in no name: an amount."""
CHARGED = frozenset((
    ("được", "giao"), ("được", "yêu", "cầu"), ("được", "đề", "nghị"), ("được", "phân", "công"), ("được", "chỉ", "đạo"),
    ("có", "trách", "nhiệm"), ("có", "nhiệm", "vụ"), ("chịu", "trách", "nhiệm"),
))  # fmt: skip
"""How he is charged who stands before it: Công an huyện được đề nghị │ xác minh nguồn tiền."""
CHARGED_BY, CHARGED_LAST = (2, 3), frozenset(each[-1] for each in CHARGED)
BY_WHOM, HE = 4, frozenset(("ông", "bà", "anh", "chị"))
"""The same with who asks by a pronoun between: các ngân hàng được ông đề nghị │ xem xét."""
FAR, LOOSE = 40, 7
"""Syllables back to the start of a name, and between its known end and the action."""
ARTICLES = frozenset(("các", "toàn", "những", "cả"))
LINKS = frozenset((",", "và", "của", "cùng"))


COMRADE = ["đồng", "chí"]
PARTED = 2
"""Code points of a comma and its blank."""


def subject_end(page: Page, line: Syllables, at: int) -> int:
    """The syllable after the last of whoever acts at syllable `at`: Sở Y tế │ trong tháng 8 phải báo cáo."""
    while at and line.words[at - 1] in SKIPPED and not (line.words[at - 1] == NEEDS and body_ends(page, line, at)):
        if line.words[max(0, at - 2) : at] == BANK:
            return at
        at -= 1 + (tuple(line.words[max(0, at - 2) : at]) in RESOLVES)
    if (charged := _charged(line, at)) < at:
        return subject_end(page, line, charged)
    at = _basis(line, at)
    timed = _time(page, line, at)
    if timed == at:
        return at
    while timed and line.words[timed - 1] in LEADS_TO_TIME:
        timed -= 1
    return subject_end(page, line, timed) if timed else at


def _charged(line: Syllables, at: int) -> int:
    """The first syllable of the passive that ends right before syllable `at`, by which whoever stands before it is charged; else `at`."""
    if line.words[at - 1] not in CHARGED_LAST:
        return at
    by_whom = at > BY_WHOM and line.words[at - BY_WHOM] == "được" and line.words[at - BY_WHOM + 1] in HE
    if by_whom and ("được", *line.words[at - 2 : at]) in CHARGED:
        return at - BY_WHOM
    return next((at - size for size in CHARGED_BY if tuple(line.words[max(0, at - size) : at]) in CHARGED), at)


def charged(line: Syllables, at: int) -> bool:
    """Whether it is said of somebody that he is charged with the action at syllable `at`: Phòng Nội vụ được giao │ lập danh sách."""
    while at and line.words[at - 1] in SKIPPED:
        at -= 1
    return _charged(line, at) < at


def _basis(line: Syllables, at: int) -> int:
    """The first syllable of what he who acts at syllable `at` goes by, where that is told after him; else `at`."""
    if BASIS.isdisjoint(line.words[max(0, at - FAR) : at]):
        return at
    for place in range(at - 1, max(0, at - FAR), -1):
        if line.words[place] in ENDS:
            break
        if line.words[place] in BASIS and any(tuple(line.words[place : place + len(each)]) == each for each in ON_BASIS):
            return at if line.words[place - 1] in BEFORE_SUBJECT else place
    return at


def _time(page: Page, line: Syllables, at: int) -> int:
    """The first syllable of the time told right before syllable `at`; `at` where none is."""
    if tuple(line.words[max(0, at - 3) : at]) in SOON:
        return at - 3
    end = line.end(at - 1) if at else 0
    found = page.within(PeriodMention, Span(line.starts[max(0, at - FAR)], end)) if at else ()
    return next((bisect_left(line.starts, each.span.start) for each in found if each.span.end == end), at)


def named_before(page: Page, clause: Clause) -> str | None:
    """The name that opens the clause of the action, or stands after the verb of asking, with all that belongs to it."""
    line = clause.line
    at = subject_end(page, line, clause.first)
    if not at or (line.words[at] == BEGS and at + 1 == clause.first):
        return None
    return _body_before(page, line, at) or _kind_before(page, line, at)


def _kind_before(page: Page, line: Syllables, at: int) -> str | None:
    """Those who act, known by their kind alone: "yêu cầu │các hộ kinh doanh│ dỡ mái che"."""
    start = next((place for place in kinds_before(line, at) if _opens(line, place) and not does(line.words[place:at], TELLING)), None)
    name = page.text[line.starts[start] : line.end(at - 1)] if start is not None else None
    return name if name and name.lower() not in VAGUE else None


def _body_before(page: Page, line: Syllables, at: int) -> str | None:
    end = line.end(at - 1)
    window = Span(line.starts[max(0, at - FAR)], end)
    named = [*page.within(BodyMention, window), *page.within(PlaceMention, window)]
    for after, begins in sorted({(each.span.end, -each.span.start) for each in named if each.span.end <= end}, reverse=True):
        if not belongs(line, bisect_left(line.starts, after), at):
            return None
        start = widened(page, line, -begins)
        name = page.text[start:end]
        if _opens(line, bisect_left(line.starts, start)):
            return name if name.lower() not in VAGUE else None
    return None


def next_in_turn(page: Page, span: Span, named: str, chosen: str | None) -> bool:
    """Whether the body right before an action is the next of several that are charged: giao Sở Y tế mua thuốc, │Sở Tài chính│ cấp tiền.

    chosen  who acts by the weights; one with whose name that body's begins stays
    """
    start = span.start - len(named) - 1
    if (
        (chosen and named.startswith(chosen))
        or start < PARTED
        or page.text[start - PARTED : start] not in (", ", "; ")
        or not page.text.startswith(named + " ", start)
    ):
        return False
    if page.text[start - PARTED] == ";":
        return True
    return any(each.span == Span(start, span.start - 1) for each in page.within(BodyMention, Span(start, span.start)) if named[0].isupper())


def is_told(page: Page, clause: Clause) -> bool:
    """Whether somebody is asked, or has, to do what is itself an asking: đề nghị UBND tỉnh │ chỉ đạo Sở Tài chính …"""
    line, at = clause.line, subject_end(page, clause.line, clause.first)
    name = named_before(page, clause)
    if name is None:
        return False
    first = bisect_left(line.starts, line.end(at - 1) - len(name))
    phrases = wording()
    asked = any(phrases.get(" ".join(line.words[max(0, first - size) : first]), 0) & TELLING for size in (1, 2))
    return asked or not MUST.isdisjoint(line.words[at : clause.first])


def belongs(line: Syllables, first: int, last: int) -> bool:
    """Whether what stands between a name and the action still belongs to the name: no mark but a comma, no verb."""
    if last - first > LOOSE:
        return False
    said = line.words[first:last]
    return ENDS.isdisjoint(said) and not does(said, VERBS) and COUNTS.isdisjoint(said)


def _opens(line: Syllables, at: int) -> bool:
    """Whether a name at syllable `at` may be a subject: it opens a clause, or a verb of asking stands before it."""
    if not at or line.words[at - 1] in BEFORE_SUBJECT or line.words[max(0, at - 2) : at] == COMRADE:
        return True
    phrases = wording()
    return any(phrases.get(" ".join(line.words[max(0, at - size) : at]), 0) & ASKING for size in (1, 2, 3))


def widened(page: Page, line: Syllables, start: int) -> int:
    """Where a name begins with "các", "toàn" before it, with the body whose part it is said to be, with the bodies listed before it."""
    for _ in range(4):
        at = bisect_left(line.starts, start)
        while at and line.words[at - 1] in ARTICLES:
            at -= 1
        start = line.starts[at]
        if at < 2 or line.words[at - 1] not in LINKS:
            break
        end = line.end(at - 2)
        joined = [each.span.start for each in page.within(BodyMention, Span(line.starts[max(0, at - 30)], end)) if each.span.end == end]
        if not joined:
            break
        start = joined[0]
    return start
