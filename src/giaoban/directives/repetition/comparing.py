"""What is weighed of two wordings of directives, to tell whether they ask the same."""

from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from giaoban.directives.repetition.deeds import compared_deeds, compared_things
from giaoban.directives.repetition.deeds_apart import told_apart
from giaoban.directives.repetition.likeness import Said, said
from giaoban.directives.repetition.matching import Shares, matched
from giaoban.directives.repetition.meanings import Meant, meant
from giaoban.directives.repetition.meanings_aligned import aligned
from giaoban.directives.repetition.meanings_compared import compared_meanings
from giaoban.directives.repetition.meanings_near import Phrases, phrases
from giaoban.directives.repetition.parts import Parts, compared_parts, parts
from giaoban.directives.repetition.rarity import rarity
from giaoban.directives.repetition.subject import Direction, subject
from giaoban.reference.folding import written
from giaoban.reference.tables import table

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
LEAST = 1e-3


@dataclass(frozen=True, slots=True)
class Wording:
    """A directive as it is compared: whole, and, where it comes to that, by its parts."""

    said: Said
    text: str

    @property
    def parts(self) -> Parts:
        return parts(self.text)

    @property
    def meant(self) -> Meant:
        return meant(self.text)

    @property
    def phrases(self) -> Phrases:
        return phrases(self.text)


def worded(text: str) -> Wording:
    """A wording as it is compared; the Icelandic Ð of old files is a Đ."""
    legible = written(text)
    return Wording(said(legible), legible)


def features(one: Wording, two: Wording) -> dict[str, float]:
    """What is weighed, by the names in `repeated.tsv`; the same both ways.

    about    how near their subjects are, and `much`: that, by how much they share
    most     the share of the one that lies more in the other; plain: what the one has in common with the other, names left out
    general  how little the one that says less says, by how much of the other it leaves unsaid: what is said of everything repeats nothing
    unsaid   what each says that the other does not, the less of the two: long wordings are about much, and so soon near each other
    alone    what one says that the other does not say in the same words, the more of the two: a long list repeats no single item of it
    starts   how much of the first five words of each the other says in the same words: of the two wordings the worse
    heads    how well the first two words of each are said in the other: of the two wordings the worse and the better
    actions  each names actions (`actions.tsv`), none of which the other names
    numbers  each has one that the other has not; names: each has a name that the other does not hold; others: none that is a name there
    what is asked to be done, with what kinds of thing (`deeds`, `deeds_apart`), how the parts of the one stand to those of the other
    (`parts`), how what they mean does (`meanings_compared`) and how well the phrases of the one are said in like ones of the other
    (`meanings_aligned`). What is not named is nought.
    """
    return {
        **_words(one.said, two.said),
        **_matched(one.said, two.said),
        **compared_deeds(one.said.demand, two.said.demand),
        **compared_things(one.said.demand, two.said.demand),
        **told_apart(one.said.demand, two.said.demand),
        **compared_parts(one.parts, two.parts),
        **compared_meanings(one.meant, two.meant),
        **aligned(one.phrases, two.phrases),
    }


@lru_cache(maxsize=8192)
def weight(one: Said) -> float:
    """How much a wording says: the sum of the weights of its words, rare ones weighing more."""
    return sum(map(rarity, one.words))


@lru_cache(maxsize=8192)
def about(one: Said) -> Direction:
    """Its subject."""
    return subject(one.accented, [rarity(word) for word in one.words])


def _words(one: Said, two: Said) -> dict[str, float]:
    shared = sum(rarity(word) * times for word, times in (Counter(one.words) & Counter(two.words)).items())
    near, whole = float(about(one) @ about(two)), sorted((weight(one), weight(two)))
    return {
        "about": near,
        "much": near * min(shared / MOST_SHARED, 1.0),
        "most": shared / max(whole[0], LEAST),
        "general": max(1 - whole[0] / GENERAL, 0.0) * (1 - shared / max(whole[1], LEAST)),
        "alone": min(whole[1] - shared, MOST_ALONE) / MOST_ALONE,
        "starts": min(_start(one, two), _start(two, one)),
        "actions": float(bool((first := _actions(one)) and (second := _actions(two)) and not first & second)),
        "numbers": float(bool(one.numbers - two.numbers and two.numbers - one.numbers)),
        "names": float(bool(one.names.difference(two.words) and two.names.difference(one.words))),
        "others": float(bool(one.names - two.names and two.names - one.names)),
    }


def _matched(one: Said, two: Said) -> dict[str, float]:
    of_one, of_two = matched(one, two)
    heads = sorted((_head(one, of_one), _head(two, of_two)))
    return {
        "plain": min(_plain(one, two, of_one), _plain(two, one, of_two), MOST_SHARED) / MOST_SHARED,
        "unsaid": min(_unsaid(one, of_one), _unsaid(two, of_two), MOST_UNSAID) / MOST_UNSAID,
        "worse head": heads[0],
        "better head": heads[1],
    }


def _head(one: Said, shares: Shares) -> float:
    weights = [rarity(word) for word in one.words[:HEAD]]
    return sum(weight * float(share) for weight, share in zip(weights, shares, strict=False)) / max(sum(weights), LEAST)


def _start(one: Said, two: Said) -> float:
    first = one.words[:START]
    return sum(rarity(word) for word in first if word in two.words) / max(sum(map(rarity, first)), LEAST)


def _plain(one: Said, two: Said, shares: Shares) -> float:
    names = one.names | two.names
    return sum(rarity(word) * float(share) for word, share in zip(one.words, shares, strict=True) if word not in names)


def _unsaid(one: Said, shares: Shares) -> float:
    return sum(rarity(word) * (1 - float(share)) for word, share in zip(one.words, shares, strict=True))


@lru_cache(maxsize=8192)
def _actions(one: Said) -> frozenset[str]:
    said_here = {*one.accented, *(" ".join(pair) for pair in pairwise(one.accented))}
    return frozenset(said_here & _known_actions())


@cache
def _known_actions() -> frozenset[str]:
    return frozenset(table("giaoban.directives.repetition", "actions.tsv", str))
