"""Tasks in a list of who does what, where the weights heard none: annotated records seldom hold such lists, minutes of communes often.

    "Chủ tịch UBND phường yêu cầu:"
    "2. Công an phường mở đợt cao điểm xử lý vi phạm trật tự đô thị trong tháng 6."     mở đợt cao điểm …
    "4. Bộ phận Văn hóa quan tâm hơn nữa đến đời sống người nghèo."                   quan tâm hơn nữa …
    "5. Tổ dân phố số 3: thu gom rác; sửa cổng chào."                                 both, though one was heard

An item of a list that somebody asks for or that is headed as tasks, which opens with a body, is a task of that body. What must and must
not be read: corpus/listed.tsv.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from giaoban.model import Block, Found, Span
from giaoban.reading.engine import Page, rule
from giaoban.reading.marks import BodyMention
from giaoban.reading.rules.clauses.actors import begins, needs_sum
from giaoban.reading.rules.clauses.asked_lists import asked_items
from giaoban.reading.rules.clauses.clause import Clause
from giaoban.reading.rules.clauses.headed import Headed, headed
from giaoban.reading.rules.clauses.nothing import tells_only_when
from giaoban.reading.rules.named.persons import Holder
from giaoban.reading.syllables import Syllables

TOLD = re.compile(
    r"(?:đã|đang|vẫn|có|là|đạt|được|bị|ước|còn|báo cáo kết quả|cơ bản|hoàn thành (?:tốt|xuất sắc))\b|[\d(;,.]|(?:[^\W\d]+ ){1,2}đã\b"
)
"""What follows the body where the item tells of it and asks nothing, be it after more of its name."""
JUDGES = re.compile(
    r"(?:(?:cơ bản )?(?:thống nhất|nhất trí) (?:nhận định|đánh giá|ghi nhận)|đánh giá(?: cao| chung)?|nhìn nhận|biểu dương)\b"
)
"""What follows it where the item says how things stand: 1. Thường trực Huyện ủy │thống nhất đánh giá│: chất lượng được giữ vững; …"""
PARTED = re.compile(r"; |\. |[.;]?$")
LEAST = 3
"""Syllables of the shortest task."""
SURE = 0.8
"""All of 30 such tasks were right in eight minutes written for this project; less, since no stranger wrote them (docs/reading.md).

Not counted anew since posts and dispatches were read, too.
"""


@rule(makes=Clause, needs=(Clause, BodyMention, Holder, Syllables))
def listed_tasks(page: Page) -> Iterator[Found[Clause]]:
    """Each item of a list under somebody's order, without the name of whoever acts and in so far as no clause was read there."""
    actors = headed(page)
    for block, start in asked_items(page, actors):
        yield from _tasks(page, block, start, actors.get(block.span.start))


def _tasks(page: Page, block: Block, start: int, actor: Headed | None) -> Iterator[Found[Clause]]:
    opening = [each for kind in (BodyMention, Holder) for each in page.within(kind, block.span) if each.span.start == start]
    if not opening and actor is None:
        return
    if not actor and not page.text.startswith(":", opening[0].span.end) and not _known(page, opening[0], block):
        return
    at = actor.start if actor else _after(page.text, opening[0].span.end)
    if TOLD.match(page.text, at, block.span.end) or JUDGES.match(page.text, at, block.span.end):
        return
    heard = [each.span for each in page.within(Clause, block.span)]
    if heard and actor is None:
        return
    last = actor.end if actor and actor.end else block.span.end
    while at < last:
        parted = PARTED.search(page.text, at, last)
        end = parted.start() if parted else last
        clause = clause_at(page, Span(at, end)) if at < end and is_free(heard, Span(at, end)) else None
        if clause and not (tells_only_when(clause.words) or needs_sum(clause.line.words, clause.first)):
            yield Found(clause, Span(at, end), confidence=SURE)
        at = max(end + 1, parted.end() if parted else end)


def _known(page: Page, opening: Found[object], block: Block) -> bool:
    """Whether whoever opens an item is a body, or an office that an action follows."""
    if isinstance(opening.what, BodyMention):
        return True
    rest = clause_at(page, Span(opening.span.end + 1, block.span.end)) if opening.span.end + 1 < block.span.end else None
    return rest is not None and begins(rest.line, rest.first)


def _after(text: str, at: int) -> int:
    """Where what the body shall do begins."""
    while text[at : at + 1] in (" ", ":", ","):
        at += 1
    return at


def is_free(heard: list[Span], span: Span) -> bool:
    """Whether none of the clauses heard, which are in order, overlaps a span."""
    before = bisect_left(heard, span.end, key=lambda each: each.start)
    return not before or heard[before - 1].end <= span.start


def clause_at(page: Page, span: Span) -> Clause | None:
    """The clause of a stretch of text; None where it is too short or begins within a syllable."""
    lines = page.all(Syllables)
    place = bisect_right(lines, span.start, key=lambda each: each.span.start) - 1
    line = lines[max(place, 0)].what
    first, last = bisect_left(line.starts, span.start), bisect_right(line.starts, span.end - 1)
    words = tuple(line.words[first:last])
    return Clause(None, line, first, words) if len(words) >= LEAST and line.starts[first] == span.start else None
