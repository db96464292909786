"""What a clause loses and gains at its ends: a list's dash and a word that only joins fall away, a verb cut off comes back.

    "│- Giải phóng mặt bằng còn chậm│"              Giải phóng mặt bằng còn chậm
    "│siết quản lý đất đai, rừng và│ nguồn nước"    siết quản lý đất đai, rừng
    "6. Gắn tuần tra với │bảo vệ rừng│"             Gắn tuần tra với bảo vệ rừng

What must and must not be read: corpus/directives.tsv, corpus/findings.tsv.
"""

from collections.abc import Sequence

from giaoban.reading.phrases import listed
from giaoban.reading.signals import DASHES, MARKS
from giaoban.reading.syllables import Syllables

JOINING = (("đồng", "thời"), ("cùng", "với"), ("và",), ("hoặc",))
SPLIT = frozenset(listed("gắn, đưa, lấy, biến, dành, coi, chuyển"))
"""Verbs whose object stands before the word they need: gắn … với, đưa … vào, lấy … làm, biến … thành, dành … cho."""
REACH = 6
"""Syllables of the object of such a verb, at most, that stand before a clause cut off from it."""


def dashes(words: Sequence[str]) -> int:
    """How many of its first syllables are the dash of a list; the last never is."""
    return next((at for at, word in enumerate(words[:-1]) if word not in DASHES), 0)


def joins(words: Sequence[str]) -> int:
    """How many of its last syllables only join what follows; of the first two none does."""
    return next((len(each) for each in JOINING if len(words) > len(each) + 1 and tuple(words[-len(each) :]) == each), 0)


def split_verb(line: Syllables, first: int) -> int:
    """The syllable of the verb that opens the sentence and whose object `first` stands in; `first` itself where there is none.

    It opens the sentence by its capital: after a number or the dash of a list, or as its first word.
    """
    for at in range(first - 1, max(first - REACH, 0) - 1, -1):
        if line.words[at] in MARKS:
            break
        if line.words[at] in SPLIT and line.said[at][0].isupper():
            return at
    return first
