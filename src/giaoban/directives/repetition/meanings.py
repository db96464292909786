"""What a wording says by a thesaurus of administration (`meanings.tsv`).

The thesaurus was written field by field from general knowledge; a row tells how a phrase stands to a concept:

    is     another name of a thing or matter: heo, lợn
    deed   another word for what is to be done: tu sửa, sửa chữa
    kind   a special one of a general one: gà, gia cầm
    part   what belongs to a thing or lies in it: mái đê, đê
    end    a means, a state or a name that is about an end: tắt đèn, tiết kiệm điện
    plain  holds words that would mean something by themselves: môi trường
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from giaoban.directives.repetition.rarity import rarity
from giaoban.reference.folding import fold
from giaoban.reference.tables import cells, table

SYLLABLE = re.compile(r"[^\W_]+")
LONGEST = 8
"""Syllables of a phrase that is looked up, at most."""
DEEPEST = 3
"""Steps from a special concept to its general ones, at most."""
MOST = 14.0
"""What one mention weighs at most."""
Row = Sequence[str]
Relations = Mapping[str, Mapping[str, set[str]]]
"""By phrase and relation the concepts."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """Concepts: those it names, those of which it is a kind, those of which it is a part, and the ends that it is about."""

    same: frozenset[str] = frozenset()
    wider: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Meant:
    """The things that a wording mentions, in order and with their weights; all of them together; its deeds; and what the things weigh."""

    things: tuple[tuple[Meaning, float], ...]
    whole: Meaning
    deeds: frozenset[str]
    weight: float


Thesaurus = Mapping[str, tuple[Meaning, bool] | None]
"""By phrase its meaning and whether that is a deed; None where it means nothing."""


@cache
def rows() -> Sequence[Row]:
    """The rows of the thesaurus that comes with Giaoban: phrase, relation, concept."""
    return table("giaoban.directives.repetition", "meanings.tsv", cells)


@cache
def shipped() -> Thesaurus:
    """What each phrase of the thesaurus that comes with Giaoban means."""
    by: dict[str, dict[str, set[str]]] = {}
    for phrase, relation, concept in rows():
        by.setdefault(phrase, {}).setdefault(relation, set()).add(concept)
    kinds, parts = _upwards(by, "kind"), _upwards(by, "part")
    ends: dict[str, set[str]] = {}
    for phrase, related in by.items():
        for concept in _names(by, phrase):
            ends.setdefault(concept, set()).update(related.get("end", ()))
    return {
        phrase: None if "plain" in related else _meaning(_names(by, phrase), related, kinds, parts, ends) for phrase, related in by.items()
    }


@lru_cache(maxsize=8192)
def meant(text: str) -> Meant:
    """What a wording says, by the thesaurus that comes with Giaoban."""
    thesaurus = shipped()
    written = SYLLABLE.findall(text.lower() if text.isupper() else text)
    syllables = [each.lower() for each in written]
    things: list[tuple[Meaning, float]] = []
    deeds: set[str] = set()
    for at, size in found(written, thesaurus):
        if (known := thesaurus[" ".join(syllables[at : at + size])]) is None:
            continue
        meaning, deed = known
        if deed:
            deeds |= meaning.same
            continue
        whole = meaning.whole | (_within(syllables[at : at + size], thesaurus) - meaning.same)
        weight = min(sum(rarity(fold(each)) for each in syllables[at : at + size]), MOST)
        things.append((Meaning(meaning.same, meaning.wider, whole, meaning.ends), weight))
    return Meant(tuple(things), _together(thing for thing, _weight in things), frozenset(deeds), sum(weight for _thing, weight in things))


def found(written: Sequence[str], thesaurus: Thesaurus) -> Iterator[tuple[int, int]]:
    """Where phrases of the thesaurus begin and of how many syllables they are, the longest at each, none within another."""
    syllables, end = [each.lower() for each in written], 0
    for at in range(len(syllables)):
        for size in range(min(LONGEST, len(syllables) - at), max(end - at, 0), -1):
            if " ".join(syllables[at : at + size]) in thesaurus and not _is_name(written, at, size):
                end = at + size
                yield at, size
                break


def _names(by: Relations, phrase: str) -> set[str]:
    """The concepts that a phrase names: itself where no row says more."""
    related = by.get(phrase, {})
    return related.get("is", set()) | related.get("deed", set()) or {phrase}


def _upwards(by: Relations, relation: str) -> dict[str, set[str]]:
    """By concept the next ones that a relation leads to."""
    up: dict[str, set[str]] = {}
    for phrase, related in by.items():
        targets = {name for target in related.get(relation, ()) for name in _names(by, target)}
        for concept in _names(by, phrase) if targets else ():
            up.setdefault(concept, set()).update(targets - {concept})
    return up


def _meaning(
    same: set[str],
    related: Mapping[str, set[str]],
    kinds: Mapping[str, set[str]],
    parts: Mapping[str, set[str]],
    ends: Mapping[str, set[str]],
) -> tuple[Meaning, bool]:
    wider: set[str] = set()
    new = same
    for _ in range(DEEPEST):
        new = {up for concept in new for up in kinds.get(concept, ())} - wider
        wider |= new
    whole = {up for concept in same for up in parts.get(concept, ())}
    about = {end for concept in same for end in ends.get(concept, ())}
    return Meaning(frozenset(same), frozenset(wider - same), frozenset(whole), frozenset(about)), "deed" in related


def _is_name(written: Sequence[str], at: int, size: int) -> bool:
    """Whether it is written as a name: Bến Rừng is no forest."""
    return any(each[:1].isupper() for each in written[at + 1 : at + size]) or (size == 1 and at > 0 and written[at][:1].isupper())


def _within(syllables: Sequence[str], thesaurus: Thesaurus) -> frozenset[str]:
    """The things named by parts of a phrase, of two syllables at least: gia cầm in cúm gia cầm."""
    size = len(syllables)
    phrases = (" ".join(syllables[at : at + many]) for many in range(2, size) for at in range(size - many + 1))
    return frozenset(concept for phrase in phrases if (known := thesaurus.get(phrase)) and not known[1] for concept in known[0].same)


def _together(things: Iterable[Meaning]) -> Meaning:
    each = list(things)
    return Meaning(*(frozenset().union(*(getattr(thing, name) for thing in each)) for name in ("same", "wider", "whole", "ends")))
