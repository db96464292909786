"""Training of a linear chain over labelled sequences: the weights under which the true labels are least surprising, kept small.

No chance is drawn and no clock is asked: the same examples give the same weights.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp, log

from giaoban.reading.judging import LABELS
from giaoban.reading.learning.descent import Vector, dot, minimise

SIZE = len(LABELS)
PLACES = range(SIZE)
MAY_FOLLOW = [[label[0] != "I" or before[-1:] == label[1] for label in LABELS] for before in LABELS]
NOTHING = [0.0] * SIZE
SMALL = 1e-5
"""Chances smaller than this change nothing."""

Matrix = list[list[float]]


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
    steps: Matrix


@dataclass(frozen=True, slots=True)
class _Sequence:
    """An example with each trait as the place of its first weight."""

    traits: list[list[int]]
    labels: list[int]


def learn(examples: Sequence[Example], settings: Settings, base: Learned | None = None) -> Iterator[tuple[float, Learned]]:
    """The cost and the weights after each round.

    base  weights to start from and to stay near: squares are of what differs from them. Traits of theirs that no example has are left out
    """
    base = base or Learned({}, [[0.0] * SIZE for _ in PLACES])
    met = Counter(name for example in examples for names in example.traits for name in names)
    names = sorted(name for name in met if met[name] >= settings.rare or name in base.weights)
    place = {name: (at + SIZE) * SIZE for at, name in enumerate(names)}
    known = [
        _Sequence([[place[name] for name in each if name in place] for each in example.traits], example.labels) for example in examples
    ]

    start = [weight for row in (*base.steps, *(base.weights.get(name, NOTHING) for name in names)) for weight in row]

    def cost(weights: Vector) -> tuple[float, Vector]:
        moved = [weight - before for weight, before in zip(weights, start, strict=True)]
        gradient = [2 * settings.square * each for each in moved]
        return settings.square * dot(moved, moved) + sum(_surprise(each, weights, gradient) for each in known), gradient

    for value, weights in minimise(cost, start, settings.rounds):
        rows = [weights[at : at + SIZE] for at in range(0, len(weights), SIZE)]
        yield value, Learned(dict(zip(names, rows[SIZE:], strict=True)), rows[:SIZE])


def _surprise(sequence: _Sequence, weights: Vector, gradient: Vector) -> float:
    """How unlikely the true labels of a sequence are, in nats; adds to the gradient of that."""
    steps = [weights[at : at + SIZE] for at in range(0, SIZE * SIZE, SIZE)]
    emissions = [_emission(places, weights) for places in sequence.traits]
    likely, pairs, total = _marginals(emissions, steps)
    score = sum(emission[label] for emission, label in zip(emissions, sequence.labels, strict=True))
    for places, chances, label in zip(sequence.traits, likely, sequence.labels, strict=True):
        changes = [(at, chance - (at == label)) for at, chance in enumerate(chances) if chance > SMALL or at == label]
        for place in places:
            for at, change in changes:
                gradient[place + at] += change
    for before, label in zip(sequence.labels, sequence.labels[1:], strict=False):
        pairs[before][label] -= 1.0
        score += steps[before][label]
    for before in PLACES:
        for label in PLACES:
            gradient[before * SIZE + label] += pairs[before][label]
    return total - score


def _emission(places: list[int], weights: Vector) -> Vector:
    """What the traits of one fragment say for each label."""
    a = b = c = d = e = f = g = 0.0
    for at in places:
        a += weights[at]
        b += weights[at + 1]
        c += weights[at + 2]
        d += weights[at + 3]
        e += weights[at + 4]
        f += weights[at + 5]
        g += weights[at + 6]
    return [a, b, c, d, e, f, g]


def _marginals(emissions: Matrix, steps: Matrix) -> tuple[Matrix, Matrix, float]:
    """The chance of each label at each place, how often each follows each, and the logarithm of the sum over all labellings."""
    tops = [max(each) for each in emissions]
    potentials = [[exp(value - top) for value in each] for each, top in zip(emissions, tops, strict=True)]
    moves = [[exp(steps[before][label]) if MAY_FOLLOW[before][label] else 0.0 for label in PLACES] for before in PLACES]
    into = [[moves[before][label] for before in PLACES] for label in PLACES]
    first, sums = _scaled([value if LABELS[place][0] != "I" else 0.0 for place, value in enumerate(potentials[0])])
    forward, total = [first], log(sums)
    for potential in potentials[1:]:
        last = forward[-1]
        row, sums = _scaled([_dot(last, into[label]) * potential[label] for label in PLACES])
        forward.append(row)
        total += log(sums)
    likely, pairs = _backward(potentials, moves, forward)
    return likely, pairs, total + sum(tops)


def _backward(potentials: Matrix, moves: Matrix, forward: Matrix) -> tuple[Matrix, Matrix]:
    pairs = [[0.0] * SIZE for _ in PLACES]
    behind = [1.0] * SIZE
    likely = [forward[-1]]
    for at in range(len(potentials) - 1, 0, -1):
        ahead = [potential * each for potential, each in zip(potentials[at], behind, strict=True)]
        before = forward[at - 1]
        joint = [[before[left] * move * each for move, each in zip(moves[left], ahead, strict=True)] for left in PLACES]
        total = sum(map(sum, joint)) or 1.0
        pairs = [[seen + value / total for seen, value in zip(row, each, strict=True)] for row, each in zip(pairs, joint, strict=True)]
        behind, _ = _scaled([_dot(moves[left], ahead) for left in PLACES])
        likely.append(_scaled([each * after for each, after in zip(before, behind, strict=True)])[0])
    return likely[::-1], pairs


def _scaled(values: Vector) -> tuple[Vector, float]:
    total = sum(values) or 1.0
    return [value / total for value in values], total


def _dot(left: Vector, right: Vector) -> float:
    a, b, c, d, e, f, g = left
    s, t, u, v, w, x, y = right
    return a * s + b * t + c * u + d * v + e * w + f * x + g * y
