"""Which of the places and bodies that a text names is taken for a figure whose form of words tells none: whose traits weigh most.

It may be named before the figure in its sentence or after it, in the sentences before, or be what the text is about; or there is none
(weights/figures.tsv, choice "place"). Every figure is decided by itself: what was taken for the one before would carry errors on.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping
from functools import lru_cache

from giaoban.reading.letters import NAME
from giaoban.reading.rules.figures.amounts.quantities import Amount
from giaoban.reading.rules.figures.contexts import Context
from giaoban.reading.rules.figures.drafts import Draft, Line
from giaoban.reading.rules.figures.placing.clauses import begins
from giaoban.reading.rules.figures.placing.mentions import LOCAL, Mention
from giaoban.reading.rules.figures.placing.standing import counted
from giaoban.reading.rules.figures.placing.surroundings import SIZES, Surroundings, sort_of
from giaoban.reading.rules.figures.whereabouts.names import BY_KIND, key

CHOICE = "place"
NONE = ""
"""The option that a figure has no place."""
LED_BY = {
    "tại": "at", "ở": "at", "bàn": "at", "trong": "at", "trên": "at", "của": "of", "theo": "by", "do": "by", "với": "with", "từ": "from",
    "cho": "to", "giữa": "with",
}  # fmt: skip
"""Classes of the words before a name."""
FOLLOWED_BY = {
    "đã": "done", "đang": "done", "được": "done", "có": "has", "còn": "has", "mới": "has", "đạt": "level", "ước": "level",
    "chiếm": "level", "là": "is", "tăng": "moves", "giảm": "moves", "sẽ": "will", "phải": "will", "cần": "will", "thu": "does",
    "chi": "does", "và": "and", "đến": "to", "cho": "to", "để": "to", "năm": "time", "tháng": "time", "trong": "in", "với": "with",
    "tại": "at", "giao": "gives",
}  # fmt: skip
"""Classes of the words after a name."""
LEAD = 14
NEAR = 3
REMEMBERED = 1 << 14
"""Sets of traits that are remembered."""
REST = re.compile(r"[;,.] ?(?:\d+|hai|ba|bốn|năm|các|những) (?:xã|phường|thôn|huyện|thị trấn|khu|địa phương|đơn vị|trạm|điểm) còn lại\b")
"""The rest of a list, which is none of those named before it."""
REST_BEHIND = 200
"""Code points before a figure in which the rest of its list is named."""
REST_WITHIN = len("00 địa phương còn lại")
AMONG = "trong đó"
HEAD = 40
"""Code points at the start of a paragraph in which it is said what the paragraph is about."""
IN_SENTENCE, EARLIER, AFTER = 6, 4, 2
"""Mentions looked at before the figure in its sentence, before a sentence that names none, after the figure."""
BEHIND = 90
"""Code points looked at after the figure, and around a name for brackets."""
CLOSE = 14
PARTS = frozenset(("commune", "district"))
"""Sorts of places that lie in the one that a text is about."""
BRANCHES = ("chi cục ", "đội ", "đồn ", "trạm ", "chi nhánh ", "chi điếm ", "phòng giao dịch ")
"""How the names of bodies begin that are parts of another."""
THINGS, HOUSES = frozenset(("work", "firm")), ("trường ", "bệnh viện ", "hợp tác xã ", "nhà máy ")
"""Sorts and beginnings of what one point of a list is about."""
ITEM = re.compile(r"\s*(?:[-–+*•]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|[IVX]{1,4}[.)]) ")
"""How a point of a list begins."""
MEMBERS = PARTS | {"province", "city", "nation"}
"""Sorts of places that are told of in lists."""
SUMMED = re.compile(r"[-–+*• ]*(?:Tổng (?:thiệt hại|cộng|kinh phí|số|giá trị)|Tính chung|Nhìn chung|Đánh giá chung|Toàn)\b")
"""How a sentence begins that tells of the whole again, after one of a part."""
HOME = ("Việt Nam", "VN")
"""The nation that no list leaves: thế giới, Việt Nam."""
BODIES = frozenset(("customs", "office", "firm"))
"""Sorts of bodies that are told of in them."""
LISTS, BODY_LISTS = frozenset((",", ";", "(")), frozenset((";", "("))
"""What stands before a member; a comma stands before a body that does what is told as well: Đến nay, │Cục Hải quan đã …"""
TIMED = re.compile(r"(?:^|[.;\n] ?)(?:Năm|Quý|Tháng|Ngày|Trong|Đến|Tính đến|Tới|Hết|Từ|\d{1,2} tháng)\b[^.,;:()\n]{0,40}, ?$")
"""Before a place that a sentence names after its time, which is in no list: Năm 2019, │xã Phú Lâm."""
FIRST = re.compile(rf"[^.;:,\n]{{0,30}} \(?\d[\d.,/%]*[^.;:,\n\d]{{0,24}}[;,] (?:[a-zà-ỹ]+ ){{0,2}}{NAME}[^.;:,\n\d]{{0,60}} \(?\d")
"""What follows the first place of a list, each with its figure: │Huyện Phú Sơn có 9/10 xã; Ea Lâm 6/14 xã."""
MEMBERS_PASSED = 4
"""How many times as many mentions are looked back over where members of lists are passed over."""


class Options:
    """What the place may be: by key the name as written nearest to the figure, and the traits."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {NONE: ""}
        self.traits: dict[str, list[str]] = {NONE: []}

    def add(self, name: str, key: str, *traits: str) -> None:
        self.names.setdefault(key, name)
        self.traits.setdefault(key, []).extend(traits)

    def leave(self, keys: list[str]) -> None:
        for each in keys:
            del self.traits[each], self.names[each]

    def best(self, weights: Mapping[str, int]) -> str | None:
        """The heaviest, of equals the one put forward first; None where there is no place."""
        known = weights.get
        heaviest = max(self.traits, key=lambda key: sum(filter(None, map(known, self.traits[key]))))
        return self.names[heaviest] or None


def options(around: Surroundings, context: Context, line: Line, draft: Draft, ceiling: int) -> Options:
    """Whatever a figure may be about, each with its traits; "" stands for nothing that is named."""
    found = Options()
    unit = draft.amount.unit.kind
    kind = unit.value if unit else "no"
    near = [
        each
        for each in around.between(line.span.start, draft.amount.start)
        if each.end <= draft.amount.start and not (counted(each, draft) or _left(line, each, draft.amount.start))
    ]
    has = str(min(2, sum(not each.apart and each.sort != "general" for each in near)))
    _before(found, line, near[-IN_SENTENCE:], draft, kind)
    _behind(found, around, line, draft, ceiling, has)
    own = context.where.own
    about, mine = (sort_of(own), key(own)) if own else ("", NONE)
    if not any(each.sort in LOCAL and not each.apart for each in near):
        _earlier(found, around, line, context, mine, has)
    if own:
        found.add(own, mine, f"own {has}", f"own {about}", f"own {kind} {has}", f"own {about} {has}")
    for each in around.most:
        found.add(around.forms[each], each)
    if any(_calls_own(line, each, own) for each in near):
        spoken_of = {mine, *BY_KIND}
        found.leave([each for each in found.traits if each not in spoken_of and around.sorts.get(each) in LOCAL])
    found.add("", NONE, f"none {has} {bool(own)}", f"none {kind}", f"none {kind} {has}", f"none own {about}")
    facts = around.facts(has)
    for each, traits in found.traits.items():
        if each != NONE:
            sort = around.sorts.get(each) or sort_of(found.names[each])
            traits += [*_of_sort(sort, kind, about if own and each != mine else "", has), *facts.get(each, ())]
        if not around.most:
            traits.append(f"unnamed {around.sorts.get(each, NONE)} {has}")
    return found


def _calls_own(line: Line, mention: Mention, own: str | None) -> bool:
    """Whether a clause begins with the kind of what the text is about, so that it is of no other place: │Tỉnh sẽ hỗ trợ 45 tỷ đồng."""
    if own is None or mention.sort != "bare" or mention.apart or not begins(line.text, line.span.start, mention.start):
        return False
    size = SIZES.get(sort_of(f"{mention.name} "), 0)
    return size > 0 and size == SIZES.get(sort_of(own), 0)


def _only_counted(mention: Mention) -> bool:
    """Whether bodies are themselves what is counted: 38 doanh nghiệp lữ hành, of which others are told, have no figures together."""
    return mention.sort == "general" and mention.name[0].isdigit()


def _left(line: Line, mention: Mention, figure: int) -> bool:
    """Whether it is one of the parts told of one figure, which a semicolon ends, or of a list whose rest is told of.

    "90 nhà, trong đó │xã An Lộc 12 nhà; 40 ha lúa"    "│xã Thanh Vân 9 hộ; 3 xã còn lại bàn giao 100%"
    """
    if mention.sort not in PARTS:
        return False
    if REST.search(line.text, max(mention.end, figure - REST_BEHIND), min(line.span.end, figure + REST_WITHIN)):
        return True
    led = line.text.rfind(AMONG, line.span.start, mention.start)
    return led >= 0 and ";" not in line.text[led : mention.start] and ";" in line.text[mention.end : figure]


def _start(amount: Amount) -> int:
    return amount.start


def _before(found: Options, line: Line, near: list[Mention], draft: Draft, kind: str) -> None:
    """What is named before the figure in its sentence, the nearest first."""
    rank, figure = 0, draft.amount.start
    floor = line.row[draft.floor].start
    for each in reversed(near):
        rank += not each.apart
        if _only_counted(each):
            continue
        rated = _rated(rank, each)
        figures = max(0, min(2, bisect_left(line.amounts, figure, key=_start) - bisect_left(line.amounts, each.end, key=_start)))
        led, first = _led_by(line.text, each), each.start - line.span.start < len("- X")
        where = "own" if each.start >= floor else "sent"
        after, closed = _followed_by(line.text, each), _closed(line.text, each, figure)
        traits = _said_before(rated, each.sort, led, where, first, each.start >= draft.start, figures, kind, after, closed)
        found.add(each.name, each.key, *traits)


@lru_cache(maxsize=REMEMBERED)
def _said_before(
    rated: str, sort: str, led: str, where: str, first: bool, named: bool, figures: int, kind: str, after: str, closed: bool
) -> tuple[str, ...]:
    """The traits of a name before the figure."""
    return (
        f"b {rated}", f"b {rated} {sort}", f"b {rated} {led}", f"b {led} {sort}", f"b {where} {rated}", f"b head {first} {rated}",
        f"b head {first} {sort}", f"b named {named} {led}", f"b figures {figures} {led} {first}", f"b {rated} {kind}", f"b next {after}",
        f"b next {after} {led}", f"b next {after} {rated}", f"b next {after} {sort}", f"b closed {closed} {rated}",
        f"b closed {closed} {sort}",
    )  # fmt: skip


def _behind(found: Options, around: Surroundings, line: Line, draft: Draft, ceiling: int, has: str) -> None:
    """What is named after the figure."""
    start, end = draft.amount.end, line.span.end
    stop = line.row[ceiling].start if ceiling < len(line.row) else end
    for at, each in enumerate(around.between(start, min(end, start + BEHIND))[:AFTER]):
        between = line.text[start : each.start]
        led, parted, inside = _led_by(line.text, each), any(mark in between for mark in ",;("), each.start < stop
        found.add(
            each.name, each.key, f"a {at} {led} {parted}", f"a {each.sort} {led}", f"a {at} {has} {inside}",
            f"a {led} {inside} {parted} {has}", f"a near {len(between) < CLOSE} {led}",
        )  # fmt: skip


def _earlier(found: Options, around: Surroundings, line: Line, context: Context, own: str, has: str) -> None:
    """What was named last before the sentence. `own`: the key of what the text is about."""
    rank, left, summed = 0, EARLIER, SUMMED.match(line.text, line.span.start)
    for each in reversed(around.before(line.span.start, EARLIER * MEMBERS_PASSED)):
        if _is_member(line.text, each, own) or (summed and each.key != own and each.sort in PARTS):
            continue
        left -= 1
        if left < 0:
            return
        if own and each.key != own and each.start < context.block and _left_again(line.text, each, context.block):
            continue  # what is smaller than what the text is about, told of in another paragraph, is left again
        rank += not each.apart
        if _only_counted(each):
            continue
        rated, where = _rated(rank, each), "par" if each.start >= context.block else "text"
        led, after = _led_by(line.text, each), _followed_by(line.text, each)
        traits = _said_earlier(rated, where, has, each.sort, led, after, each.start - context.block < HEAD)
        found.add(each.name, each.key, *traits)


def _left_again(text: str, mention: Mention, block: int) -> bool:
    """Whether what was told of in another paragraph is no more told of: parts of a place and branches; in a list any one thing."""
    if mention.sort in PARTS or mention.key.startswith(BRANCHES):
        return True
    return (mention.sort in THINGS or mention.key.startswith(HOUSES)) and ITEM.match(text, block) is not None


def _is_member(text: str, mention: Mention, own: str) -> bool:
    """Whether a place or body was told of as one of a list, and is left again; what the text is about never is."""
    marks = LISTS if mention.sort in MEMBERS else BODY_LISTS if mention.sort in BODIES else ()
    if not marks or mention.key == own or mention.name in HOME:
        return False
    if TIMED.search(text, max(0, mention.start - BEHIND), mention.start):
        return False
    return text[max(0, mention.start - len(", ")) : mention.start].rstrip()[-1:] in marks or FIRST.match(text, mention.end) is not None


@lru_cache(maxsize=REMEMBERED)
def _said_earlier(rated: str, where: str, has: str, sort: str, led: str, after: str, first: bool) -> tuple[str, ...]:
    """The traits of a name in the sentences before."""
    return (
        f"p {rated} {where} {has}", f"p {rated} {sort}", f"p {where} {sort} {has}", f"p {led} {has}", f"p next {after} {has}",
        f"p next {after} {led}", f"p next {after} {where} {rated}", f"p head {first} {has}",
    )  # fmt: skip


@lru_cache(maxsize=REMEMBERED)
def _of_sort(sort: str, kind: str, within: str, has: str) -> tuple[str, ...]:
    """The traits of any name by what sort of thing it names. `within`: the sort of what the text is about, where that is another."""
    inner = (f"in {within} {sort}", f"in {within} {sort} {has}") if within else ()
    return (*inner, f"sort {sort}", f"sort {sort} {kind}")


def _rated(rank: int, mention: Mention) -> str:
    return f"{min(NEAR, rank)}{'x' if mention.apart else ''}"


def _followed_by(text: str, mention: Mention) -> str:
    """The class of the word after a name: what it does makes it the subject."""
    words = text[mention.end : mention.end + LEAD].lower().split()
    if not words:
        return "end"
    return FOLLOWED_BY.get(words[0], "word" if words[0][0].isalnum() else words[0][0])


def _closed(text: str, mention: Mention, figure: int) -> bool:
    """Whether a name stands in brackets that are closed before the figure."""
    floor = max(0, mention.start - BEHIND)
    opening, closing = text.rfind("(", floor, mention.start), text.find(")", mention.end, min(figure, mention.end + BEHIND))
    return closing >= 0 and opening > text.rfind(")", floor, mention.start)


def _led_by(text: str, mention: Mention) -> str:
    """The class of the word before a name."""
    words = text[max(0, mention.start - LEAD) : mention.start].lower().split()
    if not words:
        return "begin"
    return LED_BY.get(words[-1], "word" if words[-1][-1].isalnum() else "mark")
