"""What somebody owns up to, and harm that was let happen.

    "ông Bảy nhận khuyết điểm về │việc chậm bàn giao mặt bằng│"
    "buông lỏng kiểm soát, │để xảy ra 5 ổ dịch│"

What must and must not be read: corpus/findings.tsv.
"""

from collections.abc import Sequence

OWNS_UP = frozenset((("nhận", "khuyết", "điểm"), ("nhận", "trách", "nhiệm"), ("nhận", "thiếu", "sót"), ("nhận", "lỗi", "vì")))
OWNED, ENDED_BY, ON_WHAT = 10, frozenset(";.:,"), frozenset(("trong", "về", "việc", "vì", "do"))
"""How somebody owns up to what goes wrong, and within how many syllables that is told."""
LET_HAPPEN = ("để", "xảy", "ra")
DENIED = frozenset(("không", "tránh", "ngăn", "chặn", "đừng", "nếu", "khi", "nào"))
MUST = frozenset(("phải", "sẽ", "cần", "chịu", "xử", "nếu"))


def owned_up(line: Sequence[str], first: int) -> int | None:
    """The syllable at which begins what somebody owns up to, in which syllable `first` stands; None where nobody does.

    "ông Bảy nhận khuyết điểm về việc │chậm │bàn giao mặt bằng"
    """
    floor = max(0, first - OWNED)
    at = next((each for each in range(first - 1, floor - 1, -1) if line[each] == "nhận" and tuple(line[each : each + 3]) in OWNS_UP), None)
    if at is None or not ENDED_BY.isdisjoint(line[at:first]):
        return None
    begun = at + 3
    while begun < len(line) - 1 and line[begun] in ON_WHAT:
        begun += 1
    return begun


def happened(words: Sequence[str]) -> bool:
    """Whether harm was let happen; "không để xảy ra" is asked for."""
    at = next((at for at in range(len(words) - 2) if tuple(words[at : at + 3]) == LET_HAPPEN), None)
    return at is not None and DENIED.isdisjoint(words[max(0, at - 3) : at]) and MUST.isdisjoint(words)
