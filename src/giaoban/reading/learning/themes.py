"""Learning what clauses are about from annotated records: weights of views and senses, levels of topics, words that speak for them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from giaoban.model import Document, Topic
from giaoban.reading.engine import Pipeline
from giaoban.reading.learning.descent import Vector, minimise
from giaoban.reading.learning.told import CLAUSES, still_open
from giaoban.reading.learning.told import known as is_known
from giaoban.reading.pipeline import MEETING
from giaoban.reading.senses import Sense, Senses, length
from giaoban.reading.syllables import Syllables
from giaoban.reading.theming import MEANT, ONE, TOPICS, VIEWS, Seen, Themes, Told, meant, names, seen

MET = 3
"""Clauses in which a word must stand to be learned."""
HELD, HELD_SENSES, HELD_WORDS = 1.0, 0.3, 30.0
"""What the squares of weights cost, of views, of senses and of words."""
ROUNDS = 80
LEAST = 10
"""Weights of words smaller than this, in 256ths, are left out."""
READY = Pipeline(MEETING)

Case = tuple[Told, Seen, tuple[Sense, ...], Topic]
Matrix = npt.NDArray[np.float64]


def cases(document: Document, record: dict[str, Any], known: Senses) -> list[Case]:
    """The marked findings and directives of a text with their views, senses and topics, but those whose topic nobody saw."""
    lines = [found.what for found in READY.run(document).all(Syllables)]
    finds = (*record["findings"], *record["directives"], *still_open(record, *CLAUSES))
    marked = sorted((each["span"]["start"], each["span"]["end"], _topic(each)) for each in finds)
    told = [_told(lines, start, end) for start, end, _ in marked]
    whole = [word for line in lines for word in line.words]
    views = zip(told, seen(told, whole), meant(told, whole, known), marked, strict=True)
    return [(one, view, sense, Topic(topic)) for one, view, sense, (_, _, topic) in views if topic]


def _topic(find: dict[str, Any]) -> str:
    """Empty where nobody decided it."""
    return find.get("topic") or "" if "kind" not in find and is_known(find, "topic") else ""


def _told(lines: Iterable[Syllables], start: int, end: int) -> Told:
    touched = [line for line in lines if line.starts[0] < end and line.ends[-1] > start]
    words = [word for line in touched for word, at in zip(line.words, line.starts, strict=True) if start <= at < end]
    return Told(words, touched[0].words if touched else ())


def learn(told: Sequence[Case], base: Themes | None = None, hold: float = 1.0) -> str:
    """The table of weights; the same cases give the same.

    base  weights to begin with and to stay near, nothing where there are none
    hold  how many times as much as `HELD` and those beside it the difference costs
    """
    met = Counter(name for one, *_ in told for name in names(one.words))
    words = base.words if base else {}
    known = {name: at for at, name in enumerate(sorted({name for name in met if met[name] >= MET} | words.keys()))}
    views = np.array([view for _, view, _, _ in told])
    like = np.array([np.concatenate([sense / length(sense) for sense in each]) for _, _, each, _ in told])
    right = np.array([TOPICS.index(topic) for *_, topic in told])
    rows = [(row, known[name]) for row, (one, *_) in enumerate(told) for name in sorted(names(one.words)) if name in known]
    row, column = (np.array([each[side] for each in rows], np.int64) for side in (0, 1))
    sizes = len(VIEWS), len(TOPICS), like.shape[1], len(known)
    start = _begun(base, sizes, known)
    held = hold * np.repeat([HELD, HELD_SENSES, HELD_WORDS], [sum(sizes[:2]), sizes[2] * sizes[1], sizes[3] * sizes[1]])

    def cost(flat: Vector) -> tuple[float, Vector]:
        weights, levels, senses, said = _parted(flat, sizes)
        moved = flat - start
        columns = [np.bincount(row, each[column], len(told)) for each in np.ascontiguousarray(said.T)]
        odds = views @ weights + levels + like @ senses + np.stack(columns, 1)
        odds = odds - odds.max(1, keepdims=True)
        chances = np.exp(odds) / np.exp(odds).sum(1, keepdims=True)
        surprise = -float(np.log(chances[np.arange(len(told)), right]).sum())
        chances[np.arange(len(told)), right] -= 1
        back = np.stack([np.bincount(column, each[row], len(known)) for each in np.ascontiguousarray(chances.T)], 1)
        through = [np.einsum("ct,ctv->v", chances, views), chances.sum(0), (like.T @ chances).ravel(), back.ravel()]
        return surprise + float((held * moved) @ moved), np.concatenate(through) + 2 * held * moved

    reached = [start, *(weights for _, weights in minimise(cost, start, ROUNDS))][-1]
    return _table(*_parted(reached, sizes), list(known))


def _begun(base: Themes | None, sizes: tuple[int, int, int, int], known: dict[str, int]) -> Vector:
    """The weights to begin with, in a row."""
    if base is None:
        return np.zeros(sizes[0] + sizes[1] + (sizes[2] + sizes[3]) * sizes[1])
    words = np.zeros((sizes[3], sizes[1]))
    for name, weights in base.words.items():
        for place, weight in weights:
            words[known[name], place] = weight
    levels = [base.levels.get(topic, 0.0) for topic in TOPICS]
    return np.concatenate([base.views, levels, (base.meant.reshape(sizes[2], sizes[1]) / ONE).ravel(), words.ravel()])


def _parted(flat: Vector, sizes: tuple[int, int, int, int]) -> tuple[Vector, Vector, Matrix, Matrix]:
    views, topics, senses, words = sizes
    weights, levels, like, said = np.split(flat, np.cumsum([views, topics, senses * topics]))
    return weights, levels, like.reshape(senses, topics), said.reshape(words, topics)


def _table(views: Vector, levels: Vector, senses: Matrix, words: Matrix, known: list[str]) -> str:
    rows = ["# kind\tname\ttopic\tweight; of a sense one line for each of its values, with a weight for each topic"]
    rows += [f"view\t{name}\t\t{round(float(weight) * ONE)}" for name, weight in zip(VIEWS, views, strict=True)]
    rows += [f"topic\t\t{topic.value}\t{round(float(weight) * ONE)}" for topic, weight in zip(TOPICS, levels, strict=True)]
    for name, values in zip(MEANT, np.split(senses, len(MEANT)), strict=True):
        rows += [f"sense\t{name}\t\t" + "\t".join(str(round(float(weight) * ONE)) for weight in value) for value in values]
    for name, weights in zip(known, words, strict=True):
        for topic, weight in zip(TOPICS, weights, strict=True):
            if abs(whole := round(float(weight) * ONE)) >= LEAST:
                rows.append(f"word\t{name}\t{topic.value}\t{whole}")
    return "\n".join(rows) + "\n"
