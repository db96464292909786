"""Training of the weights by which runs are parted: a logistic regression with steps of its own for every weight."""

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import exp, sqrt

Case = tuple[list[str], bool]
"""The traits of a place inside a run, and whether a find begins there."""


def learn(
    cases: Sequence[Case],
    base: Mapping[str, float] | None = None,
    *,
    epochs: int = 12,
    rate: float = 0.1,
    decay: float = 2e-3,
    rare: int = 2,
    seed: int = 2020,
) -> dict[str, float]:
    """The weights of traits. `base`: where they begin and to which they are drawn back; nothing where it has none."""
    near = dict(base or {})
    met = Counter(name for names, _ in cases for name in names)
    weights = {name: near.get(name, 0.0) for name in sorted(near.keys() | met.keys()) if name in near or met[name] >= rare}
    memory = dict.fromkeys(weights, 1e-2)
    order = list(range(len(cases)))
    shuffle = random.Random(seed)  # noqa: S311
    for _ in range(epochs):
        shuffle.shuffle(order)
        for index in order:
            names, begins = cases[index]
            known = [name for name in names if name in weights]
            change = 1 / (1 + exp(-sum(weights[name] for name in known))) - begins
            for name in known:
                memory[name] += change * change
                drawn = decay * (weights[name] - near.get(name, 0.0))
                weights[name] -= drawn + rate * change / sqrt(memory[name])
    return weights


def runs(labels: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Stretches of one kind: first fragment, the one after the last, and the label that begins the kind."""
    start = 0
    for at in range(1, len(labels) + 1):
        if at == len(labels) or (labels[at] + 1) // 2 != (labels[start] + 1) // 2:
            if labels[start]:
                yield start, at, labels[start] - 1 + labels[start] % 2
            start = at
