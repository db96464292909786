"""Which indicator of the catalogue a written name means, with a score and its reasons.

Names are compared by their words, folded, abbreviations in full; a word that few indicators have weighs more, and so do pairs of words that
stand together. A name whose head noun is another, whose unit does not fit, or that holds words known to mean something else is put back.
A name that a person has assigned before is what she said. Measured on corpus/indicator_names.tsv.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from giaoban.ledger.conversion import unit_for
from giaoban.model import Measure
from giaoban.reference.abbreviations import spelled_out
from giaoban.reference.indicators import Catalogue, Indicator

SURE, AHEAD = 0.74, 0.04
"""A best score under SURE, or less than AHEAD of the next, is left to a person."""
PAIRS = 0.3
COST = {"other-unit": 0.35, "other-thing": 0.3, "other-head": 0.65, "short": 0.7, "no-unit": 0.95}
"""What a doubt leaves of a score."""
SHORT = 3
"""A name of fewer words says little, unless it is a name of the catalogue."""
LIGHT_WEIGHT, BRACKETED, SHOWN = 0.15, 0.85, 5
_LIGHT = "tong so ty le muc do toan tren dia ban cua cac tinh huyen thi xa thanh pho duoc dat theo nam la va trong o tai cho den voi ve"
LIGHT = frozenset(_LIGHT.split())
"""Words that hardly tell one indicator from another."""
HEADS_APART = frozenset(("tong", "so", "ty", "le", "muc", "do", "toan", "quy", "mo", "toc", "cac"))
"""Words before the head noun."""
Thing = TypeVar("Thing")
BRACKETS = re.compile(r"\(([^)]*)\)")
CAPITALS = re.compile(r"[A-ZĐ][A-ZĐ ]+")


@dataclass(frozen=True, slots=True)
class Match:
    """One candidate.

    score    0 to 1
    sure     good enough, and far enough ahead of the next, to be taken without asking
    reasons  codes: learned, name, words, head, unit, no-unit, other-unit, other-head, other-thing, short
    """

    indicator: str
    score: float
    sure: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Name:
    words: tuple[str, ...]
    single: Counter[str]
    pairs: Counter[tuple[str, str]]


class Matcher:
    """Matches names against one catalogue; `learned` maps folded names to ids of indicators."""

    def __init__(self, catalogue: Catalogue, learned: Mapping[str, str] | None = None) -> None:
        self._catalogue = catalogue
        self._learned = {" ".join(spelled_out(name)): key for name, key in (learned or {}).items()}
        self._names = {key: [_name(spelled_out(name)) for name in row.names] for key, row in catalogue.items()}
        self._others = {key: [spelled_out(name) for name in row.names_other] for key, row in catalogue.items()}
        seen = Counter(word for names in self._names.values() for word in {word for name in names for word in name.words})
        size = len(catalogue)
        self._weights = {
            word: LIGHT_WEIGHT if word in LIGHT else math.log((size + 1) / (count + 0.5)) for word, count in sorted(seen.items())
        }
        self._rare = math.log((size + 1) / 1.5)

    def match(self, name: str, unit: str = "", measure: Measure = Measure.LEVEL) -> tuple[Match, ...]:
        """The likeliest indicators, best first; none where no word is shared."""
        variants = list(_variants(name))
        scored = sorted(self._scored(variants, unit, measure), key=lambda each: (-each[0], each[1]))[:SHOWN]
        best = [score for score, _key, _reasons in scored]
        ahead = best[0] - best[1] >= AHEAD if len(best) > 1 else bool(best)
        return tuple(Match(key, round(score, 3), not at and ahead and score >= SURE, why) for at, (score, key, why) in enumerate(scored))

    def _scored(self, variants: Sequence[tuple[_Name, float]], unit: str, measure: Measure) -> Iterator[tuple[float, str, tuple[str, ...]]]:
        learned = {self._learned.get(" ".join(each.words)) for each, _trust in variants}
        for key, names in self._names.items():
            if key in learned:
                yield 1.0, key, ("learned",)
                continue
            pairs = ((trust * self._alike(one, two), two) for one, trust in variants for two in names)
            score, name = max(pairs, key=lambda each: each[0])
            if score:
                factor, reasons = self._doubts(self._catalogue[key], [one for one, _trust in variants], name, unit, measure)
                yield score * factor, key, ("name" if score > 0.999 else "words", *reasons)

    def _alike(self, one: _Name, two: _Name) -> float:
        if one.words == two.words:
            return 1.0
        return (1 - PAIRS) * _shared(one.single, two.single, self._weight) + PAIRS * _shared(one.pairs, two.pairs, self._pair_weight)

    def _doubts(self, row: Indicator, variants: Sequence[_Name], name: _Name, unit: str, measure: Measure) -> tuple[float, list[str]]:
        """What to multiply the score with, and why; `name` is the name of the indicator that came nearest."""
        own = variants[0].words
        reasons = [
            _unit_doubt(row, unit, measure),
            _head_doubt(variants[0], self._names[row.id]),
            "other-thing" if any(_holds_other(each, name, self._others[row.id]) for each in variants) else "",
            "short" if len(own) < SHORT and all(own != each.words for each in self._names[row.id]) else "",
        ]
        return math.prod(COST.get(reason, 1.0) for reason in reasons), [reason for reason in reasons if reason]

    def _weight(self, word: str) -> float:
        return self._weights.get(word) or (LIGHT_WEIGHT if word in LIGHT else self._rare)

    def _pair_weight(self, pair: tuple[str, str]) -> float:
        return self._weight(pair[0]) + self._weight(pair[1])


def match(name: str, unit: str, catalogue: Catalogue, learned: Mapping[str, str] | None = None) -> tuple[Match, ...]:
    """The likeliest indicators for one level. For many names make a `Matcher` once.

    >>> from giaoban.reference.indicators import catalogue
    >>> [each.indicator for each in match("Thu NSNN trên địa bàn", "tỷ đồng", catalogue()) if each.sure]
    ['thu_nsnn']
    """
    return Matcher(catalogue, learned).match(name, unit)


def _variants(name: str) -> Iterator[tuple[_Name, float]]:
    """The name without what stands in brackets, with it, and a bracketed abbreviation by itself, which is trusted less."""
    outside, whole = spelled_out(BRACKETS.sub(" ", name)), spelled_out(name)
    yield _name(outside or whole), 1.0
    if whole != outside:
        yield _name(whole), 1.0
        for inside in BRACKETS.findall(name):
            if CAPITALS.fullmatch(inside.strip()):
                yield _name(spelled_out(inside)), BRACKETED


def _name(words: Sequence[str]) -> _Name:
    return _Name(tuple(words), Counter(words), Counter(pairwise(words)))


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


def _unit_doubt(row: Indicator, unit: str, measure: Measure) -> str:
    if measure is not Measure.LEVEL:
        return ""
    if not unit:
        return "no-unit"
    return "unit" if unit_for(unit, row) else "other-unit"


def _head_doubt(variant: _Name, names: Iterable[_Name]) -> str:
    """Whether the head nouns agree: the first word with a meaning of its own stands early in one of the names."""
    head = _heads(variant)[:1]
    return "head" if any(word in _heads(name)[:2] for name in names for word in head) else "other-head"


def _heads(name: _Name) -> list[str]:
    return [word for word in name.words if word not in HEADS_APART]


def _holds_other(variant: _Name, name: _Name, others: Iterable[Sequence[str]]) -> bool:
    return any(_within(other, variant.words) and not _within(other, name.words) for other in others)


def _within(part: Sequence[str], whole: Sequence[str]) -> bool:
    return any(list(whole[at : at + len(part)]) == list(part) for at in range(len(whole) - len(part) + 1))
