"""Where a figure stands among what is named: all that a form of words is asked about."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from operator import attrgetter

from giaoban.reading.rules.figures.amounts.quantities import Amount
from giaoban.reading.rules.figures.drafts import Draft, Line
from giaoban.reading.rules.figures.placing.mentions import Mention
from giaoban.reading.rules.figures.placing.surroundings import Surroundings

ECONOMY = re.compile(
    r"(?:[Tt]oàn )?[Nn]gành "
    r"(?:công nghiệp|nông|lâm nghiệp|thủy sản|thuỷ sản|dịch vụ|xây dựng|thương mại|chăn nuôi|trồng trọt|du lịch|vận tải)"
)
MOVES = ("tăng", "giảm", "tăng trưởng", "đạt", "chiếm", "chiếm tỷ trọng", "tỷ trọng")
"""What a figure is named where its sector is its name."""
BACK = 1200
"""Code points of a sentence that are looked at before a figure: the longest there are may be whole annexes."""
START = attrgetter("start")


@dataclass(slots=True)
class Standing:
    """A figure in its sentence.

    text    that of the whole record
    begin   from where on its sentence is looked at
    figure  where its number starts
    named   what is named between, lists too
    near    the same without lists
    local   of these what does not only speak
    own     what the text is about; empty where nothing stands out
    """

    around: Surroundings
    line: Line
    draft: Draft
    text: str
    begin: int
    figure: int
    named: list[Mention]
    near: list[Mention]
    local: list[Mention]
    own: str

    def told(self, begin: int, end: int) -> list[Amount]:
        """The figures of the sentence that begin from `begin` on and before `end`."""
        first, last = (bisect_left(self.line.amounts, at, key=START) for at in (begin, end))
        return self.line.amounts[first:last]


def counted(mention: Mention, draft: Draft) -> bool:
    """Whether a part of the economy is what is measured, not whose the figure is: │Ngành công nghiệp tăng 7,2%."""
    name = draft.name.lower()
    same = name == mention.name.lower() or name in MOVES
    return mention.sort == "sector" and same and ECONOMY.match(mention.name) is not None


def standing(around: Surroundings, line: Line, draft: Draft, own: str) -> Standing:
    """Where one figure of a line stands."""
    figure = draft.amount.start
    begin = max(line.span.start, figure - BACK)
    named = [each for each in around.between(begin, figure) if each.end <= figure and not counted(each, draft)]
    near = [each for each in named if each.sort != "list"]
    return Standing(around, line, draft, line.text, begin, figure, named, near, [each for each in near if not each.apart], own)
