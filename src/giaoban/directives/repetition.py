"""Was it asked before? A directive against earlier ones to the same lead or about the same place.

Wordings are compared by their syllables and pairs of syllables, folded, with words that mean the same brought together (`synonyms.tsv`) and
words that any directive may hold left out. What few directives speak of weighs more. Numbers that differ set two apart.
Measured on corpus/asked_before.tsv.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from giaoban.reference.folding import fold

SYLLABLE = re.compile(r"[^\W_]+")
DATE = re.compile(
    r"(?:(?:trước|đến|hết|trong) )*"
    r"(?:(?:ngày )?\d{1,2}/\d{1,2}(?:/\d{4})?|(?:quý (?:IV|I{1,3}|[1-4])|tháng \d{1,2})(?:[/ ](?:năm )?\d{4})?)\b",
    re.IGNORECASE,
)
"""A deadline as written: the same may be asked with another one."""
SAME = 0.65
"""A likeness from here on is "asked before"."""
PAIRS = 0.4
"""The share of pairs of syllables in the likeness."""
SEEN_ONCE = 4.0
"""The weight of a syllable that no earlier directive held."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two directives are, 0 to 1; `shared` are the words they have in common, the weightiest first."""

    score: float
    shared: tuple[str, ...]

    @property
    def same(self) -> bool:
        return self.score >= SAME


@dataclass(frozen=True, slots=True)
class Asked:
    """An earlier directive that asks the same, by its place in the list, with its likeness."""

    at: int
    likeness: Likeness


class Earlier:
    """Directives that were given before, in the order in which they were given."""

    def __init__(self, wordings: Iterable[str]) -> None:
        self._said = [_said(each) for each in wordings]
        counts = Counter(word for said in self._said for word in set(said.words))
        total = len(self._said) + 1
        self._weights = {word: math.log((total + 1) / count) for word, count in counts.items()} if total > MANY else {}

    def asked(self, wording: str) -> list[Asked]:
        """Those that ask the same, in the order in which they were given."""
        said = _said(wording)
        found = (Asked(at, _alike(each, said, self._weights)) for at, each in enumerate(self._said))
        return [each for each in found if each.likeness.same]


MANY = 50
"""Fewer earlier directives say nothing of which words are rare."""


def likeness(one: str, two: str) -> Likeness:
    """How alike two wordings are, every word weighing the same."""
    return _alike(_said(one), _said(two), {})


@dataclass(frozen=True, slots=True)
class _Said:
    words: tuple[str, ...]
    numbers: frozenset[str]


@lru_cache(maxsize=8192)
def _said(wording: str) -> _Said:
    syllables = [each.lower() for each in SYLLABLE.findall(DATE.sub(" ", wording))]
    meant = list(_meant(syllables))
    return _Said(tuple(meant), frozenset(word for word in meant if word.isdigit()))


def _meant(syllables: Sequence[str]) -> Iterable[str]:
    table, longest = _synonyms()
    at = 0
    while at < len(syllables):
        for size in range(min(longest, len(syllables) - at), 0, -1):
            phrase = " ".join(syllables[at : at + size])
            if phrase in table:
                yield from fold(table[phrase]).split()
                break
        else:
            size = 1
            yield fold(syllables[at])
        at += size


@cache
def _synonyms() -> tuple[Mapping[str, str], int]:
    lines = files("giaoban.directives").joinpath("synonyms.tsv").read_text("utf-8").splitlines()[1:]
    table = {phrase: meaning for phrase, _tab, meaning in (line.partition("\t") for line in lines)}
    return table, max(phrase.count(" ") + 1 for phrase in table)


def _alike(one: _Said, two: _Said, weights: Mapping[str, float]) -> Likeness:
    if one.numbers and two.numbers and one.numbers != two.numbers:
        return Likeness(0.0, ())
    words = _overlap(Counter(one.words), Counter(two.words), weights)
    pairs = _overlap(Counter(zip(one.words, one.words[1:], strict=False)), Counter(zip(two.words, two.words[1:], strict=False)), {})
    shared = sorted(set(one.words) & set(two.words), key=lambda word: (-weights.get(word, SEEN_ONCE), word))
    return Likeness((1 - PAIRS) * words + PAIRS * pairs, tuple(shared))


def _overlap(
    one: Counter[str] | Counter[tuple[str, str]], two: Counter[str] | Counter[tuple[str, str]], weights: Mapping[str, float]
) -> float:
    """The weight of what both hold, twice, of the weight of all that they hold (Dice)."""

    def weight(counted: Counter[str] | Counter[tuple[str, str]]) -> float:
        return sum(weights.get(word, SEEN_ONCE) * count if isinstance(word, str) else count for word, count in counted.items())

    whole = weight(one) + weight(two)
    return 2 * weight(one & two) / whole if whole else 0.0  # type: ignore[operator]
