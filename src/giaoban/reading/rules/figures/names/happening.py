"""Places counted in which something happens: each is named by what happens there.

    "Dịch tả lợn châu Phi đã xảy ra tại │ 63 hộ của 14 bản"     hộ xảy ra Dịch tả lợn châu Phi · bản xảy ra Dịch tả lợn châu Phi

What must and must not be read: corpus/wordings.tsv.
"""

from bisect import bisect_left

from giaoban.reading.cues import DONE, LINK, SOFT, STOP
from giaoban.reading.items import Item
from giaoban.reading.phrases import listed
from giaoban.reading.rules.figures.amounts.quantities import Amount
from giaoban.reading.rules.figures.drafts import Line
from giaoban.reading.rules.figures.indicators import Name, said, trimmed

HAPPENS = frozenset(listed("xảy ra, xuất hiện, bùng phát, phát sinh, lây lan, lan rộng, tái phát, diễn ra"))
AT = frozenset(("tại", "ở", "trên"))
SETTLED = frozenset(
    listed("""
tỉnh, thành phố, huyện, quận, thị xã, xã, phường, thị trấn, thôn, bản, ấp, xóm, buôn, làng, khu phố, hộ, hộ dân, địa phương, cơ sở,
điểm, vị trí, khu vực, ổ dịch, trang trại, hộ chăn nuôi, quốc gia, nước, vùng
""")
)
"""Places, by the unit in which they are counted."""
JOINING = frozenset((",", "và", "của", "thuộc", "/", "với"))
DONE_OR_SOFT, LINK_OR_STOP = frozenset((DONE, SOFT)), frozenset((LINK, STOP))
LONGEST = 12
"""Items of what happens."""
EACH = 3
"""Items between two counts of places."""


def happening(line: Line, amount: Amount) -> str:
    """What happens in the places that an amount counts, after the verb; empty where nothing is said to."""
    row = line.row
    if not _is_place(amount):
        return ""
    at = amount.first
    while (before := _right_before(line.amounts, at)) is not None:
        if not _is_place(before) or row[at - 1].text not in JOINING:
            break
        at = before.first
    return _happens(line, at)


def _right_before(amounts: list[Amount], at: int) -> Amount | None:
    """The amount that ends at most `EACH` items before an item."""
    place = bisect_left(amounts, at, key=lambda each: each.last) - 1
    return amounts[place] if place >= 0 and at <= amounts[place].last + EACH else None


def _is_place(amount: Amount) -> bool:
    words = amount.unit.text.lower()
    return words in SETTLED or all(each.strip() in SETTLED for each in words.split(","))


def _happens(line: Line, at: int) -> str:
    """What happens, where the verb and "tại" stand right before the first place."""
    row = line.row
    while at and SOFT in row[at - 1].means:
        at -= 1
    if at < 3 or row[at - 1].text not in AT:
        return ""
    end = at - 1
    while end and (SOFT in row[end - 1].means or row[end - 1].text == "trên"):
        end -= 1
    verb = next((first for first in (end - 1, end - 2) if first > 0 and _said(row, first, end) in HAPPENS), 0)
    last = verb - 1
    while last > 0 and (row[last].means & DONE_OR_SOFT or row[last].period):
        last -= 1
    first = last
    while first > max(0, last - LONGEST) and not (row[first - 1].is_mark or row[first - 1].period or row[first - 1].means & LINK_OR_STOP):
        first -= 1
    name = trimmed(row, Name(first, last)) if verb else Name(0, -1)
    return f"{line.text[row[verb].start : row[end - 1].end]} {said(row, name, line.text)}" if name else ""


def _said(row: list[Item], first: int, end: int) -> str:
    return " ".join([item.text for item in row[first:end]])
