"""How alike two names are: by their words and pairs of words, folded, abbreviations in full; rare words weigh more."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TypeVar

from giaoban.reference.abbreviations import in_full
from giaoban.reference.folding import fold

PAIRS = 0.3
LIGHT_WEIGHT, BRACKETED = 0.15, 0.85
_LIGHT = "tong so ty le muc do toan tren dia ban cua cac tinh huyen thi xa thanh pho duoc dat theo nam la va trong o tai cho den voi ve"
LIGHT = frozenset(_LIGHT.split())
"""Words that hardly tell one indicator from another."""
BRACKETS = re.compile(r"\(([^)]*)\)")
CAPITALS = re.compile(r"[A-ZĐ][A-ZĐ ]+")
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words side by side, folded.

    sounds  the same as they are sounded (`sounded`); none where no word has an accent
    """

    words: tuple[str, ...]
    sounds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Name(Phrase):
    """A name taken apart."""

    single: Counter[str]
    pairs: Counter[tuple[str, str]]

    def has(self, phrase: Phrase) -> bool:
        """Whether these words stand in the name, side by side; with their accents, where both are written with accents."""
        mine, wanted = (self.sounds, phrase.sounds) if self.sounds and phrase.sounds else (self.words, phrase.words)
        size = len(wanted)
        return any(mine[at : at + size] == wanted for at in range(len(mine) - size + 1))


def phrase(words: Sequence[str]) -> Phrase:
    """Words with their accents, as they are looked for in names.

    >>> phrase(["số"]).words
    ('so',)
    """
    folded = tuple(map(fold, words))
    return Phrase(folded, () if folded == tuple(words) else tuple(map(sounded, words)))


def taken_apart(words: Sequence[str]) -> Name:
    """A name of words with their accents, its words and pairs counted, as names are compared."""
    parts = phrase(words)
    return Name(parts.words, parts.sounds, Counter(parts.words), Counter(pairwise(parts.words)))


@lru_cache(maxsize=8192)
def sounded(word: str) -> str:
    """A word by its letters and marks, wherever the tone stands and whether i or y is written: hòa as hoà, tỉ as tỷ, số not as sở."""
    return "".join(sorted(unicodedata.normalize("NFD", word).replace("y", "i")))


def variants(written: str) -> Iterator[tuple[Name, float]]:
    """The name without what stands in brackets, with it, and a bracketed abbreviation by itself; each with how far it is trusted."""
    outside, whole = in_full(BRACKETS.sub(" ", written)), in_full(written)
    yield taken_apart(outside or whole), 1.0
    if whole != outside:
        yield taken_apart(whole), 1.0
        for inside in BRACKETS.findall(written):
            if CAPITALS.fullmatch(inside.strip()):
                yield taken_apart(in_full(inside)), BRACKETED


class Vocabulary:
    """The words of some groups of names; a word that few groups have weighs more."""

    def __init__(self, groups: Iterable[Iterable[Name]]) -> None:
        known = [{word for name in names for word in name.words} for names in groups]
        self._size = len(known)
        counts = Counter(word for words in known for word in words)
        self._weights = {word: LIGHT_WEIGHT if word in LIGHT else self._rarity(count) for word, count in sorted(counts.items())}

    def strange(self, name: Name) -> bool:
        """Whether a word of the name is in none of the groups."""
        return any(word not in self._weights and word not in LIGHT for word in name.words)

    def alike(self, one: Name, two: Name) -> float:
        """From 0, nothing in common, to 1, the same."""
        if one.words == two.words:
            return 1.0
        return (1 - PAIRS) * _shared(one.single, two.single, self._weight) + PAIRS * _shared(one.pairs, two.pairs, self._pair_weight)

    def _rarity(self, count: int) -> float:
        return math.log((self._size + 1) / (count + 0.5))

    def _weight(self, word: str) -> float:
        return self._weights.get(word) or (LIGHT_WEIGHT if word in LIGHT else self._rarity(1))

    def _pair_weight(self, pair: tuple[str, str]) -> float:
        return self._weight(pair[0]) + self._weight(pair[1])


def _shared(one: Mapping[Thing, int], two: Mapping[Thing, int], weight: Callable[[Thing], float]) -> float:
    """How much of the weight of two bags is shared: 1 for the same, 0 for nothing in common.

    Half looks at both together, half at the one that shares less: "doanh nghiệp" is all within "doanh nghiệp mới", but says little.
    """
    both = sum(weight(each) * min(count, two[each]) for each, count in one.items() if each in two)
    if not both:
        return 0.0
    first, second = _weight_of(one, weight), _weight_of(two, weight)
    return both / (first + second) + both / max(first, second) / 2


def _weight_of(bag: Mapping[Thing, int], weight: Callable[[Thing], float]) -> float:
    return sum(weight(each) * count for each, count in bag.items())
