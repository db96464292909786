"""Was it asked before? A directive against earlier ones to the same lead or about the same place.

The same is asked where the same is to come of it: had the one been done, there were little cause to ask the other (docs/decisions/0012
tells it by example). How likely that is, is weighed from what two wordings are about (`subject`) and what they share: words that few
directives hold (`rarity`) weigh more, numbers and names that differ set two apart, and so do other deeds and other things of a kind
(`deeds`); what is asked in one part of a long wording is compared by itself too (`parts`), and what both mean by a thesaurus, so another
name, a special kind or another means to the same end is known (`meanings`). The trees that weigh it (`trees`) were trained
by tools/learn_repetition.py on corpus/asked_before.tsv and on a part of the pairs judged in records (corpus/asked_before_records.tsv); the
others, and the pairs that stand in tables of their own, taught none: they measure.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from giaoban.directives.comparing import Wording, about, features, weight, worded
from giaoban.directives.likeness import Said
from giaoban.directives.rarity import rarity
from giaoban.directives.trees import trees

SHORT = 20
"""Words of a wording that is short: as tasks are typed and told, not as records run on."""
SAME, SAME_LONG = 0.45, 0.6
"""From this chance on it is "asked before"; a long wording holds more that any other may hold, too."""
NEAR_ENOUGH = 0.8
"""How near two subjects are and how much of the one lies in the other, together: with less they ask not the same, and are not looked at."""
MOST_LOOKED = 200
"""So many of the nearest are looked at, besides those in the same words: more would make whoever types wait."""
SAME_WORDS = 2 - 1e-3
"""How near the same words are."""
LEAST = 1e-3
ROUNDING = 1e-6
"""Two sums of the same in another order differ by less."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """How likely two directives ask the same, 0 to 1, and from which chance on it is said that they do.

    `shared` are the words they have in common, the weightiest first.
    """

    chance: float
    shared: tuple[str, ...]
    least: float

    @property
    def same(self) -> bool:
        return self.chance >= self.least


@dataclass(frozen=True, slots=True)
class Asked:
    """An earlier directive that asks the same, by its place in the list."""

    at: int
    repeat: Repeat


class Earlier:
    """Directives that were given before, in the order in which they were given."""

    def __init__(self, wordings: Iterable[str]) -> None:
        self._given = [worded(each) for each in wordings]
        self._subjects = np.array([about(each.said) for each in self._given])
        self._weights = np.array([weight(each.said) for each in self._given])
        self._holding: dict[str, list[tuple[int, int]]] = {}
        for at, each in enumerate(self._given):
            for word, times in Counter(each.said.words).items():
                self._holding.setdefault(word, []).append((at, times))

    def asked(self, wording: str) -> list[Asked]:
        """Those that ask the same, in the order in which they were given."""
        now = worded(wording)
        near = self._near(now.said)
        repeats = _repeats([(self._given[at], now) for at in near])
        return [Asked(at, each) for at, each in zip(near, repeats, strict=True) if each.same]

    def _near(self, now: Said) -> list[int]:
        """Those that are near enough to be looked at; of all of them at once."""
        if not self._given:
            return []
        shared = np.zeros(len(self._given))
        for word, times in Counter(now.words).items():
            for at, held in self._holding.get(word, ()):
                shared[at] += rarity(word) * min(times, held)
        most = shared / np.maximum(np.minimum(self._weights, weight(now)), LEAST)
        near = self._subjects @ about(now) + most
        nearest = np.sort(near)[::-1][: MOST_LOOKED + 1]
        enough = NEAR_ENOUGH - ROUNDING if len(nearest) <= MOST_LOOKED else max(NEAR_ENOUGH - ROUNDING, nearest[-1] + ROUNDING)
        return [int(at) for at in np.flatnonzero(near >= min(enough, SAME_WORDS))]


def repeat(one: str, two: str) -> Repeat:
    """Whether two wordings ask the same."""
    return _repeats([(worded(one), worded(two))])[0]


def _repeats(pairs: Sequence[tuple[Wording, Wording]]) -> list[Repeat]:
    comparable = [not _in_same_words(*pair) and _comparable(*pair) for pair in pairs]
    weighed = iter(trees().chances([features(*pair) for pair, looked in zip(pairs, comparable, strict=True) if looked]).tolist())
    chances = [next(weighed) if looked else float(_in_same_words(*pair)) for pair, looked in zip(pairs, comparable, strict=True)]
    return [Repeat(chance, _shared(one.said, two.said), _least(one, two)) for chance, (one, two) in zip(chances, pairs, strict=True)]


def _least(one: Wording, two: Wording) -> float:
    return SAME if max(len(one.text.split()), len(two.text.split())) <= SHORT else SAME_LONG


def _in_same_words(one: Wording, two: Wording) -> bool:
    """Whether two wordings are the same, whatever their capitals, or hold the same words and any at all."""
    same = one.said.words == two.said.words or one.text.casefold() == two.text.casefold()
    return same and bool(one.said.words)


def _comparable(one: Wording, two: Wording) -> bool:
    """Whether two wordings each say something of their own, and near enough to ask the same."""
    if not one.said.words or one.said.general or two.said.general:
        return False
    held, also = Counter(one.said.words), Counter(two.said.words)
    shared = sum(rarity(word) * times for word, times in (held & also).items())
    most = shared / max(min(weight(one.said), weight(two.said)), LEAST)
    return float(about(one.said) @ about(two.said)) + most >= NEAR_ENOUGH - ROUNDING


def _shared(one: Said, two: Said) -> tuple[str, ...]:
    return tuple(sorted(set(one.words) & set(two.words), key=lambda word: (-rarity(word), word)))
