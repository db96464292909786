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

import numpy as np
import numpy.typing as npt

from giaoban.model import Topic
from giaoban.reading.senses import Sense, Senses, together
from giaoban.reading.syllables import Remembered
from giaoban.reading.weights import SHIPPED, Weights
from giaoban.reference.phrases import Phrases, by_syllables
from giaoban.reference.topics import table

VIEWS = ("own", "own share", "own most", "clauses", "clauses, rooted", "text", "text, rooted", "sentence", "before", "after")
MEANT = ("own", "sentence", "clauses", "opening")
"""Stretches of words whose sense speaks for a topic."""
OPENING = 120
"""Syllables of the opening of a text."""
TOPICS = tuple(Topic)
PLACES = {topic: place for place, topic in enumerate(TOPICS)}
ONE = 256
MOST = 9.0
"""Weight of a topic's words in a clause beyond which more of them say nothing more."""
NEAR = 3
"""Clauses before and after that count, each half of the one nearer."""

Shares = npt.NDArray[np.float64]
"""Rows of what each topic weighs, or has of the whole."""
Seen = npt.NDArray[np.float64]
"""Per clause and topic the values of `VIEWS`."""


@dataclass(slots=True, unsafe_hash=True)  # never changed; made by the thousand, and frozen takes three times as long
class Told:
    """A clause: its words and those of its sentence, folded."""

    words: Sequence[str]
    sentence: Sequence[str]


@dataclass(frozen=True, slots=True)
class Themes:
    """Weights in use.

    words  per word or pair of words what it weighs for topics, these by their place
    meant  per stretch of `MEANT` and value of a sense the weight for each topic, in whole 256ths
    """

    views: tuple[float, ...]
    levels: dict[Topic, float]
    words: dict[str, list[tuple[int, float]]]
    meant: npt.NDArray[np.float64]

    def topics(self, told: Sequence[Told], seen: Seen, meant: Sequence[Sequence[Sense]]) -> list[Topic]:
        """The topic of each clause of a text, by its views and senses, and by its own words one after the other."""
        sums = np.tile([self.levels.get(topic, 0.0) for topic in TOPICS], (len(told), 1))
        for senses, weights in zip(zip(*meant, strict=True), self.meant, strict=False):
            said = np.array(senses)
            sizes = np.sqrt((said * said).sum(1))
            sums += said @ weights / (np.where(sizes, sizes, 1.0) * ONE)[:, None]
        views = np.zeros(sums.shape)
        for place, weight in enumerate(self.views):  # one after the other: floats add up the same on every machine
            views += weight * seen[:, :, place]
        return [self._heaviest(row, each.words) for row, each in zip((sums + views).tolist(), told, strict=True)]

    def _heaviest(self, sums: list[float], words: Sequence[str]) -> Topic:
        for weights in filter(None, map(self.words.get, names(words))):
            for place, weight in weights:
                sums[place] += weight
        top = max(sums)
        return max([topic for topic, weight in zip(TOPICS, sums, strict=True) if weight == top])


def names(words: Sequence[str]) -> list[str]:
    """The words of a clause and their pairs, each once, in an order that every run has; marks and numbers are left out."""
    said = [word for word in words if word[0].isalpha()]
    return list(dict.fromkeys([*said, *map(" ".join, pairwise(said))]))


def seen(told: Sequence[Told], whole: Iterable[str]) -> Seen:
    """The views of each clause of a text, in order; `whole` are all words of the text.

    Weights of words are whole numbers and what is nearer counts twice as much, so that sums are exact in any order.
    """
    own = _weights([each.words for each in told])
    clauses, text = _shares(own.sum(0)), _shares(_weights([whole])[0])
    sentences = {id(each.sentence): each.sentence for each in told}
    shares = dict(zip(sentences, _shares(_weights(sentences.values())), strict=True))
    most = own.max(1, initial=0.0, keepdims=True)
    views = np.empty((len(told), len(TOPICS), len(VIEWS)))
    views[:, :, 0] = np.minimum(own, MOST) / 3
    views[:, :, 1] = _shares(own)
    views[:, :, 2] = (own == most) & (most > 0)
    views[:, :, 3], views[:, :, 4] = clauses, np.sqrt(clauses)
    views[:, :, 5], views[:, :, 6] = text, np.sqrt(text)
    for at, each in enumerate(told):
        views[at, :, 7] = shares[id(each.sentence)]
    views[:, :, 8] = _shares(_near(own))
    views[:, :, 9] = _shares(_near(own[::-1])[::-1])
    return views


def meant(told: Sequence[Told], whole: Sequence[str], known: Senses) -> list[tuple[Sense, ...]]:
    """The senses of `MEANT` for each clause of a text; `whole` are all words of the text."""
    own = [known.of(each.words) for each in told]
    sentences = {id(each.sentence): each.sentence for each in told}
    senses = {key: known.of(words) for key, words in sentences.items()}
    clauses, opening = together(own) if own else known.of(()), known.of(whole[:OPENING])
    return [(sense, senses[id(each.sentence)], clauses, opening) for sense, each in zip(own, told, strict=True)]


SAID = Remembered(lambda word: word[0].isalnum())
"""Whether something is a word or number, not a mark."""


def _near(own: Shares) -> Shares:
    """What the clauses before each weigh, the nearest half, each one farther half of that."""
    sums = np.zeros(own.shape)
    for step in range(1, min(NEAR, len(own) - 1) + 1):
        sums[step:] += own[:-step] / 2**step
    return sums


def _weights(said: Iterable[Iterable[str]]) -> Shares:
    """For each row of words what they weigh for each topic."""
    rows, known, said_so = [], placed(), SAID
    for words in said:
        row = [0.0] * len(TOPICS)
        for _, _, named in known.all(list(filter(said_so.__getitem__, words))):
            for place, weight in named:
                row[place] += weight
        rows.append(row)
    return np.array(rows).reshape(len(rows), len(TOPICS))


@cache
def placed() -> Phrases[list[tuple[int, float]]]:
    """What words weigh for topics, these by their place: an enumeration's members take ten times as long to look up."""
    return by_syllables({words: [(PLACES[topic], weight) for topic, weight in named] for words, named in table().items()})


def _shares(weights: Shares) -> Shares:
    """What part of the weight of all topics each has, row by row; nothing where none has any."""
    total = weights.sum(-1, keepdims=True)
    return np.asarray(weights / np.where(total, total, 1.0))


def parse(table: str) -> Themes:
    """Weights out of their table. Lines that start with # are remarks."""
    views: dict[str, float] = {}
    levels: dict[Topic, float] = {}
    words: dict[str, list[tuple[int, float]]] = {}
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
            words.setdefault(name, []).append((PLACES[Topic(of)], int(weight) / ONE))
    return Themes(
        tuple(views.get(name, 0.0) for name in VIEWS), levels, words, np.array([rows for rows in senses.values() if rows], np.float64)
    )


@cache
def themes(learned: Weights = SHIPPED) -> Themes:
    """The weights that come with the package, or others."""
    return parse(learned.text("topics.tsv"))
