"""How alike two names are: by their words and pairs of words, folded, abbreviations in full; rare words weigh more."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from giaoban.reference.abbreviations import spelled_out

PAIRS = 0.3
LIGHT_WEIGHT, BRACKETED = 0.15, 0.85
_LIGHT = "tong so ty le muc do toan tren dia ban cua cac tinh huyen thi xa thanh pho duoc dat theo nam la va trong o tai cho den voi ve"
LIGHT = frozenset(_LIGHT.split())
"""Words that hardly tell one indicator from another."""
BRACKETS = re.compile(r"\(([^)]*)\)")
CAPITALS = re.compile(r"[A-ZĐ][A-ZĐ ]+")
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart."""

    words: tuple[str, ...]
    single: Counter[str]
    pairs: Counter[tuple[str, str]]

    def has(self, phrase: Sequence[str]) -> bool:
        """Whether these words stand in the name, side by side."""
        size = len(phrase)
        return any(self.words[at : at + size] == tuple(phrase) for at in range(len(self.words) - size + 1))


def taken_apart(words: Sequence[str]) -> Name:
    """A name with its words and pairs counted, as names are compared."""
    return Name(tuple(words), Counter(words), Counter(pairwise(words)))


def variants(written: str) -> Iterator[tuple[Name, float]]:
    """The name without what stands in brackets, with it, and a bracketed abbreviation by itself; each with how far it is trusted."""
    outside, whole = spelled_out(BRACKETS.sub(" ", written)), spelled_out(written)
    yield taken_apart(outside or whole), 1.0
    if whole != outside:
        yield taken_apart(whole), 1.0
        for inside in BRACKETS.findall(written):
            if CAPITALS.fullmatch(inside.strip()):
                yield taken_apart(spelled_out(inside)), BRACKETED


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
