"""Whether two names as written mean the same: most of their words are the same.

"Bí thư Tỉnh ủy Nguyễn Văn A", "Bí thư Tỉnh ủy"    alike
"Sở Xây dựng", "Sở Nội vụ"                         not
"""

import unicodedata
from collections import Counter
from functools import lru_cache

ENOUGH = 0.6
"""F1 of the words."""


@lru_cache(maxsize=65_536)
def alike(one: str | None, other: str | None) -> bool:
    """As many of their words agree as the scorer of annotated records asks for. Nobody is like nobody alone."""
    return agreement(one, other) >= ENOUGH


def agreement(one: str | None, other: str | None) -> float:
    """F1 of the words, between 0 and 1."""
    left, right = _words(one), _words(other)
    if not left or not right:
        return float(left == right)
    return 2 * sum((left & right).values()) / (left.total() + right.total())


@lru_cache(maxsize=4096)
def _words(text: str | None) -> Counter[str]:
    folded = unicodedata.normalize("NFC", text or "").casefold()
    return Counter("".join(letter if letter.isalnum() else " " for letter in folded).split())
