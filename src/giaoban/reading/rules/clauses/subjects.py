"""The words that stand where the one who acts stands, whether or not they are known as a name.

    "đề nghị báo cáo viên các xã cần │ tuyên truyền …"          asked: between the verb of asking and the action
    "Các chủ thể liên quan phải │ rà soát …"                     opens: from the start of the clause
    "Giao Phòng Kinh tế …; Trạm Thú y │ phun thuốc"              item: from its number or the semicolon before it
    "Thời gian tới, hộ kinh doanh cần │ niêm yết giá"           opens, after the comma

What speaks for them is weighed beside the names (`rules.clauses.acting`).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from giaoban.model import Span
from giaoban.reading.choosing import Group
from giaoban.reading.engine import Page
from giaoban.reading.marks import BodyMention, PlaceMention
from giaoban.reading.phrases import listed
from giaoban.reading.rules.clauses.assignees import subject_end
from giaoban.reading.rules.clauses.clause import Clause
from giaoban.reading.rules.clauses.desks import DESK, DESKS
from giaoban.reading.syllables import Syllables
from giaoban.reference.wording import BIT, does, wording

ASKING = BIT["say_order"] | BIT["say_request"]
VERBS = ASKING | BIT["say"] | BIT["action"] | BIT["past"] | BIT["negative"]
STOPS = frozenset(';:.“”"()…?!–*+')
ITEMS = frozenset((";", ")", "/", "-", "–", "+", "*", "•"))
"""What parts the items of a list, or stands after the number of one."""
SAYING = frozenset(
    (("cho", "biết"), ("cho", "hay"), ("khẳng", "định"), ("nhấn", "mạnh"), ("cho", "rằng"), ("nêu", "rõ"), ("chỉ", "rõ"), ("thông", "tin"))
)
"""Verbs of saying after which a clause opens."""
NOUN_BEHIND = frozenset(("với", "các", "những", "mọi", "nhiều", "về", "theo"))
"""Behind which a verb of asking is a thing: Đối với │kiến nghị│ về phụ cấp, Đoàn sẽ tổng hợp."""
MODALS = frozenset(("cần", "phải", "sẽ", "nên", "hãy"))
LONGEST = 24
"""Syllables of the longest subject."""
DEEDS = frozenset(
    listed("""
công khai, đối chiếu, trang bị, cho mượn, chạy đua, trực tiếp, bàn giao, phân khai, sắp xếp, bố trí, chi trả, giải ngân, thu gom, nạo vét,
gửi, trình, thẩm định, bổ sung, điều chỉnh, vận động, mở, cử, cấp, lập, phun, tiêm, sửa, đôn đốc, nắm, phân công, kiểm tra, hướng dẫn,
tham mưu, giám sát, rà lại, xây, phối hợp, dừng, dành, giao, chốt, ra quân, tiến hành, khảo sát, thống kê, đo đạc, kiểm đếm
""")
)
"""Verbs of tasks that end the name of a body before them."""
MORE = frozenset(
    listed("""
cần, phải, sẽ, cũng, hãy, dự kiến, yêu cầu, đề nghị, đề cập, nhấn mạnh, tập trung, tiếp tục, triển khai, thực hiện, tổ chức, trong chiều,
trong sáng, trong ngày, trong tuần, trong tháng, trong quý, trong năm, trong thời
""")
)
"""What goes on from a subject to what it does, or to when."""
ACTORS = frozenset(
    listed("""
ban, bí, bộ, bưu, các, cán, cả, chi, chính, chủ, công, cơ, cục, cấp, doanh, đài, đảng, địa, điện, đoàn, đội, đơn, đồn,
đồng, hạt, hiệu, hiệp, hội, htx, huyện, hợp, kho, khối, khu, kiểm, lãnh, liên, lực, mặt, mỗi, mọi, ngành, ngân, nhà,
nhóm, phía, phòng, phó, phường, quận, quân, quỹ, quốc, sở, thanh, thành, thủ, thôn, thường, tỉnh, toàn, toà, tòa, tổ,
tổng, trạm, trung, trường, trưởng, tập, tiểu, từng, ủy, uỷ, ubnd, văn, viện, vụ, xã, ấp, bản, chúng, người, ông, bà,
bảo, bệnh, riêng
""")
)
"""First syllables of those who act: bodies, groups of them, persons of office."""
GROUPS, GROUP_WITHIN = frozenset(("các", "mọi", "mỗi", "từng", "những")), 8
"""How several who act are led in, and the most syllables that name them."""
MEMBERS = ACTORS | frozenset(listed("hộ, gia, nông, cửa, tổng, chợ, lớp, thầy, giáo, y, bác, đảng, cộng, tuyên"))
"""First syllables of those who act together."""
POINTING, SPOKEN_TO = frozenset(("này", "đó", "ấy", "trên", "kia")), frozenset(("đồng chí", "anh", "chị", "vị", "ông", "bà"))
"""Who is named elsewhere."""
ABBREVIATION = re.compile(r"(?:[A-ZĐ]{2,8}|[A-ZĐ]{1,3}\.[A-ZĐ]{1,6})(?:[-&][A-ZĐ]+)*")
ABOUT = 5
"""Code points of "Các " before it."""
NO_ASKING = frozenset(("giao ban", "giao lưu", "giao dịch", "giao thông"))
"""Words whose first syllable asks nobody."""
SHORT, LONG = 4, 10
"""Syllables up to which, and beyond which, a subject counts as short or long."""


def subjects(page: Page, clause: Clause, last_asked: Span | None = None) -> Iterator[tuple[Group, str]]:
    """What stands before the action of a directive as its subject, with what speaks for it; at most two readings.

    last_asked  the directive before, over which no reading goes
    """
    line = clause.line
    start, end, how = _standing(page, clause)
    modal = not MODALS.isdisjoint(line.words[end : clause.first])
    comma = max((at + 1 for at in range(start, end) if line.words[at] == ","), default=start)
    for first, where in ((start, how), (comma, f"{how} after comma")) if comma > start else ((start, how),):
        if 0 < end - first <= LONGEST:
            last = _before_verb(page, line, first, end)
            if last_asked and line.starts[first] < last_asked.start < line.starts[last - 1]:
                last = subject_end(page, line, bisect_left(line.starts, last_asked.start))
            if last <= first:
                continue
            words = tuple(line.words[first:last])
            acts = words[0] in ACTORS or ABBREVIATION.fullmatch(line.said[first]) is not None
            named = page.text[line.starts[first] : line.ends[_before_deed(line, first, last) - 1]]
            yield _speaks(where, modal, words, line.said[first][0].isupper(), acts), named


def desk_before(page: Page, clause: Clause) -> Span | None:
    """Where the desk or local body stands, known by its kind, that is the subject of an action: Trạm Thú y │ phun thuốc."""
    line = clause.line
    start, end, how = _standing(page, clause)
    if how == "runs" or not 0 < end - start <= LONG or does(line.words[start:end], VERBS):
        return None
    said = Span(line.starts[start], line.ends[end - 1])
    known = DESK.fullmatch(page.text, said.start, said.end) or (how == "asked" and DESKS.fullmatch(page.text, said.start, said.end))
    return said if known else None


def group_before(page: Page, clause: Clause) -> str | None:
    """Those who all have to act, where nothing but them opens the sentence or item before the action: Các trạm trưởng │ trực đủ ca."""
    line = clause.line
    start, end, how = _standing(page, clause)
    words = line.words[start:end]
    if how not in ("opens", "item") or not 1 < len(words) <= GROUP_WITHIN or words[0] not in GROUPS or words[1] not in MEMBERS:
        return None
    if words[-1] in POINTING or " ".join(words[1:]) in SPOKEN_TO or "," in words or does(tuple(words), VERBS):
        return None
    return page.text[line.starts[start] : line.ends[end - 1]]


def clear(found: list[tuple[Group, str]]) -> str:
    """What is before the action: somebody asked, somebody else who may act, or neither; a verb in between makes it neither.

    found  the readings of what stands there as its subject
    """
    said = {trait for group, _ in found for trait in group}
    return next((how for how in ("asked", "item", "opens") if f"clear {how}" in said), "none")


def _before_verb(page: Page, line: Syllables, first: int, end: int) -> int:
    """Where a subject ends that opens with a body or place: before the verb of an earlier action (Sở Y tế │ trang bị thêm …)."""
    said = Span(line.starts[first], line.ends[end - 1])
    named = [*page.within(BodyMention, said), *page.within(PlaceMention, said)]
    known = max((bisect_left(line.starts, each.span.end) for each in named if each.span.start <= line.starts[first] + ABOUT), default=end)
    for at in range(known, end):
        if line.said[at].islower() and (line.words[at] in DEEDS or " ".join(line.words[at : at + 2]) in DEEDS):
            return at
    return end


def _before_deed(line: Syllables, first: int, end: int) -> int:
    """Where the name of a subject ends of which more is told before the action: các đơn vị │tập trung vào các nội dung│."""
    behind = first + 2 if line.words[first] in ACTORS else end
    return next((at for at in range(behind, end) if line.said[at].islower() and _goes_on(line.words, at)), end)


def _goes_on(words: Sequence[str], at: int) -> bool:
    """Whether a word goes on from a subject to what it does: các đơn vị │tập trung vào các nội dung│."""
    return words[at] in MORE or " ".join(words[at : at + 2]) in MORE


def _standing(page: Page, clause: Clause) -> tuple[int, int, str]:
    """Where what stands as the subject of an action begins and ends, and how it begins."""
    line, end = clause.line, subject_end(page, clause.line, clause.first)
    start, how = _start(line, end)
    start, how = _numbered(line, start, end, how)
    return start, end, how


def _start(line: Syllables, end: int) -> tuple[int, str]:
    """Where the subject begins that ends before syllable `end`: after a verb of asking, or after a mark."""
    words, asked = line.words, _asked()
    for at in range(end, max(0, end - LONGEST), -1):
        last = words[at - 1]
        if last in STOPS or (at > 1 and (words[at - 2], last) in SAYING):
            return at, "opens"
        size = 1 if asked.get(last) else 2 if last in asked and at > 1 and f"{words[at - 2]} {last}" in asked else 0
        if size == 1 and " ".join(words[at - 1 : at + 1]) in NO_ASKING and line.said[at].islower():
            continue
        if size and not (at > size and words[at - size - 1] in NOUN_BEHIND):
            return at, "asked"
    return max(0, end - LONGEST), "opens" if end <= LONGEST else "runs"


def _numbered(line: Syllables, start: int, end: int, how: str) -> tuple[int, str]:
    """Past the number of an item, and whether an item opens there: after its number, after a semicolon."""
    if how != "opens":
        return start, how
    first = start
    while first < end and (line.words[first] in ITEMS or line.words[first].isdecimal()):
        first += 1
    item = first > start or (first and line.words[first - 1] in ITEMS)
    return first, "item" if item else "opens"


@cache
def _asked() -> dict[str, bool]:
    """Verbs of asking of one or two syllables, and the last syllables of those; whether they are such a verb by themselves."""
    verbs = [phrase for phrase, kinds in wording().items() if kinds & ASKING and phrase.count(" ") < 2]
    return dict.fromkeys((verb.rsplit(" ", 1)[-1] for verb in verbs), False) | dict.fromkeys(verbs, True)


@lru_cache(maxsize=4096)
def _speaks(where: str, modal: bool, words: tuple[str, ...], capital: bool, acts: bool) -> Group:
    verbs = does(words, VERBS)
    size = "short" if len(words) <= SHORT else "long" if len(words) > LONG else "middle"
    said = f"subject {where}"
    return (
        said, f"{said} modal={modal} verbs={verbs}", f"{said} {size} verbs={verbs}", f"{said} capital={capital} modal={modal}",
        f"subject modal={modal} {size}", f"subject first={words[0]}", f"{said} acts={acts} {size} verbs={verbs}",
        f"clear {where.split(' ', 1)[0]}" if acts and not verbs and size != "long" else "unclear",
    )  # fmt: skip
