"""Was it asked before? A directive against earlier ones to the same lead or about the same place.

The same is asked where the same is to come of it: had the one been done, there were little cause to ask the other (docs/decisions/0023
tells it by example). How likely that is, is weighed from what two wordings are about (`subject`) and what they share: words that few
directives hold (`rarity`) weigh more, numbers and names that differ set two apart, and so do other deeds and other things of a kind
(`deeds`); what is asked in one part of a long wording is compared by itself too (`parts`), and what both mean by a thesaurus, so another
name, a special kind or another means to the same end is known (`meanings`). The trees that weigh it (`trees`) were trained
by tools/learn_repetition.py on corpus/asked_before.tsv and on a part of the pairs judged in records (corpus/asked_before_records.tsv); the
others, and the pairs that stand in tables of their own, taught none: they measure. Where the trees find it likely enough, it is weighed
as well how near the two lie where a sentence model places them (`placed`, `placed_weighing`).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from giaoban.directives.repetition.comparing import Wording, about, features, weight, worded
from giaoban.directives.repetition.likeness import Said, spelt
from giaoban.directives.repetition.placed import Position, Positions, nearness, placed
from giaoban.directives.repetition.placed_weighing import weighing
from giaoban.directives.repetition.rarity import rarity
from giaoban.directives.repetition.trees import trees

SHORT = 20
"""Words of a wording that is short: as tasks are typed and told, not as records run on."""
SURE = 0.8
"""From this chance on one in ten is wrong, even among all that lies near a task in use; of what is said to be the same with less, two in
three are."""
SAME, SAME_LONG = 0.35, 0.55
"""From this chance by the trees alone on it is "asked before", where it is not known where two wordings lie; a long wording holds more that
any other may hold, too."""
NEAR_ENOUGH = 0.8
"""How near two subjects are and how much of the one lies in the other, together: with less they ask not the same, and are not looked at."""
MOST_LOOKED = 200
"""So many of the nearest are looked at, besides those in the same words: more would make whoever types wait."""
SAME_WORDS = 2 - 1e-3
"""How near the same words are."""
ENOUGH = 5
"""Words that are the same: fewer may be all that is left of wordings which ask different things, and are weighed."""
LEAST = 1e-3
ROUNDING = 1e-6
"""Two sums of the same in another order differ by less."""


Pair = tuple[Wording, Wording]


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

    @property
    def sure(self) -> bool:
        """Whether it may be counted as the same without anybody having looked."""
        return self.chance >= SURE


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

    def asked(self, wording: str, positions: Positions = placed) -> list[Asked]:
        """The earlier directives that ask the same as `wording`, in the order in which they were given.

        positions  gives where wordings lie; for those of which it does not, the trees decide
        """
        return self.asked_all([wording], positions)[0]

    def asked_all(self, wordings: Sequence[str], positions: Positions = placed) -> list[list[Asked]]:
        """`asked` for several wordings at once; `positions` is asked only once."""
        near = [self._likely(worded(each)) for each in wordings]
        likely = [each for several in near for each in several]
        repeats = iter(_repeats([pair for _at, pair, _chance in likely], [chance for _at, _pair, chance in likely], positions))
        return [[Asked(at, its) for at, _pair, _chance in several if (its := next(repeats)).same] for several in near]

    def _likely(self, now: Wording) -> list[tuple[int, tuple[Wording, Wording], float]]:
        """By place in the list those that may ask the same, and the chance by the trees."""
        near = self._near(now.said)
        pairs = [(self._given[at], now) for at in near]
        likely = min(weighing().looked_at, SAME)
        return [each for each in zip(near, pairs, _by_trees(pairs), strict=True) if each[2] >= likely]

    def _near(self, now: Said) -> list[int]:
        """Places of the earlier directives that are near enough to be compared in full; all are measured in one step."""
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


def repeat(one: str, two: str, positions: Positions = placed) -> Repeat:
    """Whether two wordings ask the same."""
    return repeats([(one, two)], positions)[0]


def repeats(wordings: Iterable[tuple[str, str]], positions: Positions = placed) -> list[Repeat]:
    """`repeat` for several pairs at once; `positions` is asked only once."""
    pairs = [(worded(one), worded(two)) for one, two in wordings]
    return _repeats(pairs, _by_trees(pairs), positions)


def _by_trees(pairs: Sequence[Pair]) -> list[float]:
    """The chance of each by the trees; 1 in the same words, if these are enough."""
    comparable = [not _in_same_words(*pair) and _comparable(*pair) for pair in pairs]
    weighed = iter(trees().chances([features(*pair) for pair, looked in zip(pairs, comparable, strict=True) if looked]).tolist())
    return [next(weighed) if looked else float(_in_same_words(*pair)) for pair, looked in zip(pairs, comparable, strict=True)]


def _repeats(pairs: Sequence[Pair], by_trees: Sequence[float], positions: Positions) -> list[Repeat]:
    asked = [pair for pair, chance in zip(pairs, by_trees, strict=True) if _looked_at(chance)]
    texts = list(dict.fromkeys([two.text for _one, two in asked] + [one.text for one, _two in asked]))
    found = positions(texts) if texts else {}
    return [_repeat(one, two, chance, found) for (one, two), chance in zip(pairs, by_trees, strict=True)]


def _looked_at(chance: float) -> bool:
    return weighing().looked_at <= chance < 1


def _repeat(one: Wording, two: Wording, chance: float, positions: Mapping[str, Position]) -> Repeat:
    """Judged by the trees, and by the positions too where both are known and the trees leave room for doubt."""
    shared, short = _shared(one.said, two.said), max(len(one.text.split()), len(two.text.split())) <= SHORT
    first, second = positions.get(one.text), positions.get(two.text)
    if not _looked_at(chance) or first is None or second is None:
        return Repeat(chance, shared, SAME if short else SAME_LONG)
    both = weighing()
    return Repeat(both.chance(chance, nearness(first, second)), shared, both.short if short else both.long)


def _in_same_words(one: Wording, two: Wording) -> bool:
    """Whether two wordings are written the same, capitals and deadlines aside, or hold the same words and enough of them."""
    words = one.said.words
    if one.text.casefold() == two.text.casefold():
        return bool(words)
    return words == two.said.words and bool(words) and (len(words) >= ENOUGH or spelt(one.text) == spelt(two.text))


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
