"""Training of a linear chain over labelled sequences: stochastic gradients of its likelihood, weights kept small by their squares.

The order of the sequences is drawn from a seeded generator, so the same examples give the same weights.
"""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp

from giaoban.reading.judging import LABELS

SIZE = len(LABELS)
PLACES = range(SIZE)
MAY_FOLLOW = [[label[0] != "I" or before[-1:] == label[1] for label in LABELS] for before in LABELS]
SMALL = 1e-3
"""Chances smaller than this change nothing."""


@dataclass(frozen=True, slots=True)
class Example:
    """One block: the traits of each fragment, and the place of its label in `LABELS`."""

    traits: list[list[str]]
    labels: list[int]


@dataclass(frozen=True, slots=True)
class Settings:
    """How to train.

    rare    how often a trait must be met to get a weight
    square  what half the sum of the squares of all weights costs, against the surprise of all examples
    rate    the first step
    """

    epochs: int = 24
    rate: float = 0.1
    square: float = 0.6
    rare: int = 2
    seed: int = 2020


@dataclass(slots=True)
class Learned:
    """Weights by trait and label, steps by label and following label: logarithms of odds once multiplied by `scale`."""

    weights: dict[str, list[float]]
    steps: list[list[float]]
    scale: float = 1.0


def learn(examples: Sequence[Example], settings: Settings) -> Iterator[Learned]:
    """The weights after each epoch; the same objects, better each time."""
    met = Counter(name for example in examples for names in example.traits for name in names)
    weights = {name: [0.0] * SIZE for name in sorted(met) if met[name] >= settings.rare}
    known = [[[name for name in names if name in weights] for names in example.traits] for example in examples]
    learned = Learned(weights, [[0.0] * SIZE for _ in PLACES])
    order = list(range(len(examples)))
    shuffle = random.Random(settings.seed)  # noqa: S311
    shrink, taken = settings.square / len(examples), 0
    for _ in range(settings.epochs):
        shuffle.shuffle(order)
        for index in order:
            rate = settings.rate / (1 + settings.rate * shrink * taken)
            taken += 1
            learned.scale *= 1 - rate * shrink
            _learn_from(known[index], examples[index].labels, learned, rate / learned.scale)
        yield learned


def _learn_from(traits: list[list[str]], labels: list[int], learned: Learned, rate: float) -> None:
    emissions = [[value * learned.scale for value in emission(names, learned.weights)] for names in traits]
    likely, pairs = marginals(emissions, [[value * learned.scale for value in row] for row in learned.steps])
    for names, chances, label in zip(traits, likely, labels, strict=True):
        changes = [(place, (chance - (place == label)) * rate) for place, chance in enumerate(chances) if chance > SMALL or place == label]
        for name in names:
            row = learned.weights[name]
            for place, change in changes:
                row[place] -= change
    for before, label in zip(labels, labels[1:], strict=False):
        pairs[before][label] -= 1.0
    for before in PLACES:
        learned.steps[before] = [step - rate * change for step, change in zip(learned.steps[before], pairs[before], strict=True)]


def emission(names: list[str], weights: dict[str, list[float]]) -> list[float]:
    """What the traits of one fragment say for each label."""
    a = b = c = d = e = f = g = 0.0
    for name in names:
        row = weights[name]
        a += row[0]
        b += row[1]
        c += row[2]
        d += row[3]
        e += row[4]
        f += row[5]
        g += row[6]
    return [a, b, c, d, e, f, g]


def marginals(emissions: list[list[float]], steps: list[list[float]]) -> tuple[list[list[float]], list[list[float]]]:
    """The chance of each label at each place, and how often each label is expected to follow each."""
    potentials = [_exponentials(each) for each in emissions]
    moves = [[exp(steps[before][label]) if MAY_FOLLOW[before][label] else 0.0 for label in PLACES] for before in PLACES]
    into = [[moves[before][label] for before in PLACES] for label in PLACES]
    forward = [_scaled([value if LABELS[place][0] != "I" else 0.0 for place, value in enumerate(potentials[0])])]
    for potential in potentials[1:]:
        last = forward[-1]
        forward.append(_scaled([_dot(last, into[label]) * potential[label] for label in PLACES]))
    pairs = [[0.0] * SIZE for _ in PLACES]
    backward = [1.0] * SIZE
    likely = [_scaled(forward[-1])]
    for at in range(len(potentials) - 1, 0, -1):
        ahead = [potentials[at][label] * backward[label] for label in PLACES]
        backward = [_dot(moves[before], ahead) for before in PLACES]
        joint = [[forward[at - 1][before] * moves[before][label] * ahead[label] for label in PLACES] for before in PLACES]
        total = sum(map(sum, joint)) or 1.0
        for before in PLACES:
            pairs[before] = [seen + value / total for seen, value in zip(pairs[before], joint[before], strict=True)]
        likely.append(_scaled([forward[at - 1][place] * backward[place] for place in PLACES]))
        backward = _scaled(backward)
    return likely[::-1], pairs


def _exponentials(values: list[float]) -> list[float]:
    top = max(values)
    return [exp(value - top) for value in values]


def _scaled(values: list[float]) -> list[float]:
    total = sum(values) or 1.0
    return [value / total for value in values]


def _dot(left: list[float], right: list[float]) -> float:
    return (
        left[0] * right[0] + left[1] * right[1] + left[2] * right[2] + left[3] * right[3] + left[4] * right[4] + left[5] * right[5] + left[6] * right[6]
    )  # fmt: skip
