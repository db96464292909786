"""Training of a linear chain over labelled sequences: the weights under which the true labels are least surprising, kept small.

No chance is drawn and no clock is asked: the same examples give the same weights.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from giaoban.reading.chances import LABELS, may_follow
from giaoban.reading.learning.descent import Vector, minimise

SIZE = len(LABELS)
NOTHING = [0.0] * SIZE
MAY_FOLLOW = np.array([[may_follow(before, label) for label in LABELS] for before in LABELS])
OPENS = np.array([may_follow("O", label) for label in LABELS])

Matrix = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Example:
    """One block: the traits of each fragment, and the place of its label in `LABELS`."""

    traits: list[list[str]]
    labels: list[int]


@dataclass(frozen=True, slots=True)
class Settings:
    """How to train.

    rounds  steps of descent
    square  what the sum of the squares of all weights costs, against the surprise of all examples in nats
    rare    how often a trait must be met to get weights
    """

    rounds: int = 100
    square: float = 0.6
    rare: int = 2


@dataclass(frozen=True, slots=True)
class Learned:
    """Weights by trait and label, steps by label and following label: logarithms of odds."""

    weights: dict[str, list[float]]
    steps: list[list[float]]


class _Blocks:
    """All examples side by side, longest first: place `t` of all that are so long, then place `t + 1`.

    starts   where each place begins, and the end
    column, row    each trait met, and the fragment that has it
    """

    def __init__(self, examples: Sequence[Example], known: dict[str, int]) -> None:
        ordered = sorted((each for each in examples if each.labels), key=lambda each: -len(each.labels))
        longest = len(ordered[0].labels) if ordered else 0
        going = [sum(1 for each in ordered if len(each.labels) > place) for place in range(longest)]
        self.starts = np.cumsum([0, *going]).tolist()
        rows = [(each.traits[place], each.labels[place]) for place, count in enumerate(going) for each in ordered[:count]]
        self.labels = np.array([label for _, label in rows], np.int64)
        seen = [[known[name] for name in names if name in known] for names, _ in rows]
        self.column: Places = np.array([place for each in seen for place in each], np.int64)
        self.row: Places = np.repeat(np.arange(len(seen)), [len(each) for each in seen])

    def places(self) -> Iterator[tuple[int, int]]:
        return zip(self.starts, self.starts[1:], strict=False)


def learn(examples: Sequence[Example], settings: Settings, base: Learned | None = None) -> Iterator[tuple[float, Learned]]:
    """The cost and the weights after each round.

    base  weights to start from and to stay near: squares are of what differs from them. Traits of theirs that no example has are left out
    """
    base = base or Learned({}, [NOTHING] * SIZE)
    met = Counter(name for example in examples for names in example.traits for name in names)
    names = sorted(name for name in met if met[name] >= settings.rare or name in base.weights)
    blocks = _Blocks(examples, {name: at for at, name in enumerate(names)})
    rows: list[list[float]] = [*base.steps, *(base.weights.get(name, NOTHING) for name in names)]
    start: Matrix = np.array(rows)

    def cost(flat: Vector) -> tuple[float, Vector]:
        table = flat.reshape(start.shape)
        moved = flat - start.ravel()
        surprise, gradient = _surprise(blocks, table[SIZE:], table[:SIZE])
        return settings.square * float(moved @ moved) + surprise, gradient.ravel() + 2 * settings.square * moved

    for value, flat in minimise(cost, start.ravel(), settings.rounds):
        learned = [[float(weight) for weight in row] for row in flat.reshape(start.shape)]
        yield value, Learned(dict(zip(names, learned[SIZE:], strict=True)), learned[:SIZE])


def _surprise(blocks: _Blocks, weights: Matrix, steps: Matrix) -> tuple[float, Matrix]:
    """How unlikely the true labels are, in nats, and the gradient of that by steps and weights."""
    size = len(blocks.labels)
    columns = np.ascontiguousarray(weights.T)
    emissions: Matrix = np.stack([np.bincount(blocks.row, each[blocks.column], size) for each in columns], 1).astype(np.float64)
    likely, pairs, total = _marginals(blocks, emissions, steps)
    score = float(emissions[np.arange(size), blocks.labels].sum())
    for (start, middle), (_, end) in zip(blocks.places(), list(blocks.places())[1:], strict=False):
        before, after = blocks.labels[start : start + end - middle], blocks.labels[middle:end]
        score += float(steps[before, after].sum())
        np.subtract.at(pairs, (before, after), 1.0)
    likely[np.arange(size), blocks.labels] -= 1.0
    chances = np.ascontiguousarray(likely.T)
    gradient = np.stack([np.bincount(blocks.column, each[blocks.row], len(weights)) for each in chances], 1)
    return total - score, np.concatenate([pairs, gradient])


def _marginals(blocks: _Blocks, emissions: Matrix, steps: Matrix) -> tuple[Matrix, Matrix, float]:
    """The chance of each label at each place, how often each follows each, and the logarithm of the sum over all labellings."""
    moves = np.where(MAY_FOLLOW, np.exp(steps), 0.0)
    tops = emissions.max(1, keepdims=True)
    own = np.exp(emissions - tops)
    ahead, total = np.zeros_like(own), float(tops.sum())
    row = np.zeros((0, SIZE))
    for start, end in blocks.places():
        row = (row[: end - start] @ moves if start else OPENS) * own[start:end]
        sums = row.sum(1, keepdims=True)
        total += float(np.log(sums).sum())
        row = ahead[start:end] = row / sums
    return *_back(blocks, own, ahead, moves), total


def _back(blocks: _Blocks, own: Matrix, ahead: Matrix, moves: Matrix) -> tuple[Matrix, Matrix]:
    likely, pairs = np.zeros_like(own), np.zeros((SIZE, SIZE))
    behind = np.zeros((0, SIZE))
    reached = len(own)
    for start, end in reversed(list(blocks.places())):
        going = len(behind)
        if going:
            after = own[end:reached] * behind
            before = ahead[start : start + going]
            back = after @ moves.T
            pairs += moves * ((before / (before * back).sum(1, keepdims=True)).T @ after)
            behind = back / back.sum(1, keepdims=True)
        behind = np.concatenate([behind, np.ones((end - start - going, SIZE))])
        chances = ahead[start:end] * behind
        likely[start:end] = chances / chances.sum(1, keepdims=True)
        reached = end
    return likely, pairs
