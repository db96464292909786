"""The sections of a text that are of one place or body by their heading: "2. Huyện Thanh Ba".

What must and must not be read: corpus/contexts.tsv, column "weighed".
"""

import re
from bisect import bisect_left

from giaoban.model import Block, BlockKind
from giaoban.reading.engine import Page
from giaoban.reading.rules.figures.placing.mentions import Mention, heads

SECTION = re.compile(
    r"(?:(?P<bullet>[-–+*•●▪] ?)|(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|[a-zđA-ZĐ])[.)]\s*)?(?:(?:Đối với|Tại|Ở|Trên địa bàn|Địa bàn) )?"
)
"""What stands before the name in a heading that is of one place: a number, or a mark where the heading ends in a colon."""
ENDS = re.compile(r"(?: \([^)]{1,40}\))? ?:?\s*")
LONG = 90
"""Code points of the longest such heading."""
DEPTHS = (re.compile(r"[IVX]{1,5}[.)]|[A-ZĐ][.)]"), re.compile(r"\d{1,2}[.)]"), re.compile(r"\d|[a-zđ][.)]"))
"""Numbers of headings, the shallowest first."""
SENDERS = ("UBND ", "HĐND ", "ỦY BAN ", "UỶ BAN ", "HỘI ĐỒNG ", "ĐẢNG BỘ ")
"""How the line of a letterhead begins that names whose paper it is."""
BULLETS = tuple("-–+*•●▪")
"""Marks of the deepest, which end in a colon."""


def sections(page: Page, mentions: list[Mention]) -> tuple[list[int], list[str]]:
    """Where sections begin that headings open, with the place each is of; an empty name where it is of none."""
    begin = [each.start for each in mentions]
    starts: list[int] = []
    names: list[str] = []
    depth = len(DEPTHS)
    below = page.title.end if page.title else 0
    for block in page.document.blocks:
        if block.span.start < below or _is_letterhead(page.text, block):
            continue
        if name := _section(page.text, block, mentions[bisect_left(begin, block.span.start) : bisect_left(begin, block.span.end)]):
            depth = _depth(block.span.of(page.text))
        elif block.kind is not BlockKind.HEADING or not names or _depth(block.span.of(page.text)) > depth:
            continue
        starts.append(block.span.start)
        names.append(name)
    return starts, names


def _is_letterhead(text: str, block: Block) -> bool:
    """Whether a line in capitals names the committee whose paper it is: UBND XÃ PHÚ LÂM."""
    return text.startswith(SENDERS, block.span.start) and block.span.of(text).isupper()


def _section(text: str, block: Block, within: list[Mention]) -> str:
    if len(block.span) > LONG or block.kind in (BlockKind.TITLE, BlockKind.CAPTION, BlockKind.DATELINE):
        return ""
    opens = SECTION.match(text, block.span.start, block.span.end)
    inner = [each for each in within if each.sort != "list"]
    if opens is None or len(inner) != 1 or inner[0].start != opens.end() or not heads(inner[0]):
        return ""
    if opens["bullet"] and not block.span.of(text).rstrip().endswith(":"):
        return ""
    return inner[0].name if ENDS.fullmatch(text, inner[0].end, block.span.end) else ""


def _depth(heading: str) -> int:
    if heading.startswith(BULLETS):
        return len(DEPTHS)
    return next((depth for depth, numbered in enumerate(DEPTHS) if numbered.match(heading)), 0)
