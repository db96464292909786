"""Was it asked before? A directive against earlier ones to the same lead or about the same place.

How likely two wordings ask the same is weighed from what they are about (`subject`) and what they share: words that few directives hold
(`rarity.tsv`, counted over annotated records) weigh more, numbers and names that differ set two apart, and so do other deeds and other
things of a kind (`deeds`). The weights (`repeated.tsv`) were trained by tools/learn_repetition.py on corpus/asked_before.tsv and on a
part of the pairs judged in records (corpus/asked_before_records.tsv); the others and the pairs of other hands, which taught none, measure.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from giaoban.directives.deeds import compared_deeds, compared_things
from giaoban.directives.likeness import Said, said
from giaoban.directives.matching import Shares, matched
from giaoban.directives.subject import Direction, subject

SAME = 0.6
"""From this chance on it is "asked before"."""
MOST_SHARED = 25.0
"""Of what two wordings share: more makes them no more alike."""
GENERAL = 15.0
"""With less, a wording says little of its own."""
MOST_UNSAID, MOST_ALONE = 50.0, 60.0
"""More sets two wordings no further apart."""
HEAD = 2
"""Words that say what is to be done to what."""
START = 5
"""Words with which a wording begins."""
AT_ONCE = frozenset(("about", "much", "most", "alone", "level"))
"""Weighed of all earlier wordings at once; the other features, of 0 to 1, only of those whose chance might be enough."""
LAST = frozenset(("plain", "unsaid", "worse head", "better head"))
"""Features that take their time: worked out last."""
ROUNDING = 1e-3
"""Two sums of the same in another order differ by less."""
ENOUGH = math.log(SAME / (1 - SAME)) - ROUNDING
"""The level at which the chance is `SAME`."""


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
        self._whole = np.array([_whole(each) for each in self._said])
        self._subjects = np.array([_subject(each) for each in self._said])
        self._holding: dict[str, list[tuple[int, int]]] = {}
        for at, each in enumerate(self._said):
            for word, times in Counter(each.words).items():
                self._holding.setdefault(word, []).append((at, times))

    def asked(self, wording: str) -> list[Asked]:
        """Those that ask the same, in the order in which they were given."""
        now = said(wording)
        found = (Asked(at, _repeat(self._said[at], now)) for at in self._near(now) if _may_be_same(self._said[at], now))
        return [each for each in found if each.repeat.same]

    def _near(self, now: Said) -> list[int]:
        """Those whose chance may reach `SAME`, were all that is looked at later as it should be; of all of them at once."""
        if not self._said:
            return []
        shared, weights = self._shared(now), _weights()
        most = shared / np.maximum(np.minimum(self._whole, _whole(now)), ROUNDING)
        about = self._subjects @ _subject(now)
        level = weights["about"] * about + weights["much"] * about * np.minimum(shared / MOST_SHARED, 1) + weights["most"] * most
        level += weights["alone"] * np.minimum(np.maximum(self._whole, _whole(now)) - shared, MOST_ALONE) / MOST_ALONE
        level += weights["level"] + sum(max(weight, 0) for name, weight in weights.items() if name not in AT_ONCE)
        likely = (level >= ENOUGH) | (most >= 1 - ROUNDING)
        return [int(at) for at in np.flatnonzero(likely)]

    def _shared(self, now: Said) -> npt.NDArray[np.float64]:
        """What each shares with it, weighed."""
        shared = np.zeros(len(self._said))
        for word, times in Counter(now.words).items():
            for at, held in self._holding.get(word, ()):
                shared[at] += rarity(word) * min(times, held)
        return shared


def repeat(one: str, two: str) -> Repeat:
    """Whether two wordings ask the same."""
    return _repeat(said(one), said(two))


def features(one: Said, two: Said) -> dict[str, float]:
    """What is weighed of two wordings, by the names in `repeated.tsv`; the same both ways.

    about    how near their subjects are, and `much`: that, by how much they share
    most     the share of the one that lies more in the other; plain: what the one has in common with the other, names left out
    general  how little the one that says less says, by how much of the other it leaves unsaid: what is said of everything repeats nothing
    unsaid   what each says that the other does not, the less of the two: long wordings are about much, and so soon near each other
    alone    what one says that the other does not say in the same words, the more of the two: a long list repeats no single item of it
    starts   how much of the first five words of each the other says in the same words: of the two wordings the worse
    heads    how well the first two words of each are said in the other: of the two wordings the worse and the better
    actions  each names actions (`actions.tsv`), none of which the other names
    numbers  each has one that the other has not; names: each has a name that the other does not hold; others: none that is a name there
    and what is asked to be done, with what kinds of thing (`deeds`)
    """
    return _plain_features(one, two) | _matched_features(one, two)


@cache
def rarity(word: str) -> float:
    """The weight of a word: the logarithm of how few directives hold it."""
    counts, total = _counts()
    return math.log((total + 1) / (counts.get(word, 0) + 1))


def _plain_features(one: Said, two: Said) -> dict[str, float]:
    shared = sum(rarity(word) * times for word, times in (Counter(one.words) & Counter(two.words)).items())
    about, whole = float(_subject(one) @ _subject(two)), sorted((_whole(one), _whole(two)))
    return {
        "about": about,
        "much": about * min(shared / MOST_SHARED, 1.0),
        "most": shared / max(whole[0], ROUNDING),
        "general": max(1 - whole[0] / GENERAL, 0.0) * (1 - shared / max(whole[1], ROUNDING)),
        "alone": min(whole[1] - shared, MOST_ALONE) / MOST_ALONE,
        "starts": min(_start(one, two), _start(two, one)),
        "actions": float(bool((first := _actions(one)) and (second := _actions(two)) and not first & second)),
        "numbers": float(bool(one.numbers - two.numbers and two.numbers - one.numbers)),
        "names": float(bool(one.names.difference(two.words) and two.names.difference(one.words))),
        "others": float(bool(one.names - two.names and two.names - one.names)),
        **compared_deeds(one.demand, two.demand),
        **compared_things(one.demand, two.demand),
    }


def _matched_features(one: Said, two: Said) -> dict[str, float]:
    said_of_one, said_of_two = matched(one, two)
    heads = sorted((_head(one, said_of_one), _head(two, said_of_two)))
    return {
        "plain": min(_plain(one, two, said_of_one), _plain(two, one, said_of_two), MOST_SHARED) / MOST_SHARED,
        "unsaid": min(_unsaid(one, said_of_one), _unsaid(two, said_of_two), MOST_UNSAID) / MOST_UNSAID,
        "worse head": heads[0],
        "better head": heads[1],
    }


def _head(one: Said, shares: Shares) -> float:
    weights = [rarity(word) for word in one.words[:HEAD]]
    return sum(weight * float(share) for weight, share in zip(weights, shares, strict=False)) / max(sum(weights), ROUNDING)


def _start(one: Said, two: Said) -> float:
    first = one.words[:START]
    return sum(rarity(word) for word in first if word in two.words) / max(sum(map(rarity, first)), ROUNDING)


def _plain(one: Said, two: Said, shares: Shares) -> float:
    names = one.names | two.names
    return sum(rarity(word) * float(share) for word, share in zip(one.words, shares, strict=True) if word not in names)


def _unsaid(one: Said, shares: Shares) -> float:
    return sum(rarity(word) * (1 - float(share)) for word, share in zip(one.words, shares, strict=True))


@lru_cache(maxsize=8192)
def _actions(one: Said) -> frozenset[str]:
    known = _known_actions()
    said_here = {*one.accented, *(" ".join(pair) for pair in pairwise(one.accented))}
    return frozenset(said_here & known)


@cache
def _known_actions() -> frozenset[str]:
    return frozenset(action for (action,) in _rows("actions.tsv"))


def _whole(one: Said) -> float:
    return sum(map(rarity, one.words))


@lru_cache(maxsize=8192)
def _subject(one: Said) -> Direction:
    return subject(one.accented, [rarity(word) for word in one.words])


def _repeat(one: Said, two: Said) -> Repeat:
    shared = sorted(set(one.words) & set(two.words), key=lambda word: (-rarity(word), word))
    return Repeat(_chance(one, two), tuple(shared))


def _chance(one: Said, two: Said) -> float:
    if one.words == two.words:
        return float(bool(one.words))
    if one.general or two.general:
        return 0.0
    return 1 / (1 + math.exp(-_level(features(one, two))))


def _level(named: Mapping[str, float]) -> float:
    weights = _weights()
    return weights["level"] + sum(weights[name] * value for name, value in named.items())


def _may_be_same(one: Said, two: Said) -> bool:
    """Whether the chance may reach `SAME`, were all that is looked at last as it should be."""
    most = sum(max(_weights()[name], 0) for name in LAST)
    return one.words == two.words or _level(_plain_features(one, two)) + most >= ENOUGH


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
