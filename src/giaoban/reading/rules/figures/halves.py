"""Words of two syllables that no name begins or ends inside: hầu │ hết, chứng │ từ.

What must and must not be read: corpus/wordings.tsv.
"""

from collections.abc import Mapping
from functools import cache, lru_cache

from giaoban.reading.items import Item
from giaoban.reading.phrases import listed
from giaoban.reference.name_words import PLAIN_WORDS, SPLIT_WORDS

REMEMBERED = 1 << 14
"""Pairs of neighbours that are remembered."""


def in_word(row: list[Item], at: int) -> bool:
    """Whether items `at - 1` and `at` are the halves of one word; what ends a word begins no other: ổn định │ mức, not định mức."""
    if not 0 < at < len(row):
        return False
    before = row[at - 1].text
    return _joined(before, row[at].text) and not (at > 1 and _joined(row[at - 2].text, before))


@lru_cache(REMEMBERED)
def _joined(before: str, after: str) -> bool:
    halves = _halves().get(before.rsplit(" ", 1)[-1])
    return halves is not None and after.split(" ", 1)[0] in halves


@cache
def _halves() -> Mapping[str, frozenset[str]]:
    """The second halves of words, by the first."""
    found: dict[str, set[str]] = {}
    for word in (*listed(PLAIN_WORDS), *listed(SPLIT_WORDS)):
        first, *rest = word.split()
        if len(rest) == 1:
            found.setdefault(first, set()).update(rest)
    return {first: frozenset(after) for first, after in found.items()}
