"""The items of lists that somebody asks for or that are headed as tasks.

"Chủ tịch UBND tỉnh yêu cầu:"
"2. Giám đốc Sở Y tế chỉ đạo các bệnh viện …"     he is told to, and tells nobody here
"""

import re
from collections.abc import Container, Iterator

from giaoban.model import Block, BlockKind
from giaoban.reading.engine import Page
from giaoban.reading.rules.clauses.items import item_at
from giaoban.reading.rules.clauses.results import DONE_WELL, NOT_WELL

ASKED = re.compile(
    r"\b(?:công điện|yêu cầu|đề nghị|kết luận|chỉ đạo|giao(?! thông)|phân công|nhiệm vụ|thực hiện"
    r"|cần tập trung|cần làm|(?:các|những|mấy) việc)\b[^.]*:$"
    r"|^(?:chủ tịch|thủ tướng|bộ trưởng|trưởng ban|ban chỉ|[uủ][ỷy] ban|ubnd|văn phòng)\b[^.:]{0,90}"
    r" điện(?: (?:yêu cầu|gửi|khẩn)[^.:]*)?:$",
    re.IGNORECASE,
)
"""How a line ends over what somebody asks for, by dispatch too: CHỦ TỊCH UBND TỈNH ĐIỆN: …"""
LEADS_ON = ":"
"""How what `ASKED` finds ends."""
HEADED = re.compile(
    r"\b(?:nhiệm vụ|giải pháp|kết luận|phương hướng|tổ chức thực hiện|phân công|ý kiến chỉ đạo|kiến nghị|yêu cầu)\b", re.IGNORECASE
)
OVER = re.compile(r"(?:[IVX]{1,5}|[A-HĐ])[.)/]|(?:Phần|PHẦN|Mục|MỤC)\b|[^\d\-–+•*]")
"""How a heading begins that ends the lists before it; "1. Phòng Kinh tế" goes on with them."""


def asked_items(page: Page, actors: Container[int]) -> Iterator[tuple[Block, int]]:
    """Each item of such a list, and where it begins behind its number. `actors`: where blocks begin that a colon gives an actor."""
    asked = False
    for block in page.document.blocks:
        item = item_at(page.text, block)
        if item and (block.kind is BlockKind.LIST_ITEM or block.span.start in actors):
            if asked:
                yield block, item.end()
            asked = asked or _asks(block, block.span.of(page.text).rstrip(), asked)
        else:
            asked = _asks(block, block.span.of(page.text).rstrip(), asked)


def asked_paragraphs(page: Page) -> Iterator[int]:
    """Where the paragraphs begin that follow a line which ends in asking, up to the next heading or list: … đồng chí yêu cầu:"""
    asked = False
    for block in page.document.blocks:
        if asked and block.kind is BlockKind.PARAGRAPH:
            yield block.span.start
        said = block.span.of(page.text).rstrip() if block.kind is not BlockKind.HEADING else ""
        asked = (asked and block.kind is BlockKind.PARAGRAPH) or (said.endswith(LEADS_ON) and ASKED.search(said) is not None)


def _asks(block: Block, said: str, before: bool) -> bool:
    """Whether the list that follows a block, or goes on after it, is one of tasks."""
    if block.kind is BlockKind.HEADING:
        if DONE_WELL.search(said) or NOT_WELL.search(said):
            return False
        return bool(HEADED.search(said)) if OVER.match(said) or not before else before
    return said.endswith(LEADS_ON) and ASKED.search(said) is not None
