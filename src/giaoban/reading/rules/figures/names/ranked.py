"""Words before a figure that say whose comes first or next, or who acts, and name nothing of what is counted.

    "Chi cục Hữu Lũng dẫn đầu với │ 1.204 tỷ đồng"        dẫn đầu: no name
    "hàng lậu nhiều nhất vẫn là gia cầm với │ 86 tấn"     no name runs over nhiều nhất vẫn là
    "Hiện khu này mới lấp đầy │ 41%"                      no name runs over này

What must and must not be read: corpus/wordings.tsv.
"""

import re

from giaoban.reading.cues import LEVEL
from giaoban.reading.items import Item
from giaoban.reading.names import ACTORS, NOMINAL
from giaoban.reading.phrases import listed
from giaoban.reading.rules.figures.indicators import Name, opens

RANKING = frozenset(("dẫn", "đứng", "kế", "tiếp", "xếp", "nhất", "nhì", "chia", "phân"))
RANKS = RANKING | frozenset(
    listed("""
đầu, cao, thấp, nhiều, ít, lớn, nhỏ, đến, theo, sau, là, thứ, hai, ba, cuối, với, ra, trong, đó, còn, lại, chỉ, được, riêng, vẫn, và, mới,
các
""")
)
"""Words of which those only say whose figure comes first or that parts follow of which one ranks: Hữu Lũng │dẫn đầu│ với 1.204 tỷ đồng."""
GRADES = frozenset(("cao", "thấp", "nhiều", "ít", "lớn", "nhỏ", "chậm", "nhanh", "tốt", "kém"))
NEXT = frozenset(("nhất", "nhì", "theo", "đến", "tiếp"))
"""How words end before "là" that say whose or what comes first or next."""
DIVIDED = frozenset(("chia theo", "phân theo", "chia ra", "tính theo"))
"""How words begin that say by what parts are told: chia theo huyện."""
POINTING, ONLY = frozenset(("này", "kia")), frozenset(("chỉ", "mới chỉ", "chỉ mới"))
"""Words that point back at who was told of before, and words between who acts and what he does."""
ASKED_TO = re.compile(r"(?:kiến nghị|đề nghị|đề xuất|xin) (?:nâng|tăng|giảm|hạ|rút|được|bổ sung|hỗ trợ|cấp|bố trí|cho) .")
"""How words begin that ask for what the name behind them is to be: kiến nghị nâng │ thuế phôi từ 5%."""
SAID = frozenset(("đồng ý", "chấp thuận", "nhất trí", "cho phép", "quyết định", "hứa", "nhắc", "giục"))
"""What somebody says or consents to before what is done: Bộ trưởng đồng ý │ bổ sung 120 tỷ đồng."""
OFFICES = frozenset((
    "bộ trưởng", "thứ trưởng", "thủ tướng", "phó thủ tướng", "cục trưởng", "vụ trưởng", "chủ tịch", "bí thư", "giám đốc", "tổng cục",
    "hội nghị", "hđnd tỉnh", "trung ương", "quốc hội", "ngân hàng", "chính", "lãnh đạo", "đảng ủy", "ban thường vụ",
))  # fmt: skip
WHO = ACTORS | OFFICES


def only_ranks(said: list[Item]) -> bool:
    """Whether some words only say that somebody comes first or next."""
    words = " ".join([item.text for item in said]).split(" ")
    if " ".join(words[:2]) in DIVIDED:
        return True
    return RANKS.issuperset(words) and not RANKING.isdisjoint(words)


def ranks_first(row: list[Item], name: Name) -> bool:
    """Whether a name is one word that only goes on to a rank: │Cao│ nhất là Sa Thầy 12 tỷ đồng."""
    graded = name.first == name.last and row[name.first].text in GRADES and name.last + 1 < len(row)
    return graded and row[name.last + 1].text.startswith("nhất")


def runs_over_rank(words: list[str]) -> bool:
    """Whether a name runs from a rank to whose or which it is: hàng lậu nhiều nhất vẫn là │ gia cầm 86 tấn, tiếp theo là │ vải 41 tấn."""
    words = " ".join(words).split(" ")
    at = words.index("là")
    return at > 0 and words[at - 1 - (at > 1 and words[at - 1] in ("vẫn", "cũng"))].split(" ")[-1] in NEXT


def points_back(row: list[Item], name: Name) -> bool:
    """Whether a name runs from who acts into what he does: khu này mới │ lấp đầy, Bãi Tân Lộc chỉ │ chứa."""
    words = [item.text for item in row[name.first : name.last + 1]]
    if not POINTING.isdisjoint(words[:-1]) or ASKED_TO.match(" ".join(words)):
        return True
    return not ONLY.isdisjoint(words[1:-1]) and not opens(row, name.first, NOMINAL)


def behind_said(row: list[Item], at: int) -> bool:
    """Whether a body or a person of office says or consents to what begins at an item."""
    size = next((size for size in (1, 2) if at > size and " ".join([item.text for item in row[at - size : at]]) in SAID), 0)
    if not size:
        return False
    who = row[at - size - 1]
    return who.place is not None or who.text == ")" or any(words in WHO for words in (who.text, f"{row[at - size - 2].text} {who.text}"))


def runs_over_said(row: list[Item], name: Name) -> bool:
    """Whether a name runs from who says or consents to something into what that is."""
    return any(behind_said(row, at) for at in range(name.first + 2, name.last + 1))


def only_reaches(verb: Item) -> bool:
    """Whether a verb says only that a level is reached, not by what: Chi cục Tân Thanh │đạt│ 420 tỷ đồng."""
    return LEVEL in verb.means or verb.text in ("được", "có")
