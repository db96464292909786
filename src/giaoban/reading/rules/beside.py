"""The place of a figure where the form of its words leaves no choice.

    "xã Phú Lâm đạt 42 triệu đồng, xã Tân Hòa 38 triệu đồng"     each its own
    "ở các xã: Phú Lâm (320 ha), Tân Hòa (275 ha)"              the same without their kind
    "Tại xã Phú Lâm, 320 con lợn bị chết"                       where the sentence says it is
    "của huyện An và huyện Bình lần lượt đạt 120 và 95 tỷ đồng" one after the other
    "2. Huyện Bình", then "Thu ngân sách đạt 95 tỷ đồng"        the heading over it

Anywhere else it is weighed (`rules.placing`). What must and must not be read: corpus/contexts.tsv, column "weighed".
"""

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter

from giaoban.reading.letters import NAME
from giaoban.reading.rules.drafts import Draft, Line
from giaoban.reading.rules.headings import HEADS
from giaoban.reading.rules.mentions import LOCAL, Mention, is_proper
from giaoban.reading.rules.quantities import Amount
from giaoban.reading.rules.surroundings import Surroundings

DOES = (
    r"(?:mới|đã|cũng|chỉ|còn|là|có|đạt|thu|được|chi|ước|khoảng|gần|hơn|trên|với|chiếm|tăng|giảm|trồng|gieo|ghi nhận|hiện|đang|giải ngân"
    r"|thực hiện|hoàn thành)"
)
TIGHT = re.compile(rf",? ?(?:\(|:|[-–=])? ?(?:{DOES} ){{0,4}}")
"""What stands between a place and a figure that is its own."""
OPENS = re.compile(r"[-+•*\d.) ]*(?:Riêng |Cụ thể,? |Hiện |Trong đó,? )?(?:tại|ở|trên địa bàn) ", re.IGNORECASE)
"""What opens a sentence that says where it is."""
SEVERAL = re.compile(
    r"(?:các|những|một số|nhiều|hai|ba|bốn|\d+) (?:xã|phường|thị trấn|thôn|huyện|quận|thị xã|tỉnh|thành phố|địa phương)\b"
    r"[^.;:()\d]{0,70}?(?::| như:?| gồm:?| là:?) "
)
"""What leads on to a list of places by their bare names."""
MEMBER = re.compile(rf"(?:^|[,;:] |\bvà |\bnhư )(?P<name>{NAME})(?: \(| ?[:–-] | )(?:{DOES} ){{0,2}}$")
AT = re.compile(r"(?: (?!(?:nên|do|vì|để|và|thì|mà|đã|sẽ)\b)[^\W\d]+){0,4} (?:ở|tại|thuộc) ")
REACH = 60
GIVEN = frozenset(("của", "cho", "với", "do", "theo", "từ", "về", "tại", "ở", "trên", "và", "bởi"))
LED = 12
BACK = 1200
"""Code points of a sentence that are looked at before a figure: the longest there are may be whole annexes."""
IN_TURN = "lần lượt"
JOINS = re.compile(r"(?:,| và|, và) ")


def beside(around: Surroundings, line: Line, draft: Draft) -> str | None:
    """The place that the figure's own sentence says without a doubt, else that of its section; None where it has to be weighed."""
    figure = draft.amount.start
    begin = max(line.span.start, figure - BACK)
    near = [each for each in around.between(begin, figure) if each.end <= figure and each.sort != "list"]
    if found := _in_turn(line, near, begin, figure) or _member(line, begin, figure):
        return found
    if near and (_is_own(near[-1]) or _acts(line, near[-1])) and TIGHT.fullmatch(line.text, near[-1].end, figure):
        return near[-1].name
    local = [each for each in near if not each.apart]
    if local and _is_own(local[0]) and len(local) == 1 and OPENS.fullmatch(line.text, line.span.start, local[0].start):
        return local[0].name
    told = max(line.text.rfind(";", begin, figure), *(amount.end for amount in _told(line, begin, figure)), -1)
    if all(each.start < told for each in local) and (found := _behind(around, line, draft)):
        return found
    return None if local else headed(around, line.span.start)


def _told(line: Line, begin: int, end: int) -> list[Amount]:
    """The figures of the sentence that begin from `begin` on and before `end`."""
    first, last = (bisect_left(line.amounts, at, key=attrgetter("start")) for at in (begin, end))
    return line.amounts[first:last]


def _behind(around: Surroundings, line: Line, draft: Draft) -> str | None:
    """The place right behind what is counted: 15 hộ │tại xã Tân Hòa."""
    end = draft.amount.end
    for each in around.between(end, min(line.span.end, end + REACH)):
        if each.sort != "list":
            return each.name if _is_own(each) and AT.fullmatch(line.text, end, each.start) else None
    return None


def _acts(line: Line, mention: Mention) -> bool:
    """Whether it is a body that does or has what is counted: Chi cục Hải quan Cầu Treo │thu."""
    before = line.text[max(line.span.start, mention.start - LED) : mention.start].split()
    return mention.sort in HEADS and not mention.apart and is_proper(mention.name) and not (before and before[-1].lower() in GIVEN)


def headed(around: Surroundings, at: int) -> str | None:
    """The place that the section is of in which `at` lies."""
    starts, names = around.sections
    index = bisect_right(starts, at) - 1
    return names[index] or None if index >= 0 else None


def _is_own(mention: Mention) -> bool:
    """Whether a name is that of a place and does not only speak."""
    return mention.sort in LOCAL and not mention.apart and is_proper(mention.name)


def _in_turn(line: Line, near: list[Mention], begin: int, figure: int) -> str | None:
    """The one of several places whose turn it is: lần lượt đạt 120 tỷ đồng và │95 tỷ đồng."""
    said = line.text.rfind(IN_TURN, begin, figure)
    if said < 0:
        return None
    places = [each for each in near if each.end <= said and _is_own(each)]
    first = len(places) - 1
    while first > 0 and JOINS.fullmatch(line.text, places[first - 1].end, places[first].start):
        first -= 1
    told = [amount.start for amount in _told(line, said, figure + BACK)]
    return places[first + told.index(figure)].name if figure in told and len(told) == len(places) - first > 1 else None


def _member(line: Line, begin: int, figure: int) -> str | None:
    """The bare name before a figure in a list of places."""
    leads = SEVERAL.search(line.text, begin, figure)
    member = MEMBER.search(line.text, leads.end() - 2, figure) if leads else None
    return member["name"] if member else None
