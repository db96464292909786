"""Learning what clauses are about from annotated records: a weight for each view, a level for each topic, words that speak for topics."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from giaoban.model import Document, Topic
from giaoban.reading.engine import Pipeline
from giaoban.reading.learning.descent import Vector, minimise
from giaoban.reading.pipeline import MEETING
from giaoban.reading.syllables import Syllables
from giaoban.reading.theming import ONE, VIEWS, Seen, Told, names, seen

TOPICS = tuple(Topic)
MET = 3
"""Clauses in which a word must stand to be learned."""
HELD, HELD_WORDS = 1.0, 10.0
"""What the squares of weights cost, of views and of words."""
ROUNDS = 80
LEAST = 10
"""Weights of words smaller than this, in 256ths, are left out."""
READY = Pipeline(MEETING)

Case = tuple[Told, Seen, Topic]
Matrix = npt.NDArray[np.float64]


def cases(document: Document, record: dict[str, Any]) -> list[Case]:
    """The marked findings and directives of a text, each with its views and its topic."""
    lines = [found.what for found in READY.run(document).all(Syllables)]
    marked = sorted(
        (each["span"]["start"], each["span"]["end"], Topic(each["topic"])) for each in (*record["findings"], *record["directives"])
    )
    told = [_told(lines, start, end) for start, end, _ in marked]
    views = seen(told, (word for line in lines for word in line.words))
    return [(one, view, topic) for one, view, (_, _, topic) in zip(told, views, marked, strict=True)]


def _told(lines: Iterable[Syllables], start: int, end: int) -> Told:
    touched = [line for line in lines if line.starts[0] < end and line.ends[-1] > start]
    words = [word for line in touched for word, at in zip(line.words, line.starts, strict=True) if start <= at < end]
    return Told(words, touched[0].words if touched else ())


def learn(told: Sequence[Case]) -> str:
    """The table of weights; the same cases give the same."""
    met = Counter(name for one, _, _ in told for name in names(one.words))
    known = {name: at for at, name in enumerate(sorted(name for name in met if met[name] >= MET))}
    views = np.array([[view.get(topic, [0.0] * len(VIEWS)) for topic in TOPICS] for _, view, _ in told])
    right = np.array([TOPICS.index(topic) for _, _, topic in told])
    rows = [(row, known[name]) for row, (one, _, _) in enumerate(told) for name in sorted(names(one.words)) if name in known]
    row, column = (np.array([each[side] for each in rows], np.int64) for side in (0, 1))
    sizes = len(VIEWS), len(TOPICS), len(known)

    def cost(flat: Vector) -> tuple[float, Vector]:
        weights, levels, words = _parted(flat, sizes)
        columns = [np.bincount(row, each[column], len(told)) for each in np.ascontiguousarray(words.T)]
        odds = views @ weights + levels + np.stack(columns, 1)
        odds = odds - odds.max(1, keepdims=True)
        chances = np.exp(odds) / np.exp(odds).sum(1, keepdims=True)
        surprise = -float(np.log(chances[np.arange(len(told)), right]).sum())
        chances[np.arange(len(told)), right] -= 1
        back = np.stack([np.bincount(column, each[row], len(known)) for each in np.ascontiguousarray(chances.T)], 1)
        held = np.concatenate([np.full(sum(sizes[:2]), HELD), np.full(sizes[2] * sizes[1], HELD_WORDS)])
        gradient = np.concatenate([np.einsum("ct,ctv->v", chances, views), chances.sum(0), back.ravel()])
        return surprise + float((held * flat) @ flat), gradient + 2 * held * flat

    start = np.zeros(sizes[0] + sizes[1] + sizes[2] * sizes[1])
    reached = [start, *(weights for _, weights in minimise(cost, start, ROUNDS))][-1]
    return _table(*_parted(reached, sizes), list(known))


def _parted(flat: Vector, sizes: tuple[int, int, int]) -> tuple[Vector, Vector, Matrix]:
    views, topics, words = sizes
    return flat[:views], flat[views : views + topics], flat[views + topics :].reshape(words, topics)


def _table(views: Vector, levels: Vector, words: Matrix, known: list[str]) -> str:
    rows = ["# kind\tname\ttopic\tweight"]
    rows += [f"view\t{name}\t\t{round(float(weight) * ONE)}" for name, weight in zip(VIEWS, views, strict=True)]
    rows += [f"topic\t\t{topic.value}\t{round(float(weight) * ONE)}" for topic, weight in zip(TOPICS, levels, strict=True)]
    for name, weights in zip(known, words, strict=True):
        for topic, weight in zip(TOPICS, weights, strict=True):
            if abs(whole := round(float(weight) * ONE)) >= LEAST:
                rows.append(f"word\t{name}\t{topic.value}\t{whole}")
    return "\n".join(rows) + "\n"
