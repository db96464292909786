"""Who stands plainly before an action as its subject: nothing else says who acts there, and nothing is weighed.

    "…; Phòng Văn hóa │ thương lượng với nhà xe"          after a semicolon, a full stop, the number of an item
    "thứ tư, UBND huyện │ kè xong đê"                     after the number of a point, or what it is about
    "Hội Phụ nữ, Hội Nông dân │ vận động hội viên"        several, each known by his kind

What must and must not be read: corpus/parties.tsv.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from giaoban.model import Span
from giaoban.reading.alike import alike
from giaoban.reading.engine import Page
from giaoban.reading.marks import BodyMention, PeriodMention
from giaoban.reading.phrases import listed
from giaoban.reading.rules.clauses.assignees import SOON, VAGUE, subject_end
from giaoban.reading.rules.clauses.clause import Clause
from giaoban.reading.rules.clauses.speech import YOU
from giaoban.reading.rules.clauses.subjects import ABBREVIATION, ACTORS, ASKING, GROUPS, ITEMS, MODALS, NOUN_BEHIND, STOPS, VERBS
from giaoban.reading.syllables import Syllables
from giaoban.reference.wording import BIT, does, wording

LONGEST, MEMBER = 20, 9
"""Syllables of the longest subject with what stands before it, and of the longest name."""
NO_ACTORS = frozenset(
    listed("""
đồng thời, mặt khác, công tác, công trình, công việc, trường hợp, quỹ đất, chi phí, văn bản, đơn thư, đơn giá, thủ tục, chủ trương,
chủ đề, hiệu quả, cơ chế, cơ cấu, cơ hội, chính sách, tổng số, tổng mức, bảo đảm, bộ máy, bộ mặt, cấp độ, toàn bộ, toàn diện, cả nước,
cả hai, cả ba, khu đất, khu vực, chúng ta, chúng tôi, chúng em, ban hành, hội nghị, hội thảo, kho hàng, mọi việc, mọi thủ, bản thân,
người ta
""")
) | {
    f"các {thing}"
    for thing in listed("""
giải, chỉ, nội, dự, công, tuyến, vụ, nhiệm, mục, chính, loại, hoạt, trường, chiến, quy, đề, tiêu, mặt, biện, phong, lĩnh
""")
}
"""Two syllables that begin as those who act do, and name nobody."""
PRONOUNS = frozenset(("ông", "bà", "riêng", "phía"))
ORDINALS = frozenset(("nhất", "hai", "ba", "tư", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "là", "cùng"))
"""How the number of a point ends: thứ tư, hai là, cuối cùng."""
FRAMES = frozenset(
    listed("theo đó, trước mắt, bên cạnh đó, ngoài ra, do đó, vì vậy, vì thế, cùng đó, trước hết, thời gian tới, cuối năm, cuối tháng")
)
"""What may stand before a comma and the subject."""
POINTING = frozenset(("này", "đó", "ấy", "trên", "kia"))
IN_NO_NAME = frozenset(listed("dự, cũng, đều, còn, vẫn, nhận, nhưng, mà, là, phải, cần, sẽ, nên, rằng, được, bị, để, mở, mua, sửa, lắp"))
ASKS_YOU = re.compile(rf"(?:tôi |chúng tôi )?(?:đề nghị|yêu cầu|mong|xin|nhờ|giao)(?: các)? (?:{YOU})")
"""What stands between whoever is spoken to and what he is to do."""
PASSES_ON = re.compile(r"(?:giao|yêu cầu|đề nghị|chỉ đạo)\b")
"""How a directive opens that is passed on to another."""
WITH_OTHERS = frozenset((("phối", "hợp"), ("chủ", "trì"), ("cùng", "với"), ("đồng", "chủ")))
"""What he does who is to act with others that are named next."""
BEFORE_ALL = frozenset((("trước", "hết"), ("trước", "mắt"), ("bản", "thân")))
NUMBERS = frozenset(("hai", "ba", "bốn", "năm", "sáu", "0", "00"))
PAIRS = frozenset(
    listed("""
kế toán, thuế cơ, thuế các, quản lý, viễn thông, địa chính, tư pháp, thú y, khuyến nông, báo và, báo chí, hạt kiểm, già làng, đảng viên,
giáo viên, hội đồng, y tế, kiểm lâm, kho bạc
""")
)
"""Two syllables with which others are named who act, in capitals."""
IN_BETWEEN = STOPS - {":"} | {","}
"""What does not stand between a subject and its action."""
AIMS, NEARBY = frozenset((("phấn", "đấu"), ("mục", "tiêu"), ("chỉ", "tiêu"))), 16
"""How a sentence opens with an aim, and within how many syllables its figure stands."""
BECOMES = frozenset((("phải", "được"), ("cần", "được")))
OBLIGES, WHICH = frozenset(("phải", "cần", "thì")), "nào"
WHOSE = 12
"""Syllables of the longest name of those who are told apart by more than their kind."""
SPEAKS = ASKING | BIT["say"]
REPORT, SENDS = ("báo", "cáo"), frozenset(("nộp", "gửi", "trình", "có"))
"""What is sent, and is no saying then."""
OF_A_LIST = frozenset(("quận", "huyện", "xã", "phường", "tỉnh", "thôn", "ban", "ngành", "sở"))
"""Kinds that end a list: chính quyền các quận, │huyện│."""
BREAK = "thì"
"""What ends a condition, behind which a clause opens: chưa kéo tới thì │Bộ CHQS tỉnh│ điều xe bồn."""
BARE = frozenset(("đơn vị", "cơ quan", "địa phương", "ngành", "các bên"))
"""Kinds that mean whoever was named before."""


def plainly(page: Page, clause: Clause, last: Span | None) -> str | None:
    """The name that stands plainly before the action of a directive; None where none does.

    last  the directive before, over which no name goes
    """
    line, first = clause.line, clause.first
    end = 0 if becomes(line, first) else subject_end(page, line, first)
    if not end or not IN_BETWEEN.isdisjoint(line.words[end:first]) or PASSES_ON.match(" ".join(line.words[first : first + 2])):
        return None
    floor = min(bisect_left(line.starts, last.end), end) if last else 0
    start, bounded = _start(page, line, max(floor, end - LONGEST), end)
    end = _spoken_to(line, start, end) or _with_others(line, start, end)
    at = _members(page, line, start, end)
    if at is None and bounded and _those_who(line, start, end, first):
        return page.text[line.starts[start] : line.ends[end - 1]]
    if at is None or at == end:
        return None
    if at > start and not (_framed(line, start, at) or _told_before(line, start, at, end, first)):
        return None
    if at == start and not bounded:
        return None
    name = page.text[line.starts[at] : line.ends[end - 1]]
    return None if name.lower() in VAGUE | BARE else name


def becomes(line: Syllables, first: int) -> bool:
    """Whether it is told of a thing what must become of it, and of nobody that he must see to it: Nhà vệ sinh phải │được sửa chữa│."""
    return any(tuple(line.words[max(0, at - 1) : at + 1]) in BECOMES for at in (first - 1, first, first + 1))


def plain_or(plain: str | None, chosen: str | None) -> str | None:
    """Who stands plainly before an action, unless the one that weights chose is the same, called more fully."""
    if plain is None or (chosen and (alike(plain, chosen) or chosen.lower().startswith(plain.lower()))):
        return chosen
    return plain


def aims_anew(clause: Clause, last: Clause) -> bool:
    """Whether a sentence opens with an aim of all, in the paragraph in which others were to act: Phấn đấu cả năm giảm 10% số vụ."""
    line = clause.line
    same = line is not last.line and line.sentence.block is last.line.sentence.block
    return same and tuple(line.words[:2]) in AIMS and any(word[0].isdigit() for word in line.words[clause.first : clause.first + NEARBY])


def _spoken_to(line: Syllables, start: int, end: int) -> int | None:
    """Where whoever is spoken to ends, who is then asked as the second person: │Điện lực huyện│, đề nghị các anh di dời cột."""
    comma = next((at for at in range(end - 1, start, -1) if line.words[at] == ","), None)
    return comma if comma and ASKS_YOU.fullmatch(" ".join(line.words[comma + 1 : end])) else None


def _with_others(line: Syllables, start: int, end: int) -> int:
    """Where whoever acts ends before those he is to act with: │Sở Tài chính│ chủ trì, phối hợp với Sở Nội vụ trình phương án."""
    for at in range(start + 1, end - 1):
        if (line.words[at], line.words[at + 1]) in WITH_OTHERS:
            return at - (line.words[at - 1] == ",")
    return end


def _start(page: Page, line: Syllables, floor: int, end: int) -> tuple[int, bool]:
    """Where the clause begins that ends before syllable `end`, after the number of an item; whether a mark or the sentence bounds it."""
    times = page.within(PeriodMention, Span(line.starts[floor], line.ends[end - 1])) if floor < end else ()
    behind = {bisect_left(line.starts, each.span.end) for each in times}
    at = end
    while at > floor and not (at in behind and at < end) and not _bounds(line, at):
        at -= 1
    bounded = at == 0 or at in behind or _bounds(line, at)
    while at < end and (line.words[at] in ITEMS or line.words[at] == "," or line.words[at].isdecimal()):
        at += 1
    return at, bounded


def _bounds(line: Syllables, at: int) -> bool:
    return (
        (line.words[at - 1] in STOPS and not _abbreviates(line, at))
        or line.words[at - 1] == BREAK
        or tuple(line.words[max(0, at - 3) : at]) in SOON
        or tuple(line.words[max(0, at - 2) : at]) in BEFORE_ALL
    )


def _abbreviates(line: Syllables, at: int) -> bool:
    """Whether the point before syllable `at` belongs to a name: P.│VHXH, TP.│HCM."""
    return line.words[at - 1] == "." and 1 < at < len(line.words) and line.starts[at] == line.ends[at - 1] and line.said[at - 2].isupper()


def _members(page: Page, line: Syllables, start: int, end: int) -> int | None:
    """Where the first of those listed begins who act, each behind a comma; None where the last is nobody."""
    found, stop = None, end
    while stop > start:
        comma = next((at for at in range(stop - 1, start - 1, -1) if line.words[at] == ","), start - 1)
        if not _somebody(page, line, comma + 1, stop):
            return found
        found, stop = comma + 1, comma
    return found


def _somebody(page: Page, line: Syllables, first: int, end: int) -> bool:
    if end - first > 1 and line.words[first] in NUMBERS:
        first += 1
    words = line.words[first:end]
    if not 0 < len(words) <= MEMBER or words[0] in PRONOUNS or words[-1] in POINTING or " ".join(words[:2]) in NO_ACTORS:
        return False
    named = " ".join(words[:2]) in PAIRS and line.said[first][0].isupper()
    known = words[0] in ACTORS or named or ABBREVIATION.fullmatch(line.said[first]) is not None or _abbreviates(line, first + 2)
    start, stop = line.starts[first], line.ends[end - 1]
    ends = [each.span.end for each in page.within(BodyMention, Span(start, stop)) if each.span.start == start and each.span.end <= stop]
    rest = line.words[bisect_left(line.starts, max(ends)) : end] if ends else words
    return known and IN_NO_NAME.isdisjoint(rest) and not does(rest, VERBS)


def _those_who(line: Syllables, start: int, end: int, first: int) -> bool:
    """Whether several of a kind are told apart who must do it: │Các xã đã về đích│ phải giữ chuẩn, │cơ quan nào để hồ sơ quá hạn│ phải …"""
    words = line.words[start:end]
    if not 2 < len(words) <= WHOSE or "," in words or OBLIGES.isdisjoint(line.words[end : first + 1]) or _speaks(words):
        return False
    if words[0] in GROUPS or words[0][0] == "0":
        return words[1] in ACTORS
    return words[0] in ACTORS and WHICH in words[1:3]


def _speaks(words: Sequence[str]) -> bool:
    """Whether it is told of those that they say or ask something, not that they have sent no report: các xã chưa nộp báo cáo."""
    at = next((at for at in range(1, len(words) - 1) if words[at] == REPORT[0] and words[at + 1] == REPORT[1]), 0)
    said = [*words[:at], *words[at + 2 :]] if at and words[at - 1] in SENDS else words
    return does(said, SPEAKS)


def _told_before(line: Syllables, start: int, at: int, end: int, first: int) -> bool:
    """Whether a subject behind a comma is told what it must do, and nobody was asked before: Kiến nghị vượt thẩm quyền, │đoàn│ sẽ …"""
    if at + 1 == end and line.words[at] in OF_A_LIST and line.words[at - 2] in ACTORS:
        return False
    return not MODALS.isdisjoint(line.words[end:first]) and not _asked(line, start, at)


def _asked(line: Syllables, start: int, end: int) -> bool:
    """Whether somebody asks there, and it is no thing that is asked: những đề nghị của xã."""
    phrases = wording()
    return any(
        phrases.get(" ".join(line.words[at : at + size]), 0) & ASKING and not (at and line.words[at - 1] in NOUN_BEHIND)
        for at in range(start, end)
        for size in (1, 2)
    )


def _framed(line: Syllables, start: int, at: int) -> bool:
    """Whether what stands before a subject and its comma only leads on to it."""
    said = line.words[start : at - 1]
    return bool(said) and (
        said[-1] in ORDINALS if len(said) <= 2 + (said[0] == "việc") else " ".join(said) in FRAMES or " ".join(said[-2:]) in FRAMES
    )
