"""Plans that say right behind them what is to be done.

    "phê duyệt phương án di dời │ 486 hộ"              to be done
    "theo phương án, │ 42 hộ đã di dời"                done
    "Giá theo phương án trình: hộ dân │ 8.300 đồng" to be
    "xây dựng phương án cổ phần hóa │ 21 công ty"      the plans themselves are done

What must and must not be read: corpus/roles.tsv.
"""

from giaoban.reading.items import Item

PLANS = frozenset(("phương án", "kịch bản", "lộ trình"))
WITHIN = 5
"""Items between a plan and the figure."""
OPENING = 2
"""Items at the start of a sentence in which a plan stands that a colon spells out: Phương án xây mới: │ 1.020 sạp."""
DRAWING = frozenset(("xây dựng", "dựng", "lập"))
"""Before a plan that somebody only draws up."""


def drawn_up(row: list[Item], at: int, end: int) -> bool:
    """Whether an item is a plan that says itself what is to be done."""
    if row[at].text not in PLANS or (at and (row[at - 1].text in DRAWING or row[at - 1].is_numeral)):
        return False
    if (at < OPENING or row[at - 1].text == "theo") and any(item.text == ":" for item in row[at + 1 : min(end, at + WITHIN)]):
        return True
    return 1 < end - at <= WITHIN and not any(item.is_mark for item in row[at + 1 : end])
