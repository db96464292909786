"""Which indicator of the catalogue a written name means, with a score and its reasons.

Names are compared by their words. A name whose head noun is another, whose unit does not fit, that says too little, or that holds words
which mean something else is put back. A name that a person has assigned before is what she said. Measured on corpus/indicator_names.tsv.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from giaoban.ledger.conversion import unit_for
from giaoban.ledger.likeness import LIGHT, Name, Phrase, Vocabulary, phrase, taken_apart, variants
from giaoban.model import Measure
from giaoban.reference.abbreviations import in_full, spelled_out
from giaoban.reference.indicators import Catalogue, Indicator

SURE, AHEAD = 0.74, 0.04
"""A best score under SURE, or less than AHEAD of the next, is left to a person."""
COST = {"other-unit": 0.35, "other-thing": 0.3, "other-head": 0.65, "short": 0.7, "lacking": 0.7, "strange": 0.93, "no-unit": 0.95}
"""What a doubt leaves of a score."""
SHORT, SHOWN = 3, 5
"""A name of fewer words says little, unless it is a name of the catalogue."""
KEPT = 4096
"""Indicators whose names stay taken apart: a matcher is made for each figure that is decided, and hardly ever of other names."""
LEARNED = ("learned",)
HEADS_APART = frozenset(("tong", "so", "ty", "le", "muc", "do", "toan", "quy", "mo", "toc", "cac"))
"""Words before the head noun."""
Scored = tuple[float, str, tuple[str, ...]]
"""Score, id of the indicator, reasons."""


@dataclass(frozen=True, slots=True)
class Match:
    """One candidate.

    score    0 to 1
    sure     good enough, and far enough ahead of the next, to be taken without asking
    reasons  learned (a person chose it), name (the same as one of its names) or words (alike), head, unit; and doubts: no-unit,
             other-unit, other-head, other-thing, short, lacking (what its names need), strange (a word of no indicator)
    """

    indicator: str
    score: float
    sure: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """An indicator with its names, what a name of it needs, and what names of others hold."""

    row: Indicator
    names: tuple[Name, ...]
    needs: tuple[Phrase, ...]
    others: tuple[Phrase, ...]


class Matcher:
    """Matches names against one catalogue; `learned` maps names, however spelled, to ids of indicators."""

    def __init__(self, catalogue: Catalogue, learned: Mapping[str, str] | None = None) -> None:
        self._learned = {" ".join(spelled_out(name)): key for name, key in (learned or {}).items() if key in catalogue}
        self._entries = {key: _entry(row) for key, row in catalogue.items()}
        self._vocabulary = Vocabulary(entry.names for entry in self._entries.values())
        self._found: dict[tuple[str, str, Measure], tuple[Match, ...]] = {}
        self._with: dict[str, list[tuple[str, Name]]] = defaultdict(list)
        for key, entry in self._entries.items():
            for name in entry.names:
                for word in sorted(set(name.words)):
                    self._with[word].append((key, name))

    def match(self, name: str, unit: str = "", measure: Measure = Measure.LEVEL) -> tuple[Match, ...]:
        """The likeliest indicators, best first; none where no word that tells something is shared. The same name is looked up once."""
        asked = (name, unit, measure)
        if asked not in self._found:
            self._found[asked] = self._matched(*asked)
        return self._found[asked]

    def _matched(self, name: str, unit: str, measure: Measure) -> tuple[Match, ...]:
        scored = sorted(self._scored(list(variants(name)), unit, measure), key=_place)[:SHOWN]
        ahead = bool(scored) and (len(scored) == 1 or _ahead(*scored[:2]))
        return tuple(Match(key, round(score, 3), not at and ahead and score >= SURE, why) for at, (score, key, why) in enumerate(scored))

    def _scored(self, written: Sequence[tuple[Name, float]], unit: str, measure: Measure) -> Iterator[Scored]:
        learned = {key for each, _trust in written if (key := self._learned.get(" ".join(each.words)))}
        for key in learned:
            yield 1.0, key, LEARNED if _may_be_told(self._entries[key].row, unit, measure) else (*LEARNED, "other-unit")
        for key, (score, nearest) in self._nearest(written).items():
            if key not in learned:
                doubts = self._doubts(self._entries[key], [each for each, _trust in written], nearest, unit, measure)
                cost = math.prod(COST.get(doubt, 1.0) for doubt in doubts)
                yield score * cost, key, ("name" if score == 1 else "words", *doubts)

    def _nearest(self, written: Sequence[tuple[Name, float]]) -> dict[str, tuple[float, Name]]:
        """For each indicator that shares a word, its name that is most alike, and how much."""
        best: dict[str, tuple[float, Name]] = {}
        for name, trust in written:
            telling = [word for word in name.single if word not in LIGHT] or list(name.single)
            sharing = {(key, id(each)): each for word in telling for key, each in self._with.get(word, ())}
            for (key, _same), each in sharing.items():
                score = trust * self._vocabulary.alike(name, each)
                if key not in best or score > best[key][0]:
                    best[key] = (score, each)
        return best

    def _doubts(self, entry: _Entry, written: Sequence[Name], nearest: Name, unit: str, measure: Measure) -> list[str]:
        own = written[0]
        reasons = [_unit(entry.row, unit, measure), _head(own, entry.names)]
        if any(each.has(other) and not nearest.has(other) for other in entry.others for each in written):
            reasons.append("other-thing")
        if all(own.words != name.words for name in entry.names):
            reasons += ["short"] * (len(own.words) < SHORT) + ["strange"] * self._vocabulary.strange(own)
            if entry.needs and not any(each.has(need) for need in entry.needs for each in written):
                reasons.append("lacking")
        return [reason for reason in reasons if reason]


def match(name: str, unit: str, catalogue: Catalogue, learned: Mapping[str, str] | None = None) -> tuple[Match, ...]:
    """The likeliest indicators for one level. For many names make a `Matcher` once.

    >>> from giaoban.reference.indicators import catalogue
    >>> [each.indicator for each in match("Thu NSNN trên địa bàn", "tỷ đồng", catalogue()) if each.sure]
    ['thu_nsnn']
    """
    return Matcher(catalogue, learned).match(name, unit)


def _entry(row: Indicator) -> _Entry:
    return _Entry(row, _names(tuple(row.names)), _phrases(tuple(row.needs)), _phrases(tuple(row.names_other)))


@lru_cache(maxsize=KEPT)
def _names(written: tuple[str, ...]) -> tuple[Name, ...]:
    return tuple(taken_apart(in_full(name)) for name in written)


@lru_cache(maxsize=KEPT)
def _phrases(written: tuple[str, ...]) -> tuple[Phrase, ...]:
    return tuple(phrase(in_full(each)) for each in written)


def _place(found: Scored) -> tuple[float, bool, bool, str]:
    """Where it stands among others: by its score; of as likely ones first what a person chose, then what is told in the unit."""
    score, key, reasons = found
    return -score, reasons != LEARNED, "unit" not in reasons, key


def _ahead(first: Scored, second: Scored) -> bool:
    """Whether the likeliest is so far ahead of the next that nobody need be asked: a person chose it before, also between two of one
    name; or it alone is told in the unit: 42% of what is to be paid out is a share of it, no sum.

    What is attained of a plan is told in the unit only of a share of a plan: 95% of the poor households planned may be of their number.
    """
    return first[2] == LEARNED or first[0] - second[0] >= AHEAD or ("unit" in first[2] and "unit" not in second[2])


def _may_be_told(row: Indicator, unit: str, measure: Measure) -> bool:
    """Whether the unit speaks for the indicator or says nothing: growth in percent is of any, in points only of a share."""
    says_nothing = not unit or measure is Measure.ATTAINMENT or (measure is Measure.CHANGE and unit == "%")
    return says_nothing or unit_for(unit, row) is not None


def _unit(row: Indicator, unit: str, measure: Measure) -> str:
    if measure is not Measure.LEVEL:
        return "unit" if measure is Measure.ATTAINMENT and row.of_plan and unit_for(unit, row) else ""
    if not unit:
        return "no-unit"
    return "unit" if unit_for(unit, row) else "other-unit"


def _head(written: Name, names: Sequence[Name]) -> str:
    """Whether the head nouns agree: the first word with a meaning of its own stands early in one of the names."""
    head = _heads(written)[:1]
    return "head" if any(word in _heads(name)[:2] for name in names for word in head) else "other-head"


def _heads(name: Name) -> list[str]:
    return [word for word in name.words if word not in HEADS_APART]
