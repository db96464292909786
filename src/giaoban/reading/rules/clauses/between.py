"""A sentence between two of which each tells somebody what to do, that names who acts and goes on with a deed: it tells the same.

    "Sở Xây dựng công bố giá. │Kho bạc thanh toán trong 1 ngày│. Giao Sở Nội vụ theo dõi"

What must and must not be read: corpus/outright.tsv.
"""

import re

from giaoban.model import Span
from giaoban.reading.engine import Page
from giaoban.reading.rules.clauses.actors import begins
from giaoban.reading.rules.clauses.clause import Clause
from giaoban.reading.rules.clauses.listed import clause_at

NEAR = 300
"""Code points in which the directive before it begins, and the one behind it."""
DEED = 60
"""Code points in which a deed begins behind who acts."""
PARTS = (". ", "; ")
TELLS = re.compile(r"\b(?:đã|đang|vừa|được|bị|từng|cho biết|báo cáo rằng)\b")
"""What tells of something done, not of what to do."""


def between(page: Page, body: Span) -> bool:
    """Whether the body opens a sentence so told, whose deed follows at once; nothing in it is told of as done."""
    text, start, end = page.text, body.start, body.end
    if text[max(0, start - len(PARTS[0])) : start] not in PARTS or text[end : end + 1] != " " or (block := page.block_at(start)) is None:
        return False
    told = page.within(Clause, Span(max(block.span.start, start - NEAR), start))
    if not told or told[-1].what.polarity or told[-1].span.end != start - len(PARTS[0]):
        return False
    stop = next((at for at in range(end, block.span.end - 1) if text[at] in ".;" and text[at + 1] == " "), None)
    if stop is None or stop <= end + 1 or TELLS.search(text, end, stop):
        return False
    follows = page.within(Clause, Span(stop, min(block.span.end, stop + NEAR)))
    if not follows or follows[0].what.polarity or page.within(Clause, Span(end, stop)):
        return False
    deed = clause_at(page, Span(end + 1, min(end + DEED, stop)))
    return deed is not None and begins(deed.line, deed.first)
