"""Places in a row, each with its own figure.

"ở các xã: Phú Lâm (320 ha), Tân Hòa (275 ha)"              by their bare names
"xã Phú Lâm và xã Tân Hòa đã giải ngân 4 tỷ đồng"           of both
"của huyện An và huyện Bình lần lượt đạt 120 và 95 tỷ đồng" one after the other
"""

import re

from giaoban.reading.letters import NAME
from giaoban.reading.rules.figures.placing.mentions import is_own
from giaoban.reading.rules.figures.placing.near import DOES
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


def member(at: Standing) -> str | None:
    """The bare name before a figure in a list of places."""
    leads = SEVERAL.search(at.text, at.begin, at.figure)
    found = MEMBER.search(at.text, leads.end() - 2, at.figure) if leads else None
    return found["name"] if found else None
