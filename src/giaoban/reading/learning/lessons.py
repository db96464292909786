"""A lesson: every part learns from the texts told, and each is taken only where it reads those kept aside better, and not by chance.

Then how sure finds are shown to be is set anew by texts that were neither learned from nor measured by.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from giaoban.model import Reading
from giaoban.reading.learning import adapting, calibrating
from giaoban.reading.learning.adapting import Progress, adapted
from giaoban.reading.learning.calibrating import Calibration, calibrated
from giaoban.reading.learning.measuring import CHANCE, Count, Counts, counted, counts, likely_by_chance, total
from giaoban.reading.learning.parts import PARTS, taking
from giaoban.reading.learning.told import Told
from giaoban.reading.reader import read
from giaoban.reading.weights import Weights

CASES, ASKED = 20, 20
"""Decisions that a part must have to learn from, and to be measured by, in the texts kept aside."""

TOGETHER = (("clauses", "name", "period", "place"), ("topic", "figure", "deadline", "convener"), ("issuer",), ("assignee",), ("chair",))
"""Parts that do not hear each other, and are measured in one reading; of all others the weights in use are read by."""
STEPS = adapting.STEPS + len(TOGETHER) + 1
"""Steps in which a lesson is done."""


REACHED = ((0, 0.0), (1, 0.1), (41, 0.29), (42, 0.34), (43, 0.48), (44, 0.59), (STEPS, 0.91), (STEPS + 1, 1.0))
"""The share of its time that a lesson has taken when it comes to a step; alike with few records and with many, in between evenly."""


def done_before(step: int) -> float:
    """The share of a lesson that is done when it comes to a step."""
    after = next(at for at, (reached, _) in enumerate(REACHED) if reached >= step)
    (first, begun), (last, ended) = REACHED[max(0, after - 1)], REACHED[after]
    return begun + (ended - begun) * (step - first) / max(1, last - first)


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
    """The weights to use from now on, what was learned whether it is used or not, how every part fared, and how sure finds are shown."""

    weights: Weights
    learned: Weights
    outcomes: tuple[Outcome, ...]
    calibrations: tuple[Calibration, ...] = ()

    @property
    def taken(self) -> list[str]:
        return [each.part for each in self.outcomes if each.better]

    @property
    def set_anew(self) -> list[str]:
        """The kinds of finds that are shown as sure as the new lines say."""
        return [each.kind for each in self.calibrations if each.taken]


KEPT = 4
"""Of the texts that are not kept aside, one in so many is kept to say by how sure finds are."""


@dataclass(frozen=True, slots=True)
class Parted:
    """Texts to learn from, to measure by, and to say by how sure finds are: none where there are too few for that."""

    own: list[Told]
    aside: list[Told]
    kept: list[Told]


def parted(texts: Sequence[Told]) -> Parted:
    """What each text is for, by a hash of its words."""
    aside, rest = [each for each in texts if each.aside], [each for each in texts if not each.aside]
    rest.sort(key=lambda each: each.key[::-1])
    kept, own = rest[: len(rest) // KEPT], rest[len(rest) // KEPT :]
    return Parted(own, aside, kept) if calibrating.enough(kept) else Parted(rest, aside, [])


def lesson(
    own: Sequence[Told], aside: Sequence[Told], used: Weights, progress: Progress = lambda step: None, *, kept: Sequence[Told] = ()
) -> Lesson:
    """Learn from `own`, measure on `aside`, and put the parts that read it better in place of those of `used`.

    kept  texts to say by how sure finds are; without any, finds are shown as before

    Every lesson begins at the weights of the package: the same texts teach the same, whatever was learned before.
    """
    learned = adapted(own, progress)
    readings = _read(aside, used)
    before = [counted(each, reading) for each, reading in zip(aside, readings, strict=True)]
    after: dict[str, list[Counts]] = {}
    for step, parts in enumerate(TOGETHER, start=adapting.STEPS + 1):
        progress(step)
        after |= dict.fromkeys(parts, counts(aside, taking(used, learned.weights, parts)))
    outcomes = tuple(_outcome(part, learned.cases.get(part, 0), before, after[part]) for part in PARTS)
    weights = taking(used, learned.weights, [each.part for each in outcomes if each.better])
    progress(STEPS)
    weights, calibrations = calibrated(kept, aside, weights, readings, _read) if kept else (weights, ())
    return Lesson(weights, learned.weights, outcomes, calibrations)


def _read(texts: Sequence[Told], weights: Weights) -> list[Reading]:
    return [read(each.document, weights) for each in texts]


def _outcome(part: str, cases: int, before: Sequence[Counts], after: Sequence[Counts]) -> Outcome:
    chance = likely_by_chance([each[part].wrong for each in before], [each[part].wrong for each in after])
    return Outcome(part, cases, total(before, part), total(after, part), chance)
