"""How much two wordings of directives have in common.

Wordings are compared by their syllables and pairs of syllables, folded, with words that mean the same brought together (`synonyms.tsv`) and
words that any directive may hold (who acts, how fast) left out,
unless nothing else is said.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

from giaoban.reference.folding import fold

SYLLABLE = re.compile(r"[^\W_]+")
DATE = re.compile(
    r"(?:(?:trước|đến|hết|trong) )*"
    r"(?:(?:ngày )?\d{1,2}/\d{1,2}(?:/\d{4})?|(?:quý (?:IV|I{1,3}|[1-4])|tháng \d{1,2})(?:[/ ](?:năm )?\d{4})?)\b",
    re.IGNORECASE,
)
"""A deadline as written: the same may be asked with another one."""
PAIRS = 0.4
"""The share of pairs of syllables in the likeness."""


@dataclass(frozen=True, slots=True)
class Said:
    """A wording as it is compared: its words in order, the numbers and the capitalised words (names) among them."""

    words: tuple[str, ...]
    numbers: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two wordings share, weighed: in all, of the one and of the other (0 to 1), and the weightiest word that each has alone."""

    shared: float
    of_one: float
    of_two: float
    alone_one: float
    alone_two: float

    @property
    def both(self) -> float:
        """The harmonic mean of the two shares."""
        whole = self.of_one + self.of_two
        return 2 * self.of_one * self.of_two / whole if whole else 0.0


def likeness(one: str, two: str) -> float:
    """How alike two wordings are, 0 to 1, every word weighing the same; 0 where both hold numbers and these differ."""
    first, second = said(one), said(two)
    if first.numbers and second.numbers and first.numbers != second.numbers:
        return 0.0
    words, pairs = _dice(first.words, second.words), _dice(_pairs(first.words), _pairs(second.words))
    return (1 - PAIRS) * words + PAIRS * pairs


@lru_cache(maxsize=8192)
def said(wording: str) -> Said:
    """A wording as it is compared, deadlines left out."""
    written = SYLLABLE.findall(DATE.sub(" ", wording))
    meant = tuple(_meant(written)) or tuple((fold(each), False) for each in written)
    words = tuple(word for word, _name in meant)
    return Said(words, frozenset(filter(str.isdigit, words)), frozenset(word for word, name in meant[1:] if name))


def overlap(one: Sequence[str], two: Sequence[str], weight: Callable[[str], float]) -> Overlap:
    """What two lists of words share, each word by its weight."""
    first, second = Counter(one), Counter(two)
    shared = _weighed(first & second, weight)
    whole = [_weighed(each, weight) for each in (first, second)]
    alone = [max(map(weight, each), default=0.0) for each in (first - second, second - first)]
    return Overlap(shared, *(shared / each if each else 0.0 for each in whole), *alone)


def paired(words: Sequence[str]) -> list[str]:
    """Each two words that stand side by side, as one."""
    return [f"{first} {second}" for first, second in _pairs(words)]


def _weighed(words: Counter[str], weight: Callable[[str], float]) -> float:
    return sum(weight(word) * count for word, count in words.items())


def _dice(one: Sequence[object], two: Sequence[object]) -> float:
    whole = len(one) + len(two)
    return 2 * (Counter(one) & Counter(two)).total() / whole if whole else 0.0


def _pairs(words: Sequence[str]) -> list[tuple[str, str]]:
    return list(pairwise(words))


def _meant(written: Sequence[str]) -> Iterable[tuple[str, bool]]:
    """The words meant, and whether each is a capitalised one that the table does not know: a name."""
    table, longest = _synonyms()
    syllables = [each.lower() for each in written]
    at = 0
    while at < len(syllables):
        for size in range(min(longest, len(syllables) - at), 0, -1):
            phrase = " ".join(syllables[at : at + size])
            if phrase in table:
                yield from ((word, False) for word in fold(table[phrase]).split())
                break
        else:
            size = 1
            yield fold(syllables[at]), written[at][:1].isupper()
        at += size


@cache
def _synonyms() -> tuple[Mapping[str, str], int]:
    lines = files("giaoban.directives").joinpath("synonyms.tsv").read_text("utf-8").splitlines()[1:]
    table = {phrase: meaning for phrase, _tab, meaning in (line.partition("\t") for line in lines)}
    return table, max(phrase.count(" ") + 1 for phrase in table)
