"""Many wordings, to be asked which of them are alike one: only those that share words enough are compared in full."""

from collections import Counter
from collections.abc import Iterable, Iterator

from giaoban.directives.repetition.likeness import PAIRS, likeness, said


class Wordings:
    """Wordings by their places in a list."""

    def __init__(self, wordings: Iterable[str]) -> None:
        self._wordings = list(wordings)
        self._lengths = []
        self._holding: dict[str, list[tuple[int, int]]] = {}
        for at, each in enumerate(self._wordings):
            words = said(each).words
            self._lengths.append(len(words))
            for word, times in Counter(words).items():
                self._holding.setdefault(word, []).append((at, times))

    def alike(self, wording: str, least: float) -> Iterator[tuple[int, float]]:
        """Each with a likeness of at least `least` (over 0) by its place, with its likeness."""
        words = said(wording).words
        shared: Counter[int] = Counter()
        for word, times in Counter(words).items():
            for at, held in self._holding.get(word, ()):
                shared[at] += min(times, held)
        for at in sorted(shared):
            if _most(shared[at], len(words) + self._lengths[at]) >= least and (found := likeness(self._wordings[at], wording)) >= least:
                yield at, found


def _most(shared: int, both: int) -> float:
    """The likeness of two wordings of together `both` words that share so many, were every one of them shared in pairs."""
    return (1 - PAIRS) * 2 * shared / both + PAIRS * min(1.0, 2 * shared / max(1, both - 2))
