"""Who must act: the body named just before the action, or the one that acted last.

    "yêu cầu Sở Xây dựng rà soát …; báo cáo UBND tỉnh"    Sở Xây dựng, for both
    "Các địa phương cần …"                                 các địa phương
    "Đối với UBND các xã: …"                               UBND các xã
"""

from bisect import bisect_left

from giaoban.model import Span
from giaoban.reading.engine import Page
from giaoban.reading.marks import BodyMention, PlaceMention
from giaoban.reading.rules.clauses import Clause
from giaoban.reading.syllables import Syllables
from giaoban.reference.wording import BIT, wording

SKIPPED = frozenset("cần phải sẽ cũng là hãy nên được có đã và cùng đang luôn tiếp tục : - – , “ \" thì rất còn ngay khẩn trương đặc biệt trước mắt".split())
"""Syllables between the one who acts and the action."""
LIMITS = BIT["say_order"] | BIT["say_request"] | BIT["say"] | BIT["action"]


def named_before(page: Page, clause: Clause) -> str | None:
    """The body whose name ends where the action begins, light words apart."""
    line = clause.line
    at = clause.first
    while at and line.words[at - 1] in SKIPPED:
        at -= 1
    if not at:
        return None
    end = line.ends[at - 1]
    window = Span(line.starts[max(0, at - 40)], end)
    bodies = [each for each in page.within(BodyMention, window) if each.span.end == end]
    places = [each for each in page.within(PlaceMention, window) if each.span.end == end]
    found = min([each.span for each in bodies] + [each.span for each in places], key=lambda span: span.start, default=None)
    return _widened(page.text, line, found) if found else None


def _widened(text: str, line: Syllables, span: Span) -> str:
    """The name with "các", "toàn", "lãnh đạo" before it."""
    at = bisect_left(line.starts, span.start)
    while at and line.words[at - 1] in ("các", "toàn", "những", "cả") and not wording().get(line.words[at - 1], 0) & LIMITS:
        at -= 1
    return text[line.starts[at] : span.end]
