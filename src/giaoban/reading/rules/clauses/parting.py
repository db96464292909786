"""Stretches parted that are two: of two desks, of a judgement and what is asked for because of it, of praise and blame.

    "Sở Nội vụ rà soát biên chế; │Sở Xây dựng công khai kết quả│"
    "đường hỏng vì chưa có cát, │đề nghị thôn vay tạm│"
    "các thôn đã thu xong quỹ│, phê bình cán bộ thú y để tiêm chậm"

What must and must not be read: corpus/directives.tsv, corpus/findings.tsv.
"""

from collections.abc import Iterator, Sequence

from giaoban.reading.fragments import Fragment
from giaoban.reading.paragraphs import Paragraph
from giaoban.reading.rules.clauses.trims import PAIR
from giaoban.reading.segments import Segment
from giaoban.reference.wording import BIT, does

PLEAS = frozenset((("đề", "nghị"), ("kiến", "nghị"), ("cam", "kết")))
CRITICISES = ("phê", "bình")
PROMISES, WILL = "hứa", "sẽ"
BRINGS = frozenset((("mang", "lại"), ("góp", "phần"), ("tạo", "ra"), ("tạo", "điều")))
"""What is said to come of what is praised, which nobody promises."""
LEAST_PLEA = 5
"""Syllables of the shortest plea behind a judgement of which it is told what is asked."""
PARTING = frozenset(",;")
"""Between a directive and what is none of it."""


def each_for_one(paragraph: Paragraph, found: Segment) -> Iterator[Segment]:
    """A directive parted where another body is told what to do, a judgement where something is asked for because of it, or blamed.

    "Sở Nội vụ rà soát biên chế; │Sở Xây dựng công khai kết quả│", "đường hỏng vì chưa có cát, │đề nghị thôn vay tạm│"
    """
    parts, first = paragraph.parts, found.first
    if found.kind != "D" and (plea := next((at for at in range(first + 1, found.last) if _begs(parts, at)), 0)):
        yield found._replace(last=plea)
        if sum(len(part.words) for part in parts[plea : found.last]) >= LEAST_PLEA:
            yield found._replace(first=plea + (tuple(parts[plea].words) == (WILL,)), kind="D")
        return
    if found.kind == "S" and (blame := next((at for at in range(first + 1, found.last) if _criticises(parts[at])), 0)):
        found = found._replace(last=blame)
    for at in range(found.first + 1, found.last if found.kind == "D" else 0):
        if parts[at].body and parts[at].mark[-1:] in (";", "^"):
            yield found._replace(first=first, last=at)
            first = at
    yield found._replace(first=first)


def _criticises(part: Fragment) -> bool:
    return part.mark[-1:] in PARTING and tuple(part.words[:PAIR]) == CRITICISES


def _begs(parts: Sequence[Fragment], at: int) -> bool:
    """Whether a fragment behind a comma begins to ask for something, or to give somebody's word."""
    part = parts[at]
    if part.mark[-1:] not in PARTING:
        return False
    deed = part.words[1:] or (parts[at + 1].words if at + 1 < len(parts) else ())
    promises = part.words[0] == PROMISES or (
        part.words[0] == WILL and tuple(deed[:PAIR]) not in BRINGS and does(deed[:PAIR], BIT["action"])
    )
    return promises or tuple(part.words[:PAIR]) in PLEAS
