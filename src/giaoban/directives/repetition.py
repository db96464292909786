"""Was it asked before? A directive against earlier ones to the same lead or about the same place.

How likely two wordings ask the same is weighed from what they share and what only one of them says: words that few directives hold
(`rarity.tsv`, counted over annotated records) weigh more, numbers and names that differ set two apart. The weights (`repeated.tsv`) were
trained by tools/learn_repetition.py on corpus/asked_before.tsv; corpus/asked_before_others.tsv, which taught no weight, measures them.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from giaoban.directives.likeness import Said, overlap, paired, said

SAME = 0.65
"""From this chance on it is "asked before"."""
MOST_WEIGHT = 7.0
"""Of a word that hardly any directive holds; to bring weights near 1."""

MOST_SHARED = 25.0
"""Of what two wordings share: more makes them no more alike."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """How likely two directives ask the same, 0 to 1; `shared` are the words they have in common, the weightiest first."""

    chance: float
    shared: tuple[str, ...]

    @property
    def same(self) -> bool:
        return self.chance >= SAME


@dataclass(frozen=True, slots=True)
class Asked:
    """An earlier directive that asks the same, by its place in the list."""

    at: int
    repeat: Repeat


class Earlier:
    """Directives that were given before, in the order in which they were given."""

    def __init__(self, wordings: Iterable[str]) -> None:
        self._said = [said(each) for each in wordings]
        self._whole = [_whole(each) for each in self._said]
        self._holding: dict[str, list[tuple[int, int]]] = {}
        for at, each in enumerate(self._said):
            for word, times in Counter(each.words).items():
                self._holding.setdefault(word, []).append((at, times))

    def asked(self, wording: str) -> list[Asked]:
        """Those that ask the same, in the order in which they were given."""
        now = said(wording)
        found = (Asked(at, _repeat(self._said[at], now)) for at in self._near(now))
        return [each for each in found if each.repeat.same]

    def _near(self, now: Said) -> list[int]:
        """Those that share enough with it for their chance to reach `SAME` at all."""
        shared: dict[int, float] = {}
        for word, times in Counter(now.words).items():
            for at, held in self._holding.get(word, ()):
                shared[at] = shared.get(at, 0.0) + rarity(word) * min(times, held)
        whole, least = _whole(now), _least_shared()
        return sorted(at for at, weight in shared.items() if weight >= least * min(whole, self._whole[at]))


def repeat(one: str, two: str) -> Repeat:
    """Whether two wordings ask the same."""
    return _repeat(said(one), said(two))


def features(one: Said, two: Said) -> dict[str, float]:
    """What is weighed of two wordings, by the names in `repeated.tsv`; the same both ways."""
    words = overlap(one.words, two.words, rarity)
    pairs = overlap(paired(one.words), paired(two.words), _rarity_of_pair)
    return {
        "both": words.both,
        "least": min(words.of_one, words.of_two),
        "most": max(words.of_one, words.of_two),
        "pairs": max(pairs.of_one, pairs.of_two),
        "alone": min(words.alone_one, words.alone_two) / MOST_WEIGHT,
        "names": float(bool(one.names - two.names and two.names - one.names)),
        "numbers": float(bool(one.numbers - two.numbers and two.numbers - one.numbers)),
        "weight": min(words.shared / MOST_SHARED, 1.0),
    }


@cache
def rarity(word: str) -> float:
    """The weight of a word: the logarithm of how few directives hold it."""
    counts, total = _counts()
    return math.log((total + 1) / (counts.get(word, 0) + 1))


def _whole(one: Said) -> float:
    return sum(map(rarity, one.words))


@cache
def _least_shared() -> float:
    """The larger of the two shares from which the chance can reach `SAME`, were all else as it should be."""
    weights = _weights()
    wanted = math.log(SAME / (1 - SAME)) - weights["level"] - max(weights["pairs"], 0) - max(weights["weight"], 0)
    return wanted / (weights["both"] + weights["least"] + weights["most"])


def _rarity_of_pair(pair: str) -> float:
    return sum(map(rarity, pair.split(" ")))


def _repeat(one: Said, two: Said) -> Repeat:
    weighed = features(one, two)
    level = sum(weight * weighed[name] for name, weight in _weights().items() if name != "level") + _weights()["level"]
    shared = sorted(set(one.words) & set(two.words), key=lambda word: (-rarity(word), word))
    return Repeat(1 / (1 + math.exp(-level)), tuple(shared))


@cache
def _weights() -> Mapping[str, float]:
    return MappingProxyType({name: float(weight) for name, weight in _rows("repeated.tsv")})


@cache
def _counts() -> tuple[Mapping[str, int], int]:
    """How many directives hold a word, and how many were counted ("*")."""
    counts = {word: int(count) for word, count in _rows("rarity.tsv")}
    return MappingProxyType(counts), counts.pop("*")


def _rows(name: str) -> list[list[str]]:
    return [line.split("\t") for line in files("giaoban.directives").joinpath(name).read_text("utf-8").splitlines()[1:]]
