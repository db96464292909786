"""How much two wordings of directives have in common.

Wordings are compared by their syllables and pairs of syllables, folded, with words that mean the same brought together (`synonyms.tsv`) and
words that any directive may hold (who acts, how fast) left out,
unless hardly anything else is said.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from types import MappingProxyType

from giaoban.directives.repetition.deeds import Demand, demanded
from giaoban.reference.folding import fold
from giaoban.reference.tables import table

SYLLABLE = re.compile(r"[^\W_]+")
DATE = re.compile(
    r"(?:(?:trước|đến|hết|trong|vào|chậm nhất|muộn nhất|chậm nhất là|muộn nhất là) )*"
    r"(?:(?:ngày )?\d{1,2}/\d{1,2}(?:/\d{4})?|(?:quý (?:IV|I{1,3}|[1-4])|tháng \d{1,2})(?:[/ ](?:năm )?\d{4})?)\b",
    re.IGNORECASE,
)
"""A deadline as written: the same may be asked with another one."""
PAIRS = 0.4
"""The share of pairs of syllables in the likeness."""
LONGEST = 9
"""Syllables of a phrase that is looked up, at most."""
LEAST_MEANT = 3
"""With fewer words left, a wording is compared as it is written."""
OF_ITS_OWN = 2
"""With fewer, it says nothing of its own either."""


@dataclass(frozen=True, slots=True)
class Said:
    """A wording as it is compared: its words in order, folded and with their accents, the numbers and the names among them (folded).

    general  it says nothing of its own: its words are those that any directive may hold
    demand   what is to be done and with what kinds of thing, of all that is written
    """

    words: tuple[str, ...]
    accented: tuple[str, ...]
    numbers: frozenset[str]
    names: frozenset[str]
    general: bool
    demand: Demand


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
    return compared(wording, LEAST_MEANT)


def compared(wording: str, least: int) -> Said:
    """The same, compared as it is written where fewer than `least` words are left."""
    plain = wording.lower() if wording.isupper() else wording  # capitals tell no names where everything is written in them
    written = SYLLABLE.findall(DATE.sub(" ", plain))
    meant = list(_meant(written, synonyms()))
    general = len(meant) < min(least, OF_ITS_OWN)
    if len(meant) < least:
        meant = [(each.lower(), False) for each in written]
    accented = tuple(word for word, _name in meant)
    words = tuple(map(fold, accented))
    names = frozenset(word for word, (_accented, name) in zip(words[1:], meant[1:], strict=True) if name)
    demand = demanded([each.lower() for each in written])
    return Said(words, accented, frozenset(filter(str.isdigit, words)), names, general, demand)


def spelt(wording: str) -> list[str]:
    """Its syllables as they are written, capitals and deadlines left out."""
    return [each.lower() for each in SYLLABLE.findall(DATE.sub(" ", wording))]


@cache
def synonyms() -> Mapping[str, str]:
    """What a phrase means, by the phrase in lower case."""
    return MappingProxyType(dict(table("giaoban.directives.repetition", "synonyms.tsv", lambda phrase, meaning: (phrase, meaning))))


def _dice(one: Sequence[object], two: Sequence[object]) -> float:
    whole = len(one) + len(two)
    return 2 * (Counter(one) & Counter(two)).total() / whole if whole else 0.0


def _pairs(words: Sequence[str]) -> list[tuple[str, str]]:
    return list(pairwise(words))


def _meant(written: Sequence[str], table: Mapping[str, str]) -> Iterable[tuple[str, bool]]:
    """The words meant, and whether each is a capitalised one that the table does not know: a name."""
    syllables = [each.lower() for each in written]
    at, named = 0, False
    while at < len(syllables):
        inside = named and written[at][1:].islower()  # what follows a name within it is a name as well, whatever else it means
        for size in range(min(LONGEST, len(syllables) - at), inside, -1):
            phrase = " ".join(syllables[at : at + size])
            if phrase in table:
                yield from ((word, False) for word in table[phrase].split())
                named = False
                break
        else:
            size, named = 1, written[at][:1].isupper()
            yield syllables[at], named
        at += size
