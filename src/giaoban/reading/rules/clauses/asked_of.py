"""Of whom the list below a sentence is asked that ends in a colon.

    "Thời gian tới, Ban cán sự đảng UBND huyện lãnh đạo UBND huyện:"            Ban cán sự đảng UBND huyện
    "Đồng chí đề nghị Đảng ủy xã:"                                              Đảng ủy xã
    "Chủ tịch yêu cầu các phòng, ban tập trung thực hiện các nhiệm vụ sau:"    các phòng, ban

What must and must not be read: corpus/listed.tsv.
"""

from bisect import bisect_left
from collections.abc import Iterator

from giaoban.model import Found
from giaoban.reading.engine import Page
from giaoban.reading.marks import BodyMention
from giaoban.reading.rules.clauses.assignees import widened
from giaoban.reading.rules.clauses.items import item_at, sort_of
from giaoban.reading.syllables import Syllables
from giaoban.reference.wording import BIT, wording

ASKING = BIT["say_order"] | BIT["say_request"]
LEADS = frozenset((
    ("thực", "hiện"), ("triển", "khai"), ("tập", "trung"), ("lãnh", "đạo"), ("chỉ", "đạo"), ("chú", "trọng"), ("làm", "tốt"),
    ("quan", "tâm"), ("khẩn", "trương"), ("tiếp", "tục"), ("nghiêm", "túc"), ("chủ", "động"), ("phối", "hợp"), ("tổ", "chức"),
))  # fmt: skip
"""What stands behind whoever is asked, before the colon."""
MOST = 40
"""Items of the longest list."""
MODALS = frozenset(("cần", "phải", "sẽ", "nên"))
OPENERS = frozenset(",;:.")


def asked_of(page: Page) -> dict[int, str]:
    """Whoever the items of such lists are asked of, each by where its block begins."""
    blocks = page.document.blocks
    ends = {found.span.end: found for found in page.all(Syllables) if page.text[found.span.end - 1] == ":"}
    found: dict[int, str] = {}
    for place, block in enumerate(blocks):
        line = ends.get(block.span.end)
        if line and (who := _who(page, line)):
            found |= dict.fromkeys(_items(page, place + 1), who)
    return found


def _items(page: Page, place: int) -> Iterator[int]:
    """Where the items of one sort begin from block `place` on."""
    sort = None
    for block in page.document.blocks[place : place + MOST]:
        item = item_at(page.text, block)
        if item is None or (sort is not None and sort_of(item) != sort):
            return
        sort = sort_of(item)
        yield block.span.start


def _who(page: Page, found: Found[Syllables]) -> str | None:
    """The last body in the sentence that is asked, or opens its clause, right before it leads on to the list."""
    line = found.what
    for body in reversed(page.within(BodyMention, found.span)):
        at = bisect_left(line.starts, body.span.end)
        while at < len(line.words) and line.words[at] in MODALS:
            at += 1
        start = widened(page, line, body.span.start)
        first = bisect_left(line.starts, start)
        leads = tuple(line.words[at : at + 2]) in LEADS and (not first or line.words[first - 1] in OPENERS)
        if leads or ((tuple(line.words[at : at + 2]) in LEADS or line.words[at:] == [":"]) and _asked(line, first)):
            return page.text[start : body.span.end]
    return None


def _asked(line: Syllables, at: int) -> bool:
    """Whether a verb of asking stands right before syllable `at`."""
    phrases = wording()
    return any(phrases.get(" ".join(line.words[max(0, at - size) : at]), 0) & ASKING for size in (1, 2))
