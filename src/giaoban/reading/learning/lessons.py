"""A lesson: every part learns from the texts told, and each is taken only where it reads those kept aside better, and not by chance."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from giaoban.reading.learning import adapting
from giaoban.reading.learning.adapting import Progress, adapted
from giaoban.reading.learning.measuring import CHANCE, Count, Counts, counts, likely_by_chance, total
from giaoban.reading.learning.parts import PARTS, taking
from giaoban.reading.learning.told import Told
from giaoban.reading.weights import Weights

CASES, ASKED = 20, 20
"""Decisions that a part must have to learn from, and to be measured by, in the texts kept aside."""

TOGETHER = (("clauses", "name", "period", "place"), ("topic", "figure", "deadline", "convener"), ("issuer",), ("assignee",), ("chair",))
"""Parts that do not hear each other, and are measured in one reading; of all others the weights in use are read by."""
STEPS = adapting.STEPS + len(TOGETHER)
"""Steps in which a lesson is done."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one part fared.

    cases          decisions that it learned from
    before, after  how it read the texts kept aside by the weights used until then, and by the new ones
    chance         how likely so good a result is by chance alone
    """

    part: str
    cases: int
    before: Count
    after: Count
    chance: Fraction

    @property
    def enough(self) -> bool:
        """Whether there was enough to learn from and to measure by."""
        return self.cases >= CASES and self.before.marked >= ASKED

    @property
    def better(self) -> bool:
        return self.enough and self.after.wrong < self.before.wrong and self.chance <= CHANCE


@dataclass(frozen=True, slots=True)
class Lesson:
    """The weights to use from now on, what was learned whether it is used or not, and how every part fared."""

    weights: Weights
    learned: Weights
    outcomes: tuple[Outcome, ...]

    @property
    def taken(self) -> list[str]:
        return [each.part for each in self.outcomes if each.better]


def lesson(own: Sequence[Told], aside: Sequence[Told], used: Weights, progress: Progress = lambda step: None) -> Lesson:
    """Learn from `own`, measure on `aside`, and put the parts that read it better in place of those of `used`.

    Every lesson begins at the weights of the package: the same texts teach the same, whatever was learned before.
    """
    learned = adapted(own, progress)
    before = counts(aside, used)
    after: dict[str, list[Counts]] = {}
    for step, parts in enumerate(TOGETHER, start=adapting.STEPS + 1):
        progress(step)
        after |= dict.fromkeys(parts, counts(aside, taking(used, learned.weights, parts)))
    outcomes = tuple(_outcome(part, learned.cases.get(part, 0), before, after[part]) for part in PARTS)
    return Lesson(taking(used, learned.weights, [each.part for each in outcomes if each.better]), learned.weights, outcomes)


def _outcome(part: str, cases: int, before: Sequence[Counts], after: Sequence[Counts]) -> Outcome:
    chance = likely_by_chance([each[part].wrong for each in before], [each[part].wrong for each in after])
    return Outcome(part, cases, total(before, part), total(after, part), chance)
