"""Where a clause begins."""

import re

from giaoban.reading.letters import either

OPENS = (
    "riêng", "trong đó", "gồm", "bao gồm", "như", "còn", "đặc biệt", "tiêu biểu là", "điển hình là", "nhất là", "cao nhất là", "tại", "ở",
    "nhiều nhất là", "kế đến là", "tiếp đến là", "tiếp theo là", "đứng đầu là", "trong khi", "trong khi đó", "với",
    "đối với", "tương tự, với", "thấp nhất", "cao nhất", "ít nhất", "nhiều nhất", "chậm nhất", "thấp nhất là", "ít nhất là", "chậm nhất là",
    "rồi đến", "sau đó là",
)  # fmt: skip
"""Words that may stand before the first of a clause."""
OPENED_WITHIN = 24
BULLETS = "\u2022-\u27bf\U0001f300-\U0001faff\ufe0f"
"""Signs and pictures that stand before the points of a list."""
BEGUN = re.compile(
    rf"(?:^|[.;:,(…\n])[\s\-–+*•\"“{BULLETS}]*(?:\d{{1,2}}(?:\.\d{{1,2}})*[.)] |[a-zđ]\) )?(?:(?:{either(OPENS)}),? )?(?:các )?$"
    rf"|(?<=\d) và $|[^\W\d_] và $"
)
"""What stands before the first of a clause, in small letters."""
PARTED = re.compile(r"[;:.(…]|,(?!\d)| và ")
"""What begins another clause."""


def begins(text: str, floor: int, start: int) -> bool:
    """Whether what stands at `start` is the first of its clause, in a sentence that starts at `floor`."""
    near = max(floor, start - OPENED_WITHIN)
    before = text[near:start].lower()
    return not before.strip() or BEGUN.search(before, 0 if near == floor else 1) is not None


def parted(text: str, end: int, figure: int) -> bool:
    """Whether another clause begins between a name and a figure."""
    return PARTED.search(text, end, figure) is not None
