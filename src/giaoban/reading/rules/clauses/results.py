"""Where a paper tells of what was done: under a heading of results nothing listed is a task, unless somebody asks for it there.

    II. KẾT QUẢ THÁNG 5
    - Tổ dân phố số 3: thu gom rác bãi biển       done
    - Đề nghị huyện bố trí kinh phí               asked for

What must and must not be read: corpus/listed.tsv.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from giaoban.model import BlockKind, Span
from giaoban.reading.engine import Page

RESULTS = re.compile(
    r"\bkết quả\b|\b(?:công việc|việc) đã (?:làm|thực hiện)\b"
    r"|\b(?:đánh giá|kiểm điểm|nhận xét|tình hình)(?: chung)?(?: về)?"
    r"(?: (?:việc )?(?:công tác|hoạt động|thực hiện|triển khai)| (?:tuần|tháng|quý)\b)",
    re.IGNORECASE,
)
AHEAD = re.compile(r"\b(?:nhiệm vụ|giải pháp|phương hướng|kết luận|kế hoạch|kiến nghị|đề xuất|yêu cầu)\b", re.IGNORECASE)
"""What a heading of results that also looks ahead says."""
ASKING = frozenset((
    ("đề", "nghị"), ("yêu", "cầu"), ("kiến", "nghị"), ("thời", "gian"), ("tập", "trung"), ("tiếp", "tục"), ("phấn", "đấu"), ("kết", "luận"),
))  # fmt: skip
MUST = frozenset(("cần", "phải", "sẽ", "xin"))
HANDED = frozenset((("bàn", "giao"), ("giao", "ban"), ("giao", "thông"), ("giao", "dịch"), ("được", "giao"), ("ngoại", "giao")))
"""Words with that syllable by which nobody is charged."""


NUMBER = r"\A\s*(?i:(?:[ivx]{1,5}|\d{1,2}(?:\.\d{1,2})?|[a-hđ])[.)/]|[-–+*•]).*"
"""How a heading of a report begins, not one between the paragraphs of news: 1.2. Tồn tại, hạn chế."""
GOOD = r"(?i:\b(?:kết quả|ưu điểm|mặt được|mặt làm được|thuận lợi)\b)"
FLAWS = r"(?i:\b(?:tồn tại|hạn chế|yếu kém|khuyết điểm|chưa (?:được|làm được|đạt))\b)"
OTHER = r"(?i:\b(?:nhiệm vụ|giải pháp|phương hướng|kết luận|kế hoạch|kiến nghị|đề xuất|yêu cầu|nguyên nhân|khắc phục|đánh giá)\b)"
DONE_WELL, NOT_WELL = (re.compile(NUMBER + said) for said in (GOOD, FLAWS))
NOT_GOOD, NOT_FLAWS = (re.compile(f"{OTHER}|{said}") for said in (FLAWS, GOOD))


PART = re.compile(r"(?:[IVX]{1,5}|[A-HĐ])[.)/] ?")
PLEAS = re.compile(r"\b(?:kiến nghị|đề xuất)\b(?!.*\b(?:nhiệm vụ|giải pháp)\b)", re.IGNORECASE)
"""How a part begins, and what the heading of one says that asks others."""


def under_results(page: Page) -> list[Span]:
    """The stretches of text under headings of results, each to the next heading."""
    return _under(page, RESULTS, AHEAD)


def judged_by_headings(page: Page) -> tuple[list[Span], list[Span]]:
    """The stretches of text under headings of what was well done, and of what was not, each to the next heading."""
    return _under(page, DONE_WELL, NOT_GOOD), _under(page, NOT_WELL, NOT_FLAWS)


def under_pleas(page: Page) -> list[Span]:
    """The stretches of text under headings of what a report asks others for, each to the next part: III. KIẾN NGHỊ."""
    found: list[Span] = []
    start: int | None = None
    for block in page.document.blocks:
        if block.kind is not BlockKind.HEADING or not PART.match(page.text, block.span.start, block.span.end):
            continue
        if start is not None:
            found.append(Span(start, block.span.start))
        start = block.span.end if PLEAS.search(page.text, block.span.start, block.span.end) else None
    if start is not None and start < len(page.text):
        found.append(Span(start, len(page.text)))
    return found


def _under(page: Page, wanted: re.Pattern[str], unwanted: re.Pattern[str]) -> list[Span]:
    found: list[Span] = []
    start: int | None = None
    for block in page.document.blocks:
        if block.kind is BlockKind.HEADING:
            if start is not None:
                found.append(Span(start, block.span.start))
            said = block.span.of(page.text)
            start = block.span.end if wanted.search(said) and not unwanted.search(said) else None
    if start is not None and start < len(page.text):
        found.append(Span(start, len(page.text)))
    return found


def asks(words: Sequence[str]) -> bool:
    """Whether the folded syllables of a sentence ask for something or look ahead."""
    pairs = list(pairwise(words))
    charges = words.count("giao") > sum(pair in HANDED for pair in pairs)
    return charges or not MUST.isdisjoint(words) or any(pair in ASKING for pair in pairs)
