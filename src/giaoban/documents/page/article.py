"""Which blocks of a page are its article: trafilatura says where it begins and ends, the page itself what stands there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from giaoban.documents.kinds import DATELINE, STATE, is_caption
from giaoban.documents.page.cells import laid_out
from giaoban.documents.page.tree import words
from giaoban.documents.page.whole import Shown
from giaoban.model import BlockKind
from giaoban.reference.folding import fold

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MOST_ELEMENTS = 30_000
"""Beyond so many elements, finding the article would take longer than anybody waits: then the whole page is taken."""
SHARE = 0.4
"""The article must have this share of the prose that the page shows outside menus; else the whole page is taken."""
PROSE = 80
"""A block this long, in code points, is prose and no menu."""
BEFORE = 4
"""How many short lines before the prose belong to it: title, date, author."""
LEFTOVER = re.compile(
    r"\d+$|(?:các )?tin (?:liên quan|khác|mới|cũ|cùng|đã đưa)|bài (?:viết )?(?:liên quan|khác)|liên kết|(?:số )?lượt|"
    r"đang (?:online|truy cập)|bình luận|ý kiến bạn đọc|chia sẻ|từ khóa|tags?\b|thống kê|xem (?:thêm|tiếp|chi tiết)"
    r"|đánh giá(?: bài viết)?\s*:?\s*\d",
    re.IGNORECASE,
)
"""What begins so after the prose is no more of the article."""
ELSEWHERE = re.compile(r"(?i)\W*(?:(?:mời |bạn )*(?:xem|đọc) (?:thêm|tiếp)|(?:tin|bài)(?: viết)? liên quan)\s*(?::|>|»)")
FOOT = re.compile(
    r"©|copyright|bản quyền|cơ quan (?:chủ quản|ngôn luận)|(?:người )?chịu trách nhiệm (?:chính|nội dung|xuất bản)|trưởng ban biên tập"
    r"|tổng biên tập|giấy phép (?:số|hoạt động|xuất bản|thiết lập)|địa chỉ:|điện thoại:|ghi rõ nguồn",
    re.IGNORECASE,
)
"""How the line begins that says whose page it is, however long."""
TITLE_REACH = 10
"""How many blocks above the article its title may stand."""
TITLE_WORDS = 5
"""Words that a heading above the article has at least where it is its title."""
LINKED = 0.7
"""A block of which more leads elsewhere belongs to a menu."""
SURE = 20
"""A text this long, in code points, is found in another one only if it is part of it."""
FINISHED = re.compile(r"[.!?…;:/][\"”’»)\]]*$")


def article(shown: Sequence[Shown], root: "Element") -> list[Shown]:
    """The blocks of the article, its title first; the whole page without menus where there seems to be no article."""
    plain = [block for block in shown if not block.apart]
    told = _told(root)
    first, last = _range(plain, told)
    if first is None or _prose(plain[first : last + 1]) < SHARE * _prose(plain):
        return plain
    inside = [block for block in plain[first : last + 1] if not _leads_on(block) and (block.linked < LINKED or told.has(block.text))]
    return [*_head(plain[max(0, first - TITLE_REACH) : first]), *_trimmed(inside)]


@dataclass(frozen=True, slots=True)
class Told:
    """What trafilatura takes for the article, accents off: all of it on one line, and each stretch of text by itself."""

    text: str = ""
    stretches: frozenset[str] = frozenset()

    def has(self, text: str) -> bool:
        folded = fold(text)
        return folded in self.stretches or (len(folded) >= SURE and folded in self.text)


def _told(root: "Element") -> Told:
    if laid_out(root) > MOST_ELEMENTS:
        return Told()
    from trafilatura import bare_extraction

    body = getattr(bare_extraction(root, favor_recall=True, include_comments=False, include_tables=True), "body", None)
    if body is None:
        return Told()
    stretches = (" ".join((text or "").split()) for each in body.iter() for text in (each.text, each.tail))
    return Told(fold(words(body)), frozenset(fold(text) for text in stretches if text))


def _range(blocks: Sequence[Shown], told: Told) -> tuple[int | None, int]:
    """The first and last block that is told of; of a table the rows all together."""
    inside = [index for index, block in enumerate(blocks) if told.has(block.text)]
    if not inside:
        return None, 0
    last = inside[-1]
    while last + 1 < len(blocks) and blocks[last].piece.cells and blocks[last + 1].piece.cells:
        last += 1
    return _table_from(blocks, inside[0]), last


def _table_from(blocks: Sequence[Shown], at: int) -> int:
    """Where the table begins of which a block is a row; the block itself where it is none."""
    while at and blocks[at].piece.cells and blocks[at - 1].piece.cells:
        at -= 1
    return at


def _prose(blocks: Sequence[Shown]) -> int:
    return sum(len(block.text) for block in blocks if len(block.text) >= PROSE or block.piece.cells)


def _head(above: Sequence[Shown]) -> list[Shown]:
    """The title above the article, and of what stands between them the date, captions and prose."""
    at = next((index for index, block in enumerate(above) if block.piece.kind is BlockKind.TITLE), _heading(above))
    if at is None:
        return [block for block in above[-2:] if DATELINE.fullmatch(block.text)]
    kept = [block for block in above[at + 1 :] if DATELINE.fullmatch(block.text) or is_caption(block.text) or len(block.text) >= PROSE]
    return [above[at], *kept]


def _heading(above: Sequence[Shown]) -> int | None:
    """The heading nearest to the article that leads nowhere and says more than the name of a section."""
    long = (
        index
        for index, block in reversed(list(enumerate(above)))
        if block.piece.kind is BlockKind.HEADING and block.linked < LINKED and len(block.text.split()) >= TITLE_WORDS
    )
    return next(long, None)


def _trimmed(blocks: Sequence[Shown]) -> list[Shown]:
    """Without the menus and counters that came along before and after the prose."""
    prose = [index for index, block in enumerate(blocks) if _is_prose(block)]
    if not prose:
        return list(blocks)
    first, last = _table_from(blocks, prose[0]), prose[-1]
    head = _from_title([block for block in blocks[max(0, first - BEFORE) : first] if not block.piece.cells])
    tail = takewhile(lambda block: not LEFTOVER.match(block.text) and not FOOT.match(block.text), blocks[last + 1 :])
    return [*head, *blocks[first : last + 1], *tail]


def _leads_on(block: Shown) -> bool:
    """Whether a block within the article only leads to another one."""
    return block.linked > 0 and ELSEWHERE.match(block.text) is not None


def _from_title(head: Sequence[Shown]) -> Sequence[Shown]:
    """What stands before the prose, from the line above the date on, where nothing is marked as the title: before it are menus."""
    dated = next((at for at, block in enumerate(head) if DATELINE.fullmatch(block.text)), 0)
    return head if any(block.piece.kind is BlockKind.TITLE for block in head) else head[max(0, dated - 1) :]


def _is_prose(block: Shown) -> bool:
    text = block.text
    if FOOT.match(text):
        return False
    filled = sum(1 for cell in block.piece.cells if any(map(str.isdigit, cell)))
    return len(text) >= PROSE or bool(FINISHED.search(text) and len(text) > PROSE // 4) or filled > 1 or bool(STATE.search(text))
