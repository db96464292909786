"""Items under a heading that says what they are, where the weights heard nothing: tasks, what is asked for, shortcomings.

    "II. NHIỆM VỤ TRỌNG TÂM 6 THÁNG CUỐI NĂM"
    "1. Gieo cấy hết diện tích lúa mùa"              a task
    "III. KIẾN NGHỊ, ĐỀ XUẤT"
    "- Bố trí vốn làm đường vào cụm công nghiệp"     asked for
    "1. Ưu điểm"
    "- Các xã sửa xong trường trước khai giảng"      a strength
    "* Tồn tại, hạn chế:"
    "- Việc trả lời đơn thư quá hạn nhiều"           a shortcoming

Reports of offices consist of such lists; whoever writes them leaves out all words that would say what an item is. What must and must not
be read: corpus/sections.tsv.
"""

import re
from collections.abc import Iterator

from giaoban.model import Block, BlockKind, Found, Polarity, Span
from giaoban.reading.engine import Page, rule
from giaoban.reading.gates import Gated
from giaoban.reading.phrases import listed
from giaoban.reading.rules.clauses.actors import after_actor, begins
from giaoban.reading.rules.clauses.asked_lists import OVER
from giaoban.reading.rules.clauses.clause import Clause
from giaoban.reading.rules.clauses.items import item_at
from giaoban.reading.rules.clauses.listed import PARTED, clause_at, is_free
from giaoban.reading.rules.clauses.nothing import tells_only_when
from giaoban.reading.syllables import Syllables

TASKS, FLAWS, PRAISE = "tasks", "flaws", "praise"
HEADS = (
    (PRAISE, re.compile(r"\b(?:ưu điểm|mặt được|mặt làm được|mặt mạnh)\b", re.IGNORECASE)),
    (FLAWS, re.compile(r"\b(?:tồn tại|hạn chế|yếu kém|khuyết điểm)\b", re.IGNORECASE)),
    (
        TASKS,
        re.compile(
            r"\b(?:nhiệm vụ|phương hướng|giải pháp|kiến nghị|đề xuất|kết luận|kế hoạch (?:công tác|tuần|tháng|quý|thời gian))\b",
            re.IGNORECASE,
        ),
    ),
)
"""What a heading says of the items below it."""
NUMBER = re.compile(r"(?P<roman>[IVX]{1,5}[.)/])|(?P<part>\d{1,2}\.\d)|(?P<digit>\d{1,2}[.)/])|(?P<letter>[a-zđ][.)])|(?P<sign>[-–+•*])")
ORDINAL = re.compile(r"(?:(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám) là|Thứ (?:nhất|hai|ba|tư|năm|sáu|bảy))[,:] ")
"""How a paragraph begins that is a point of a list: Một là, …"""
ABOUT = re.compile(
    r"Về (?!đích|nước|hưu)[^:;.\n]{2,60}: "
    r"|(?:Trong|Từ nay đến|Đến|Trước) (?:hết |cuối )?(?:ngày|tháng|quý|tuần|năm|thời gian|\d)[^:;,.\n]{0,30}, "
)
"""What an item of tasks tells first that it is about, or when: Về thu quỹ: │đối chiếu từng hộ│; Trong quý III, │mở lớp nghề│."""
OTHERWISE = re.compile(
    r"\b(?:kết quả|tình hình|đánh giá|thực trạng|nguyên nhân|khắc phục|đã|trả lời|giải trình|cử tri|bài học|ưu điểm|thuận lợi)\b",
    re.IGNORECASE,
)
"""What such a heading says where it is of what was done, or of both."""
ENDS = re.compile(r"\b(?:kinh nghiệm|khó khăn|vướng mắc)\b", re.IGNORECASE)
"""What one says beside that which is no heading of the kind and ends its section."""
NOTHING = re.compile(
    r"(?:không|chưa) (?:có|phát sinh|ghi nhận|xảy ra)\b(?P<none>[^;.]{0,24}\b(?:gì|tồn tại|hạn chế|yếu kém|khuyết điểm))?", re.IGNORECASE
)
"""How an item begins that asks for nothing; of shortcomings it says so only by its `none`: Chưa có nhà văn hóa is one."""
MORE = frozenset(
    listed("""
cho chủ trương, cấp, giao, nâng cấp, chỉ đạo, phấn đấu, tu bổ, thu hoạch, gieo, cải tạo, xây, thanh toán, quyết toán, lắp đặt, động viên,
thu gom, trồng mới, tuyển sinh, đưa,
kết nạp, khởi công, mỗi năm, hằng năm, sớm, cần, phải, không để, không, sửa, trồng, dọn, xóa, rà, làm xong, làm tốt, giảm, gieo trồng, xử lý
""")
)
"""What a task may begin with beside the actions known everywhere."""
ASKED = re.compile(
    r"\b(?:đề nghị|yêu cầu|kiến nghị|giao|cần|phải|tập trung)\b[^.]{0,160}"
    r"(?:nội dung|nhiệm vụ|công việc|việc|giải pháp|vấn đề|như)(?: (?:trọng tâm|chủ yếu|cụ thể|cơ bản|chính|sau|sau đây|là))*:$"
)
"""How a line ends over a list of what somebody is asked to do."""
LEADS = Gated(
    r"(?:[Mm]ục tiêu|[Nn]hiệm vụ|[Tt]rọng tâm|[Gg]iải pháp|[Pp]hương hướng)\b"
    r"(?:(?! dự án| đề án| chương trình(?! công tác)| cuộc thi| hội nghị| hội thảo| mô hình| của việc)[^:.;,]){0,90}?(?:: | là:? )"
)
"""What opens a sentence of tasks, not of what a thing is for: Trọng tâm tháng 12 là │ mở đợt cao điểm."""
PLEADS = re.compile(r"(?:Đề nghị|Kiến nghị|Đề xuất)(?: với)?:? ")
"""What opens a sentence that asks bodies for something, in a section of such."""
PLANS = re.compile(
    r"(?:(?!\b(?:đã|từng|được)\b)[^:;.\n]){0,160}\b(?:xác định|đề ra|đặt ra)"
    r"(?: (?:các |những |một số |\d+ )?(?:nhiệm vụ|mục tiêu|giải pháp|trọng tâm|việc)[^:;.\n]{0,60})?: "
)
"""What opens a sentence in which a body lists what it is to do: Đảng ủy xác định: │nạo vét luồng trong năm│; …"""
RESOLVES = frozenset(("định", "ra"))
"""The last syllable of its verb."""
FIRST = frozenset(("mục", "nhiệm", "trọng", "giải", "phương"))
"""Its first syllable."""
TOLD = re.compile(r"\b(?:đã|đang|được|đạt|ước|(?<!chuẩn )(?<!thiết )(?<!trang )bị|là (?:việc|nhiệm vụ|một|khâu|yếu tố))\b", re.IGNORECASE)
"""What is said of what was done, or of how things are."""
STRIVES = ("phấn", "đấu")
"""How a task begins that sets an aim, of which may be said what it comes to: phấn đấu thu đạt 120 tỷ đồng."""
AMONG = ", trong đó"
"""Behind which a task says what it comes to."""
FEWEST = 4
"""Syllables of the shortest shortcoming."""
HEADING = 120
"""Code points of the longest line that heads a list by its colon."""
SURE = 0.6
"""Less than of what the weights hear: only a heading speaks for it."""


@rule(makes=Clause, needs=(Clause, Syllables))
def section_clauses(page: Page) -> Iterator[Found[Clause]]:
    """Each item, unless a clause was read in it, of the kind that its heading says."""
    kind, mark = "", None
    for block in page.document.blocks:
        said = block.span.of(page.text).strip()
        heads = block.kind is BlockKind.HEADING or (said.endswith(":") and (len(said) <= HEADING or ASKED.search(said) is not None))
        if heads:
            beside = kind == FLAWS and mark is not None and mark == _mark(said)
            first = _first(said)
            kind, mark = _kind(block, said, first, "" if beside else kind), _mark(said) if first else mark
        elif kind in (TASKS, FLAWS) or (kind and not page.within(Clause, block.span)):
            begins = _words_of_item(page, block)
            if (
                kind == TASKS
                and not page.within(Clause, block.span)
                and (pleads := PLEADS.match(page.text, begins or block.span.start, block.span.end))
            ):
                yield from _pleas(page, Span(pleads.end(), block.span.end))
            elif begins is not None:
                yield from _clauses(page, Span(begins, block.span.end), kind)
    for found in page.all(Syllables):
        lead = LEADS.pattern.match(page.text, found.span.start, found.span.end) if found.what.words[0] in FIRST else None
        if lead is None and not RESOLVES.isdisjoint(found.what.distinct) and ";" in found.what.distinct:
            plans = PLANS.match(page.text, found.span.start, found.span.end)
            yield from _clauses(page, Span(plans.end(), found.span.end), TASKS) if plans else ()
        if lead and lead.end() < found.span.end and not page.within(Clause, Span(lead.end() - 1, found.span.end)):
            yield from _clauses(page, Span(lead.end(), found.span.end), TASKS)


def _words_of_item(page: Page, block: Block) -> int | None:
    """Where the words of an item begin; None where the block is none, or nothing stands after its mark, as where a scan lost the rest."""
    item = item_at(page.text, block) or ORDINAL.match(page.text, block.span.start, block.span.end)
    return item.end() if item and item.end() < block.span.end else None


def _kind(block: Block, said: str, first: str, before: str) -> str:
    """What the items below a heading are; those below one that says nothing of it are what they were, unless it ends the section.

    first  the kind whose word stands first in it
    """
    if first == PRAISE:
        return "" if any(pattern.search(said) for kind, pattern in HEADS if kind != PRAISE) else first
    if first:
        return "" if OTHERWISE.search(said) else first
    if block.kind is BlockKind.HEADING:
        return "" if OVER.match(said) or OTHERWISE.search(said) or ENDS.search(said) else before
    if ASKED.search(said):
        return TASKS
    return before if before == TASKS and not OTHERWISE.search(said) else ""


def _mark(said: str) -> str | None:
    """Of which sort the number is that a heading begins with: those beside each other have one sort."""
    number = NUMBER.match(said)
    return number.lastgroup if number else None


def _first(said: str) -> str:
    """The kind whose word stands first in a heading: Giải pháp hạn chế tai nạn is of tasks."""
    heads = [(match.start(), kind) for kind, pattern in HEADS if (match := pattern.search(said))]
    return min(heads)[1] if heads else ""


def _pleas(page: Page, span: Span) -> Iterator[Found[Clause]]:
    """What bodies are asked for one after the other: Đề nghị UBND tỉnh │bố trí vốn│; Sở Xây dựng │hướng dẫn thủ tục│."""
    for start, end in _parts(page.text, span):
        whole = clause_at(page, Span(start, end))
        at = after_actor(page, whole.line, whole.first, end) if whole else None
        if whole and at and (clause := clause_at(page, Span(whole.line.starts[at], end))):
            yield Found(clause, Span(whole.line.starts[at], end), confidence=SURE)


def _parts(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """Where each of the things begins and ends that stops or semicolons part."""
    at = span.start
    while at < span.end:
        parted = PARTED.search(text, at, span.end)
        end = parted.start() if parted else span.end
        if at < end:
            yield at, end
        at = max(end + 1, parted.end() if parted else end)


def _clauses(page: Page, span: Span, kind: str) -> Iterator[Found[Clause]]:
    heard = [each.span for each in page.within(Clause, span)]
    about = ABOUT.match(page.text, span.start, span.end) if kind == TASKS else None
    for start, end in _parts(page.text, Span(about.end(), span.end) if about else span):
        clause = clause_at(page, Span(start, end)) if is_free(heard, Span(start, end)) else None
        if clause and (made := _made(clause, page.text[start:end], kind)):
            yield Found(made, Span(start, end), confidence=SURE)


def _made(clause: Clause, said: str, kind: str) -> Clause | None:
    nothing = NOTHING.match(said)
    if nothing and (kind == TASKS or nothing["none"]):
        return None
    if kind == PRAISE:
        tells = len(clause.words) >= FEWEST and not said.rstrip().endswith(":") and not any(letter.isdigit() for letter in said)
        return Clause(Polarity.STRENGTH, clause.line, clause.first, clause.words) if tells else None
    if kind == FLAWS:
        enough = len(clause.words) >= FEWEST and not said.rstrip().endswith(":")
        return Clause(Polarity.SHORTCOMING, clause.line, clause.first, clause.words) if enough else None
    opens = begins(clause.line, clause.first) or any(" ".join(clause.words[:size]) in MORE for size in (1, 2, 3))
    opens = opens and not tells_only_when(clause.words)
    return clause if opens and (clause.words[:2] == STRIVES or not TOLD.search(said.split(AMONG, maxsplit=1)[0])) else None
