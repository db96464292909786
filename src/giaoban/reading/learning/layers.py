"""Training of the layers of a small network: steps against the surprise of the true labels, with a part of all values left out by chance.

Chance is drawn from a seed and no clock is asked: on one machine the same examples give the same weights.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from giaoban.reading.chances import LABELS
from giaoban.reading.layers import Array, Whole, beside

UNIT = 64.0
"""What a vector's whole numbers are divided by."""
APART = 16
"""Empty fragments between two texts, so that neither hears the other."""
FIRM, STEADY, SLOW = 0.9, 0.99, 1e-6


@dataclass(frozen=True, slots=True)
class Sizes:
    """How a network is built and trained.

    words     values known of the syllables of a fragment; far: of a fragment
    steps     how far each layer looks to both sides, in fragments
    epochs    how often every text is seen; again: the last of these, in which some are not
    together  texts per step; rate: the longest step
    unheard   share of syllables left out; lost, faded: share of values left out before and between the layers
    """

    words: int = 96
    far: int = 128
    steps: tuple[int, ...] = (1, 2, 4, 8)
    epochs: int = 30
    again: int = 10
    together: int = 3
    rate: float = 2e-3
    decay: float = 1e-3
    unheard: float = 0.1
    lost: float = 0.5
    faded: float = 0.4


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text: its syllables as whole numbers, the first syllable of each fragment, its traits (one column each) and its labels."""

    syllables: Array
    starts: Whole
    traits: Array
    labels: Whole
    counts: Array

    @staticmethod
    def joined(lessons: Sequence["Lesson"]) -> "Lesson":
        parts = [part for each in lessons for part in (each, _nothing(each))]
        reached = np.cumsum([0, *(len(each.syllables) for each in parts)])
        return Lesson(
            np.concatenate([each.syllables for each in parts]),
            np.concatenate([each.starts + start for each, start in zip(parts, reached, strict=False)]),
            np.concatenate([each.traits for each in parts]),
            np.concatenate([each.labels for each in parts]),
            np.concatenate([each.counts for each in parts]),
        )


def lesson(syllables: Array, starts: Whole, traits: Array, labels: Whole) -> Lesson:
    """Syllables, traits and labels as the training takes them, each example counting alike."""
    return Lesson(syllables / np.float32(UNIT), starts, traits, labels, np.ones((len(labels), 1), np.float32))


def _nothing(like: Lesson) -> Lesson:
    def empty(table: Array) -> Array:
        return np.zeros((APART, table.shape[1]), np.float32)

    return Lesson(empty(like.syllables), np.arange(APART), empty(like.traits), np.zeros(APART, np.int64), empty(like.counts))


Tables = dict[str, Array]


def begun(sizes: Sizes, inputs: int, traits: int, chance: np.random.Generator) -> Tables:
    """Weights to begin with."""

    def drawn(rows: int, columns: int, width: float) -> Array:
        return (chance.standard_normal((rows, columns)) * width / sqrt(rows)).astype(np.float32)

    made = {
        "words": drawn(3 * inputs, sizes.words, 1.4),
        "handed": drawn(sizes.words, sizes.far, 1.0),
        "traits": (chance.standard_normal((traits, sizes.far)) * 0.1).astype(np.float32),
        "labels": drawn(sizes.far, len(LABELS), 0.5),
    }
    made |= {f"far {step}": drawn(3 * sizes.far, sizes.far, 0.7) for step in sizes.steps}
    widths = {"opened": sizes.words, "level": sizes.far, "level labels": len(LABELS)} | {f"level {step}": sizes.far for step in sizes.steps}
    return made | {name: np.zeros(width, np.float32) for name, width in widths.items()}


@dataclass(slots=True)
class Passed:
    """What a pass through the layers leaves behind for the way back."""

    inputs: Array
    summed: Array
    own: Array
    traits: Array
    layers: list[tuple[Array, Array]]
    near: list[Array]
    masks: list[Array]
    labels: Array


def forward(tables: Tables, text: Lesson, sizes: Sizes, chance: np.random.Generator | None = None) -> Passed:
    """Through all layers; with `chance`, values are left out as `sizes` says."""

    def mask(shape: tuple[int, ...], share: float) -> Array:
        if chance is None:
            return np.ones((1, 1), np.float32)
        return ((chance.random(shape, np.float32) >= share) / np.float32(1 - share)).astype(np.float32)

    kept = np.ones((1, 1), np.float32) if chance is None else chance.random((len(text.syllables), 1), np.float32) >= sizes.unheard
    inputs = beside(np.asarray(text.syllables * kept, np.float32), 1)
    summed = inputs @ tables["words"]
    pooled = np.maximum.reduceat(summed, text.starts, 0)
    masks = [mask(pooled.shape, sizes.lost)]
    own = np.maximum(pooled + tables["opened"], 0) * masks[0]
    traits = text.traits * mask(text.traits.shape, sizes.lost)
    near = [np.maximum(own @ tables["handed"] + traits @ tables["traits"] + tables["level"], 0) * text.counts]
    layers = []
    for step in sizes.steps:
        masks.append(mask(near[-1].shape, sizes.faded))
        seen = beside(near[-1] * masks[-1], step)
        added = np.maximum(seen @ tables[f"far {step}"] + tables[f"level {step}"], 0) * text.counts
        layers.append((seen, added))
        near.append(near[-1] + added)
    masks.append(mask(near[-1].shape, sizes.faded))
    labels = (near[-1] * masks[-1]) @ tables["labels"] + tables["level labels"]
    return Passed(inputs, summed, own, traits, layers, near, masks, np.asarray(labels))


def backward(tables: Tables, text: Lesson, sizes: Sizes, passed: Passed, change: Array) -> Tables:
    """The gradient of all weights from the change wanted of the labels."""
    made: Tables = {"labels": np.asarray((passed.near[-1] * passed.masks[-1]).T @ change, np.float32), "level labels": change.sum(0)}
    back: Array = (change @ tables["labels"].T) * passed.masks[-1]
    for place in range(len(sizes.steps) - 1, -1, -1):
        step, (seen, added) = sizes.steps[place], passed.layers[place]
        open_ = back * (added > 0)
        made[f"far {step}"], made[f"level {step}"] = seen.T @ open_, open_.sum(0)
        back = back + _together(open_ @ tables[f"far {step}"].T, step) * passed.masks[place + 1]
    back = back * (passed.near[0] > 0)
    made["handed"], made["traits"], made["level"] = passed.own.T @ back, passed.traits.T @ back, back.sum(0)
    back = (back @ tables["handed"].T) * passed.masks[0] * (passed.own > 0)
    made["opened"] = back.sum(0)
    counts = np.diff(np.append(text.starts, len(text.syllables)))
    chosen = passed.summed == np.repeat(np.maximum.reduceat(passed.summed, text.starts, 0), counts, 0)
    made["words"] = passed.inputs.T @ (np.repeat(back, counts, 0) * chosen)
    return made


def _together(rows: Array, step: int) -> Array:
    """What `beside` spread out, added up where it came from."""
    size, width = len(rows), rows.shape[1] // 3
    made = rows[:, width : 2 * width].copy()
    if step < size:
        made[:-step] += rows[step:, :width]
        made[step:] += rows[:-step, 2 * width :]
    return made


def chances(labels: Array) -> Array:
    """The chance of every label, row by row: what the layers say, made positive and to sum to one."""
    raised = np.exp(labels - labels.max(1, keepdims=True))
    return np.asarray(raised / raised.sum(1, keepdims=True))


def learn(lessons: Sequence[Lesson], sizes: Sizes, seed: int, first: Collection[int] = ()) -> Iterator[tuple[float, Tables]]:
    """The mean surprise, in nats, and the weights after each epoch.

    first  places of lessons that are not seen in the last `again` epochs, so that the others have the last word
    """
    chance = np.random.default_rng(seed)
    one = lessons[0]
    tables = begun(sizes, one.syllables.shape[1], one.traits.shape[1], chance)
    moved = {name: np.zeros_like(table) for name, table in tables.items()}
    varied = {name: np.zeros_like(table) for name, table in tables.items()}
    every, last = np.arange(len(lessons)), np.array([at for at in range(len(lessons)) if at not in first], np.int64)
    seen = [every if epoch < sizes.epochs - sizes.again else last for epoch in range(sizes.epochs)]
    done, whole = 0, sum(-(-len(each) // sizes.together) for each in seen)
    for each in seen:
        order, surprise, count = chance.permutation(each), 0.0, 0.0
        for start in range(0, len(order), sizes.together):
            text = Lesson.joined([lessons[at] for at in order[start : start + sizes.together]])
            passed = forward(tables, text, sizes, chance)
            likely, rows = chances(passed.labels), np.arange(len(text.labels))
            surprise -= float((np.log(likely[rows, text.labels] + 1e-9) * text.counts[:, 0]).sum())
            count += float(text.counts.sum())
            likely[rows, text.labels] -= 1
            done += 1
            pace = sizes.rate * min(1.0, done / 30) * max(0.02, 1 - done / whole)
            gradient = backward(tables, text, sizes, passed, likely * text.counts / text.counts.sum())
            _move(tables, gradient, moved, varied, np.float32(pace), np.float32(sizes.decay))
        yield surprise / max(1.0, count), tables


def _move(tables: Tables, gradient: Tables, moved: Tables, varied: Tables, pace: np.float32, decay: np.float32) -> None:
    """One step of each weight, longer where its gradient has been steady."""
    for name, change in gradient.items():
        moved[name] = np.float32(FIRM) * moved[name] + np.float32(1 - FIRM) * change
        varied[name] = np.float32(STEADY) * varied[name] + np.float32(1 - STEADY) * change * change
        turned = moved[name] / (np.sqrt(varied[name]) + np.float32(SLOW)) + decay * tables[name]
        tables[name] = np.asarray(tables[name] - pace * turned, np.float32)
