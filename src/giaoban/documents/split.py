"""Syllables that a PDF tore apart are put together again.

    "kinh t ế Đông T riều"  kinh tế Đông Triều

Only where a part is no syllable by itself and the whole is one. What must and must not be joined: corpus/split_syllables.tsv.
"""

import re
from collections.abc import Sequence

from giaoban.documents.syllables import LONGEST, is_syllable

SIGNS = "(\"“'[.,;:!?)”’]…"
SIGNS_TUPLE = tuple(SIGNS)
HINT = re.compile(r"(?<![^\W_])[^\W\d_]{1,6} [^\W\d_]{1,4}(?![^\W_])")
VOWELS = frozenset("aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ")
ENDINGS = frozenset(("c", "ch", "m", "n", "ng", "nh", "p", "t"))
CLUSTERS = frozenset(("ch", "gh", "gi", "kh", "ng", "ngh", "nh", "ph", "qu", "th", "tr"))
NAMED_BY_LETTER = frozenset(
    (
        "án",
        "bảng",
        "cấp",
        "dãy",
        "điểm",
        "hạng",
        "hình",
        "khoản",
        "khối",
        "khu",
        "lô",
        "loại",
        "lớp",
        "mục",
        "nhóm",
        "phần",
        "tiết",
        "tổ",
        "vitamin",
    )
)
"""Words after which a single letter is a name: điểm b ông …, nhóm A."""
MOST = 4
"""A syllable is torn into so many parts at most."""


def rejoined(text: str) -> str:
    """`text` on one line, its torn syllables whole."""
    if not HINT.search(text):
        return text
    tokens = text.split(" ")
    bare = [token.strip(SIGNS) for token in tokens]
    odd = [word.isalpha() and not is_syllable(word) for word in bare]
    if not any(odd):
        return text
    found: list[str] = []
    index = 0
    while index < len(tokens):
        near = any(odd[index : index + MOST])
        count = _torn(tokens[index : index + MOST], bare[index : index + MOST], found[-1] if found else "") if near else 1
        found.append("".join(tokens[index : index + count]))
        index += count
    return " ".join(found)


def _torn(tokens: Sequence[str], words: Sequence[str], before: str) -> int:
    """How many of the tokens are one syllable; 1 where the first stands for itself."""
    for count in range(len(tokens), 1, -1):
        signs_inside = tokens[0].endswith(SIGNS_TUPLE) or tokens[count - 1].startswith(SIGNS_TUPLE)
        if not signs_inside and list(tokens[1 : count - 1]) == list(words[1 : count - 1]) and _belongs(words[:count], before):
            return count
    return 1


def _belongs(words: Sequence[str], before: str) -> bool:
    """Whether the words are parts of one syllable."""
    whole = "".join(words)
    one_case = whole.isupper() or whole[1:].islower()
    if not whole.isalpha() or len(whole) > LONGEST or not one_case or not is_syllable(whole):
        return False
    if len(words) > 2:
        return sum(map(is_syllable, words)) <= 1
    return _is_torn(words[0].lower(), words[1], before.lower())


def _is_torn(first: str, second: str, before: str) -> bool:
    if len(first) == 1 and first not in VOWELS:
        return before not in NAMED_BY_LETTER
    if first in CLUSTERS:
        return True
    return not is_syllable(second) and (second in ENDINGS or second[0] in VOWELS)
