"""Places in a row, each with its own figure.

"ở các xã: Phú Lâm (320 ha), Tân Hòa (275 ha)"              by their bare names
"xã Phú Lâm và xã Tân Hòa đã giải ngân 4 tỷ đồng"           of both
"của huyện An và huyện Bình lần lượt đạt 120 và 95 tỷ đồng" one after the other
"huyện An 20 ha, lúa lai 5 ha; huyện Bình 30 ha, …"         each with several
"""

import re

from giaoban.reading.letters import NAME
from giaoban.reading.rules.figures.placing.mentions import Mention, is_own
from giaoban.reading.rules.figures.placing.near import DOES, TIGHT
from giaoban.reading.rules.figures.placing.standing import BACK, Standing

KINDS = "[Xx]ã|[Pp]hường|[Tt]hị trấn|[Tt]hôn|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]ỉnh|[Tt]hành phố"
SEVERAL = re.compile(
    r"(?:[Cc]ác|[Nn]hững|[Mm]ột số|[Nn]hiều|[Hh]ai|[Bb]a|[Bb]ốn|\d+) "
    r"(?:xã|phường|thị trấn|thôn|huyện|quận|thị xã|tỉnh|thành phố|địa phương)\b"
    r"[^.;:()\d]{0,70}?(?::| như:?| gồm:?| là:?) "
)
"""What leads on to a list of places by their bare names."""
MEMBER = re.compile(rf"(?:^|[,;:] |\bvà |\bnhư )(?P<name>{NAME})(?: \(| ?[:–-] | )(?:{DOES} ){{0,2}}$")
TOGETHER = re.compile(
    rf"(?<!\w)(?P<who>(?:(?:[Cc]ác|[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm|\d+) )?(?:{KINDS}) {NAME}(?:(?:, ?| và |, và )(?:(?:{KINDS}) )?{NAME})+)"
    rf" (?:(?:đã|cùng|mới|chỉ|cũng) )?(?:{DOES}|chi trả|thực hiện|xây dựng|có tổng) (?:{DOES} ){{0,2}}$"
)
"""What stands before a figure of several places, and who they are."""
GROUPED_WITHIN = 160
OTHERS = re.compile(
    rf"(?:^|[^\w\s,]|\n)\s?(?:(?:[Đđ]ối v|[Vv])ới |[Tt]ại |[Ởở] |[Rr]iêng )*"
    rf"(?P<who>(?:[Cc]ác|\d+) (?:{KINDS}|ấp|bản|xóm|địa phương|đơn vị|nơi)(?:, (?:{KINDS}|đơn vị))* còn lại)\b[^.;:\d\n]{{0,60}}(?:: )?$"
)
"""The rest of several places at the head of the clause of a figure: Đối với các địa phương còn lại hỗ trợ │35 %."""
IN_TURN = "lần lượt"
PARTS = ";"
JOINS = re.compile(r"(?:,| và|, và) ")


def in_turn(at: Standing) -> str | None:
    """The one of several places whose turn it is: lần lượt đạt 120 tỷ đồng và │95 tỷ đồng."""
    said = at.text.rfind(IN_TURN, at.begin, at.figure)
    if said < 0:
        return None
    places = [each for each in at.near if each.end <= said and is_own(each)]
    first = len(places) - 1
    while first > 0 and JOINS.fullmatch(at.text, places[first - 1].end, places[first].start):
        first -= 1
    told = [amount.start for amount in at.told(said, at.figure + BACK)]
    return places[first + told.index(at.figure)].name if at.figure in told and len(told) == len(places) - first > 1 else None


def together(at: Standing) -> str | None:
    """All of several places that did or have together what is counted: 4 huyện An, Bình, Phú và Lâm đã │giải ngân 120 tỷ đồng."""
    begin = max(0, at.begin - 2, at.figure - GROUPED_WITHIN)
    found = TOGETHER.search(at.text, begin, at.figure) or OTHERS.search(at.text, begin, at.figure)
    return found["who"] if found else None


def of_item(at: Standing) -> str | None:
    """The place right before the first figure of an item, where another's item is before or behind: An 20 ha, lúa lai │5 ha; Bình 30 ha."""
    last = at.near[-1] if at.near else None
    if last is None or not is_own(last) or PARTS in at.text[last.end : at.figure] or not _has_figure(at, last, at.figure):
        return None
    begun = at.text.rfind(PARTS, at.begin, last.start)
    ended = at.text.find(PARTS, at.figure, min(at.line.span.end, at.figure + BACK))
    before = next((each for each in reversed(at.near) if each.end <= begun), None)
    behind = next(iter(at.around.between(ended, at.line.span.end)), None) if ended >= 0 else None
    return last.name if any(other and is_own(other) and _has_figure(at, other, at.line.span.end) for other in (before, behind)) else None


def _has_figure(at: Standing, place: Mention, end: int) -> bool:
    """Whether the next figure behind a place, before an end, is told of it, or all behind its colon."""
    if at.text.startswith(":", place.end):
        return True
    told = at.told(place.end, end)
    return bool(told) and told[0].start != at.figure and TIGHT.fullmatch(at.text, place.end, told[0].start) is not None


def member(at: Standing) -> str | None:
    """The bare name before a figure in a list of places."""
    leads = SEVERAL.search(at.text, at.begin, at.figure)
    found = MEMBER.search(at.text, leads.end() - 2, at.figure) if leads else None
    return found["name"] if found else None
