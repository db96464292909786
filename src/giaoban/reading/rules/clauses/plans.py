"""What a body plans for itself, of which a paragraph tells: it asks for all of it, and acts.

    "Năm 2021, Hội Nông dân tỉnh sẽ │tăng quỹ thêm 5 tỷ đồng│; │lập 10 tổ liên kết│"      Hội Nông dân tỉnh

Where the text before was somebody's words, those of the body's plan are not his. What must and must not be read: corpus/parties.tsv.
"""

import re

from giaoban.model import Span
from giaoban.reading.engine import Page
from giaoban.reading.marks import BodyMention, PeriodMention
from giaoban.reading.rules.clauses.speech import Speech

OPENER = re.compile(r"[^,.;:\n]{2,60}, ")
"""What stands before the body: the time of which the paragraph tells."""
TO_COME = re.compile(r"thời gian tới|những tháng (?:cuối|tới|còn lại)|giai đoạn tới|tới đây", re.IGNORECASE)
"""A time to come that is none of the calendar."""
PLANS = re.compile(
    r" (?:cũng |còn |tiếp tục )?(?:sẽ|dự kiến|đặt (?:ra )?mục tiêu|tập trung|phấn đấu|xác định|tiếp tục|triển khai|đề ra|quyết tâm)\b"
)
"""What a body does that plans."""


def planner(page: Page, span: Span) -> str | None:
    """The body whose plan the paragraph tells that a directive stands in; None where it tells of none, or somebody speaks in it before."""
    block = page.block_at(span.start)
    opened = OPENER.match(page.text, block.span.start, span.start) if block else None
    if block is None or opened is None or not _of_time(page, Span(block.span.start, opened.end())):
        return None
    at = opened.end()
    body = next((each for each in page.within(BodyMention, Span(at, at + 1)) if each.span.start == at and not each.what.person), None)
    named = body.span.of(page.text) if body else ""
    if body is None or not named[0].isupper() or not any(map(str.isupper, named[1:])) or not PLANS.match(page.text, body.span.end):
        return None
    said = page.within(Speech, Span(block.span.start, span.start))
    return None if any(each.what.named and each.what.named.start != at for each in said) else named


def _of_time(page: Page, said: Span) -> bool:
    return bool(page.within(PeriodMention, said)) or TO_COME.search(page.text, said.start, said.end) is not None
