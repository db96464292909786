"""Sums that are an aim of their own, by who set it or for what: each goes by that aim, whatever was told before.

    "bằng 112% chỉ tiêu phấn đấu (│ 3.800 tỷ đồng)"                  chỉ tiêu phấn đấu
    "so với chỉ tiêu Bộ Tài chính giao │ 9.400 tỷ đồng"              chỉ tiêu Bộ Tài chính giao
    "đạt 53% so với kế hoạch cả năm là │ 405 tỷ đồng"                a plan of what was told before

What must and must not be read: corpus/named.tsv.
"""

from giaoban.reading.cues import ABOUT, AIM, DONE, DOWN, HAS, LINK, OVER, UNDER, UP, VERSUS
from giaoban.reading.items import Item
from giaoban.reading.rules.figures.amounts.quantities import Amount
from giaoban.reading.rules.figures.indicators import Name
from giaoban.reading.rules.figures.names.no_name import is_only_aim
from giaoban.reference.units import Kind

SAYING = frozenset((ABOUT, OVER, UNDER))
OTHERS = frozenset((VERSUS, UP, DOWN, DONE, HAS, LINK))
"""What is no part of the name of an aim."""
IS, OPENING, GIVEN = frozenset(("là", "với")), "(", frozenset(("được", "được giao"))
LONGEST = 9
"""Items of the longest name of an aim."""
SET = ("đề ra", "đặt ra")
LONG = 3
"""Blanks between words from which an aim says more than that it is one: chỉ tiêu phấn đấu."""


def own_aim(row: list[Item], amount: Amount) -> Name:
    """The name of the aim that stands right before a sum or its bracket; empty where none does, or one that only says that it is one."""
    last = amount.first - 1
    while last > 0 and (row[last].text in IS or row[last].text == OPENING or row[last].means & SAYING or row[last].period):
        last -= 1
    first = _aim(row, last) if amount.unit.kind is Kind.MONEY else -1
    if first < 0:
        return Name(0, -1)
    given = next((at for at in range(first + 1, last + 1) if row[at].text in GIVEN), last + 1)
    name = Name(first, given - 1)
    return Name(0, -1) if _is_bare(row[name.first : name.last + 1]) else name


def _is_bare(said: list[Item]) -> bool:
    """Whether an aim says only that it is one: kế hoạch, kế hoạch đề ra."""
    words = " ".join([item.text for item in said])
    return is_only_aim(said) and not said[-1].place and (words.endswith(SET) or words.count(" ") < LONG)


def _aim(row: list[Item], last: int) -> int:
    """The item at which an aim begins that goes on to item `last`; -1 where none does."""
    for at in range(last, max(-1, last - LONGEST), -1):
        item = row[at]
        if AIM in item.means:
            return at - (at > 0 and AIM in row[at - 1].means)
        if (item.is_mark and not _between_bodies(row, at)) or item.is_numeral or (item.means & OTHERS and item.text not in GIVEN):
            break
    return -1


def _between_bodies(row: list[Item], at: int) -> bool:
    """Whether a comma stands between two bodies that set an aim together: Tổng cục, UBND tỉnh giao."""
    return row[at].text == "," and row[at - 1].place is not None and row[at + 1].place is not None
