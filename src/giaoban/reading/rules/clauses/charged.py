"""Who is in charge of an item of a list, told at its end: in a bracket, or behind a dash.

    "1. Rà soát hồ sơ tồn đọng (Phòng Kinh tế chủ trì)"       Phòng Kinh tế
    "2. Chuẩn bị kỳ họp HĐND – Văn phòng HĐND và UBND"        Văn phòng HĐND và UBND
    "3. Làm việc với Viện Dinh dưỡng (Bộ Y tế)"               nobody: whose the institute is

What must and must not be read: corpus/listed.tsv.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from giaoban.model import Block, Span
from giaoban.reading.engine import Page
from giaoban.reading.marks import BodyMention
from giaoban.reading.rules.clauses.desks import DESKS
from giaoban.reading.rules.clauses.opened import COMRADE, HAMLET
from giaoban.reading.rules.named.persons import Holder

LONGEST = 140
"""Code points of the longest end of an item that says who is in charge."""
TELLS = re.compile(
    r" (?:\((?:(?:[Dd]o|[Gg]iao(?: cho)?|(?:[Đđ]ơn vị )?[Cc]hủ trì:|[Tt]hực hiện:|[Pp]hụ trách:) )?(?P<in>[^()\n]{2,120})\)"
    r"|[-–] (?P<behind>[^()\n:;.]{2,90}?))[ .;]*$"
)
DOES = re.compile(
    r"(?: là)?(?: (?:đơn vị|cơ quan|đầu mối))? (?:chủ trì|phụ trách|chịu trách nhiệm|thực hiện|đảm nhiệm|đầu mối|tham mưu|theo dõi)"
)
"""What stands behind whoever is in charge."""
WHERE = re.compile(r"(?:xã|phường|thị trấn|thị xã|huyện|quận|thành phố|tỉnh|thôn|xóm|bản|ấp|khu phố|tổ dân phố|TP|TX|TT)\b", re.IGNORECASE)
"""How it is told where something is, not who does it, where no word says that he is in charge: nạo vét kênh N3 (xã Tân Lập)."""
JOINED = re.compile(r"(?:, | và |; )(?:(?:các )?đồng chí )?")
BEGINS = (" - ", " – ", " (")
"""How the end begins."""
NAMED = 120
"""Code points of the longest name of a body."""


@dataclass(frozen=True, slots=True)
class Charged:
    """Who is in charge, and where it begins to be told."""

    who: str
    start: int


def charged(page: Page, block: Block) -> Charged | None:
    """Who is in charge of a block by its end; None where that does not tell."""
    text, end = page.text, block.span.end
    floor = max(block.span.start, end - LONGEST)
    told = TELLS.search(text, floor, end) if any(text.rfind(each, floor, end) >= 0 for each in BEGINS) else None
    if told is None or _owned(page, told.start()):
        return None
    group = "in" if told["in"] else "behind"
    start, stop = told.span(group)
    does = DOES.search(text, start, stop)
    if does and group == "in" and next(_parts(page, start, does.start()), None):
        return Charged(text[start : does.start()], told.start())
    if WHERE.match(text, start, stop):
        return None
    return Charged(text[start:stop], told.start()) if _all_known(page, start, stop) else None


def _owned(page: Page, at: int) -> bool:
    """Whether a body's name ends right before, so that what follows may only say whose it is."""
    return any(
        each.span.end == at and page.text[each.span.start].isupper() for each in page.within(BodyMention, Span(max(0, at - NAMED), at))
    )


def _parts(page: Page, start: int, stop: int) -> Iterator[int]:
    """Where each known name ends that begins at `start`."""
    for kind in (BodyMention, Holder):
        yield from (each.span.end for each in page.within(kind, Span(start, start + 1)) if each.span.start == start)
    for pattern in (DESKS, COMRADE, HAMLET):
        if said := pattern.match(page.text, start, stop):
            yield said.end()


def _all_known(page: Page, start: int, stop: int) -> bool:
    """Whether nothing stands there but names, one after the other."""
    while start < stop:
        end = max((each for each in _parts(page, start, stop) if each <= stop), default=start)
        if end == start:
            return False
        joined = JOINED.match(page.text, end, stop)
        start = joined.end() if joined else end
        if start < stop and not joined:
            return False
    return True
