"""What a clause is about, from several views of it: its own words, its sentence, its neighbours, all clauses, the whole text.

Each view says how much each topic is named there (`reference.topics`) and has one weight for all topics; each topic has a level of its own;
a word may speak for a topic that the table of words does not know it by; and words that no annotated text has are known by what they are
like (`reading.senses`), in the clause, its sentence, all clauses and the opening of the text. Weights: `weights/topics.tsv`, trained by
`giaoban.reading.learning.themes`; 256ths of a logarithm of odds.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import sqrt

import numpy as np
import numpy.typing as npt

from giaoban.model import Topic
from giaoban.reading.senses import Sense, Senses, length, together
from giaoban.reading.weights import SHIPPED, Weights
from giaoban.reference.topics import weighed

VIEWS = ("own", "own share", "own most", "clauses", "clauses, rooted", "text", "text, rooted", "sentence", "before", "after")
MEANT = ("own", "sentence", "clauses", "opening")
"""Stretches of words whose sense speaks for a topic."""
OPENING = 120
"""Syllables of the opening of a text."""
TOPICS = tuple(Topic)
ONE = 256
MOST = 9.0
"""Weight of a topic's words in a clause beyond which more of them say nothing more."""
NEAR = 3
"""Clauses before and after that count, each half of the one nearer."""

Shares = dict[Topic, float]
Seen = dict[Topic, list[float]]
"""Per topic that is named anywhere the values of `VIEWS`."""


@dataclass(frozen=True, slots=True)
class Told:
    """A clause: its words and those of its sentence, folded."""

    words: Sequence[str]
    sentence: Sequence[str]


@dataclass(frozen=True, slots=True)
class Themes:
    """Weights in use.

    meant  per stretch of `MEANT` and value of a sense the weight for each topic, in whole 256ths
    """

    views: tuple[float, ...]
    levels: dict[Topic, float]
    words: dict[str, dict[Topic, float]]
    meant: npt.NDArray[np.float64]

    def topic(self, told: Told, seen: Seen, meant: Sequence[Sense]) -> Topic:
        sums = dict(self.levels)
        for sense, weights in zip(meant, self.meant, strict=False):
            size = length(sense) * ONE
            for topic, weight in zip(TOPICS, (sense @ weights).tolist(), strict=True):
                sums[topic] = sums.get(topic, 0.0) + weight / size
        for topic, values in seen.items():
            sums[topic] = sums.get(topic, 0.0) + sum(weight * value for weight, value in zip(self.views, values, strict=True))
        for name in names(told.words):
            for topic, weight in self.words.get(name, {}).items():
                sums[topic] = sums.get(topic, 0.0) + weight
        return max(sums, key=lambda topic: (sums[topic], topic), default=Topic.OTHER)


def names(words: Sequence[str]) -> list[str]:
    """The words of a clause and their pairs, each once, in an order that every run has; marks and numbers are left out."""
    said = [word for word in words if word[0].isalpha()]
    return list(dict.fromkeys([*said, *(f"{first} {second}" for first, second in pairwise(said))]))


def seen(told: Sequence[Told], whole: Iterable[str]) -> list[Seen]:
    """The views of each clause of a text, in order; `whole` are all words of the text."""
    own = [weighed(_said(each.words)) for each in told]
    clauses, text = _shares(own), _shares([weighed(_said(whole))])
    sentences = {id(each.sentence): each.sentence for each in told}
    shares = {key: _shares([weighed(_said(words))]) for key, words in sentences.items()}
    return [_views(own, at, shares[id(each.sentence)], clauses, text) for at, each in enumerate(told)]


def meant(told: Sequence[Told], whole: Sequence[str], known: Senses) -> list[tuple[Sense, ...]]:
    """The senses of `MEANT` for each clause of a text; `whole` are all words of the text."""
    own = [known.of(each.words) for each in told]
    sentences = {id(each.sentence): each.sentence for each in told}
    senses = {key: known.of(words) for key, words in sentences.items()}
    clauses, opening = together(own) if own else known.of(()), known.of(whole[:OPENING])
    return [(sense, senses[id(each.sentence)], clauses, opening) for sense, each in zip(own, told, strict=True)]


def _views(own: list[Shares], at: int, sentence: Shares, clauses: Shares, text: Shares) -> Seen:
    mine, share = own[at], _shares([own[at]])
    most = max(mine.values(), default=0.0)
    before, after = (_shares([_halved(near) for near in side]) for side in (_steps(own, at, -1), _steps(own, at, 1)))
    return {
        topic: [
            min(mine.get(topic, 0.0), MOST) / 3,
            share.get(topic, 0.0),
            float(mine.get(topic, 0.0) == most > 0),
            clauses.get(topic, 0.0),
            sqrt(clauses.get(topic, 0.0)),
            text.get(topic, 0.0),
            sqrt(text.get(topic, 0.0)),
            sentence.get(topic, 0.0),
            before.get(topic, 0.0),
            after.get(topic, 0.0),
        ]
        for topic in dict.fromkeys([*clauses, *text, *sentence])
    }


def _steps(own: list[Shares], at: int, way: int) -> list[tuple[int, Shares]]:
    places = (at + way * step for step in range(1, NEAR + 1))
    return [(abs(place - at), own[place]) for place in places if 0 <= place < len(own)]


def _halved(near: tuple[int, Shares]) -> Shares:
    step, said = near
    return {topic: weight / 2**step for topic, weight in said.items()}


def _said(words: Iterable[str]) -> list[str]:
    return [word for word in words if word[0].isalnum()]


def _shares(said: Sequence[Shares]) -> Shares:
    sums: Shares = {}
    for each in said:
        for topic, weight in each.items():
            sums[topic] = sums.get(topic, 0.0) + weight
    total = sum(sums.values()) or 1.0
    return {topic: weight / total for topic, weight in sums.items()}


def parse(table: str) -> Themes:
    """Weights out of their table. Lines that start with # are remarks."""
    views: dict[str, float] = {}
    levels: dict[Topic, float] = {}
    words: dict[str, dict[Topic, float]] = {}
    senses: dict[str, list[list[int]]] = {name: [] for name in MEANT}
    for line in table.splitlines():
        if line.startswith("#"):
            continue
        kind, name, of, weight = line.split("\t", 3)
        if kind == "sense":
            senses[name].append([int(each) for each in weight.split("\t")])
        elif kind == "view":
            views[name] = int(weight) / ONE
        elif kind == "topic":
            levels[Topic(of)] = int(weight) / ONE
        else:
            words.setdefault(name, {})[Topic(of)] = int(weight) / ONE
    return Themes(
        tuple(views.get(name, 0.0) for name in VIEWS), levels, words, np.array([rows for rows in senses.values() if rows], np.float64)
    )


@cache
def themes(learned: Weights = SHIPPED) -> Themes:
    """The weights that come with the package, or others."""
    return parse(learned.text("topics.tsv"))
