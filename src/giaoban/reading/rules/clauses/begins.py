"""Where a clause that counts begins: after the body that is to act, after the words that only lead on to it; and what closes a notice.

    "giao Sở Kế hoạch và Đầu tư bố trí vốn"            bố trí vốn
    "vẫn còn một số hạn chế: thu gom rác còn chậm"     thu gom rác còn chậm
    "Văn phòng thông báo để các đơn vị biết"           no clause

What must and must not be read: corpus/directives.tsv, corpus/findings.tsv.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from giaoban.model import Span
from giaoban.reading.engine import Page
from giaoban.reading.marks import BodyMention
from giaoban.reading.phrases import listed
from giaoban.reading.rules.clauses.speech import Speech
from giaoban.reading.rules.named.bodies import LONGEST
from giaoban.reading.syllables import Syllables
from giaoban.reference.wording import BIT, wording

BETWEEN = frozenset(("cần", "phải", "sẽ", "thì", ":", ",", "-", "–"))
"""Syllables between a body and what it shall do."""
ASKS = frozenset((("đề", "nghị"), ("yêu", "cầu")))
"""What a directive may open with, before the body that is to act."""
PROPOSES = frozenset((("đề", "xuất"), ("cam", "kết"), ("kiến", "nghị")))
PROMISES = (("hứa", "sẽ"), ("hứa",))
VOWS, GOES_ON = frozenset(("cam", "hứa")), frozenset((",", "và"))
PROPOSERS = frozenset((("đại", "biểu"), ("ý", "kiến"), ("cử", "tri")))
BEGS = frozenset(("mong", "xin", "nhờ"))
DOES = sum(BIT[kind] for kind in ("action", "say", "say_order", "say_request", "praise", "critic"))
"""Verbs with which somebody is asked; kinds of words that are no body: đề nghị │Ban hành …"""
LISTS, SEVERAL = frozenset((",", "và")), "các"
WHICH, PAIR = 4, 2
"""Syllables that say which of several bodies are meant; syllables of an action."""
LEADING = frozenset((*listed("""
tuy, nhiên, bên, cạnh, đó, vẫn, còn, một, số, những, các, nhiều, tồn, tại, hạn, chế, khó, khăn, thiếu, sót, bất, cập, vướng, mắc, yếu, kém,
khuyết, nhất, định, sau, là, như, ưu, điểm, kết, quả, nổi, bật, và, gặp, phải, việc, chưa, đạt
"""), ","))  # fmt: skip
"""Syllables of what leads on to judgements and is none itself, where a colon follows."""
LEAD = 16
"""Syllables of the longest such lead."""
OWNER = 5
"""Syllables within which it is said whose shortcomings they are."""
WORRIES = frozenset((("lo", "ngại"), ("lo", "lắng"), ("băn", "khoăn"), ("trăn", "trở"), ("phàn", "nàn"), ("bức", "xúc")))
ABOUT_WHAT = frozenset(("về", "vì", "rằng", "là", "khi"))
"""What somebody does who tells a shortcoming, and what leads on from it."""
REMAINS = frozenset(("còn", "vẫn"))
FOLLOWS = frozenset(("sau", "đây"))
TO_LIST = re.compile(r"(?: cụ thể)?(?: (?:là|như|gồm|như sau|sau|đó là))? ?:")
ON_WORK = frozenset(
    listed("""
tập, trung, thực, hiện, làm, tốt, triển, khai, chú, trọng, quan, tâm, cần, phải, một, số, các, những, nhiệm, vụ, giải, pháp, nội, dung,
công, việc, vấn, đề, trọng, điểm, chủ, yếu, chính, cụ, thể, đồng, bộ, có, hiệu, quả, quyết, liệt, sau, đây, trong, vào, thời, gian, tới,
tháng, quý, năm, tuần, cuối, đầu, còn, lại, của, từ, nay, đến, hết, i, ii, iii, iv, này, hoàn, thành, xong, trước, ngày, chậm, nhất, hạn,
giao, phân
""")
)
"""Syllables of what only says of which time and kind the work is that a list follows: tập trung làm trong 6 tháng cuối năm │ là: …"""
ITEM = 4
"""Syllables within which a sentence opens behind the number of its item."""
_THINGS = (
    ("đề", "xuất"),
    ("kiến", "nghị"),
    ("đề", "nghị"),
    ("ý", "kiến"),
    ("việc",),
    ("dự", "án"),
    ("công", "trình"),
    ("hồ", "sơ"),
    ("nội", "dung"),
    ("tờ", "trình"),
)
PLEAS = (("kiến", "nghị"), ("ý", "kiến"), ("nội", "dung", "kiến", "nghị"))
"""What an item opens with that answers one plea: - Kiến nghị bổ sung 2 biên chế: │ giao Ban Tổ chức tham mưu."""
ANSWERS = frozenset(listed("giao, thống, đồng, chưa, chấp, ghi, cơ, yêu, nhất, ubnd, ủy, uỷ, phòng, sở, ban, văn, trạm, công"))
"""How the answer begins behind the colon."""
ABOUT_THINGS = PLEAS + tuple(
    (*lead, *thing) for lead in (("về",), ("đối", "với"), ("đối", "với", "các"), ("về", "các")) for thing in _THINGS
)
"""How a sentence opens that tells first what it is about."""
ABOUT = frozenset(("về", "đối", "kiến", "ý", "nội"))
WITHIN = 60
"""Syllables in which the colon stands."""
TOLD = ("thông", "báo")
KNOWN = frozenset(("thông", "báo", "biết"))
"""What a sentence says by which somebody is told."""
ENDED, AT_HOUR = ("kết", "thúc"), frozenset(("lúc", "hồi"))
WHOM = frozenset(("để", "đến", "tới", "cho"))


def after_body(page: Page, line: Syllables, first: int, end: int, opens: bool) -> int | None:
    """The syllable after the body that a directive opens with or that its start cuts, beside which who acts is told.

    opens  its first fragment begins with a body

    "Chi cục Thuế │ rà soát nguồn thu", "giao Sở Kế hoạch và Đầu tư │ bố trí vốn"; a verb is no body (Ban hành)
    "Mặt trận Tổ quốc và các đoàn thể │ vào cuộc": so are those listed with it
    """
    asks = tuple(line.words[first : first + 2]) in ASKS
    opened = first + 2 if asks else first
    if opened >= len(line.words) or line.starts[opened] >= end:
        return None
    start = line.starts[opened]
    cut = _cut_by(page, line, opened)
    opens = opens or asks or line.words[opened] == SEVERAL or (first > 0 and line.words[first - 1] in BEGS)
    if not cut and (not opens or wording().get(" ".join(line.words[opened : opened + 2]), 0) & DOES):
        return None
    at = bisect_left(line.starts, cut or _named_from(page, start, end) or start)
    while at + 1 < len(line.words) and line.words[at] in LISTS and line.starts[at + 1] < end:
        if not (last := _named_from(page, line.starts[at + 1], end)):
            break
        at = bisect_left(line.starts, last)
    while first < at < len(line.words) and line.words[at] in BETWEEN:
        at += 1
    at = _to_deed(line, at) if line.words[opened] == SEVERAL else at
    return at if first < at < len(line.words) and line.starts[at] < end else None


def after_proposal(page: Page, line: Syllables, first: int, end: int) -> int | None:
    """The syllable after the verb with which whoever speaks proposes: các đại biểu đề xuất │tăng phụ cấp."""
    promises = next((len(each) for each in PROMISES if tuple(line.words[first : first + len(each)]) == each), 0)
    deed = first + (promises or PAIR)
    if not (promises or tuple(line.words[first:deed]) in PROPOSES) or deed >= len(line.words) or line.starts[deed] >= end:
        return None
    start = line.starts[first]
    goes_on = line.words[first] in VOWS and first > 0 and line.words[first - 1] in GOES_ON
    floor = line.starts[0] if goes_on else start
    speaks = tuple(line.words[max(0, first - PAIR) : first]) in PROPOSERS or any(
        each.what.speaker for each in page.within(Speech, Span(floor, start + 1))
    )
    speaks = speaks or (promises > 0 and goes_on)
    return (after_body(page, line, deed, end, True) or deed) if speaks else None


def after_work(line: Syllables, first: int, end: int) -> int | None:
    """The syllable after the colon to which the words from `first` only lead on: làm trong tháng 7: │phân lịch …"""
    for at in range(first, min(first + LEAD, len(line.words) - 1)):
        if line.words[at] == ":":
            return at + 1 if first < at and line.starts[at + 1] < end else None
        if line.words[at].isalpha() and line.words[at] not in ON_WORK:
            return None
    return None


def _to_deed(line: Syllables, at: int) -> int:
    """Past the words that say which of several are meant: các địa phương │ven biển │kêu gọi tàu; `at` where no action follows them."""
    for place in range(at, min(at + WHICH, len(line.words))):
        if wording().get(" ".join(line.words[place : place + PAIR]), 0) & BIT["action"]:
            return place
        if not line.words[place].isalpha():
            return at
    return at


def _named_from(page: Page, start: int, end: int) -> int | None:
    """Where the longest body ends that is named from `start`; None where none is."""
    return max((each.span.end for each in page.within(BodyMention, Span(start, end)) if each.span.start == start), default=None)


def _cut_by(page: Page, line: Syllables, first: int) -> int | None:
    """The end of the body in whose name syllable `first` stands; None where it stands in none."""
    if not first:
        return None
    start = line.starts[first]
    around = page.within(BodyMention, Span(line.starts[max(0, first - LONGEST)], start))
    return next((each.span.end for each in around if each.span.end > start), None)


def whole_name(page: Page, line: Syllables, first: int) -> int:
    """Where the name of a body begins that a judgement at syllable `first` would cut: UBND xã Tân │Lập chưa bàn giao mặt bằng│."""
    if not first or not (line.said[first][0].isupper() or line.words[first] in LISTS):
        return first
    start = line.starts[first]
    around = page.within(BodyMention, Span(line.starts[max(0, first - LONGEST)], start))
    cut = min((each.span.start for each in around if each.span.start < start < each.span.end), default=start)
    return bisect_left(line.starts, cut)


def about(line: Syllables, first: int) -> int:
    """Past the colon behind what a sentence is about, before syllable `first`; 0 where it is said so of nothing.

    "Đối với đề xuất của Trạm y tế: │giao Kế toán …": what stands before it neither acts nor is asked for
    """
    words = line.words
    if ABOUT.isdisjoint(words[: min(ITEM, first)]):
        return 0
    at = next((at for at in range(min(ITEM, first)) if words[at] in ABOUT), None)
    said = next((each for each in ABOUT_THINGS if tuple(words[at : at + len(each)]) == each), None) if at is not None else None
    if at is None or said is None:
        return 0
    past = next((place + 1 for place in range(at, min(first, WITHIN)) if words[place] == ":"), 0)
    return past if said not in PLEAS or (answered(line) and ANSWERS.issuperset(words[past : past + 1])) else 0


def answered(line: Syllables) -> bool:
    """Whether a sentence opens with the plea that it answers: "- Kiến nghị bổ sung 2 biên chế: …"."""
    opens = next((at for at, word in enumerate(line.words[:ITEM]) if word.isalpha()), 0)
    return any(tuple(line.words[opens : opens + len(each)]) == each for each in PLEAS)


def after_lead(line: Syllables, first: int, end: int) -> int | None:
    """The syllable after the colon to which the words from `first` only lead on, or behind a worry; None where they say more.

    "│một số hạn chế: │tiến độ chậm", "│lo ngại │việc bơm nước tốn kém"
    """
    if tuple(line.words[first : first + 2]) in WORRIES and first + 3 < len(line.words):
        return first + 2 + (line.words[first + 2] in ABOUT_WHAT)
    for at in range(_remains(line.words, first), min(first + LEAD, len(line.words))):
        if line.words[at] == ":":
            return at + 1 if first < at and at + 1 < len(line.words) and line.starts[at + 1] < end else None
        if line.words[at] not in LEADING:
            return None
    return None


def leads_only(line: Syllables, first: int, last: int) -> bool:
    """Whether syllables `first` to `last` (exclusive), and what follows them to a colon, do nothing but lead on to judgements.

    "│huyện còn một số hạn chế│, khuyết điểm:"
    """
    words = line.words
    at = _remains(words[:last], first)
    while at < min(first + LEAD, len(words)) and words[at] in LEADING:
        at += 1
    return last <= at < len(words) and words[at] == ":"


def _remains(words: Sequence[str], first: int) -> int:
    """Where it is said that something remains, behind whose it is: đơn vị │vẫn gặp một số khó khăn."""
    return next((at for at in range(first, min(first + OWNER, len(words))) if words[at] in REMAINS), first)


def lists(page: Page, words: Sequence[str], end: int) -> bool:
    """Whether a directive of these syllables that ends at offset `end` only says that more follows: "làm tốt các nhiệm vụ sau:"."""
    if words[-1] in FOLLOWS:
        return page.text.startswith(":", end)
    return all(word in ON_WORK or not word.isalpha() for word in words) and TO_LIST.match(page.text, end) is not None


def may_close(line: Syllables, first: int) -> bool:
    """Whether what begins at syllable `first` may be what `closes`, by the words of its sentence, which may hold thousands of tasks."""
    return line.words[first] == ENDED[0] or line.distinct >= KNOWN


def closes(words: Sequence[str], first: int) -> bool:
    """Whether what begins at syllable `first` closes a notice or minutes: thông báo để các đơn vị biết, kết thúc lúc 16 giờ."""
    if tuple(words[first : first + 2]) == ENDED and not AT_HOUR.isdisjoint(words[first + 2 : first + 4]):
        return True
    told = next((at for at, pair in enumerate(pairwise(words)) if pair == TOLD and words[at + 2 : at + 3] and words[at + 2] in WHOM), None)
    return told is not None and told <= first and "biết" in words[told:]
