"""Items of lists that say before a colon or as their first words who is to act, and the items below them.

    "4. Tổ dân phố số 3: thu gom rác bãi biển"             Tổ dân phố số 3
    "- Đ/c Tuấn trực tiếp chỉ đạo giải phóng mặt bằng"     Đ/c Tuấn (`opened`)
    "UBND huyện lãnh đạo các xã:"  "- Rà soát …"           UBND huyện (`asked_of`)
    "1. Trung tâm Phát triển quỹ đất:"  "a) Niêm yết …"    Trung tâm Phát triển quỹ đất, for both

What must and must not be read: corpus/listed.tsv.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from giaoban.model import Block, BlockKind, Span
from giaoban.reading.engine import Page
from giaoban.reading.marks import BodyMention
from giaoban.reading.rules.clauses.actors import acts_behind, after_actor, begins
from giaoban.reading.rules.clauses.asked_of import asked_of
from giaoban.reading.rules.clauses.assignees import ARTICLES, VAGUE, belongs
from giaoban.reading.rules.clauses.charged import charged
from giaoban.reading.rules.clauses.desks import DESK_HEADS, DESKS
from giaoban.reading.rules.clauses.items import item_at, sort_of
from giaoban.reading.rules.clauses.minutes import PLEA, in_opinions
from giaoban.reading.rules.clauses.opened import line_at, opened
from giaoban.reading.rules.named.persons import Holder
from giaoban.reading.syllables import Syllables
from giaoban.reference.wording import BIT, does

ITEMS = frozenset((BlockKind.LIST_ITEM, BlockKind.HEADING))
BEFORE_COLON = re.compile(r"[^\d:;.\n][^:;.\n]{1,90}:(?=\s|$)")
ABOUT_WHAT = re.compile(
    r"[^:;.\n]{2,90}: (?P<assents>(?:[Đđ]ồng ý|[Nn]hất trí|[Tt]hống nhất)(?: về)?(?: chủ trương| nguyên tắc)?(?:[,;]| và) )?(?:[Gg]iao )?"
)
TOWARDS = re.compile(r"[Đđ]ối với (?P<many>các )?")
KINDS = re.compile(
    r"(?:thôn|xóm|bản|ấp|khu|tổ|hộ|đơn vị|phòng|ban|trường(?! hợp)|cơ quan|đoàn thể|tổ chức|doanh nghiệp|hợp tác xã|ngành|lực lượng|cán bộ"
    r"|xã|phường|địa phương|chủ đầu tư|nhà thầu|hội|chi bộ|nhân dân|người dân)\b[^:]{0,60}"
)
"""Who is addressed by his kind alone: Đối với các thôn: …"""
SEVERAL = "Các "
POSTS = re.compile(
    r"(?:Tư pháp|Hộ tịch|Kế toán|Địa chính|Thống kê|Quân sự|Xã đội|Khuyến nông|Thú y|Thủ quỹ|[Nn]gành"
    rf"|(?:{DESK_HEADS})(?=[ :])[^:,]{{0,40}}"
    r"|(?:Chủ tịch|Giám đốc|Bộ trưởng|Thủ trưởng|Bí thư|Tổng [Gg]iám đốc|Trưởng [Bb]an|Chỉ huy trưởng)"
    r" (?:các |UBND|Ủy ban|Sở|Bộ|Công ty|Ban)"
    r"(?:(?!yêu cầu|đề nghị|kết luận|giao(?! thông| dịch)|chỉ đạo|phát biểu|báo cáo|nhấn mạnh|cho biết|lưu ý|nêu|nói)[^:]){0,80}"
    r"|(?:Trưởng|Bí thư)(?: các)? (?:ấp|thôn|bản|khu phố|xóm|buôn|làng|chi bộ|khu dân cư))\b"
)
"""How items of communes name who sits at a desk, without the word for the office."""
FEWEST = 3
"""Blanks in the shortest task behind which it is told who is in charge."""
ABOUT = 5
"""Code points of "Các " before the body."""


LEADING = re.compile(r"[Cc]hỉ đạo ")
"""How it begins that he is to have another do something, who is named then."""
LATE = 4
"""Syllables by which a directive begins too late behind the name of whoever acts: trực tiếp chỉ đạo │giải phóng mặt bằng."""
MARKS = frozenset(",;:.")


@dataclass(frozen=True, slots=True)
class Headed:
    """Who is to act in an item, where what he shall do begins, and where it ends if it is told behind it that he shall."""

    who: str
    start: int
    end: int | None = None


def headed(page: Page) -> dict[int, Headed]:
    """The items that say who acts, there or in the item above, each by where its block begins."""
    found: dict[int, Headed] = {}
    asked = asked_of(page)
    over: tuple[str, str] | None = None
    opinions = ""
    for block in page.document.blocks:
        if opinions := in_opinions(page, block, opinions):
            continue
        item = item_at(page.text, block) if block.kind in ITEMS else None
        if item is None:
            over = None
            continue
        sort = sort_of(item)
        own = next((each for tells in TELLS if (each := tells(page, block, item.end()))), None)
        if own and PLEA.match(page.text, own.start):
            over = None
            continue
        if own:
            found[block.span.start] = own
            heads = own.start >= block.span.end
            over = (sort, own.who) if heads else over if over and sort != over[0] else None
        elif over and sort != over[0]:
            found[block.span.start] = Headed(over[1], item.end())
        else:
            over = None
            if block.span.start in asked:
                found[block.span.start] = Headed(asked[block.span.start], item.end())
    return found


def actor_of(page: Page, actors: dict[int, Headed], span: Span, chosen: str | None) -> str | None:
    """Who a colon at the head of the item says that acts, unless one was named after it."""
    block = page.block_at(span.start)
    actor = actors.get(block.span.start) if block else None
    if actor is None or span.start < actor.start:
        return None
    if chosen and chosen in page.text[actor.start : span.end] and not LEADING.match(page.text, span.start):
        return None
    return actor.who


def deed_of(actors: Mapping[int, Headed], line: Syllables, first: int, end: int) -> int:
    """Where a directive begins whose item says who acts, if its first syllable stands in his name or up to `LATE` behind it.

    "Các thôn │tổng│ vệ sinh đường làng"
    """
    actor = actors.get(line.sentence.block.span.start)
    if actor is None or not line.starts[0] <= actor.start < end:
        return first
    deed = bisect_left(line.starts, actor.start)
    while deed < first and line.words[deed] in MARKS:
        deed += 1
    return deed if first - LATE <= deed and MARKS.isdisjoint(line.words[deed:first]) else first


def _own(page: Page, block: Block, at: int) -> Headed | None:
    towards = TOWARDS.match(page.text, at, block.span.end)
    at = towards.end() if towards else at
    told = BEFORE_COLON.match(page.text, at, block.span.end)
    if told is None:
        return None
    colon = told.end() - 1
    body = next((each for each in page.within(BodyMention, block.span) if at <= each.span.start <= at + ABOUT), None)
    if body and _leads(page.text[at : body.span.start]):
        known = body.span.end
    elif towards and KINDS.fullmatch(page.text, at, colon):
        at, known = _with_article(towards), colon
    elif post := POSTS.match(page.text, at, colon) or DESKS.match(page.text, at, colon):
        known = post.end()
    else:
        return None
    if known < colon and not _goes_on(page, Span(known, colon)):
        return None
    return Headed(page.text[at:colon].rstrip(), colon + 1 + (page.text[colon + 1 : colon + 2] == " "))


def _opened(page: Page, block: Block, at: int) -> Headed | None:
    found = opened(page, at, block.span.end)
    return Headed(*found) if found else None


def _behind(page: Page, block: Block, at: int) -> Headed | None:
    """Who is named right behind the colon of what an item is about: 3 hồ sơ quá hạn: │đ/c Việt│ trực tiếp giải quyết."""
    about = ABOUT_WHAT.match(page.text, at, block.span.end)
    if about is None:
        return None
    return _opened(page, block, about.end()) or (_kind(page, block, about.end()) if about["assents"] else None)


def _kind(page: Page, block: Block, at: int) -> Headed | None:
    """Who is named, be it by his kind alone, behind an assent: Về đề nghị …: đồng ý chủ trương, │xã│ làm tờ trình."""
    line = line_at(page, at)
    first = bisect_left(line.starts, at) if line else 0
    if line is None or first >= len(line.starts) or line.starts[first] != at:
        return None
    deed = after_actor(page, line, first, block.span.end)
    return Headed(page.text[at : line.end(deed - 1)], line.starts[deed]) if deed else None


def _acting(page: Page, block: Block, at: int) -> Headed | None:
    """A body that an item opens with, right before what it shall do: 5. Kho bạc Nhà nước tỉnh │bố trí cán bộ trực, thanh toán …"""
    bodies = page.within(BodyMention, Span(at, at + 1))
    line = line_at(page, at) if bodies and not bodies[0].what.person else None
    if line is None:
        return None
    end = bodies[0].span.end
    if page.text[at:end].lower() in VAGUE:
        return None
    place = bisect_left(line.starts, end)
    if place >= len(line.words) or line.starts[place] != end + 1 or line.starts[place] >= block.span.end or not begins(line, place):
        return None
    return Headed(page.text[at:end], line.starts[place])


def _charged(page: Page, block: Block, at: int) -> Headed | None:
    """Who is in charge of an item by its end: 2. Chuẩn bị kỳ họp HĐND │(Văn phòng chủ trì)│."""
    told = charged(page, block) if block.kind is BlockKind.LIST_ITEM and not TOWARDS.match(page.text, at) else None
    if (
        told is None
        or page.text.count(" ", at, told.start) < FEWEST
        or any(each.span.start == at for each in page.within(Holder, Span(at, at + 1)))
    ):
        return None
    return Headed(told.who, at, told.start)


def _alone(page: Page, block: Block, at: int) -> Headed | None:
    """A body or a kind of bodies that is all an item says, which so heads those below: 1. Đối với UBND xã."""
    towards = TOWARDS.match(page.text, at, block.span.end)
    at = towards.end() if towards else at
    end = at + len(page.text[at : block.span.end].rstrip(" .:"))
    if end == at:
        return None
    bodies = [each for each in page.within(BodyMention, Span(at, at + 1)) if each.span.start == at and each.span.end == end]
    line = line_at(page, at) if towards else None
    if towards and KINDS.fullmatch(page.text, at, end) and not (line and acts_behind(line)):
        return Headed(page.text[_with_article(towards) : end], block.span.end)
    return Headed(page.text[at:end], block.span.end) if bodies or _several(page, Span(at, end), block) else None


def _several(page: Page, said: Span, block: Block) -> bool:
    """Whether all that an item says is several of a kind, and nothing that they do: 1. │Các phòng giáo dục│"""
    line = line_at(page, said.start)
    if line is None or said.end < block.span.end or not page.text.startswith(SEVERAL, said.start):
        return False
    return KINDS.fullmatch(page.text, said.start + len(SEVERAL), said.end) is not None and not does(line.words, BIT["action"])


def _with_article(towards: re.Match[str]) -> int:
    """Where whoever is addressed begins, with the word for several of a kind: Đối với │các thôn│."""
    return towards.start("many") if towards["many"] else towards.end()


TELLS = (_own, _alone, _opened, _behind, _acting, _charged)
"""How an item may say who acts."""


def _leads(before: str) -> bool:
    return not before or before.strip().lower() in ARTICLES


def _goes_on(page: Page, rest: Span) -> bool:
    """Whether what follows the body as read, up to the colon, is more of its name."""
    lines = page.all(Syllables)
    line = lines[max(0, bisect_right(lines, rest.start, key=lambda each: each.span.start) - 1)].what
    return belongs(line, bisect_left(line.starts, rest.start), bisect_left(line.starts, rest.end))
