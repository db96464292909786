"""Who did something that day, by where it stands in a sentence: the words between the day it opens with and the verb of holding.

    "Sáng 12/3, │Vườn quốc gia Xuân Sơn│ tổ chức hội nghị"     a body, though no list holds it

What must and must not be read: corpus/meetings.tsv.
"""

import re
from collections.abc import Iterator

from giaoban.model import Span
from giaoban.reading.engine import Page
from giaoban.reading.letters import CAPITALS
from giaoban.reading.rules.meeting.convening_names import DAY, LED, worked_with
from giaoban.reading.rules.named.persons import Holder

VERBS = "sẽ|phối hợp|tiếp tục|thảo luận|trình|đã|vừa|nhằm|để|nghe|về|tại|cho|chủ trì|dự|triển khai"
SUBJECT = re.compile(
    rf"(?:[^.]{{0,40}}[)\-–] ?)?{LED}{DAY}[^,;:{CAPITALS}]{{0,40}}"
    rf"(?:, ?(?:tại|ở|thực hiện|dưới sự)[^,;]{{3,110}}(?=,))*(?:, | )"
    rf"(?P<who>[{CAPITALS}](?:(?! (?:{VERBS})\b)[^,;:()]|\([^)]{{2,30}}\)|,(?= (?:thành|thị|huyện|quận|ngành) )){{3,110}}?)"
    r"(?=(?:,? (?:khóa|khoá|nhiệm kỳ) [^,]{1,22})*,? "
    r"(?:gồm|đã|vừa|tổ chức|họp|tiến hành|mở|triệu tập|khai mạc|có buổi|làm việc"
    r"|phối hợp|long trọng|tiếp tục|thảo luận|nghe|cho ý kiến)\b)"
)
"""The words between the day with which a sentence opens and the verb of holding."""
OPENING = re.compile(
    rf"(?:[^.]{{0,40}}[)\-–] ?)?(?P<who>[{CAPITALS}](?:(?! (?:{VERBS})\b)[^,;:()]|\([^)]{{2,30}}\)){{3,80}}?)"
    r"(?= (?:đã|vừa) (?:tổ chức|họp\b(?! báo(?! cáo))|tiến hành|mở|triệu tập|khai mạc|có buổi"
    r"|phối hợp (?:với [^.;]{3,90} )?tổ chức|long trọng tổ chức))"
)
"""The words with which a sentence opens, before what somebody has done: │Vườn quốc gia Xuân Sơn│ vừa tổ chức."""
HEARD = r"Nghe [^.;]{5,160} báo cáo[^.;]{0,120}, "
FIRST = re.compile(
    rf"(?:[^.]{{0,40}}[)\-–] ?)?{LED}{DAY}(?: (?:ngày|nay|qua|hôm nay|hôm qua),?)*"
    rf"(?: \(?\d[\d/.-]*\)?(?: tháng \d+)?(?:,? năm \d{{4}})?)?, |{HEARD}"
)
"""What a sentence opens with before whoever did something that day, or having heard somebody."""


def is_subject(text: str, opens: int, start: int, end: int) -> bool:
    """Whether the body at `start`..`end` did something that day, by the words before it, or having worked with somebody, by its verb."""
    return worked_with(text, opens, start, end) or FIRST.fullmatch(text, opens, start) is not None


def subjects(page: Page, span: Span) -> Iterator[str]:
    """The words of a sentence that stand where who holds the meeting does, where they name no person of office."""
    end = min(span.end, span.start + 400)
    match = SUBJECT.match(page.text, span.start, end) or OPENING.match(page.text, span.start, end)
    if (
        match
        and " " in match["who"]
        and not any(held.span.end > match.start("who") for held in page.within(Holder, Span(span.start, match.end("who"))))
    ):
        yield match["who"].strip()
