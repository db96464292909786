"""The layers of a small convolutional network in whole numbers, so that sums are exact in any order and the same on every machine.

syllables ─(three side by side)─▶ fragment ─(with its traits)─▶ its neighbours, step by step farther ─▶ a weight for each label
"""

from collections.abc import Callable, Sequence, Sized
from itertools import accumulate
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]
Whole = npt.NDArray[np.int64]
Tables = dict[str, npt.NDArray[Any]]
HIGH = 48
"""What a capital counts in the input, where the values of vectors lie between -127 and 127."""
HANDED = 127
"""The largest value known of the words of a fragment."""
MOST = 255
"""The largest value that a layer hands on: products with weights of 8 bits then add up exactly in the 24 bits of a single float."""

SUMMED = 1024
"""Rows of traits summed up at once: bounds the memory of a long text."""


class Layers:
    """One trained network: weights of 8 bits, and by what the sums of each layer are scaled."""

    def __init__(self, tables: Tables, name: str) -> None:
        def table(part: str) -> Array:
            return np.asarray(tables[f"{name} {part}"], np.float32)

        self.words, self.opened, self.scale_words = table("words"), table("opened"), table("scale words")
        self.handed, self.traits, self.level, self.scale_first = table("handed"), table("traits"), table("level"), table("scale first")
        self.steps: list[int] = tables[f"{name} steps"].tolist()
        self.far = [(step, table(f"far {step}"), table(f"level {step}"), table(f"scale {step}")) for step in self.steps]
        self.labels, self.level_labels, self.scale_labels = table("labels"), table("level labels"), table("scale labels")
        self.reach = sum(self.steps)
        self._known = np.zeros((64, self.traits.shape[1]), np.float32)
        self._remembered = 0
        self._forms: Sized = ()
        self._sides = np.zeros((3, 64, self.words.shape[1]), np.float32)
        self._formed = 0

    def remember(self, names: Sequence[Sequence[int]]) -> None:
        """Sum up the traits of rows that are new."""
        if len(names) < self._remembered:
            self._remembered = 0
        if len(names) > len(self._known):
            self._known = np.concatenate([self._known, np.zeros((len(names), self._known.shape[1]), np.float32)])
        for start in range(self._remembered, len(names), SUMMED):
            self._sum_up(names, range(start, min(start + SUMMED, len(names))))
        self._remembered = len(names)

    def _sum_up(self, names: Sequence[Sequence[int]], new: range) -> None:
        self._known[new.start : new.stop] = 0
        rows = [at for at in new if names[at]]
        if rows:
            starts = np.array([0, *accumulate([len(names[at]) for at in rows[:-1]])])
            self._known[rows] = together(np.add, self.traits[[trait for at in rows for trait in names[at]]], starts)

    def remember_forms(self, forms: Sized, values: Callable[[int], Array]) -> None:
        """Work out what forms of syllables that are new are to the syllable after them, to themselves, to the one before them.

        values  from the number of a form to the vectors of it and of all after it, with their marks of capitals
        """
        if forms is not self._forms:
            self._forms, self._formed = forms, 0
        new = values(self._formed)
        if not len(new):
            return
        reached = self._formed + len(new)
        if reached > self._sides.shape[1]:
            self._sides = np.concatenate([self._sides, np.zeros((3, reached, self._sides.shape[2]), np.float32)], 1)
        self._sides[:, self._formed : reached] = new @ self.words.reshape(3, new.shape[1], -1)
        self._formed = reached

    def weigh(self, forms: npt.NDArray[np.int32], starts: Whole, rows: npt.NDArray[np.int32]) -> Whole:
        """What each label weighs per fragment, in 256ths of a logarithm of odds.

        forms   per syllable its remembered form
        starts  the first syllable of each fragment
        rows    per fragment its remembered rows of traits
        """
        last, same, following = self._sides
        words = same.take(forms, 0)
        words[1:] += last.take(forms[:-1], 0)
        words[:-1] += following.take(forms[1:], 0)
        own = scaled(together(np.maximum, words, starts) + self.opened, self.scale_words, HANDED)
        sums = own @ self.handed + self.level
        for each in rows.T:  # place by place takes half the time of all at once
            sums += self._known.take(each, 0)
        near = scaled(sums, self.scale_first, MOST)
        for step, weights, level, scale in self.far:
            near = np.minimum(near + scaled(beside(near, step) @ weights + level, scale, MOST), MOST)
        return np.asarray(np.rint((near @ self.labels + self.level_labels) * self.scale_labels), np.int64)


def together(join: np.ufunc, rows: Array, starts: Whole) -> Array:
    """Value by value the most (`np.maximum`) or the sum (`np.add`) of the rows from each start up to the next.

    All first rows, all second ones and so on, the longest stretches first: a quarter of what `join.reduceat` takes.
    """
    sizes = np.diff(starts, append=len(rows))
    order = np.argsort(-sizes, kind="stable")
    reaching, starts = np.bincount(sizes)[:0:-1].cumsum()[::-1], starts[order]
    joined = rows.take(starts, 0)
    for place, count in enumerate(reaching[1:].tolist(), 1):
        head = joined[:count]
        join(head, rows.take(starts[:count] + place, 0), out=head)
    made = np.empty_like(joined)
    made[order] = joined
    return made


def scaled(sums: Array, scale: Array, most: int) -> Array:
    """Whole numbers between nothing and `most`."""
    return np.asarray(np.clip(np.rint(sums * scale), 0, most))


def beside(rows: Array, step: int) -> Array:
    """Each row with those `step` before and after it, nothing beyond the ends."""
    size, width = rows.shape
    made = np.empty((size, 3 * width), np.float32)
    made[:step, :width] = made[max(0, size - step) :, 2 * width :] = 0
    made[step:, :width], made[:-step, 2 * width :] = rows[:-step], rows[step:]
    made[:, width : 2 * width] = rows
    return made
