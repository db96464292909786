"""Places in a row, each with its own figure.

"ở các xã: Phú Lâm (320 ha), Tân Hòa (275 ha)"              by their bare names
"của huyện An và huyện Bình lần lượt đạt 120 và 95 tỷ đồng" one after the other
"""

import re

from giaoban.reading.letters import NAME
from giaoban.reading.rules.figures.placing.mentions import is_own
from giaoban.reading.rules.figures.placing.near import DOES
from giaoban.reading.rules.figures.placing.standing import BACK, Standing

SEVERAL = re.compile(
    r"(?:[Cc]ác|[Nn]hững|[Mm]ột số|[Nn]hiều|[Hh]ai|[Bb]a|[Bb]ốn|\d+) "
    r"(?:xã|phường|thị trấn|thôn|huyện|quận|thị xã|tỉnh|thành phố|địa phương)\b"
    r"[^.;:()\d]{0,70}?(?::| như:?| gồm:?| là:?) "
)
"""What leads on to a list of places by their bare names."""
MEMBER = re.compile(rf"(?:^|[,;:] |\bvà |\bnhư )(?P<name>{NAME})(?: \(| ?[:–-] | )(?:{DOES} ){{0,2}}$")
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


def member(at: Standing) -> str | None:
    """The bare name before a figure in a list of places."""
    leads = SEVERAL.search(at.text, at.begin, at.figure)
    found = MEMBER.search(at.text, leads.end() - 2, at.figure) if leads else None
    return found["name"] if found else None
